"""Reading an Excel workbook sheet by sheet and row by row, without holding it in memory and without computing anything."""

import datetime
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from decimal import Decimal
from typing import Any, TypeVar

from domain.registers.figures import Figure
from storage.uploads.files import UnreadableFile
from storage.uploads.packages import BROKEN, check_package
from storage.uploads.quick_cells import quick_book, rows_of

MOST_CELLS = 6_000_000
LAST_ROW = 1_048_576  # the last row an Excel sheet can have

Line = tuple[int, Sequence[str]]
Item = TypeVar("Item")


def sheets_of(raw: bytes) -> Iterator[tuple[str, int, Iterator[Line]]]:
    """Yield of every visible sheet its name, how many rows it says it has, and its rows: number and cells as text.

    Empty rows are passed over.

    Raises UnreadableFile, here or while rows are read, for whatever is no sound workbook.
    """
    check_package(raw)
    book = _sound(lambda: _open(raw))
    try:
        sheets = _sound(lambda: list(book.worksheets))
        if not sheets:
            raise UnreadableFile(BROKEN)
        for sheet in sheets:
            if sheet.sheet_state == "visible":
                yield str(sheet.title), _said_rows(sheet), _lines(sheet)
    finally:
        with suppress(Exception):
            book.close()


def _open(raw: bytes) -> Any:  # noqa: ANN401 - openpyxl has no types
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about parts of the workbook that we do not read
        return quick_book(raw)


def _said_rows(sheet: Any) -> int:  # noqa: ANN401 - openpyxl has no types
    says = sheet.said_rows
    return says if isinstance(says, int) and says <= LAST_ROW else 0


def _lines(sheet: Any) -> Iterator[Line]:  # noqa: ANN401 - openpyxl has no types
    rows = rows_of(sheet)
    seen = 0
    for number in range(1, LAST_ROW + 1):
        row = _sound(lambda: next(rows, None))
        if row is None:
            return
        seen += len(row)
        if seen > MOST_CELLS:
            raise UnreadableFile("Dit blad heeft te veel cellen. Verwijder lege kolommen en rijen.")
        cells = [_text(value) for value in row]
        while cells and not cells[-1].strip():
            cells.pop()
        if cells:
            yield number, cells
    raise UnreadableFile(BROKEN)


def _text(value: object) -> str:
    """Return a cell as a CSV file would hold it; a formula as a formula, because nothing here computes."""
    match value:
        case None:
            text = ""
        case str():
            text = value
        case bool():
            text = "ja" if value else "nee"
        case float():
            text = _number(value)
        case int():
            text = Figure(value)
        case datetime.date() | datetime.time():
            text = value.isoformat()
        case _:  # array formulas and data tables come as objects with a place
            text = "=" if hasattr(value, "ref") else str(value)
    return text


def _number(value: float) -> Figure:
    if value.is_integer():
        return Figure(int(value))
    text = repr(value)
    return Figure(f"{Decimal(text):f}" if "e" in text else text)


def _sound(act: Callable[[], Item]) -> Item:
    """Do something with openpyxl, which raises whatever its parsing trips over."""
    try:
        return act()
    except UnreadableFile:
        raise
    except Exception as error:
        raise UnreadableFile(BROKEN) from error
