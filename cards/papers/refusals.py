"""The rows of a file that were refused, as a workbook: to put beside the file while it is mended."""

from collections.abc import Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from domain.imports import Refusal

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HEADER = ("Regel", "Kolom", "Waarom niet")
WIDTHS = {"A": 10, "B": 20, "C": 100}


def refusals_book(refusals: Sequence[Refusal]) -> bytes:
    """Return a workbook with one row for every reason. What stands in it is text: nothing is a formula."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Geweigerd")
    for column, width in WIDTHS.items():
        sheet.column_dimensions[column].width = width
    sheet.freeze_panes = "A2"
    sheet.append([bold(sheet, title) for title in HEADER])
    for one in refusals:
        sheet.append([one.line, *(as_text(sheet, words) for words in (one.column, one.reason))])
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def bold(sheet: WriteOnlyWorksheet, words: str) -> Cell:
    """Return a cell of the header."""
    cell = as_text(sheet, words)
    cell.font = Font(bold=True)
    return cell


def as_text(sheet: WriteOnlyWorksheet, words: str) -> Cell:
    """Return a cell that is text, whatever it begins with."""
    cell = WriteOnlyCell(sheet, value=words)
    cell.data_type = "s"
    return cell
