"""Excel workbooks: read as they are, refused with one sentence when they are broken or mean harm."""

import datetime
import random
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from storage.registers.importing.sheets import Sheet, read_sheet
from storage.uploads.files import UnreadableFile, UploadedFile
from storage.uploads.workbooks import MOST_CELLS
from tests.registers import files

HEADER = files.COMPANIES.split(",")
BOOK = files.workbook(HEADER, ["9001", "Jansen"])
SHEET = "xl__worksheets__sheet1_xml"


def read(raw: bytes) -> Sheet:
    return read_sheet(UploadedFile("lijst.xlsx", raw))


def cells(raw: bytes) -> list[list[str]]:
    return [[*row.cells.values()] for row in read(raw).rows]


def test_numbers_dates_and_texts_become_what_a_text_file_would_hold() -> None:
    row = [9001, "Jansen", 12345678.0, True, datetime.date(2026, 11, 24), 1.179, None]
    assert cells(files.workbook(HEADER, row)) == [["9001", "Jansen", "12345678", "ja", "2026-11-24T00:00:00", "1.179", ""]]


def test_rows_have_the_number_that_excel_shows() -> None:
    book = files.workbook(["Bedrijven van 2026"], [], HEADER, ["9001", "Jansen"], [], [None, " "], ["9002", "Bakker"])
    assert [row.line for row in read(book).rows] == [4, 7]


def test_the_first_sheet_with_columns_we_know_is_read_and_named() -> None:
    def add(book: Workbook) -> None:
        hidden = book.create_sheet("Geheim", 0)
        hidden.append(HEADER)
        hidden.append(["9009", "Verborgen"])
        hidden.sheet_state = "hidden"
        other = book.create_sheet("Lijst")
        other.append(HEADER)
        other.append(["9001", "Jansen"])

    sheet = read(files.workbook(["Uitleg"], ["Vul het tweede blad in."], change=add))
    assert sheet.written == ("Blad: Lijst.",)
    assert [row.cells["bedrijf"] for row in sheet.rows] == ["Jansen"]


def with_chart(book: Workbook) -> None:
    book.create_chartsheet("Grafiek", 0)


def test_a_page_with_a_chart_is_passed_over() -> None:
    assert cells(files.workbook(HEADER, ["9001", "Jansen"], change=with_chart))


def test_a_date_is_the_one_that_excel_shows_from_the_first_to_the_last() -> None:
    moments = ("1900-01-01T06:00:00", "2026-03-29T02:15:00", "9999-12-31T23:45:00")
    row = [9001, *map(datetime.datetime.fromisoformat, moments), datetime.time(0, 15), datetime.timedelta(hours=24), None]
    assert cells(files.workbook(HEADER, row))[0][1:6] == [*moments, "00:15:00", "1 day, 0:00:00"]


@pytest.mark.parametrize("formula", ["=1+1", '=HYPERLINK("http://kwaad.example")', "=cmd|'/c calc'!A1"])
def test_a_formula_is_not_computed(formula: str) -> None:
    assert cells(files.workbook(HEADER, ["9001", formula]))[0][1] == formula


def test_a_row_that_is_longer_than_the_header_shows_its_width() -> None:
    assert [row.width for row in read(files.workbook(HEADER, [*"1234567", "8"])).rows] == [8]


def changed(change: Callable[[Workbook], None]) -> bytes:
    return files.workbook(HEADER, ["9001", "Jansen"], change=change)


def sheet_xml(rows: str, before: str = "") -> bytes:
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    return f'<?xml version="1.0"?>{before}<worksheet {space}><sheetData>{rows}</sheetData></worksheet>'.encode()


LAUGHS = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
FAR = f"<!--{random.Random(1).randbytes(499_960).hex()}-->"  # noise, because a megabyte of blanks is taken for a bomb
CELL = '<row r="1"><c r="A1" t="inlineStr"><is><t>{}</t></is></c></row>'
DAMAGED = "Dit Excel-bestand is beschadigd."
POINTS_OUT = "Dit bestand bevat verwijzingen die wij niet openen."
BOMB = "Dit bestand is uitgepakt veel te groot. Wij openen het niet."


def encrypted(book: bytes) -> bytes:
    """Set the flag of a password on every part, in both places where it stands."""
    return book.replace(b"PK\x03\x04\x14\x00\x00", b"PK\x03\x04\x14\x00\x01").replace(
        b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01"
    )


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        pytest.param(BOOK[: len(BOOK) // 2], DAMAGED, id="cut off"),
        pytest.param(BOOK.replace(b"sheet1.xml", b"sheet9.xml"), DAMAGED, id="a sheet that is not there"),
        pytest.param(files.with_parts(BOOK, xl__workbook_xml=b"<workbook"), DAMAGED, id="half a workbook"),
        pytest.param(files.with_parts(BOOK, **{SHEET: b"\x00\x01"}), DAMAGED, id="a sheet of nothing"),
        pytest.param(files.with_parts(BOOK, **{SHEET: sheet_xml('<row r="99999999999"/>')}), DAMAGED, id="a row far below"),
        pytest.param(files.with_parts(BOOK, **{SHEET: sheet_xml("")}), "Het bestand is leeg.", id="an empty sheet"),
        pytest.param(files.workbook(), "Het bestand is leeg.", id="an empty workbook"),
        pytest.param(files.workbook(HEADER), "Onder de kop staan geen regels.", id="only a header"),
        pytest.param(files.workbook(["a", "b"]), "De eerste regel heeft geen bekende kolommen.", id="other columns"),
        pytest.param(encrypted(BOOK), "Dit bestand heeft een wachtwoord.", id="parts with a password"),
        pytest.param(
            b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"),
            "Dit bestand heeft een wachtwoord.",
            id="a workbook with a password",
        ),
        pytest.param(files.with_parts(BOOK, xl__vbaProject_bin=b"x"), "Dit bestand bevat macro's.", id="macros"),
        pytest.param(
            files.with_parts(BOOK, xl__externalLinks__externalLink1_xml=b"<x/>"),
            "Dit bestand verwijst naar andere bestanden.",
            id="links to other files",
        ),
        pytest.param(files.with_parts(BOOK, **{SHEET: sheet_xml(CELL.format("&b;"), LAUGHS)}), POINTS_OUT, id="a billion laughs"),
        pytest.param(files.with_parts(BOOK, **{SHEET: sheet_xml(CELL.format("&a;"), OUTSIDE)}), POINTS_OUT, id="a file of ours"),
        pytest.param(
            files.with_parts(BOOK, **{SHEET: sheet_xml("", LAUGHS).decode().encode("utf-16")}), POINTS_OUT, id="in UTF-16"
        ),
        pytest.param(files.with_parts(BOOK, **{SHEET: sheet_xml("", FAR + LAUGHS)}), POINTS_OUT, id="far from the start"),
        pytest.param(
            files.with_parts(BOOK, **{SHEET: b'<?xml version="1.0" encoding="cp037"?>\x4c'}), DAMAGED, id="a hiding encoding"
        ),
        pytest.param(files.with_parts(BOOK, xl__media__a_png=b"\0" * 30_000_000), BOMB, id="a bomb"),
        pytest.param(files.packed([(f"a{n}", b"") for n in range(2_100)]), BOMB, id="very many parts"),
        pytest.param(files.packed([("word/document.xml", b"<a/>")]), "Dit is een Word-bestand.", id="a letter"),
        pytest.param(files.packed([("content.xml", b"<a/>")]), "Dit is een bestand van LibreOffice.", id="ods"),
        pytest.param(files.packed([("xl/workbook.bin", b"")]), "Dit is een binair Excel-bestand", id="xlsb"),
        pytest.param(files.packed([("foto.jpg", b"")]), "Dit is een zip-bestand.", id="a zip file"),
        pytest.param(files.packed([]), "Dit is een leeg zip-bestand.", id="an empty zip file"),
    ],
)
def test_a_workbook_that_is_none_gets_one_clear_sentence(raw: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read(raw)
    assert str(refused.value).startswith(sentence)
    assert "\n" not in str(refused.value)


def test_a_sheet_full_of_nothing_is_refused_before_it_takes_all_memory() -> None:
    wide = '<row><c r="XFD{}" t="inlineStr"><is><t>x</t></is></c></row>'
    header = "".join(f'<c t="inlineStr"><is><t>{name}</t></is></c>' for name in HEADER)
    rows = f"<row>{header}</row>" + "".join(wide.format(number) for number in range(2, MOST_CELLS // 16_384 + 4))
    with pytest.raises(UnreadableFile, match="Dit blad heeft te veel cellen"):
        read(files.with_parts(BOOK, **{SHEET: sheet_xml(rows)}))


PLAIN = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=12)
ROWS = st.lists(st.lists(PLAIN, min_size=7, max_size=7), min_size=1, max_size=6)


@settings(max_examples=60, deadline=None)
@given(rows=ROWS)
def test_the_same_rows_come_out_of_text_and_of_workbook(rows: list[list[str]]) -> None:
    quoted = [[f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row] for row in rows]
    text = "\n".join([files.COMPANIES, *(",".join(row) for row in quoted)])
    from_text = read_sheet(UploadedFile("lijst.csv", text.encode()))
    from_book = read(files.workbook(HEADER, *rows))
    assert [[*row.cells.values()] for row in from_book.rows] == [[*row.cells.values()] for row in from_text.rows] == rows


@settings(max_examples=120, deadline=None)
@given(at=st.integers(0, len(BOOK) - 1), byte=st.integers(0, 255), cut=st.booleans())
@example(at=0, byte=80, cut=True)
def test_a_workbook_with_a_wrong_byte_is_read_or_refused(at: int, byte: int, cut: bool) -> None:
    broken = BOOK[:at] + bytes([byte]) + (b"" if cut else BOOK[at + 1 :])
    with suppress(UnreadableFile):
        read(broken)


PARTS: Sequence[Any] = sorted(files.unpacked(BOOK))


@settings(max_examples=120, deadline=None)
@given(part=st.sampled_from(PARTS), content=st.binary(max_size=60) | st.sampled_from([b"<a/>", b"<worksheet><x></worksheet>"]))
def test_a_workbook_with_a_wrong_part_is_read_or_refused(part: str, content: bytes) -> None:
    with suppress(UnreadableFile):
        read(files.packed((files.unpacked(BOOK) | {part: content}).items()))
