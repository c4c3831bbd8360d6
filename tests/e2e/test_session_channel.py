"""A session from beginning to end in the channel of the team: planned, changed, answered by twenty companies, on paper."""

import asyncio
import io
from collections.abc import Sequence

from docx import Document
from icalendar import Calendar
from pptx import Presentation

from tests.e2e.conftest import House
from tests.e2e.crowd import Company, crowd
from tests.e2e.window import Window

COMPANIES, AWAY, SHY = 20, 2, 5  # who says no, and whose company may not be shown to others
SHORT = ("Hessenpoort", "12", "0", "0", "3", "8", "1", "18:00", "06:00", "4", "groot")
AT_ONCE = 5  # companies that type at the same time: the machine has a browser to run as well
ISSUES = ("grid", "space", "shared")


async def test_a_session_of_twenty_companies_in_the_channel(house: House) -> None:
    async with crowd(COMPANIES, house.environment["PORT"]) as companies:
        few = asyncio.Semaphore(AT_ONCE)
        await asyncio.gather(*(answers_the_intake(one, few) for one in companies))
        noor = await house.window("noor")
        await noor.opens_channel("Hessenpoort")
        await noor.posts("koppel projectteam")
        await noor.sees("Laden Oost")
        await plans(noor)
        await invites(noor, companies)
        await makes_groups(noor)
        await takes_papers(noor, companies)


async def answers_the_intake(company: Company, few: asyncio.Semaphore) -> None:
    """Finish the short intake by typing; all want to be invited, not all want to be shown."""
    share = "nee" if company.number < SHY else "ja"
    async with few:
        await company.arrives()
        for words in ("ja", "kort", company.name, *SHORT, "ja", share, "nee", "nee", "ja", "ja"):
            await company.says(words)
        await company.hears("Dank u wel")


async def plans(noor: Window) -> None:
    """Plan a start session and give a block more time."""
    await noor.posts("sessieplan hessenpoort startsessie")
    facts = {"welke dag": "2027-01-14", "Waar": "Zaal 2", "verwacht": "24", "facilitators": "Bram,Yara,Hugo,Tess"}
    await noor.fills_in(facts, "Maak het plan")
    await noor.sees("Startsessie Hessenpoort", "19:30 - 19:40", "samen 115 minuten")
    change = {"Welk onderdeel": "Waar staan we nu (20 min)", "Wat wilt u doen": "Andere duur geven", "minuten": "30"}
    await noor.clicks("Wilt u iets veranderen?")
    await noor.fills_in(change, "Pas aan")
    await noor.sees("19:50 - 20:20", "samen 125 minuten")


async def invites(noor: Window, companies: Sequence[Company]) -> None:
    """Look at text and list, send it, and let everybody answer."""
    await noor.clicks("Wie komt er")
    await noor.clicks("Uitnodigen")
    await noor.sees(f"{COMPANIES} bedrijven willen uitgenodigd worden")
    await noor.clicks("Goedkeuren en versturen")
    await noor.sees(f"De uitnodiging gaat nu naar {COMPANIES} personen.")
    await asyncio.gather(*(answers_the_invitation(one) for one in companies))
    await noor.clicks("Plan")
    await noor.clicks("Wie komt er")
    await noor.sees(f"{COMPANIES - AWAY} aanmeldingen van 24", "Komen niet")


async def answers_the_invitation(company: Company) -> None:
    """Say yes with an issue, or no."""
    await company.hears("Kunt u straks nog laden op Hessenpoort?")
    if company.number >= COMPANIES - AWAY:
        await company.presses("Ik kom niet")
        await company.hears("Jammer.")
    else:
        await company.presses("Ik kom", people="1", issue=ISSUES[company.number % len(ISSUES)])
        await company.hears("Fijn dat u komt.")


async def makes_groups(noor: Window) -> None:
    """Put everybody in a group."""
    await noor.clicks("Groepen")
    await noor.clicks("Maak groepen")
    await noor.sees("Groep A", "Groep B", "Groep C", "Koos dit vraagstuk.", "Begeleiding: A Bram")
    await noor.card_picture("session-channel", "Groep A")


async def takes_papers(noor: Window, companies: Sequence[Company]) -> None:
    """Follow the links to the papers, which name who agreed and nobody else."""
    await noor.clicks("Op papier")
    await noor.sees("draaiboek.docx", "dia's.pptx", "afspraak.ics", "De link werkt tot")
    sheet, slides, appointment = [await noor.downloads(name) for name in ("draaiboek", "dia's", "afspraak")]
    document = Document(io.BytesIO(sheet))
    words = " ".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)
    shapes = [shape for slide in Presentation(io.BytesIO(slides)).slides for shape in slide.shapes if shape.has_text_frame]
    words += " ".join(shape.text_frame.text for shape in shapes)
    named = {one.name for one in companies if one.name in words}
    assert named == {one.name for one in companies[SHY : COMPANIES - AWAY]}
    [event] = Calendar.from_ical(appointment).walk("VEVENT")
    assert str(event["summary"]) == "Startsessie Hessenpoort"
