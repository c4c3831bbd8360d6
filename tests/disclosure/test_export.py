"""`exporteer`: what companies allowed for advisers, as a workbook and as JSON, each value with its certainty and source."""

import io
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from dialogs.disclosure.exports import EXPORT
from domain.access.roles import Grant, Role
from domain.consent.consents import Purpose, State
from domain.demand.parameters import STANDARD
from domain.disclosure.shares import parameters_mark
from domain.intake.answers import Answer, Value
from domain.intake.certainty import Certainty
from domain.terrains.export import ExportedCompany, ExportedValue, TerrainExport, ValueCertainty, ValueSource
from storage.tables.paper import paper
from tests.access.arranging import ZWOLLE
from tests.beginnings import finish_short
from tests.chat import Chat
from tests.disclosure.companies import Town, fleet
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
    noor.sees(
        "Nog geen bedrijf zei ja tegen 'Delen met adviseurs'. Daarom is er nog geen bestand.", "1 bedrijf gaf wel antwoorden."
    )
    noor.sees("Wie deze vraag nog niet kreeg, krijgt die één keer, bij het volgende bericht aan mij.")
    assert await rows(chat, paper) == []
    await noor.clicks("Bekijk de bedrijven")
    noor.sees("Alfa Transport")
    await noor.says("dossier hessenpoort geschiedenis")
    noor.sees("Om een export gevraagd: nog geen bedrijf stond daarin")


async def test_where_nobody_answered_the_team_hears_what_comes_first(chat: Chat) -> None:
    noor = noor_of(chat)
    await noor.says("exporteer hessenpoort")
    noor.sees("Van dit terrein zijn nog geen antwoorden. Daarom is er nog geen bestand.")
    noor.sees_not("adviseurs", "0 ")
    await noor.clicks("Nodig uit")
    noor.sees("code")


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
