"""After a session, and on paper: what came out opens the next one; papers name nobody who did not agree."""

import datetime
import io

from docx import Document
from icalendar import Calendar
from pptx import Presentation

from dialogs.sessions.facts import figure_lines, figures_of
from domain.demand.quantities import Strategy, Year
from domain.disclosure.totals import TerrainTotal, YearTotal
from storage.tables.dossier import terrain_event
from storage.tables.paper import paper
from tests.chat import Chat
from tests.sessions.beginnings import FACTS, KEEP, MAKE, company, planned
from tests.tables import rows


async def test_directions_of_a_start_session_open_work_session_2(chat: Chat) -> None:
    noor = await planned(chat)
    chat.now += datetime.timedelta(days=53)
    await noor.clicks("Na afloop")
    await noor.fills_in({"state": "held", "directions": "Samen laden bij de hal\n\nStroom delen\n"}, "Bewaar")
    noor.sees("Bewaard.", "Deze sessie is geweest.")
    await noor.says("sessieplan hessenpoort werksessie 2")
    await noor.fills_in({**FACTS, "day": "2027-02-11"}, MAKE)
    noor.sees_not("Er zijn nog geen richtingen")
    kinds = [row["kind"] for row in await rows(chat, terrain_event)]
    assert kinds == ["session_planned", "session_held", "session_planned"]


async def test_a_session_that_is_still_to_come_was_not_held(chat: Chat) -> None:
    noor = await planned(chat)
    await noor.clicks("Na afloop")
    await noor.fills_in({"state": "held"}, "Bewaar")
    noor.sees("Deze sessie moet nog komen.")


async def test_a_session_that_is_off_is_said_so_to_who_was_invited(chat: Chat) -> None:
    fatima = await company(chat, "Fatima", "Jansen Transport")
    noor = await planned(chat)
    await noor.clicks("Wie komt er")
    await noor.clicks("Uitnodigen")
    await noor.clicks("Goedkeuren en versturen")
    await chat.delivers()
    await noor.clicks("Plan")
    await noor.clicks("Na afloop")
    await noor.fills_in({"state": "cancelled"}, "Bewaar")
    noor.sees("Deze sessie gaat niet door.")
    await fatima.clicks("Ik kom")
    fatima.sees("Deze sessie is al geweest, of gaat niet door.")


async def test_a_session_that_is_off_is_not_planned_again_by_its_facts(chat: Chat) -> None:
    noor = await planned(chat)
    await noor.clicks("Gegevens")
    form = noor.newest(KEEP)
    await noor.says("sessies hessenpoort")
    await noor.clicks("Startsessie, 14 januari 2027")
    await noor.clicks("Na afloop")
    await noor.fills_in({"state": "cancelled"}, "Bewaar")
    noor.sees_not("Wilt u iets veranderen?")
    await noor.clicks(KEEP, form.named({"day": "2027-02-01"}), on=form)
    await noor.clicks("Gegevens")
    noor.sees("Zet hem eerst weer open bij Na afloop.", "14 januari 2027")
    assert [row["kind"] for row in await rows(chat, terrain_event)] == ["session_planned", "session_cancelled"]
    await noor.clicks("Na afloop")
    await noor.fills_in({"state": "open"}, "Bewaar")
    await noor.clicks("Gegevens")
    await noor.fills_in({"place": "Zaal 9"}, KEEP)
    noor.sees("Zaal 9")
    assert [row["kind"] for row in await rows(chat, terrain_event)][2:] == ["session_planned"]


async def test_the_papers_name_only_who_agreed(chat: Chat) -> None:
    chat.public_url = "https://laadmaat.example"
    await chat.restarts()
    fatima = await company(chat, "Fatima", "Jansen Transport")
    piet = await company(chat, "Piet", "Bakkerij Piet", share="nee")
    noor = await planned(chat)
    await noor.clicks("Wie komt er")
    await noor.clicks("Uitnodigen")
    await noor.clicks("Goedkeuren en versturen")
    await chat.delivers()
    for person in (fatima, piet):
        await person.clicks("Ik kom")
    await noor.fills_in({"company": "Garage Vos", "name": "Vos"}, "Voeg toe")
    await noor.fills_in({"company": "Slagerij Smit", "name": "Smit", "naming": "yes"}, "Voeg toe")
    await noor.clicks("Groepen")
    await noor.clicks("Maak groepen")
    await noor.clicks("Op papier")
    noor.sees("De papieren van: startsessie Hessenpoort", "Ik ben ermee bezig.")
    await chat.works()
    noor.sees("draaiboek.docx", "dia's.pptx", "afspraak.ics", "Dit is klaar.")
    kept = {row["media_type"].rpartition(".")[2]: bytes(row["content"]) for row in await rows(chat, paper)}
    sheet, deck, appointment = kept["document"], kept["presentation"], kept["text/calendar"]
    document = Document(io.BytesIO(sheet))
    words = [one.text for one in document.paragraphs]
    words += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    slides = Presentation(io.BytesIO(deck)).slides
    words += [shape.text_frame.text for slide in slides for shape in slide.shapes if shape.has_text_frame]
    written = "\n".join(words)
    assert "Jansen Transport" in written
    assert "Een deelnemer" in written
    assert "Slagerij Smit" in written
    assert not any(name in written for name in ("Piet", "Garage Vos"))
    assert "Op terrein De Wilg delen vijf bedrijven een laadplein." in written
    assert [str(event["summary"]) for event in Calendar.from_ical(appointment).walk("VEVENT")] == ["Startsessie Hessenpoort"]


def test_only_what_was_published_is_on_paper() -> None:
    at = datetime.datetime(2026, 11, 20, 9, 0, tzinfo=datetime.UTC)
    kw = {Strategy.AT_ONCE: 400.0, Strategy.SPREAD: 150.0, Strategy.TOGETHER: 120.0, Strategy.GROUP: 110.0}
    published = TerrainTotal("t-1", {Year.Y2030: YearTotal(Year.Y2030, at, 8, 6, 2100.0, kw)})
    figures = figures_of(published)
    assert figures is not None
    assert figures.note == "Indicatie van 8 bedrijven, stand van 20 november 2026."
    assert dict(figures.series) == {"meteen laden": (400,), "gespreid laden": (150,), "samen laden": (120,)}
    assert figure_lines(figures) == ("2030: meteen laden 400 kW, gespreid laden 150 kW, samen laden 120 kW", figures.note)
    assert figures_of(TerrainTotal("t-1")) is None
    assert figure_lines(None) == ()
