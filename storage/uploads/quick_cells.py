"""The cells of a sheet as openpyxl reads them, with a short way for those that hold nothing but a text, a number or a date.

openpyxl makes several objects of every text that stands in its own cell, and reads a sheet that does not tell its size twice: a
year of quarter-hours took three times as long.
"""

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from typing import Any

WIDEST = 16_384  # columns that an Excel sheet can have
FIRST_DAY, LAST_DAY = 61, 2_950_000  # days since 1900 that surely are a date: to the year 9976


def rows_of(sheet: Any) -> Iterator[tuple[object, ...]]:  # noqa: ANN401 - openpyxl has no types
    """Yield the values of each row of a sheet that is only read, and nothing else of it; rows that are not there are empty."""
    from openpyxl.worksheet._reader import ROW_TAG
    from openpyxl.xml.functions import iterparse

    book, expected = sheet.parent, 1
    with sheet._get_source() as source:  # noqa: SLF001 - what its own iter_rows begins with
        parser = quick_parser()(
            source,
            sheet._shared_strings,  # noqa: SLF001
            data_only=book.data_only,
            epoch=book.epoch,
            date_formats=book._date_formats,  # noqa: SLF001
            timedelta_formats=book._timedelta_formats,  # noqa: SLF001
        )
        for _, element in iterparse(source):
            if element.tag != ROW_TAG:
                continue
            number, cells = parser.parse_row(element)
            element.clear()
            for _ in range(expected, number):
                yield ()
            expected = max(expected, number) + 1
            yield values_of(cells)


def values_of(cells: list[dict[str, Any]]) -> tuple[object, ...]:
    """Return the values of a row by their column."""
    values: list[object] = []
    for cell in cells:
        gap = cell["column"] - len(values) - 1
        if gap < 0 or cell["column"] > WIDEST:  # twice the same column, or backwards: the later one counts, as in openpyxl
            return openly(cells)
        values += [None] * gap
        values.append(cell["value"])
    return tuple(values)


def openly(cells: list[dict[str, Any]]) -> tuple[object, ...]:
    """Return the values of a row whose cells are not in order."""
    width = cells[-1]["column"]
    if width > WIDEST:
        raise ValueError("a sheet is not so wide")
    values: list[object] = [None] * width
    for cell in cells:
        if 1 <= cell["column"] <= width:
            values[cell["column"] - 1] = cell["value"]
    return tuple(values)


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


@cache
def quick_parser() -> Any:  # noqa: ANN401 - openpyxl has no types
    """Return the parser of openpyxl with the short way; it loads openpyxl, which takes long."""
    from openpyxl.utils.cell import column_index_from_string
    from openpyxl.utils.datetime import from_excel
    from openpyxl.worksheet._reader import INLINE_STRING, VALUE_TAG, WorkSheetParser

    text = INLINE_STRING.replace("}is", "}t")
    column_of = cache(column_index_from_string)

    class QuickParser(WorkSheetParser):
        """Reads a cell that holds one text, number or date itself, and leaves all others to openpyxl."""

        def parse_cell(self, element: Any) -> dict[str, Any]:  # noqa: ANN401
            """Return the cell in the form of openpyxl."""
            place, kind = element.get("r"), element.get("t", "n")
            if place is None or len(element) != 1:
                return super().parse_cell(element)
            inside, style = element[0], int(element.get("s", 0))
            if kind == "inlineStr" and inside.tag == INLINE_STRING and len(inside) == 1 and inside[0].tag == text:
                value: object = inside[0].text or ""
            elif inside.tag != VALUE_TAG or not inside.text:
                return super().parse_cell(element)
            elif kind == "s":
                value = self.shared_strings[int(inside.text)]
            elif kind == "n" and style not in self.date_formats:
                value = int(inside.text) if inside.text.isdigit() else float(inside.text)
            elif kind == "n" and style not in self.timedelta_formats and FIRST_DAY <= float(inside.text) <= LAST_DAY:
                value = from_excel(float(inside.text), self.epoch)
            else:
                return super().parse_cell(element)
            self.col_counter = column_of(place.rstrip("0123456789"))
            return {"row": self.row_counter, "column": self.col_counter, "value": value, "data_type": kind, "style_id": style}

    return QuickParser
