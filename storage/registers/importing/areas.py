"""Reading areas, of which a file says neither which decimal mark nor, reliably, which unit it uses."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from storage.registers.importing.cells import Misread, says_nothing
from storage.registers.importing.numbers import Marks, marks_of

# The largest business park of the country is 2,728 ha gross (IBIS); above it a figure can only be square metres.
LARGEST_TERRAIN_HA = Decimal(3000)
# A terrain below 100 m2 does not exist: such a figure was meant in hectares.
SMALLEST_TERRAIN_M2 = Decimal(100)

_GROUPED = re.compile(r"\d{1,3}(\.\d{3})+|\d+")
_HECTARE = Decimal(10_000)
_FOUR_PLACES = Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class Notation:
    """How one file writes its areas: the decimal mark, and whether it counts in square metres."""

    marks: Marks
    square_metres: bool

    def read(self, cell: str) -> Decimal | None:
        """The hectares in a cell, to four decimals; None when it says nothing. Raises Misread."""
        if says_nothing(text := cell):
            return None
        figure = self.marks.read(text)
        if not self.square_metres:
            if figure > LARGEST_TERRAIN_HA:
                raise Misread(f"{text} ha is te groot. Staat dit getal in m2?")
            return figure.quantize(_FOUR_PLACES)
        if 0 < figure < SMALLEST_TERRAIN_M2:
            raise Misread(f"{text} m2 is te klein. Staat dit getal in hectare?")
        if figure > LARGEST_TERRAIN_HA * _HECTARE:
            raise Misread(f"{text} m2 is te groot.")
        return (figure / _HECTARE).quantize(_FOUR_PLACES)


def notation_of(cells: Sequence[str], *, named_in_m2: bool) -> Notation:
    """How these cells, all areas of one file, are written.

    `named_in_m2`: the header belongs to a layout that counts in square metres; the figures themselves overrule it.
    """
    texts = [cell for cell in cells if not says_nothing(cell)]
    marks = marks_of(texts, thousands=named_in_m2 and all(_GROUPED.fullmatch(text) for text in texts))
    figures = [figure for text in texts if (figure := _figure_or_none(text, marks))]
    middle = median(figures) if figures else Decimal(0)
    if Decimal(1000) < middle <= LARGEST_TERRAIN_HA:
        return Notation(marks, named_in_m2)
    return Notation(marks, middle > LARGEST_TERRAIN_HA)


def _figure_or_none(text: str, marks: Marks) -> Decimal | None:
    try:
        return marks.read(text)
    except Misread:
        return None
