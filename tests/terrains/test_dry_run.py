"""What a dry run finds in a well-formed register: the facts, in every layout, and what changed."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from domain.terrains.terrains import SizeClass, Terrain
from storage.registers.importing.runs import DryRun
from tests.terrains import register
from tests.terrains.register import plan_import

IBIS = "RIN_NUMMER,JAAR,PLAN_NAAM,GEM_CODES,PROV_NAMEN,HA_BRUTO,HA_NETTO,HA_TOTTUIT,WLOC_TYPE"
OLDER = "RINNUMMER;BEDRIJVENT;KERN;OPPBRUTO;OPPNETTO;JAAR"


def plan(folder: Path, content: str, known: dict[str, Terrain] | None = None) -> DryRun[Terrain]:
    return plan_import(register.save(folder, content), known or {})


def known_after(run: DryRun[Terrain]) -> dict[str, Terrain]:
    return {terrain.id: terrain for terrain in run.new + run.changed + run.unchanged}


def test_every_row_of_a_first_file_is_new(tmp_path: Path) -> None:
    run = plan(tmp_path, register.written(register.rows()))

    assert (len(run.new), len(run.changed), len(run.unchanged), run.refused) == (8, 0, 0, ())
    assert run.new[1] == Terrain(
        id="9002",
        name="Zilverhoek III",
        municipality_code="GM0193",
        municipality="Zwolle",
        province="Overijssel",
        year=2024,
        gross_ha=Decimal("31.4"),
        net_ha=Decimal("22.9052"),
        issuable_ha=Decimal("3.0597"),
        location_type="B1",
    )


def test_size_and_province_are_worked_out_and_not_believed(tmp_path: Path) -> None:
    run = plan(tmp_path, register.with_row(provincie="Gelre", grootteklasse="klein"))

    assert run.new[0].province == "Overijssel"
    assert run.new[0].size is SizeClass.LARGE


def test_what_a_file_does_not_know_is_not_known(tmp_path: Path) -> None:
    cafe = plan(tmp_path, register.written(register.rows())).new[6]

    assert cafe.name == "Café-terrein Élan"
    assert cafe.issuable_ha is None
    assert cafe.location_type is None


def test_the_same_file_again_changes_nothing(tmp_path: Path) -> None:
    first = plan(tmp_path, register.written(register.rows()))

    again = plan(tmp_path, register.written(register.rows()), known_after(first))

    assert (len(again.new), len(again.changed), len(again.unchanged)) == (0, 0, 8)


def test_a_terrain_keeps_its_number_when_its_name_changes(tmp_path: Path) -> None:
    known = known_after(plan(tmp_path, register.written(register.rows())))

    run = plan(tmp_path, register.with_row(naam="Zilverhoek Oud"), known)

    assert [(terrain.id, terrain.name) for terrain in run.changed] == [("9001", "Zilverhoek Oud")]
    assert (len(run.new), len(run.unchanged)) == (0, 7)


def test_the_present_ibis_layout_is_recognised_by_its_header(tmp_path: Path) -> None:
    run = plan(tmp_path, f"{IBIS}\n9001,2024,ZILVERHOEK,GM0193,OVERYSSEL,120.5,88.25,4.1,B1\n")

    assert run.sheet.layout.called == "IBIS"
    assert (run.new[0].name, run.new[0].municipality, run.new[0].province) == ("ZILVERHOEK", "Zwolle", "Overijssel")


def test_outside_the_region_the_words_of_the_register_are_kept(tmp_path: Path) -> None:
    run = plan(tmp_path, f"{IBIS}\n7001,2024,Lage Dijk,GM0772,NOORD BRABANT,20,10,0,B1\n")

    assert run.new[0].municipality_code == "GM0772"
    assert run.new[0].province == "Noord-Brabant"
    assert run.new[0].municipality is None


def test_the_useless_municipality_code_of_ibis_means_not_known(tmp_path: Path) -> None:
    run = plan(tmp_path, f"{IBIS}\n7001,2024,Lage Dijk,GM0000,UTRECHT,20,10,0,null\n")

    assert run.new[0].municipality_code is None
    assert run.new[0].province == "Utrecht"


def test_the_older_layout_counts_in_square_metres(tmp_path: Path) -> None:
    run = plan(tmp_path, f"{OLDER}\n9101;De Noordhoek;Holten;125000;98450;2019\n9102;De Pol;Rijssen;4200;3950;2019\n")

    assert "De oppervlakten staan in m2. Wij rekenen ze om naar hectare." in run.remarks
    assert [(terrain.gross_ha, terrain.net_ha) for terrain in run.new] == [
        (Decimal("12.5"), Decimal("9.845")),
        (Decimal("0.42"), Decimal("0.395")),
    ]
    assert run.new[0].place == "Holten"


def test_the_older_layout_keeps_what_it_cannot_know(tmp_path: Path) -> None:
    before = Terrain("9101", "De Noordhoek", "GM1742", "Rijssen-Holten", "Overijssel", None, 2018, location_type="B1")

    run = plan(tmp_path, f"{OLDER}\n9101;De Noordhoek;Holten;125000;98450;2019\n", {"9101": before})

    (after,) = run.changed
    assert after == replace(
        before, place="Holten", year=2019, gross_ha=Decimal("12.5"), net_ha=Decimal("9.845"), issuable_ha=None
    )


def test_a_village_is_not_taken_for_the_municipality_of_that_name(tmp_path: Path) -> None:
    run = plan(tmp_path, f"{OLDER}\n9103;Veemarkt;Hengelo;125000;98450;2019\n")

    assert run.new[0].municipality_code is None


def test_square_metres_are_recognised_under_a_header_of_hectares(tmp_path: Path) -> None:
    records = register.rows()
    for record in records:
        for column in ("ha_bruto", "ha_netto", "ha_tottuit"):
            record[column] = str(int(Decimal(record[column] or 0) * 10_000))

    run = plan(tmp_path, register.written(records))

    assert run.refused == ()
    assert run.new[1].net_ha == Decimal("22.9052")


def test_hectares_are_recognised_under_a_header_of_square_metres(tmp_path: Path) -> None:
    run = plan(tmp_path, f"{OLDER}\n9101;De Noordhoek;Holten;12,5;9,845;2019\n")

    assert run.new[0].net_ha == Decimal("9.845")


@pytest.mark.parametrize(
    ("cell", "hectares"),
    [("1.250.000", "125"), ("125.000", "12.5"), ("125000", "12.5"), ("98.450,6", "9.8451")],
)
def test_dutch_thousands_are_read_in_square_metres(tmp_path: Path, cell: str, hectares: str) -> None:
    run = plan(tmp_path, f"{OLDER}\n9101;De Noordhoek;Holten;{cell};48.500;2019\n")

    assert run.new[0].gross_ha == Decimal(hectares)


def test_three_decimals_are_no_thousands_in_hectares(tmp_path: Path) -> None:
    run = plan(tmp_path, register.with_row(ha_tottuit="1.179"))

    assert run.new[0].issuable_ha == Decimal("1.179")


def test_decimal_commas_are_read(tmp_path: Path) -> None:
    records = register.rows()
    for record in records:
        for column in ("ha_bruto", "ha_netto", "ha_tottuit"):
            record[column] = record[column].replace(".", ",")

    run = plan(tmp_path, register.written(records, ";"))

    assert run.refused == ()
    assert run.new == plan(tmp_path, register.written(register.rows())).new


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_separators_and_encodings_make_no_difference(tmp_path: Path, separator: str, encoding: str) -> None:
    path = register.save(tmp_path, register.written(register.rows(), separator), encoding=encoding)

    assert plan_import(path, {}).new == plan(tmp_path, register.written(register.rows())).new


def test_remarks_blank_lines_and_excels_hint_above_the_header_are_skipped(tmp_path: Path) -> None:
    text = "sep=,\r\n# verzonnen cijfers, om te proberen\r\n\r\n" + register.with_row(ha_netto="-1")

    run = plan(tmp_path, text)

    assert [(refusal.line, refusal.column) for refusal in run.refused] == [(5, "ha_netto")]


def test_columns_in_another_order_and_case_are_found(tmp_path: Path) -> None:
    header = [*reversed(register.HEADER)]
    text = register.written(register.rows(), header=header)
    text = text.replace(",".join(header), ",".join(header).upper(), 1)

    assert plan(tmp_path, text).new == plan(tmp_path, register.written(register.rows())).new


def test_a_name_in_quotes_may_hold_commas_quotes_and_a_line_break(tmp_path: Path) -> None:
    run = plan(tmp_path, register.with_row(naam='Het "Blek",\r\nfase 2') + "9010,te kort\r\n")

    assert run.new[0].name == 'Het "Blek", fase 2'
    assert run.refused[0].line == 11
