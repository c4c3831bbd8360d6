"""What papers are made of that is on no card: the value of a cell, and everything that is kept about somebody."""

import datetime

from cards.views.card import Frozen

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
