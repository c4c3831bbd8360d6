"""Reading a CSV file into rows with their line numbers, whatever separates its cells."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from storage.importing.files import UnreadableFile, read_text
from storage.importing.layouts import KNOWN_COLUMNS, Layout, layout_of

MOST_ROWS = 200_000
SEPARATORS = {",": "komma", ";": "puntkomma", "\t": "tab"}


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the line it stands on, its cells by column name in lower case, and how many cells it has."""

    line: int
    cells: Mapping[str, str]
    width: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of a file, the layout of its header, and how it was written."""

    layout: Layout
    width: int
    rows: tuple[Row, ...]
    encoding: str
    separator: str

    def column(self, name: str) -> list[str]:
        """All cells of one column."""
        return [row.cells.get(name, "") for row in self.rows]


def read_sheet(path: Path) -> Sheet:
    """The rows of the file at `path`; empty lines, and remarks (#, Excel's sep=) before the header, are passed over.

    Raises UnreadableFile with one Dutch sentence when it is no register of terrains.
    """
    found = read_text(path)
    skipped, body = _skip_remarks(found.text.lstrip("\ufeff"))
    separator = _separator(body)
    numbered = _cells(body, separator, skipped)
    _, header = next(numbered, (0, ()))
    layout = layout_of(header)
    names = [name.strip().casefold() for name in header]
    rows = []
    for line, cells in numbered:
        rows.append(Row(line, dict(zip(names, cells, strict=False)), len(cells)))
        if len(rows) > MOST_ROWS:
            raise UnreadableFile("Het bestand heeft te veel regels. Het mogen er ten hoogste 200.000 zijn.")
    if not rows:
        raise UnreadableFile("Onder de kop staan geen regels.")
    return Sheet(layout, len(names), tuple(rows), found.encoding, SEPARATORS[separator])


def _skip_remarks(text: str) -> tuple[int, str]:
    rest = io.StringIO(text, newline="")
    for skipped, line in enumerate(rest):
        if line.strip() and not line.lstrip('"').lower().startswith(("#", "sep=")):
            return skipped, line + rest.read()
    raise UnreadableFile("Het bestand heeft geen kop met namen van kolommen.")


def _separator(text: str) -> str:
    """The separator under which the first line holds the most column names we know."""
    first = next(iter(io.StringIO(text, newline="")))

    def known(separator: str) -> tuple[int, int]:
        cells = [cell.strip().strip('"').strip().casefold() for cell in first.split(separator)]
        return sum(cell in KNOWN_COLUMNS for cell in cells), len(cells)

    return max(SEPARATORS, key=known)


def _cells(text: str, separator: str, skipped: int) -> Iterator[tuple[int, Sequence[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    line = skipped + 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, cells
            line = skipped + reader.line_num + 1
    except csv.Error as error:
        raise UnreadableFile(f"De aanhalingstekens kloppen niet vanaf regel {line}.") from error
