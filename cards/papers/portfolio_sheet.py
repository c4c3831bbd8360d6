"""The portfolio as an Excel sheet: one terrain a row, every text a text, so that no name becomes a formula."""

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from cards.papers.contents import Value
from cards.papers.sheets import cell, written

WIDEST, NARROWEST = 45, 9  # characters


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
    return written(book)
