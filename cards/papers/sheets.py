"""What every Excel sheet of ours shares: a text is a text, whatever it begins with, and nothing is in it that Excel refuses."""

import datetime
import io
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from cards.papers.contents import Value

# Excel takes no more characters in a cell, and none of the control characters that its format refuses.
LONGEST = 1000
REFUSED = dict.fromkeys((*range(9), 11, 12, *range(14, 32)))


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


def written(book: Workbook) -> bytes:
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()
