"""Files with invented registers: CSV and Excel, sound ones, and workbooks that mean harm."""

import io
import zipfile
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from openpyxl import Workbook

COMPANIES = "rin_nummer,bedrijf,kvk,contact,functie,email,telefoon"
PLAN_MAP = "rin_nummer,jaar,laadvermogen_kw,voertuigen,netcapaciteit_kw,congestie"

JANSEN = "9001,Jansen Transport B.V.,12345678,Fatima Jansen,directeur,fatima@jansen.example,06-12345678"
BOER = "9001,De Boer Logistiek,,Piet de Boer,,,0612345679"
BAKKER = "9002,Bakker Bouw,23456789,,,,"


def companies(*rows: str) -> str:
    """A register of companies."""
    return "\r\n".join((COMPANIES, *rows)) + "\r\n"


def plan_map(*rows: str) -> str:
    """A plan map."""
    return "\r\n".join((PLAN_MAP, *rows)) + "\r\n"


def workbook(*rows: Sequence[Any], title: str = "Blad1", change: Callable[[Workbook], None] | None = None) -> bytes:
    """An Excel workbook with these rows on its first sheet."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    if change is not None:
        change(book)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def workbook_of(csv: str) -> bytes:
    """The same register as a workbook, every cell as text."""
    return workbook(*(line.split(",") for line in csv.split("\r\n") if line))


def packed(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip file with these parts."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return written.getvalue()


def unpacked(book: bytes) -> dict[str, bytes]:
    """The parts of a workbook."""
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_parts(book: bytes, **changes: bytes) -> bytes:
    """A workbook with parts changed or added; in names, "__" stands for "/" and the last "_" for "."."""
    named = {name.replace("__", "/")[::-1].replace("_", ".", 1)[::-1]: content for name, content in changes.items()}
    return packed((unpacked(book) | named).items())
