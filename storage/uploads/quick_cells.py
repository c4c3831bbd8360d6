"""The cells of a sheet as openpyxl reads them, with a short way for those that hold nothing but a text, a number or a date.

openpyxl makes several objects of every text that stands in its own cell, and reads a sheet that does not tell its size twice: a
year of quarter-hours took three times as long.
"""

import datetime
from collections.abc import Iterator
from functools import cache, lru_cache
from io import BytesIO
from typing import Any

WIDEST = 16_384  # columns that an Excel sheet can have
FIRST_DAY, LAST_DAY = 61, 2_950_000  # days since 1900 that surely are a date: to the year 9976
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ROW, VALUE, INLINE, TEXT = f"{MAIN}row", f"{MAIN}v", f"{MAIN}is", f"{MAIN}t"
ELSE = object()  # a cell that openpyxl reads itself


def quick_book(raw: bytes) -> Any:  # noqa: ANN401 - openpyxl has no types
    """Return the workbook in these bytes, only to be read; `said_rows` of a sheet is how many rows it says it has, or None."""
    from openpyxl.reader.excel import ExcelReader
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet
    from openpyxl.worksheet._reader import DATA_TAG, DIMENSION_TAG
    from openpyxl.worksheet.dimensions import SheetDimension
    from openpyxl.xml.functions import iterparse

    class QuickSheet(ReadOnlyWorksheet):
        """Looks for its size no further than where its rows begin; openpyxl goes through all of them."""

        said_rows: int | None = None

        def _get_size(self) -> None:
            sheet: Any = self
            with sheet._get_source() as source:  # noqa: SLF001
                for _, element in iterparse(source, ("start",)):
                    if element.tag == DIMENSION_TAG:
                        said: Any = SheetDimension.from_tree(element)
                        self.said_rows = said.boundaries[3]
                    if element.tag in (DIMENSION_TAG, DATA_TAG):
                        return

    class QuickReader(ExcelReader):
        """Reads the sheets with cells, and not those with charts."""

        def read_worksheets(self) -> None:
            book: Any = self.wb
            for sheet, rel in self.parser.find_sheets():
                if rel.target in self.valid_files and "chartsheet" not in rel.Type:
                    found: Any = QuickSheet(book, sheet.name, rel.target, self.shared_strings)
                    found.sheet_state = sheet.state
                    book._sheets.append(found)  # noqa: SLF001

    reader = QuickReader(BytesIO(raw), read_only=True, keep_links=False)
    reader.read()
    return reader.wb


def rows_of(sheet: Any) -> Iterator[list[object]]:  # noqa: ANN401 - openpyxl has no types
    """Yield the values of each row of a sheet that is only read, and nothing else of it; rows that are not there are empty."""
    from openpyxl.worksheet._reader import WorkSheetParser
    from openpyxl.xml.functions import iterparse

    book, expected = sheet.parent, 1
    with sheet._get_source() as source:  # noqa: SLF001 - what its own iter_rows begins with
        parser = WorkSheetParser(
            source,
            sheet._shared_strings,  # noqa: SLF001
            data_only=book.data_only,
            epoch=book.epoch,
            date_formats=book._date_formats,  # noqa: SLF001
            timedelta_formats=book._timedelta_formats,  # noqa: SLF001
        )
        for _, element in iterparse(source):
            if element.tag != ROW:
                continue
            said = element.get("r")
            parser.row_counter = int(float(said)) if said else parser.row_counter + 1
            for _ in range(expected, parser.row_counter):
                yield []
            expected = max(expected, parser.row_counter) + 1
            yield values_of(element, parser)
            element.clear()


def values_of(row: Any, parser: Any) -> list[object]:  # noqa: ANN401
    """Return the values of a row by their column; of two in one column the later one."""
    values: list[object] = []
    parser.col_counter = 0
    for cell in row:
        value, place = quick_value(cell, parser), cell.get("r")
        if value is ELSE:
            value = parser.parse_cell(cell)["value"]
        else:
            parser.col_counter = column_of(place.rstrip("0123456789"))
        if not 1 <= parser.col_counter <= WIDEST:
            raise ValueError("a sheet is not so wide")
        values += [None] * (parser.col_counter - len(values))
        values[parser.col_counter - 1] = value
    return values


def quick_value(cell: Any, parser: Any) -> object:  # noqa: ANN401
    """Return what a cell with a place holds, when that is one text, number or date; else ELSE."""
    if len(cell) != 1 or cell.get("r") is None:
        return ELSE
    kind, inside = cell.get("t", "n"), cell[0]
    text = inside.text
    if inside.tag != VALUE or not text:
        is_text = kind == "inlineStr" and inside.tag == INLINE and len(inside) == 1 and inside[0].tag == TEXT
        return inside[0].text or "" if is_text else ELSE
    if kind == "s":
        return parser.shared_strings[int(text)]
    if kind != "n":
        return ELSE
    style = int(cell.get("s", 0))
    if style not in parser.date_formats:
        return int(text) if text.isdigit() else float(text)
    is_date = style not in parser.timedelta_formats and FIRST_DAY <= float(text) <= LAST_DAY
    return date_at(float(text), parser.epoch) if is_date else ELSE


@cache
def column_of(letters: str) -> int:
    """Return the number of a column. Raises ValueError."""
    from openpyxl.utils.cell import column_index_from_string

    return column_index_from_string(letters)


@lru_cache(maxsize=4096)
def date_at(days: float, epoch: datetime.datetime) -> object:
    """Return the date of so many days; most stand in a file twice, as the end of a quarter and as the begin of the next."""
    from openpyxl.utils.datetime import from_excel

    return from_excel(days, epoch)
