"""The way to every paper. What draws and writes them takes seconds to load: each is loaded when its first paper is made.

So a process starts without them; the list of what waits is in `pyproject.toml` (banned-module-level-imports). To make a paper
in a thread is to load in it too, and nobody waits for that.
"""

import datetime
from collections.abc import Sequence

from cards.papers.contents import DataPaper, FlyerPaper, OutlookPaper, SheetTable, TextPaper, Value
from cards.papers.session import Appointment, CalendarMethod, SessionPaper
from cards.views.disclosure.factsheet import Factsheet
from cards.views.dossier.briefing import Briefing
from domain.registers.imports import Refusal

PDF = "application/pdf"
CALENDAR = "text/calendar"
PICTURE = "image/png"
JSON = "application/json"
DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


def make_factsheet(card: Factsheet, organisation: str, contact: str, sources: Sequence[str] = ()) -> bytes:
    """Return the factsheet of a terrain as a PDF of one page. ValueError when there is no year to show."""
    from cards.papers.factsheet import make_factsheet as make

    return make(card, organisation, contact, sources)


def make_outlook_page(paper: OutlookPaper, organisation: str, contact: str) -> bytes:
    """Return a company's outlook as a PDF of one page."""
    from cards.papers.outlook import make_outlook_page as make

    return make(paper, organisation, contact)


def make_run_sheet(session: SessionPaper) -> bytes:
    """Return the run sheet of a session as a .docx file."""
    from cards.papers.run_sheet import make_run_sheet as make

    return make(session)


def make_slides(session: SessionPaper) -> bytes:
    """Return the slides of a session as a .pptx file."""
    from cards.papers.slides import make_slides as make

    return make(session)


def make_calendar(
    appointment: Appointment,
    made: datetime.datetime,
    method: CalendarMethod = CalendarMethod.PUBLISH,
    organiser: str = "",
    attendee: str = "",
) -> bytes:
    """Return an appointment as an .ics file."""
    from cards.papers.appointment import make_calendar as make

    return make(appointment, made, method, organiser, attendee)


def make_square(address: str, pixels: int = 12) -> bytes:
    """Return a square that leads to an address, as PNG; `pixels` is the size of its smallest part."""
    from cards.papers.square import make_square as make

    return make(address, pixels)


def make_flyer(paper: FlyerPaper) -> bytes:
    """Return a flyer as a PDF of one page."""
    from cards.papers.flyer import make_flyer as make

    return make(paper)


def make_text_pages(paper: TextPaper, at: datetime.datetime) -> bytes:
    """Return a text to read as a PDF; `at` is when it was made."""
    from cards.papers.text_pages import make_text_pages as make

    return make(paper, at)


def make_text_document(paper: TextPaper) -> bytes:
    """Return a text to copy or change as a .docx file."""
    from cards.papers.text_document import make_text_document as make

    return make(paper)


def make_talk_sheet(briefing: Briefing, organisation: str, printed_on: str) -> bytes:
    """Return the briefing for a talk as a .docx file."""
    from cards.papers.talk_sheet import make_talk_sheet as make

    return make(briefing, organisation, printed_on)


def make_data_paper(paper: DataPaper, organisation: str, made_on: str) -> bytes:
    """Return everything that is kept about somebody as a .docx file."""
    from cards.papers.my_data import make_data_paper as make

    return make(paper, organisation, made_on)


def make_sheet(title: str, lines: Sequence[str], heads: Sequence[str], rows: Sequence[Sequence[Value]]) -> bytes:
    """Return the portfolio as an .xlsx file."""
    from cards.papers.portfolio_sheet import make_sheet as make

    return make(title, lines, heads, rows)


def make_workbook(lines: Sequence[str], tables: Sequence[SheetTable]) -> bytes:
    """Return tables as an .xlsx file, each on a sheet of its own behind one that says what it is."""
    from cards.papers.workbook import make_workbook as make

    return make(lines, tables)


def refusals_book(refusals: Sequence[Refusal]) -> bytes:
    """Return the refused rows of a file as an .xlsx file."""
    from cards.papers.refusals import refusals_book as make

    return make(refusals)
