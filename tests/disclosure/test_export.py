"""`exporteer`: what companies allowed for advisers, as a workbook and as JSON, each value with its certainty and source."""

import io
import json
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from cards.papers.contents import SheetTable
from cards.papers.workbook import make_workbook
from dialogs.disclosure.exports import EXPORT
from docs.pages import export_schema
from domain.access.roles import Grant, Role
from domain.consent.consents import TEXTS, Decision, Purpose, State, valid_until
from domain.demand.measured import MeasuredDays
from domain.demand.parameters import STANDARD
from domain.demand.quantities import QUARTERS
from domain.disclosure.audiences import Disclosed
from domain.disclosure.shares import Hidden, parameters_mark
from domain.intake.answers import Answer, Answers, Value
from domain.intake.certainty import Certainty
from domain.terrains.export import ExportedCompany, ExportedValue, TerrainExport, ValueCertainty, ValueSource
from domain.terrains.exporting import company_of
from storage.tables.paper import paper
from tests.access.arranging import ZWOLLE
from tests.beginnings import finish_short
from tests.chat import Chat
from tests.disclosure.companies import NOW, Town, fleet
from tests.disclosure.test_factsheet import MANAGER, reader
from tests.disclosure.test_plan_map import noor_of
from tests.disclosure.test_renewing import renew, settle
from tests.tables import rows
from tests.without import does_not_exist

SCHEMA = Path(__file__).parents[2] / "docs" / "export.schema.json"
ALLOWED = (Purpose.TOTAL, Purpose.ADVISERS)
GUESSED: dict[str, Answer | Value] = {
    "van.total": 0, "light_truck.total": 0, "rigid.total": 0, "tractor.total": 10,
    "tractor.electric_2030": Answer(4, Certainty.ESTIMATE), "tractor.electric_now": 0,
    "tractor.back": "18:00", "tractor.out": "06:00", "grid.peak_kw": 95, "grid.night_kw": Answer(20, Certainty.ESTIMATE),
    "own.solar_kwp": 80,
}  # fmt: skip


async def files(chat: Chat) -> tuple[TerrainExport, dict[str, list[list[Any]]]]:
    """Return the JSON as the schema's models read it, and every sheet of the workbook as rows."""
    kept = {row["media_type"]: row for row in await rows(chat, paper)}
    made = TerrainExport.model_validate_json(kept["application/json"]["content"])
    book = load_workbook(io.BytesIO(next(row["content"] for media, row in kept.items() if "spreadsheet" in media)))
    return made, {sheet.title: [[cell.value for cell in row] for row in sheet.rows] for sheet in book.worksheets}


async def exported(chat: Chat, town: Town, **answers: Answer | Value) -> ExportedCompany:
    """Return a company of these answers as it was exported."""
    await town.adds("Alfa Transport", *ALLOWED, answers=GUESSED | {name.replace("__", "."): one for name, one in answers.items()})
    await noor_of(chat).says("exporteer hessenpoort")
    made, _ = await files(chat)
    return made.companies[0]


async def test_only_who_allowed_it_is_in_the_files(chat: Chat, town: Town) -> None:
    await town.adds("Alfa Transport", *ALLOWED, answers=fleet(4))
    await town.adds("Bravo Logistiek", Purpose.TOTAL, answers=fleet(8))
    await town.adds("Charlie Bouw", *ALLOWED, answers=fleet(2), phoned=True)
    await town.adds("Delta Food", *ALLOWED, answers=fleet(2), kept=State.WITHDRAWN)
    noor = noor_of(chat)
    await noor.says("exporteer hessenpoort")
    noor.sees("De gegevens van 1 bedrijf op Hessenpoort (Zwolle).", "2 andere bedrijven staan er niet in.", "adviseurs")
    made, sheets = await files(chat)
    assert ([one.company for one in made.companies], made.not_allowed) == (["Alfa Transport"], 2)
    assert [row[0] for row in sheets["Bedrijven"][1:]] == ["Alfa Transport"]
    assert not any(name in str(sheets) + made.model_dump_json() for name in ("Bravo", "Charlie", "Delta"))
    await noor.says("dossier hessenpoort geschiedenis")
    noor.sees("Geëxporteerd: de gegevens van 1 bedrijf")


async def test_every_value_says_where_it_comes_from(chat: Chat, town: Town) -> None:
    company = await exported(chat, town)
    [tractors] = company.fleets
    assert tractors.electric_2030 == ExportedValue(
        value=4, lowest=3.2, highest=4.8, unit="vehicles", certainty=ValueCertainty.ESTIMATE, source=ValueSource.ANSWER,
        name="tractor.electric_2030",
    )  # fmt: skip
    sure = tractors.electric_now
    assert sure is not None
    assert (sure.value, sure.certainty, sure.name) == (0, ValueCertainty.SURE, "tractor.electric_now")
    later = tractors.electric_2035
    assert later is not None
    assert (later.lowest, later.highest, later.source) == (4, 10, ValueSource.BOUNDS)
    km, parameter = tractors.km_per_day, STANDARD.km_per_day.tractor
    assert (km.value, km.source, km.name) == (parameter.default, ValueSource.PARAMETER, "km_per_day.tractor")
    assert (tractors.kwh_per_km.name, tractors.kwh_per_km_year.name) == (
        "kwh_per_km.tractor x winter_factor.tractor",
        "kwh_per_km.tractor",
    )
    assert tractors.kwh_per_km.value == pytest.approx(tractors.kwh_per_km_year.value * STANDARD.winter_factor.tractor.default)
    assert (tractors.back.value, tractors.away.value, tractors.back.unit) == (18, 6, "hour")
    assert company.night_kw is not None
    assert (company.night_kw.value, company.night_kw.certainty) == (20, ValueCertainty.ESTIMATE)
    assert company.solar_kwp is not None
    assert company.solar_kwp.value == 80
    assert (company.connection_kw, company.base_day) == (None, None)
    assert (company.consent.purpose, company.consent.text_version) == ("advisers", "2026-12")


async def test_the_workbook_has_units_in_its_heads_and_the_same_numbers(chat: Chat, town: Town) -> None:
    company = await exported(chat, town)
    _, sheets = await files(chat)
    heads, row = sheets["Vloot"]
    at = heads.index("Elektrisch 2030 (aantal)")
    assert row[at : at + 5] == [4, 3.2, 4.8, "schatting", "tractor.electric_2030"]
    assert heads[heads.index("Verbruik per jaar (kWh per km)") + 3] == "Verbruik per jaar, zekerheid"
    heads, row = sheets["Bedrijven"]
    assert row[heads.index("Aansluiting, zekerheid")] == "niet bekend"
    assert row[heads.index("Hoogste gebruik (kW)")] == company.peak_kw.value if company.peak_kw else None
    about = "\n".join(str(cells[0]) for cells in sheets["Uitleg"])
    assert "1 bedrijven zeiden ja" not in about
    assert f"versie {parameters_mark(STANDARD)}" in about
    assert "Meterdagen" not in sheets
    numbers = {str(cells[0]): cells for cells in sheets["Getallen"]}
    for name, one in (("efficiency.dc", STANDARD.efficiency.dc), ("kwh_per_km.rigid_cooled", STANDARD.kwh_per_km.rigid_cooled)):
        assert numbers[name][1:4] == [one.default, one.low, one.high]
    assert numbers["winter_factor.tractor"][7] == "zwaarste dag"


async def test_a_name_that_looks_like_a_formula_stays_a_text(chat: Chat, town: Town) -> None:
    await town.adds('=HYPERLINK("https://kwaad.example";"Alfa")', *ALLOWED, answers=fleet(4))
    await noor_of(chat).says("exporteer hessenpoort")
    kept = next(row["content"] for row in await rows(chat, paper) if "spreadsheet" in row["media_type"])
    cell = load_workbook(io.BytesIO(kept))["Bedrijven"]["A2"]
    assert (cell.data_type, cell.quotePrefix, cell.value[:10]) == ("s", True, "=HYPERLINK")


async def test_when_nobody_allowed_it_there_is_no_file(chat: Chat, town: Town) -> None:
    await town.adds("Alfa Transport", Purpose.TOTAL, answers=fleet(4))
    noor = noor_of(chat)
    await noor.says("exporteer hessenpoort")
    noor.sees("Nog geen bedrijf zei ja tegen 'Delen met adviseurs'.", "1 ander bedrijf staat er niet in.")
    assert await rows(chat, paper) == []


async def test_who_would_give_another_company_away_is_held_back(chat: Chat, town: Town) -> None:
    for name in ("Alfa", "Bravo", "Charlie", "Delta"):
        await town.adds(name, *ALLOWED, answers=fleet(4))
    await settle(town, "Echo", "Foxtrot", "Golf")
    await renew(town)
    await town.decides("Echo", State.GIVEN, Purpose.ADVISERS)
    noor = noor_of(chat)
    await noor.says("exporteer hessenpoort")
    noor.sees("De gegevens van 4 bedrijven op Hessenpoort (Zwolle).", "3 andere bedrijven staan er niet in.")
    noor.sees("1 bedrijf tonen wij u nog niet.", "Anders is een ander bedrijf uit het totaal te halen.")
    made, _ = await files(chat)
    assert [one.company for one in made.companies] == ["Alfa", "Bravo", "Charlie", "Delta"]


async def test_a_withdrawal_takes_the_files_along(chat: Chat, town: Town) -> None:
    fatima, noor = await finish_short(chat), noor_of(chat)
    await noor.says("exporteer hessenpoort")
    noor.sees("Een bedrijf zegt ja met 'toestemming adviseurs'.")
    await fatima.says("toestemming adviseurs")
    await fatima.clicks("Ja")
    await noor.says("exporteer hessenpoort")
    assert len(await rows(chat, paper)) == 2
    await fatima.clicks("Trek in")
    assert await rows(chat, paper) == []


@pytest.mark.parametrize("grant", [MANAGER, ZWOLLE, Grant(Role.GRID_OPERATOR, terrain="t-1")])
async def test_for_others_it_does_not_exist(chat: Chat, grant: Grant) -> None:
    yara = await reader(chat, grant)
    await does_not_exist(yara, "exporteer hessenpoort", [EXPORT])


async def test_in_own_words(chat: Chat, town: Town) -> None:
    await town.adds("Alfa Transport", *ALLOWED, answers=fleet(4))
    noor = noor_of(chat)
    await noor.says("geef me de cijfers van hessenpoort in excel")
    noor.sees("De gegevens van 1 bedrijf op Hessenpoort (Zwolle).")


def test_measured_days_have_their_place() -> None:
    days = MeasuredDays(tuple(float(one) for one in range(QUARTERS)), (-3.0,) * QUARTERS)
    company = company_of(disclosed(fleet(4)), STANDARD, days)
    assert company.base_day is not None
    assert company.base_day.winter_kw[95] == 95
    assert company.base_day.highest_kw[0] == -3
    without = company_of(disclosed(fleet(4)), STANDARD, None)
    assert without.base_day is None


def test_what_was_measured_is_the_use_and_what_was_answered_no_longer() -> None:
    winter = tuple(50.0 if quarter < 72 else 80.0 for quarter in range(QUARTERS))
    days = MeasuredDays(winter, (90.0,) * QUARTERS)
    answers = fleet(4) | {"grid.peak_kw": 300, "grid.night_kw": 250, "own.cars": 10}
    company = company_of(disclosed(answers), STANDARD, days)
    for one in (company.peak_kw, company.night_kw):
        assert one is not None
        assert (one.value, one.lowest, one.highest, one.source, one.name) == (80, 80, 90, ValueSource.MEASURED, "meter")
    answered = company_of(disclosed(answers), STANDARD, None)
    assert answered.peak_kw is not None
    assert answered.night_kw is not None
    assert (answered.peak_kw.value, answered.night_kw.value) == (300, 250)
    assert company.cars_kw == answered.cars_kw
    assert company.cars_kw is not None
    assert (company.cars_kw.value, company.cars_kw.certainty) == (37, ValueCertainty.ASSUMED)


def test_each_class_has_the_efficiency_of_its_own_charging_points() -> None:
    both = {"van.total": 4, "van.charger_kw": 11, "tractor.total": 4, "tractor.charger_kw": 150}
    vans, tractors = company_of(disclosed(both), STANDARD, None).fleets
    assert (vans.charging_efficiency.value, vans.charging_efficiency.name) == (STANDARD.efficiency.ac.default, "efficiency.ac")
    assert (tractors.charging_efficiency.value, tractors.charging_efficiency.name) == (
        STANDARD.efficiency.dc.default,
        "efficiency.dc",
    )
    own = company_of(disclosed(both | {"model.efficiency": 91, "rigid.total": 2}), STANDARD, None).fleets
    assert {(one.charging_efficiency.value, one.charging_efficiency.name) for one in own} == {(0.91, "model.efficiency")}
    assert own[1].kwh_per_km_year.name == "kwh_per_km.rigid / kwh_per_km.rigid_cooled"


def test_the_page_is_the_schema_of_what_is_made() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == export_schema(), "run `make docs`"
    schema = json.loads(export_schema())
    assert set(schema["required"]) >= {"terrain", "companies", "not_allowed", "parameters_version"}
    assert schema["additionalProperties"] is False


NUMBERS = st.one_of(st.none(), st.integers(0, 40), st.integers(0, 40).map(lambda one: Answer(one, Certainty.ESTIMATE)))


@given(
    given_=st.fixed_dictionaries(
        {f"{vehicle}.{name}": NUMBERS for vehicle in ("van", "tractor") for name in ("total", "electric_2030", "km_per_day")}
    ),
    back=st.times(),
    out=st.times(),
)
def test_whatever_was_answered_is_read_back_by_the_schema(given_: dict[str, Any], back: Any, out: Any) -> None:  # noqa: ANN401
    clocks = {"tractor.back": f"{back:%H:%M}", "tractor.out": f"{out:%H:%M}"}
    company = company_of(disclosed({name: one for name, one in given_.items() if one is not None} | clocks), STANDARD, None)
    assert ExportedCompany.model_validate_json(company.model_dump_json()) == company
    for one in company.fleets:
        assert 0 <= one.back.value < 24
        assert one.share_on_site.highest <= 1


def disclosed(answers: dict[str, Any]) -> Any:  # noqa: ANN401 - as much of a company as is exported
    yes = Decision(State.GIVEN, TEXTS[Purpose.ADVISERS].version, NOW, valid_until(NOW))
    given_ = Answers({name: one if isinstance(one, Answer) else Answer(one) for name, one in answers.items()})
    none: frozenset[Purpose] = frozenset()
    hidden = Hidden(uuid4(), uuid4())
    return Disclosed(uuid4(), "t-1", "Alfa", given_, {Purpose.ADVISERS: yes}, none, none, hidden, 1, phoned=False)


def test_a_workbook_refuses_nothing_that_people_type() -> None:
    made = make_workbook(("=1+1",), [SheetTable(title="Blad", heads=("@a",), rows=(("\x00-2",), ("x" * 5000,)))])
    book: Workbook = load_workbook(io.BytesIO(made))
    assert [cell.value for cell in book["Blad"]["A"]] == ["@a", "-2", "x" * 1000]
