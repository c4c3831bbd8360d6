"""Reading numbers as one file writes them: the cells that can be read in one way only decide for those that cannot."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from domain.registers.figures import Figure
from domain.registers.imports import count
from storage.registers.importing.cells import Misread, plain, shown

_GROUPS = r"(?:\d+|\d{{1,3}}(?: \d{{3}})+|[1-9]\d{{0,2}}(?:{between}\d{{3}})+)"
_COMMA = re.compile(_GROUPS.format(between=r"\.") + r"(?:,\d+)?", re.ASCII)
_POINT = re.compile(_GROUPS.format(between=",") + r"(?:\.\d+)?", re.ASCII)
_LONE = re.compile(r"[1-9]\d{0,2}([.,])\d{3}", re.ASCII)
_LONG = re.compile(r".*[.,]\d{3,}", re.ASCII)
_GROUPED = re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?", re.ASCII)
_NEGATIVE = re.compile(r"[-−–]\s*\d.*")
_PERCENT = re.compile(r".*\d\s*%")
_DATE = re.compile(r"\d{4}-\d\d-\d\d(T.*)?|\d{1,2}[-/]\d{1,2}[-/]\d{2,4}")
_UNIT = re.compile(r"[\d., ]*\d\s*(?![eE][+-]?\d)[A-Za-z²³]+\d?|[€$]\s*\d.*")
_MARKED = re.compile(r"\d+[., ][\d., ]*\d", re.ASCII)
_LONGEST = 20


@dataclass(frozen=True, slots=True)
class Marks:
    """How the texts of one file write numbers.

    `grouped` and `long`: there are cells with surely a comma between thousands, and with surely three decimals or more.
    `rarely_three`: nobody writes this quantity in just three decimals, so "1.500" is fifteen hundred unless it cannot be.
    """

    comma: bool
    grouped: bool = False
    long: bool = False
    rarely_three: bool = False

    def read(self, cell: str) -> Decimal:
        """Return the figure of 0 or more in a cell, which is there. Raises Misread with the reason."""
        if _NEGATIVE.fullmatch(cell):
            raise Misread(f"{shown(cell)} is negatief. Gebruik een getal van 0 of meer.")
        if isinstance(cell, Figure):
            return Decimal(cell)
        if not cell.isascii() or len(cell) > _LONGEST or not (_COMMA if self.comma else _POINT).fullmatch(cell):
            raise Misread(_why_not(cell))
        if (lone := _LONE.fullmatch(cell)) and not self.decides(lone[1]):
            raise Misread(f"{shown(cell)} kunnen wij op twee manieren lezen. {self.instead(cell, lone[1])}")
        bare = cell.replace(" ", "")
        return Decimal(bare.replace(".", "").replace(",", ".") if self.comma else bare.replace(",", ""))

    def instead(self, cell: str, mark: str) -> str:
        """Return the two ways to write such a cell that can be read in one way only."""
        whole, _, decimals = cell.partition(mark)
        short = decimals.rstrip("0")
        fraction = f"{short}0" if len(short) == len(decimals) else short or "0"
        return f"Schrijf {whole}{decimals} of {whole}{',' if self.comma else '.'}{fraction}."

    def decides(self, mark: str) -> bool:
        """Say whether the other cells decide what this mark means before just three figures."""
        if (mark == ",") is self.comma:  # it would be the decimal mark
            return self.long or not self.rarely_three
        return self.comma or self.grouped  # a point between thousands is how it is done here, a comma is not


def marks_of(cells: Iterable[str], *, rarely_three: bool = False, thousands: bool = False) -> Marks:
    """Return how these cells, all of one kind in one file, write numbers; numbers of a workbook say nothing of its texts.

    `thousands`: where no cell is sure, a point is between thousands.
    """
    texts = [cell for cell in cells if not isinstance(cell, Figure)]
    only_comma = [text for text in texts if _COMMA.fullmatch(text) and not _POINT.fullmatch(text)]
    only_point = [text for text in texts if _POINT.fullmatch(text) and not _COMMA.fullmatch(text)]
    comma = len(only_comma) > len(only_point)
    if not only_comma and not only_point:
        lone = [found[1] for text in texts if (found := _LONE.fullmatch(text))]
        comma = lone.count(",") > 0 or (thousands and "." in lone)
    sure = only_comma if comma else only_point
    long = any(_LONG.fullmatch(text) for text in sure if ("," in text) is comma)
    return Marks(comma, any(_GROUPED.fullmatch(text) for text in only_point), long, rarely_three)


def number_in(cell: str) -> str:
    """Return a cell for reading its number: a number of a workbook as it is. Raises Misread as `plain` does."""
    return cell if isinstance(cell, Figure) else plain(cell)


def bare(cell: str) -> str:
    """Return a cell for looking at how it is written, whatever is in it."""
    return cell if isinstance(cell, Figure) else " ".join(cell[: _LONGEST * 3].split())[: _LONGEST + 1]


def remark_on_texts(cells: Iterable[str], marks: Marks) -> Iterator[str]:
    """Tell how texts with a mark were read that are among the numbers of a workbook: nothing tells it there."""
    cells = list(cells)
    texts = [cell for cell in cells if not isinstance(cell, Figure) and _MARKED.fullmatch(cell)]
    if not texts or len(texts) == len(cells) or not any(isinstance(cell, Figure) for cell in cells):
        return
    try:
        read = f"{marks.read(texts[0]).normalize():f}".replace(".", ",")
    except Misread:  # refused, with its reason
        return
    those = "1 getal staat" if len(texts) == 1 else f"{count(len(texts))} getallen staan"
    yield f"Let op: {those} als tekst in de werkmap. Wij lezen {shown(texts[0])} als {read}."


def _why_not(cell: str) -> str:
    """Return the reason for whoever has to mend a cell that is no number like the others."""
    if len(cell) > _LONGEST * 2:
        return f"{shown(cell)} is geen getal zoals de andere in dit bestand."
    if _PERCENT.fullmatch(cell):
        return f"{shown(cell)} is een percentage. Zet hier het getal zelf."
    if _DATE.fullmatch(cell):
        return f"{shown(cell)} is een datum. Zet hier een getal."
    if _UNIT.fullmatch(cell):
        return f"{shown(cell)} heeft een eenheid. Zet er alleen het getal neer."
    return f"{shown(cell)} is geen getal zoals de andere in dit bestand."
