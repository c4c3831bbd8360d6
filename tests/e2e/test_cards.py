"""Fatima fills in the whole intake on cards, from the welcome to the confirmation."""

from tests.e2e.conftest import House
from tests.e2e.window import Window


async def test_fatima_fills_in_every_card_and_confirms(house: House) -> None:
    fatima = await house.window("fatima")
    await fatima.sees("NAL-regio Oost", "gratis")
    await fatima.picture("welcome")
    await fatima.clicks("Ja, dat mag")
    await fatima.clicks("Volledig: 5 tot 10 minuten")
    await about_the_company(fatima)
    await about_the_vehicles(fatima)
    await about_charging(fatima)
    await about_the_site(fatima)
    await about_the_grid(fatima)
    await about_working_together(fatima)
    await fatima.sees("Stap 7 van 7")
    await decides_who_may_see(fatima)
    await fatima.sees("Uw antwoorden", "Jansen Transport", "18:00", "maart 2026", "De Vries Logistiek")
    await fatima.picture("summary")
    await fatima.clicks("Ja, dit klopt")
    await fatima.sees("Dank u wel", "beide")
    await fatima.says("toestemming")
    await fatima.sees("Meetellen zonder naam")


async def about_the_company(fatima: Window) -> None:
    await fatima.sees("Stap 1 van 7")
    await fatima.fills_in({"Hoe heet uw bedrijf": "Jansen Transport", "terrein zit u": "hessenport", "KvK": "12345678"})
    await fatima.sees("Hessenpoort (Zwolle)")
    await fatima.clicks("Hessenpoort (Zwolle)")
    mail = "fatima@jansen-transport.example"
    await fatima.fills_in({"Wat doet u": "Eigenaar of directeur", "tekenen": "Ja", "e-mailadres": mail})


async def about_the_vehicles(fatima: Window) -> None:
    await fatima.sees("Stap 2 van 7")
    await fatima.fills_in(
        {"Bestelwagens": "12", "Lichte vrachtwagens": "0", "Bakwagens": "0", "Trekkers": "3"}, picture="vehicles"
    )
    vans = {"rijden nu al elektrisch": "2", "in 2030": "8", "in 2035": "12"}
    await fatima.fills_in(vans)
    await fatima.sees("Uw trekkers")
    tractors = {"rijden nu al elektrisch": "0", "in 2030": "1"}
    await fatima.fills_in(tractors, "De rest weet ik niet")
    await fatima.fills_in({"andere brandstof": ["Waterstof", "HVO-diesel"]})


async def about_charging(fatima: Window) -> None:
    await fatima.sees("Stap 3 van 7")
    week = {
        "dagen per week": "5",
        "'s nachts": "100",
        "overdag laden": "Soms",
        "meer dan één dag weg": "0",
        "Hoeveel laadpunten": "0",
    }
    await fatima.fills_in({"bestelwagens terug": "18:00", "bestelwagens weer": "06:30", **week})
    await fatima.fills_in({"trekkers terug": "19:30", "trekkers weer": "05:00", **week})


async def about_the_site(fatima: Window) -> None:
    await fatima.sees("Stap 4 van 7")
    await fatima.fills_in({
        "vrijmaken om te laden": "4",
        "huurt u het": "Eigendom",
        "laadpalen": "Nog niet",
        "uit de buurt": "Ja",
    })  # fmt: skip
    await fatima.sees("lang genoeg voor een trekker")
    await fatima.says("2")


async def about_the_grid(fatima: Window) -> None:
    await fatima.sees("Stap 5 van 7")
    await fatima.fills_in({"kleine of een grote": "Groot (meer dan 3x80A)", "netbeheerder": "Enexis"})
    await fatima.fills_in({"afnemen": "250", "aansluiting zelf": "630", "terugleveren": "0", "hoogste gebruik": "180"})
    await fatima.fills_in({"zwaardere aansluiting": "Ja"})
    await fatima.fills_in({"kW extra": "400", "In welke maand": "maart 2026", "netbeheerder": "Ik wacht nog"})
    await fatima.fills_in({"zonnepanelen": "120", "past er in uw batterij": "0", "personenauto": "0"})
    await fatima.says("soms")


async def about_working_together(fatima: Window) -> None:
    await fatima.sees("Stap 6 van 7")
    await fatima.fills_in({"het meest tegen": "Te weinig stroom"})
    await fatima.fills_in({"Samen één laadplein": "Ja", "Laden bij de buren": "Misschien", "Zelf oplossen": "Nee"})
    await fatima.fills_in({"ook meedoen": "De Vries Logistiek"})
    await fatima.sees("Ik begreep: De Vries Logistiek.")
    await fatima.clicks("Ja, maar noem mij niet")


async def decides_who_may_see(fatima: Window) -> None:
    decisions = {"meetellen in het totaal": "Ja", "bedrijven op uw terrein": "Nee", "uitnodigen": "Ja"}
    await fatima.fills_in(decisions, button="Opslaan", picture="consents")
