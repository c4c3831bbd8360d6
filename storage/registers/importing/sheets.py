"""Reading a CSV file or an Excel workbook into rows with their line numbers, whatever separates or encodes its cells."""

import csv
import io
import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from domain.registers.imports import ImportStage
from storage.registers.importing.layouts import KNOWN_COLUMNS, Layout, layout_of
from storage.registers.importing.progress import Progress, silent, told
from storage.uploads.files import FileText, UnreadableFile, UploadedFile, check_size, read_text
from storage.uploads.workbooks import Line, sheets_of

MOST_ROWS = 200_000
SEPARATORS = {",": "komma", ";": "puntkomma", "\t": "tab"}
HEADER_WITHIN = 20  # rows of a sheet: above the header often are a title and a remark
MOST_SHEETS = 50
LONGEST_HEADER = 20_000  # characters


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row: the line it is on, its cells by column name in lower case, and how many cells it has."""

    line: int
    cells: Mapping[str, str]
    width: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of a file, the layout of its header, and sentences on how it was written; the first one fits any file."""

    layout: Layout
    columns: Mapping[str, str]
    width: int
    rows: tuple[SheetRow, ...]
    written: tuple[str, ...]

    def column(self, field: str) -> list[str]:
        name = self.columns.get(field)
        return [] if name is None else [row.cells.get(name, "") for row in self.rows]


def read_sheet(upload: UploadedFile, progress: Progress = silent) -> Sheet:
    """The rows of a file; empty lines, and remarks (#, Excel's sep=) before the header, are passed over.

    Raises UnreadableFile with one Dutch sentence when it is no register. Takes seconds for 100,000 rows.
    """
    check_size(len(upload.raw))
    return _from_workbook(upload.raw, progress) if upload.is_package else _from_text(read_text(upload.raw), progress)


def _from_text(found: FileText, progress: Progress) -> Sheet:
    text = found.text.lstrip("\ufeff")
    at, skipped, separator = _find_header(text)
    body = text[at:]
    lines = _cells(body, separator, skipped)
    _, header = next(lines, (0, ()))
    written = [f"Tussen de kolommen: {SEPARATORS[separator]}."]
    if found.encoding == "Windows-1252":
        written.append("De letters staan in Windows-1252. Kijk na of letters zoals é en ë goed zijn.")
    return _sheet(layout_of(header), header, told(lines, body.count("\n"), ImportStage.READING, progress), written)


def _from_workbook(raw: bytes, progress: Progress) -> Sheet:
    faults: list[tuple[int, UnreadableFile]] = []
    for title, expected, lines in itertools.islice(sheets_of(raw), MOST_SHEETS):
        top = list(itertools.islice(lines, HEADER_WITHIN))
        for place, (_, header) in enumerate(top):
            try:
                layout = layout_of(header)
            except UnreadableFile as fault:
                faults.append((_known(header), fault))
                continue
            rest = _as_wide(itertools.chain(top[place + 1 :], lines), header)
            return _sheet(layout, header, told(rest, expected, ImportStage.READING, progress), [f"Blad: {title}."])
    raise _nearest(faults) or UnreadableFile("Het bestand is leeg.")


def _as_wide(lines: Iterator[Line], header: Sequence[str]) -> Iterator[Line]:
    """A sheet leaves out the empty cells at the end of a row."""
    for number, cells in lines:
        yield number, [*cells, *[""] * (len(header) - len(cells))]


def _sheet(layout: Layout, header: Sequence[str], lines: Iterator[Line], written: Sequence[str]) -> Sheet:
    names = [name.strip().casefold() for name in header]
    rows = []
    for line, cells in lines:
        rows.append(SheetRow(line, dict(zip(names, cells, strict=False)), len(cells)))
        if len(rows) > MOST_ROWS:
            raise UnreadableFile("Het bestand heeft te veel regels. Het mogen er ten hoogste 200.000 zijn.")
    if not rows:
        raise UnreadableFile("Onder de kop staan geen regels.")
    return Sheet(layout, layout.columns_in(names), len(names), tuple(rows), tuple(written))


def _find_header(text: str) -> tuple[int, int, str]:
    """Return where the header begins, how many lines are above it, and what separates its cells.

    Above it may be remarks, empty lines, and a title. Raises UnreadableFile with what is wrong with the likeliest header.
    """
    faults: list[tuple[int, UnreadableFile]] = []
    at = tried = 0
    for skipped, line in enumerate(io.StringIO(text, newline="")):
        if line.strip() and not line.lstrip('"').lower().startswith(("#", "sep=")):
            separator = max(SEPARATORS, key=lambda one: (_known(line.replace('"', "").split(one)), line.count(one)))
            header: Sequence[str] = ()
            try:
                _, header = next(_cells(text[at : at + LONGEST_HEADER], separator, skipped), (0, ()))
                layout_of(header)
            except UnreadableFile as fault:
                faults.append((_known(header), fault))
            else:
                return at, skipped, separator
            tried += 1
        if tried == HEADER_WITHIN:
            break
        at += len(line)
    raise _nearest(faults) or UnreadableFile("Het bestand heeft geen kop met namen van kolommen.")


def _known(header: Sequence[str]) -> int:
    """Return how many names of columns we know are in a line."""
    return sum(cell.strip().casefold() in KNOWN_COLUMNS for cell in header)


def _nearest(faults: Sequence[tuple[int, UnreadableFile]]) -> UnreadableFile | None:
    """Return what is wrong with the line that is most like a header; the first of equal ones."""
    return max(faults, key=lambda one: one[0], default=(0, None))[1]


def _cells(text: str, separator: str, skipped: int) -> Iterator[Line]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    line = skipped + 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, cells
            line = skipped + reader.line_num + 1
    except csv.Error as error:
        raise UnreadableFile(f"De aanhalingstekens kloppen niet vanaf regel {line}.") from error
