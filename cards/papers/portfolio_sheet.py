"""The portfolio as an Excel sheet: one terrain a row, every text a text, so that no name becomes a formula."""

import datetime
import io
from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Value = str | int | float | datetime.date | None
WIDEST, NARROWEST = 45, 9  # characters
# Excel takes no more characters in a cell, and none of the control characters that its format refuses.
LONGEST = 1000
REFUSED = dict.fromkeys((*range(9), 11, 12, *range(14, 32)))


def make_sheet(title: str, lines: Sequence[str], heads: Sequence[str], rows: Sequence[Sequence[Value]]) -> bytes:
    """Return an .xlsx file: a sheet with the rows under their heads, and one that says what it is."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "B2"
    for place, head in enumerate(heads):
        longest = max([len(head), *(len(str(row[place] or "")) for row in rows)])
        sheet.column_dimensions[get_column_letter(place + 1)].width = min(max(longest + 2, NARROWEST), WIDEST)
    sheet.append([cell(sheet, head, bold=True) for head in heads])
    for row in rows:
        sheet.append([cell(sheet, value) for value in row])
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(heads))}{len(rows) + 1}"
    about = book.create_sheet("Uitleg")
    about.column_dimensions["A"].width = 90
    for line in lines:
        about.append([cell(about, line)])
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def cell(sheet: WriteOnlyWorksheet, value: Value, *, bold: bool = False) -> Cell:
    """Return a value as a cell. A text stays a text, also when it begins with = + - or @."""
    plain: Any = value.translate(REFUSED)[:LONGEST] if isinstance(value, str) else value
    made = WriteOnlyCell(sheet, plain)
    if isinstance(value, str):
        made.data_type = "s"  # openpyxl takes "=1+1" for a formula
        made.quotePrefix = value[:1] in "=+-@\t\r"  # and so does Excel, when somebody edits the cell
    if isinstance(value, datetime.date):
        made.number_format = "d mmm yyyy"
    if bold:
        made.font = Font(bold=True)
    return made
