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
