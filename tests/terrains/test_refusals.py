"""Rows and files that cannot be taken over: each gets its line, its column and a reason a person can act on."""

import io
import os
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from storage.registers.importing.sheets import MOST_ROWS
from storage.uploads.files import LARGEST_FILE, UnreadableFile
from tests.terrains import register
from tests.terrains.register import plan_import


@pytest.mark.parametrize(
    ("column", "cell", "reason"),
    [
        ("ha_netto", "-3", "'-3' is negatief. Gebruik een getal van 0 of meer."),
        ("ha_netto", "veel", "'veel' is geen getal zoals de andere in dit bestand."),
        ("ha_netto", "12,5", "'12,5' is geen getal zoals de andere in dit bestand."),
        ("ha_netto", "nan", "'nan' is geen getal zoals de andere in dit bestand."),
        ("ha_netto", "1e3", "'1e3' is geen getal zoals de andere in dit bestand."),
        ("ha_netto", "١٢", "'١٢' is geen getal zoals de andere in dit bestand."),
        ("ha_netto", "=1+1", "Hier staat een formule. Zet er de uitkomst neer."),
        ("ha_netto", "121", "Netto (121 ha) is meer dan bruto (120,5 ha)."),
        ("ha_tottuit", "90.5", "Uitgeefbaar (90,5 ha) is meer dan netto (88,25 ha)."),
        ("ha_bruto", "1205000", "1205000 ha is te groot. Staat dit getal in m2?"),
        ("ha_bruto", "2728", "2728 ha is te groot voor Overijssel. Staat dit getal in m2?"),
        ("rin_nummer", "", "Het RIN-nummer ontbreekt."),
        ("rin_nummer", "90 01", "'90 01' is geen RIN-nummer. Gebruik alleen cijfers, letters en streepjes."),
        ("rin_nummer", "9001.0", "'9001.0' is geen RIN-nummer. Gebruik alleen cijfers, letters en streepjes."),
        ("naam", "  ", "De naam ontbreekt."),
        ("naam", '=HYPERLINK("http://kwaad")', "Hier staat een formule. Zet er de uitkomst neer."),
        ("naam", "@SUM(A1)", "Hier staat een formule. Zet er de uitkomst neer."),
        ("naam", "z" * 201, "Deze tekst is te lang. Gebruik ten hoogste 200 tekens."),
        ("peiljaar", "24", "'24' is geen jaar, zoals 2024."),
        ("gemeentecode", "Zwolle", "'Zwolle' is geen gemeentecode, zoals GM0193."),
        ("gemeentecode", "GM0200", "Code GM0200 hoort bij Apeldoorn, niet bij Zwolle."),
    ],
)
def test_a_wrong_cell_is_refused_with_line_column_and_reason(tmp_path: Path, column: str, cell: str, reason: str) -> None:
    run = plan_import(register.save(tmp_path, register.with_row(**{column: cell})), {})

    assert [(refusal.line, refusal.column, refusal.reason) for refusal in run.refused] == [(2, column, reason)]
    assert not run.acceptable
    assert len(run.new) == 7


def test_a_number_that_occurs_twice_is_refused_the_second_time(tmp_path: Path) -> None:
    records = register.rows()
    records[4]["rin_nummer"] = records[1]["rin_nummer"]

    (refusal,) = plan_import(register.save(tmp_path, register.written(records)), {}).refused

    assert (refusal.line, refusal.reason) == (6, "RIN-nummer 9002 staat ook op regel 3.")


def test_a_row_with_two_faults_counts_once(tmp_path: Path) -> None:
    run = plan_import(register.save(tmp_path, register.with_row(naam="", peiljaar="x")), {})

    assert (len(run.refused), run.refused_rows) == (2, 1)


def test_a_row_with_a_cell_too_many_is_refused(tmp_path: Path) -> None:
    text = register.written(register.rows()).replace("Zilverhoek III", "Zilverhoek, III")

    (refusal,) = plan_import(register.save(tmp_path, text), {}).refused

    assert (refusal.line, refusal.reason) == (3, "Deze regel heeft 13 kolommen. De kop heeft er 12.")


def test_a_tiny_figure_among_square_metres_is_refused(tmp_path: Path) -> None:
    text = "RINNUMMER;BEDRIJVENT;OPPBRUTO;OPPNETTO\n1;De Pol;125000;98450\n2;De Hof;225000;12\n3;De Es;90000;80000\n"

    (refusal,) = plan_import(register.save(tmp_path, text), {}).refused

    assert (refusal.line, refusal.reason) == (3, "12 m2 is te klein. Staat dit getal in hectare?")


def zip_bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 20_000_000)
    return packed.getvalue()


FULL = register.written(register.rows())


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        pytest.param(b"", "Het bestand is leeg.", id="0 bytes"),
        pytest.param(b"\xef\xbb\xbf \r\n", "Het bestand is leeg.", id="only a mark and white space"),
        pytest.param(zip_bomb(), "Dit bestand is uitgepakt veel te groot. Wij openen het niet.", id="zip bomb"),
        pytest.param(b"\xd0\xcf\x11\xe0old", "Dit is een oud Excel-bestand.", id="old excel"),
        pytest.param(b"%PDF-1.7", "Dit is een PDF-bestand.", id="pdf"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "Dit is geen tekstbestand.", id="picture"),
        pytest.param(b"\xff\xfea\0b", "De letters in dit bestand zijn niet te lezen.", id="half a UTF-16 letter"),
        pytest.param(b"naam\x81;\x8d", "De letters in dit bestand zijn niet te lezen.", id="no Windows-1252 either"),
        pytest.param(b"hallo wereld", "De eerste regel heeft geen bekende kolommen.", id="a letter"),
        pytest.param(b",,,\n,,,", "De eerste regel heeft geen bekende kolommen.", id="only commas"),
        pytest.param(b"# alleen een opmerking", "Het bestand heeft geen kop met namen van kolommen.", id="remark"),
        pytest.param(FULL.split("\r\n")[0], "Onder de kop staan geen regels.", id="only a header"),
        pytest.param(FULL.replace(",ha_netto", "", 1), "Er ontbreekt een kolom: ha_netto.", id="a column missing"),
        pytest.param(
            FULL.replace("naam,gemeentecode", "titel,code", 1),
            "Er ontbreken 2 kolommen: naam, gemeentecode.",
            id="two columns missing",
        ),
        pytest.param(FULL.replace("grootteklasse", "naam", 1), "Deze kolom staat er twee keer in: naam.", id="a column twice"),
        pytest.param(
            FULL.replace("De Wilgenkamp", '"De Wilgenkamp', 1),
            "De aanhalingstekens kloppen niet vanaf regel 5.",
            id="an open quotation mark",
        ),
        pytest.param(
            FULL.replace("Zilverhoek III", "z" * 200_000),
            "De aanhalingstekens kloppen niet vanaf regel 3.",
            id="an endless cell",
        ),
    ],
)
def test_a_broken_file_gets_one_clear_sentence(tmp_path: Path, content: str | bytes, sentence: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        plan_import(register.save(tmp_path, content), {})

    said = str(refused.value)
    assert said.startswith(sentence)
    assert "\n" not in said


def test_a_file_that_is_not_there_or_not_a_file_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"Het bestand weg\.csv bestaat niet\."):
        plan_import(tmp_path / "weg.csv", {})
    with pytest.raises(UnreadableFile, match="is geen bestand"):
        plan_import(tmp_path, {})
    with pytest.raises(UnreadableFile, match="is niet te lezen"):
        plan_import(tmp_path / ("a" * 300), {})


def test_a_file_that_is_far_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "groot.csv"
    path.touch()
    os.truncate(path, LARGEST_FILE + 1)

    with pytest.raises(UnreadableFile, match="Het bestand is te groot"):
        plan_import(path, {})


def test_more_rows_than_any_register_has_are_refused(tmp_path: Path) -> None:
    text = "rinnummer,bedrijvent,oppbruto,oppnetto\n" + "1,a,1,1\n" * (MOST_ROWS + 1)

    with pytest.raises(UnreadableFile, match="Het bestand heeft te veel regels"):
        plan_import(register.save(tmp_path, text), {})


def test_a_hundred_thousand_rows_are_read(tmp_path: Path) -> None:
    line = "{},Veld {},GM0193,Zwolle,Overijssel,2024,12.5,9.25,0,B1,klein,ja\n"
    text = ",".join(register.HEADER) + "\n" + "".join(line.format(number, number) for number in range(100_000))

    run = plan_import(register.save(tmp_path, text), {})

    assert (len(run.new), run.refused) == (100_000, ())


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(content=st.binary(max_size=400) | st.text(max_size=200).map(lambda text: f"{FULL}{text}".encode()))
@example(content=b"\0" * 5)
@example(content=b"sep=;")
def test_whatever_a_file_holds_it_is_read_or_refused(tmp_path: Path, content: bytes) -> None:
    path = register.save(tmp_path, content)
    with suppress(UnreadableFile):
        run = plan_import(path, {})
        assert len(run.new) + run.refused_rows == len(run.sheet.rows)
