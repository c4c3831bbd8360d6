"""The rows of a file that were refused, as a workbook: to put beside the file while it is mended."""

from collections.abc import Sequence

from openpyxl import Workbook

from cards.papers.sheets import cell, written
from domain.registers.imports import Refusal

HEADER = ("Regel", "Kolom", "Waarom niet")
WIDTHS = {"A": 10, "B": 20, "C": 100}


def refusals_book(refusals: Sequence[Refusal]) -> bytes:
    """Return a workbook with one row for every reason. What is in it is text: nothing is a formula."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Geweigerd")
    for column, width in WIDTHS.items():
        sheet.column_dimensions[column].width = width
    sheet.freeze_panes = "A2"
    sheet.append([cell(sheet, title, bold=True) for title in HEADER])
    for one in refusals:
        sheet.append([cell(sheet, value) for value in (one.line, one.column, one.reason)])
    return written(book)
