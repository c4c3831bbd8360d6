"""A workbook of several tables, each on a sheet of its own; every text is a text, so that nothing becomes a formula."""

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from cards.papers.contents import SheetTable
from cards.papers.sheets import cell, written

WIDEST, NARROWEST, LOOKED_AT = 45, 9, 200  # characters; rows that decide how wide a column is


def make_workbook(lines: Sequence[str], tables: Sequence[SheetTable]) -> bytes:
    """Return an .xlsx file: a sheet that says what it is, and one for each table."""
    book = Workbook(write_only=True)
    about = book.create_sheet("Uitleg")
    about.column_dimensions["A"].width = 100
    for line in lines:
        about.append([cell(about, line)])
    for table in tables:
        sheet = book.create_sheet(table.title)
        sheet.freeze_panes = "B2"
        for place, head in enumerate(table.heads):
            longest = max([len(head), *(len(str(row[place] or "")) for row in table.rows[:LOOKED_AT])])
            sheet.column_dimensions[get_column_letter(place + 1)].width = min(max(longest + 2, NARROWEST), WIDEST)
        sheet.append([cell(sheet, head, bold=True) for head in table.heads])
        for row in table.rows:
            sheet.append([cell(sheet, value) for value in row])
    return written(book)
