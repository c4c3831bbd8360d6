"""One column, one rule: a number is read as its file writes numbers, or refused with its reason; never silently otherwise."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.terrains.plan_map import PlanMapYear
from domain.terrains.terrains import Terrain
from storage.registers.importing.plan_maps import KnownFigures, PlanMapRegister
from storage.registers.importing.runs import DryRun
from storage.registers.importing.sheets import read_sheet
from storage.registers.importing.terrains import TerrainsRegister
from storage.uploads.files import UnreadableFile, UploadedFile
from tests.registers import files
from tests.registers.conftest import Noor

PLAN = ("rin_nummer", "jaar", "laadvermogen_kw")
TERRAIN = ("rin_nummer", "naam", "gemeentecode", "peiljaar", "ha_bruto", "ha_netto")
THERE = KnownFigures({}, frozenset(str(number) for number in range(1, 10)))


def sheet_of(kind: str, rows: Sequence[Sequence[Any]]) -> UploadedFile:
    """Return these rows as a workbook, or as a CSV file with semicolons."""
    if kind == "xlsx":
        return UploadedFile("lijst.xlsx", files.workbook(*rows))
    return UploadedFile("lijst.csv", "\n".join(";".join("" if one is None else str(one) for one in row) for row in rows).encode())


def plan(kind: str, *kilowatts: object) -> DryRun[PlanMapYear]:
    """Compare a plan map with these figures, one on each terrain."""
    rows = [(number, 2030, one) for number, one in enumerate(kilowatts, start=1)]
    return PlanMapRegister().compare(read_sheet(sheet_of(kind, [PLAN, *rows])), THERE)


def terrains(kind: str, *gross: object) -> DryRun[Terrain]:
    """Compare a register with these areas, one for each terrain."""
    rows = [(number, f"Park {number}", "GM0193", 2024, one, 0) for number, one in enumerate(gross, start=1)]
    return TerrainsRegister().compare(read_sheet(sheet_of(kind, [TERRAIN, *rows])), {})


def refusals(run: DryRun[Any]) -> list[tuple[int, str, str]]:
    return [(one.line, one.column, one.reason) for one in run.refused]


def test_a_text_beside_numbers_is_read_as_people_write_kilowatts_and_told() -> None:
    run = plan("xlsx", 4537.5, "1.250")
    assert [one.charging_kw for one in run.new] == [Decimal("4537.5"), Decimal(1250)]
    assert run.remarks[-1] == "Let op: 1 getal staat als tekst in de werkmap. Wij lezen '1.250' als 1250."


def test_texts_with_a_comma_among_numbers_are_read_and_told() -> None:
    run = terrains("xlsx", 120.5, "120,5", "8,25", 1.125)
    assert [one.gross_ha for one in run.new] == [Decimal(one) for one in ("120.5", "120.5", "8.25", "1.125")]
    assert "Let op: 2 getallen staan als tekst in de werkmap. Wij lezen '120,5' als 120,5." in run.remarks


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize(
    ("written", "read"),
    [
        (("1.250,5", "1.250"), ("1250.5", "1250")),
        (("1,250.5", "1,250"), ("1250.5", "1250")),
        (("1 250", "1\u00a0250,5", "12\u202f250"), ("1250", "1250.5", "12250")),
        (("1.250", "500"), ("1250", "500")),
        (("1.250.000", "1.250"), ("1250000", "1250")),
        (("0,126", "7,5"), ("0.13", "7.5")),
        (("1512.1255", "512.126"), ("1512.13", "512.13")),
    ],
)
def test_a_file_of_texts_is_read_by_one_rule(kind: str, written: tuple[str, ...], read: tuple[str, ...]) -> None:
    run = plan(kind, *written)
    assert (refusals(run), [one.charging_kw for one in run.new]) == ([], [Decimal(one).quantize(Decimal("0.01")) for one in read])


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize(
    ("written", "reason"),
    [
        (("4537.5", "1.250"), "'1.250' kunnen wij op twee manieren lezen. Schrijf 1250 of 1.25."),
        (("4537.5", "1.255"), "'1.255' kunnen wij op twee manieren lezen. Schrijf 1255 of 1.2550."),
        (("4537,5", "1,250"), "'1,250' kunnen wij op twee manieren lezen. Schrijf 1250 of 1,25."),
        (("4537.5", "1,250"), "'1,250' kunnen wij op twee manieren lezen. Schrijf 1250 of 1.25."),
        (("500", "50%"), "'50%' is een percentage. Zet hier het getal zelf."),
        (("500", "50 kW"), "'50 kW' heeft een eenheid. Zet er alleen het getal neer."),
        (("500", "1.250 kW"), "'1.250 kW' heeft een eenheid. Zet er alleen het getal neer."),
        (("500", "€ 500"), "'€ 500' heeft een eenheid. Zet er alleen het getal neer."),
        (("500", "2030-01-02"), "'2030-01-02' is een datum. Zet hier een getal."),
        (("500", "1-2-2030"), "'1-2-2030' is een datum. Zet hier een getal."),
        (("500", "1 25"), "'1 25' is geen getal zoals de andere in dit bestand."),
        (("500", "1.25.0"), "'1.25.0' is geen getal zoals de andere in dit bestand."),
        (("500,5", "500,25", "1.5"), "'1.5' is geen getal zoals de andere in dit bestand."),
    ],
)  # fmt: skip
def test_what_the_rule_of_others_cannot_read_is_refused_with_its_reason(kind: str, written: tuple[str, ...], reason: str) -> None:
    assert refusals(plan(kind, *written)) == [(len(written) + 1, "laadvermogen_kw", reason)]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize(
    "empty", ["-", "–", "—", "n.b.", "N.B.", "nb", "nvt", "n.v.t.", "onbekend", "Niet bekend", "?", " - ", "n/a"]
)
async def test_every_importer_takes_the_signs_for_nothing_as_empty(noor: Noor, kind: str, empty: str) -> None:
    assert [one.charging_kw for one in plan(kind, "500", empty).new] == [Decimal(500), None]
    assert [one.gross_ha for one in terrains(kind, "12,5", empty).new] == [Decimal("12.5"), None]
    rows = [files.COMPANIES.split(","), ("9001", "Jansen", empty, empty, empty, empty, empty)]
    assert await noor.imports(sheet_of(kind, rows).raw, name=f"lijst.{kind}") == 0
    assert await noor.contacts() == []


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("name", ["@Work Park", "+31 Park", "+31 Park (Noord)", "-Noord", "-Noord (fase 2)", "- Hal 3!", "@home"])
async def test_a_name_that_begins_as_a_formula_does_is_a_name(noor: Noor, kind: str, name: str) -> None:
    sheet = read_sheet(sheet_of(kind, [TERRAIN, (1, name, "GM0193", 2024, 1, 1)]))
    assert [one.name for one in TerrainsRegister().compare(sheet, {}).new] == [name]
    rows = [files.COMPANIES.split(","), ("9001", name, "", name, name, "", "")]
    assert await noor.imports(sheet_of(kind, rows).raw, name=f"lijst.{kind}") == 0
    assert [row[1] for row in await noor.contacts()] == [name]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize(
    "formula",
    [
        "=A1",
        "=1+1",
        "@SUM(A1:A3)",
        "+SOM(A1)",
        "-SUM(1)",
        "+Blad1!A1",
        "-'Blad 1'!$A$1",
        "= A1",
        "-2+cmd|' /C calc'!A0",
        "\uff1d1+1",
    ],
)
def test_a_formula_is_no_name(kind: str, formula: str) -> None:
    run = TerrainsRegister().compare(read_sheet(sheet_of(kind, [TERRAIN, (1, formula, "GM0193", 2024, 1, 1)])), {})
    assert refusals(run) == [(2, "naam", "Hier staat een formule. Zet er de uitkomst neer.")]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("above", [("Plankaart 2026, werkversie",), ("Plankaart", "stand", "1 mei"), ('De "nieuwe" plankaart',)])
def test_a_title_above_the_header_is_passed_over(kind: str, above: tuple[str, ...]) -> None:
    sheet = read_sheet(sheet_of(kind, [above, (), ("gemaakt door het team",), PLAN, (1, 2030, "500")]))
    run = PlanMapRegister().compare(sheet, THERE)
    assert ([row.line for row in sheet.rows], [one.charging_kw for one in run.new]) == ([5], [Decimal(500)])


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_under_a_title_the_header_still_says_what_is_missing(kind: str) -> None:
    with pytest.raises(UnreadableFile, match="Er ontbreekt een kolom: jaar"):
        read_sheet(sheet_of(kind, [("Plankaart",), ("rin_nummer", "laadvermogen_kw"), (1, 500)]))


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("total", [("Totaal", None, 500), (None, "totaal:", 500), ("TOTALEN", "", "500,0")])
def test_a_line_of_totals_is_refused_as_such(kind: str, total: tuple[object, ...]) -> None:
    run = PlanMapRegister().compare(read_sheet(sheet_of(kind, [PLAN, (1, 2030, 500), total])), THERE)
    assert refusals(run) == [(3, "rin_nummer", "Dit lijkt een regel met totalen. Haal die regel weg.")]


@given(st.lists(st.decimals(0, 999_999, places=2), min_size=1, max_size=8), st.sampled_from(["{:,.2f}", "{:.2f}"]), st.booleans())
def test_any_figures_written_in_one_way_are_read_as_they_were_meant(figures: list[Decimal], way: str, dutch: bool) -> None:
    texts = [way.format(one).translate(str.maketrans(",.", ".,")) if dutch else way.format(one) for one in figures]
    run = plan("csv", *texts)
    assert ([one.charging_kw for one in run.new], run.refused) == (figures, ())


@given(st.lists(st.sampled_from(["4537.5", "1.250", "1,250", "12,5", "500", 4537.5, 12, "1.250,5", "1,250.5", "-"]), max_size=8))
def test_whatever_is_mixed_no_text_is_read_in_two_ways(cells: list[object]) -> None:
    """All that is read fits one of the two rules, the same for the whole file."""
    run = plan("xlsx", *cells, 1)
    refused = {line for line, _, _ in refusals(run)}
    read = dict(zip([n for n in range(len(cells)) if n + 2 not in refused], [one.charging_kw for one in run.new], strict=False))
    rules = {
        "," if Decimal(str(text).replace(".", "").replace(",", ".")) == read[place] else "."
        for place, text in enumerate(cells)
        if isinstance(text, str) and place in read and text not in ("-", "500")
    }
    assert len(rules) <= 1
