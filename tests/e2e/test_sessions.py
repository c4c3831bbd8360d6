"""Noor plans a session, changes it, invites Fatima, enters who has no Teams, makes groups and takes the papers along."""

from tests.e2e.conftest import House
from tests.e2e.window import Window

SHORT = ("kort", "Jansen Transport", "Hessenpoort", "12", "0", "0", "3", "8", "1", "18:00", "06:00", "4", "groot")


async def test_noor_plans_a_session_and_fatima_comes(house: House) -> None:
    fatima = await answers_the_intake(house)
    noor = await house.window("noor")
    await plans(noor)
    await invites(noor, fatima)
    await makes_groups(noor)
    await noor.clicks("Op papier")
    await noor.sees("draaiboek.docx", "dia's.pptx", "afspraak.ics")


async def answers_the_intake(house: House) -> Window:
    """Let Fatima finish the short intake by typing, and agree to be invited and to be shown to others."""
    fatima = await house.window("fatima")
    for words in ("ja", *SHORT, "ja", "ja", "nee", "nee", "ja", "ja"):
        await fatima.says(words)
    await fatima.sees("Dank u wel")
    return fatima


async def plans(noor: Window) -> None:
    """Plan a start session, and give a block more time."""
    await noor.says("sessieplan hessenpoort startsessie")
    facts = {"welke dag": "2027-01-14", "Waar": "Zaal 2", "verwacht": "12", "facilitators": "Bram,Yara"}
    await noor.fills_in(facts, "Maak het plan")
    await noor.sees("Startsessie Hessenpoort", "19:30 - 19:40", "21:15 - 21:25")
    await noor.picture("session-plan")
    change = {"Welk onderdeel": "Waar staan we nu (20 min)", "Wat wilt u doen": "Andere duur geven", "minuten": "30"}
    await noor.clicks("Wilt u iets veranderen?")
    await noor.fills_in(change, "Pas aan")
    await noor.sees("19:50 - 20:20", "21:25 - 21:35")


async def invites(noor: Window, fatima: Window) -> None:
    """Look at text and list, send it, and let Fatima answer."""
    await noor.clicks("Wie komt er")
    await noor.clicks("Uitnodigen")
    await noor.sees("1 bedrijf wil uitgenodigd worden", "Jansen Transport")
    await fatima.remembers()
    await noor.clicks("Goedkeuren en versturen")
    await fatima.sees("Kunt u straks nog laden op Hessenpoort?", "Zaal 2")
    await fatima.picture("invitation")
    await fatima.fills_in({"Met hoeveel": "2", "hebben": "Laden bij de buren"}, "Ik kom")
    await fatima.sees("Fijn dat u komt.")


async def makes_groups(noor: Window) -> None:
    """Enter companies without Teams, and put everybody in a group."""
    for at in range(8):
        company = {
            "Welk bedrijf": f"Bedrijf {at}",
            "Wie komt": f"Persoon {at}",
            "vraagstuk": ("De kosten", "Laden bij de buren")[at % 2],
        }
        await noor.opens_fields("Iemand toevoegen of aanvinken")
        await noor.fills_in(company, "Voeg toe")
        await noor.sees(f"Bedrijf {at}")
    await noor.clicks("Groepen")
    await noor.clicks("Maak groepen")
    await noor.sees("Groep A", "Groep B", "Koos dit vraagstuk.", "Jansen Transport")
    await noor.picture("session-groups")
