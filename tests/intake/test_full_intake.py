"""Fatima of Jansen Transport goes from the welcome to a confirmed intake."""

from tests.chat import Chat
from tests.person import Person


async def test_fatima_fills_in_every_card(chat_either_way: Chat) -> None:
    fatima = chat_either_way.person("Fatima")
    await tell_about_the_company(fatima)
    await tell_about_the_vehicles(fatima)
    await tell_about_site_and_grid(fatima)
    await tell_about_wishes(fatima)
    await fatima.clicks("Ja, dit klopt")
    fatima.sees("Dank u wel", "beide")


async def tell_about_the_company(fatima: Person) -> None:
    """From the welcome to the person who answers."""
    await fatima.opens()
    fatima.sees("NAL-regio Oost", "provincies", "gratis", "Ja, dat mag", "Nee, liever niet")
    await fatima.clicks("Ja, dat mag")
    await fatima.clicks("Volledig: 5 tot 10 minuten")
    fatima.sees("Stap 1 van 7", "Hoe heet uw bedrijf?")
    await fatima.fills_in({"company.name": "Jansen Transport", "company.terrain": "hessenport", "company.kvk": "12345678"})
    fatima.sees("Welk bedrijventerrein bedoelt u?")
    await fatima.clicks("Hessenpoort (Zwolle)")
    fatima.sees("Over uzelf")
    await fatima.fills_in({"contact.role": "owner", "contact.may_sign": "yes", "contact.email": "fatima@jansen.example"})
    fatima.sees("Stap 2 van 7")


async def tell_about_the_vehicles(fatima: Person) -> None:
    """Two of the four classes: how many, how many electric, and when they stand still."""
    await fatima.fills_in({"van.total": "12", "light_truck.total": "0", "rigid.total": "0", "tractor.total": "3"})
    fatima.sees("Uw bestelwagens: nu en straks")
    await fatima.fills_in({"van.electric_now": "2", "van.electric_2030": "8", "van.electric_2035": "12"})
    fatima.sees("Uw trekkers: nu en straks", "294")
    await fatima.fills_in({"tractor.electric_now": "0", "tractor.electric_2030": "1", "tractor.electric_2035": "3"})
    await fatima.fills_in({"fleet.other_fuels": "hvo"})
    fatima.sees("Laden van uw bestelwagens", "Stap 3 van 7")
    hours = {"days": "5", "at_night": "100", "daytime": "no", "long_trips": "0", "chargers": "0"}
    await fatima.fills_in({"van.back": "18:00", "van.out": "06:30"} | {f"van.{k}": v for k, v in hours.items()})
    await fatima.fills_in({"tractor.back": "19:00", "tractor.out": "05:00"} | {f"tractor.{k}": v for k, v in hours.items()})


async def tell_about_site_and_grid(fatima: Person) -> None:
    """Room, connection, an upgrade that was asked for, and solar power."""
    fatima.sees("Ruimte op uw terrein")
    await fatima.fills_in({"site.bays": "4", "site.ownership": "owned", "site.budget": "not_yet", "site.neighbours": "yes"})
    fatima.sees("lang genoeg voor een trekker")
    await fatima.says("2")
    fatima.sees("Uw stroomaansluiting")
    await fatima.fills_in({"connection.size": "large", "connection.operator": "enexis"})
    await fatima.fills_in({"grid.contracted_kw": "250", "grid.physical_kw": "630", "grid.feed_in_kw": "0", "grid.peak_kw": "180"})
    await fatima.fills_in({"upgrade.asked": "yes"})
    await fatima.fills_in({"upgrade.kw": "400", "upgrade.since": "maart 2026", "upgrade.state": "waiting"})
    await fatima.fills_in({"own.solar_kwp": "120", "own.battery_kwh": "0", "own.cars": "0"})
    await fatima.says("soms")


async def tell_about_wishes(fatima: Person) -> None:
    """The problem, the directions, the consents, and a look at the summary."""
    await fatima.fills_in({"together.problem": "grid"})
    await fatima.fills_in({"shared.interest": "yes", "neighbour.interest": "maybe", "alone.interest": "no"})
    await fatima.fills_in({"ideas.others": "De Vries Logistiek"})
    fatima.sees("Ik begreep: De Vries Logistiek. Klopt dat?")
    await fatima.clicks("Ja, maar noem mij niet")
    fatima.sees("Stap 7 van 7", "Meetellen zonder naam")
    await fatima.fills_in({"total": "yes", "companies": "no", "approach": "yes"}, button="Opslaan")
    fatima.sees("Uw antwoorden", "Jansen Transport", "12", "maart 2026", "18:00")
