"""Fatima fills in the whole intake on cards, from the welcome to the confirmation."""

from tests.e2e.conftest import House
from tests.e2e.window import Window


async def test_fatima_fills_in_every_card_and_confirms(house: House) -> None:
    fatima = await house.window("fatima")
    await fatima.sees("NAL-regio Oost", "gratis")
    await fatima.picture("welcome")
    await fatima.clicks("Ja, dat mag")
    await fatima.clicks("Volledig: 10 minuten")
    await about_the_company(fatima)
    await about_the_vehicles(fatima)
    await about_charging(fatima)
    await about_the_site(fatima)
    await about_the_grid(fatima)
    await about_working_together(fatima)
    await fatima.sees("Stap 7 van 7")
    await fatima.picture("consents")
    await decides_who_may_see(fatima)
    await fatima.sees("Uw antwoorden", "Jansen Transport", "18:00", "maart 2026", "De Vries Logistiek")
    await fatima.picture("summary")
    await fatima.clicks("Ja, dit klopt")
    await fatima.sees("Dank u wel", "beide")
    await fatima.picture("thanks")
    await fatima.says("toestemming")
    await fatima.sees("Meetellen zonder naam")
    await fatima.picture("consent-overview")


async def about_the_company(fatima: Window) -> None:
    await fatima.sees("Stap 1 van 7")
    await fatima.fills_in({
        "Hoe heet uw bedrijf?": "Jansen Transport",
        "Op welk bedrijventerrein zit u?": "hessenport",
        "Wat is uw KvK-nummer?": "12345678",
    })  # fmt: skip
    await fatima.sees("Hessenpoort (Zwolle)")
    await fatima.picture("terrain")
    await fatima.clicks("Hessenpoort (Zwolle)")
    await fatima.fills_in({
        "Wat doet u in het bedrijf?": "Eigenaar of directeur",
        "Mag u tekenen voor het bedrijf?": "Ja",
        "Op welk e-mailadres bereiken wij u?": "fatima@jansen-transport.example",
    })  # fmt: skip


async def about_the_vehicles(fatima: Window) -> None:
    await fatima.sees("Stap 2 van 7")
    await fatima.fills_in({
        "Bestelwagens (tot 3.500 kg)": "12",
        "Lichte vrachtwagens (3.500 tot 12.000 kg)": "0",
        "Bakwagens (vanaf 12.000 kg)": "0",
        "Trekkers (met oplegger)": "3",
    })  # fmt: skip
    await fatima.fills_in({
        "Hoeveel van uw bestelwagens rijden nu al elektrisch?": "2",
        "Hoeveel elektrische bestelwagens verwacht u in 2030?": "8",
        "En hoeveel elektrische bestelwagens in 2035?": "12",
        "Dit is een schatting": ["Elektrisch in 2030", "Elektrisch in 2035"],
    })  # fmt: skip
    await fatima.sees("Uw trekkers")
    await fatima.picture("fleet")
    await fatima.fills_in({
        "Hoeveel van uw trekkers rijden nu al elektrisch?": "0",
        "Hoeveel elektrische trekkers verwacht u in 2030?": "1",
        "Dit weet ik niet": ["Elektrisch in 2035"],
    })  # fmt: skip
    await fatima.fills_in({"Denkt u ook aan een andere brandstof?": ["Waterstof", "HVO-diesel"]})


async def about_charging(fatima: Window) -> None:
    await fatima.sees("Stap 3 van 7")
    for vehicles, back, out in (("bestelwagens", "18:00", "06:30"), ("trekkers", "19:30", "05:00")):
        await fatima.fills_in({
            f"Hoe laat komen de meeste {vehicles} terug op uw terrein?": back,
            f"Hoe laat vertrekken de meeste {vehicles} weer?": out,
            "Hoeveel dagen per week rijden ze?": "5",
            f"Welk deel van uw {vehicles} staat hier 's nachts? (%)": "100",
            "Kunnen ze ook overdag laden, tussen twee ritten?": "Soms",
            "Welk deel is meer dan één dag weg, bijvoorbeeld in het buitenland? (%)": "0",
            f"Hoeveel laadpunten heeft u nu voor uw {vehicles}?": "0",
        })  # fmt: skip


async def about_the_site(fatima: Window) -> None:
    await fatima.sees("Stap 4 van 7")
    await fatima.fills_in({
        "Hoeveel plekken kunt u vrijmaken om te laden?": "4",
        "Is het terrein van u, of huurt u het?": "Eigendom",
        "Heeft u geld apart gezet voor laadpalen?": "Nog niet",
        "Mogen bedrijven uit de buurt bij u komen laden?": "Ja",
    })  # fmt: skip
    await fatima.sees("lang genoeg voor een trekker")
    await fatima.says("2")


async def about_the_grid(fatima: Window) -> None:
    await fatima.sees("Stap 5 van 7")
    await fatima.fills_in({
        "Heeft u een kleine of een grote stroomaansluiting?": "Groot (meer dan 3x80A)",
        "Wie is uw netbeheerder?": "Enexis",
    })  # fmt: skip
    await fatima.fills_in({
        "Hoeveel kW mag u volgens uw contract afnemen?": "250",
        "Hoeveel kW kan de aansluiting zelf aan?": "630",
        "Hoeveel kW mag u volgens uw contract terugleveren?": "0",
        "Wat is nu uw hoogste gebruik, in kW?": "180",
    })  # fmt: skip
    await fatima.fills_in({"Heeft u een zwaardere aansluiting aangevraagd?": "Ja"})
    await fatima.fills_in({
        "Hoeveel kW extra vroeg u aan?": "400",
        "In welke maand vroeg u dat aan?": "maart 2026",
        "Wat zei de netbeheerder?": "Ik wacht nog",
    })  # fmt: skip
    await fatima.fills_in({
        "Hoeveel zonnepanelen heeft u, in kWp?": "120",
        "Hoeveel kWp wilt u daar nog bij leggen?": "0",
        "Hoeveel kW windmolens heeft u?": "0",
        "Hoeveel kWh past er in uw batterij?": "0",
    })  # fmt: skip
    await fatima.says("soms")


async def about_working_together(fatima: Window) -> None:
    await fatima.sees("Stap 6 van 7")
    await fatima.fills_in({"Wat houdt u het meest tegen bij elektrisch laden?": "Te weinig stroom"})
    await fatima.fills_in({"Samen één laadplein": "Ja", "Laden bij de buren": "Misschien", "Zelf oplossen": "Nee"})
    await fatima.fills_in({"Welk bedrijf moet volgens u ook meedoen?": "De Vries Logistiek"})


async def decides_who_may_see(fatima: Window) -> None:
    total = "Mogen uw aantallen meetellen in het totaal van uw terrein? Uw naam staat er niet bij."
    decisions = {
        total: "Ja",
        "Mogen bedrijven op uw terrein zien wat u nodig heeft en kunt bieden?": "Nee",
        "Mogen wij u uitnodigen voor bijeenkomsten over uw terrein?": "Ja",
    }
    await fatima.fills_in(decisions, button="Opslaan")
