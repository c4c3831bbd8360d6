"""What papers are made of that is on no card: the value of a cell, and everything that is kept about somebody."""

import datetime

from cards.views.card import FactGroup, Frozen

Value = str | int | float | datetime.date | None


class DataChapter(Frozen):
    """One kind: its title, what it is, and its rows."""

    title: str
    what: str
    rows: tuple[tuple[str, str], ...] = ()


class DataPaper(Frozen):
    """The whole document."""

    title: str
    lines: tuple[str, ...]
    chapters: tuple[DataChapter, ...]


class SheetTable(Frozen):
    """One sheet of a workbook: its title, its heads with their units, and its rows."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


class OutlookPeaks(Frozen):
    """The peaks of one year in kW, as far as they are drawn."""

    label: str
    at_once: float
    spread: float


class OutlookPaper(Frozen):
    """A company's outlook on one page: the sentence, the peaks and rooms in kW, the numbers of each year, advice and costs."""

    title: str
    below: str
    headline: str
    chart_title: str
    peaks: tuple[OutlookPeaks, ...]
    rooms: tuple[tuple[str, float], ...]
    years: tuple[FactGroup, ...]
    advice: tuple[str, ...]
    costs: tuple[str, ...]
    dated: str
    at: datetime.datetime


class TextChapter(Frozen):
    """A heading, perhaps none, with paragraphs; `small` are lines below them, such as where something comes from."""

    title: str = ""
    paragraphs: tuple[str, ...]
    small: tuple[str, ...] = ()


class TextGroup(Frozen):
    """Chapters that belong together, perhaps under a title."""

    title: str = ""
    chapters: tuple[TextChapter, ...]


class TextPaper(Frozen):
    """Something to read or copy: its title, a line below it, what it says, and the foot of each page."""

    title: str
    below: str = ""
    groups: tuple[TextGroup, ...]
    organisation: str
    contact: str = ""
    dated: str


class FlyerDate(Frozen):
    """When and where one can come."""

    title: str
    day: str
    time: str
    place: str = ""


class FlyerPaper(Frozen):
    """A flyer on one page: whom it is for, the question, what is so, and how one takes part; `address` is empty without a door.

    `invites` stands where no date is known.
    """

    title: str
    whom: str
    question: str
    fact: str = ""
    date: FlyerDate | None = None
    invites: str = ""
    points: tuple[str, ...]
    address: str = ""
    scan: str = ""
    contact: str
    sender: str
    privacy: tuple[str, ...]
    organisation: str
    at: datetime.datetime

    @property
    def words(self) -> tuple[str, ...]:
        """Return everything it says, in the order in which it is read."""
        date = (self.date.title, self.date.day, self.date.time, self.date.place) if self.date else (self.invites,)
        door = (self.scan, self.address) if self.address else ()
        return tuple(filter(None, (self.whom, self.question, self.fact, *date, *self.points, *door, self.contact, self.sender,
                                   *self.privacy)))  # fmt: skip
