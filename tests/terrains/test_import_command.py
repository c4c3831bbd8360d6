"""The import as an operator runs it: what it says, what it stores, and what it leaves alone."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.terrains.terrains import Terrain
from storage.registers.importing.command import Operator, run_import
from storage.terrains.terrains import load_terrain, load_terrains
from tests.terrains import register
from tests.terrains.register import plan_import


class Noor:
    """Somebody at the command line, who remembers what was said."""

    def __init__(self, engine: AsyncEngine) -> None:
        self.engine = engine
        self.heard: list[str] = []

    async def imports(self, path: Path, *, dry_run: bool = False) -> int:
        self.heard = []
        return await run_import(path, self.engine, Operator(self.heard.append), dry_run=dry_run)

    async def finds(self) -> dict[str, Terrain]:
        async with self.engine.connect() as connection:
            return await load_terrains(connection)


@pytest.fixture
def noor(registry: AsyncEngine) -> Noor:
    return Noor(registry)


async def test_a_register_is_stored_after_its_dry_run(noor: Noor, tmp_path: Path) -> None:
    assert await noor.imports(register.save(tmp_path, register.written(register.rows()))) == 0

    assert noor.heard == [
        "Wij lezen terreinen.csv.",
        "Indeling: lijst van de provincies. Regels: 8. Tussen de kolommen: komma.",
        "Nieuw: 8. Gewijzigd: 0. Ongewijzigd: 0. Geweigerd: 0.",
        "Klaar. Er zijn 8 terreinen opgeslagen.",
    ]
    assert [*(await noor.finds())] == [f"900{number}" for number in range(1, 9)]


async def test_what_is_stored_is_what_was_read_with_its_origin(noor: Noor, tmp_path: Path) -> None:
    path = register.save(tmp_path, register.written(register.rows()))
    await noor.imports(path)

    async with noor.engine.connect() as connection:
        stored = await load_terrain(connection, "9004")
        missing = await load_terrain(connection, "9999")
    assert missing is None
    assert stored is not None
    assert stored == plan_import(path, {}).new[3]
    assert stored.origin is not None
    assert stored.origin.file == "terreinen.csv"
    assert timedelta(0) <= datetime.now(UTC) - stored.origin.at < timedelta(minutes=5)


async def test_size_and_invention_can_be_asked_of_the_database(noor: Noor, tmp_path: Path) -> None:
    await noor.imports(register.save(tmp_path, register.with_row(rin_nummer="demo-1")))

    async with noor.engine.connect() as connection:
        rows = await connection.execute(text("select id, size_class, invented from terrain where name ~ 'Zilverhoek'"))
        assert {tuple(row) for row in rows} == {("demo-1", "groot", True), ("9002", "middel", False)}
    assert "Let op: 1 terrein heeft verzonnen cijfers (RIN-nummer met demo-)." in noor.heard


async def test_a_dry_run_stores_nothing(noor: Noor, tmp_path: Path) -> None:
    assert await noor.imports(register.save(tmp_path, register.written(register.rows())), dry_run=True) == 0

    assert noor.heard[-2:] == [
        "Nieuw: 8. Gewijzigd: 0. Ongewijzigd: 0. Geweigerd: 0.",
        "Dit was een proef. Er is niets opgeslagen.",
    ]
    assert await noor.finds() == {}


async def test_the_same_file_again_changes_nothing_not_even_the_origin(noor: Noor, tmp_path: Path) -> None:
    path = register.save(tmp_path, register.written(register.rows()))
    await noor.imports(path)
    before = {terrain.id: terrain.origin for terrain in (await noor.finds()).values()}

    assert await noor.imports(path) == 0

    assert noor.heard[-2:] == [
        "Nieuw: 0. Gewijzigd: 0. Ongewijzigd: 8. Geweigerd: 0.",
        "Alles was al bekend. Er is niets veranderd.",
    ]
    assert {terrain.id: terrain.origin for terrain in (await noor.finds()).values()} == before


async def test_one_refused_row_keeps_all_others_out(noor: Noor, tmp_path: Path) -> None:
    assert await noor.imports(register.save(tmp_path, register.with_row(ha_netto="-1"))) == 1

    assert noor.heard[-3:] == [
        "Nieuw: 7. Gewijzigd: 0. Ongewijzigd: 0. Geweigerd: 1.",
        "Regel 2, kolom ha_netto: '-1' is negatief. Gebruik een getal van 0 of meer.",
        "Er is niets opgeslagen. Verbeter eerst deze regels.",
    ]
    assert await noor.finds() == {}


async def test_a_changed_row_is_stored_and_the_rest_left_alone(noor: Noor, tmp_path: Path) -> None:
    await noor.imports(register.save(tmp_path, register.written(register.rows()), "eerst.csv"))

    await noor.imports(register.save(tmp_path, register.with_row(ha_netto="90"), "later.csv"))

    assert "Nieuw: 0. Gewijzigd: 1. Ongewijzigd: 7. Geweigerd: 0." in noor.heard
    origins = {terrain.id: terrain.origin.file for terrain in (await noor.finds()).values() if terrain.origin}
    assert (origins["9001"], origins["9002"]) == ("later.csv", "eerst.csv")


async def test_a_broken_file_gets_one_sentence_and_exit_one(noor: Noor, tmp_path: Path) -> None:
    assert await noor.imports(register.save(tmp_path, b"PK\x03\x04 and more")) == 1

    assert noor.heard[1:] == [
        "Dit Excel-bestand is beschadigd. Sla de lijst op als CSV of als Excel-werkmap (.xlsx) en probeer het opnieuw."
    ]


async def test_what_was_assumed_about_the_file_is_said(noor: Noor, tmp_path: Path) -> None:
    text_in_m2 = "RINNUMMER;BEDRIJVENT;OPPBRUTO;OPPNETTO\n1;Café Zuid;125000,5;98450\n"

    await noor.imports(register.save(tmp_path, text_in_m2, encoding="cp1252"))

    assert noor.heard[1:5] == [
        "Indeling: IBIS, oudere indeling. Regels: 1. Tussen de kolommen: puntkomma.",
        "De letters staan in Windows-1252. Kijk na of letters zoals é en ë goed zijn.",
        "De oppervlakten staan in m2. Wij rekenen ze om naar hectare.",
        "De getallen hebben een komma voor de decimalen.",
    ]


async def test_a_thousand_refusals_are_shown_and_the_rest_counted(noor: Noor, tmp_path: Path) -> None:
    lines = "".join(f"{number},Veld,-1,1\n" for number in range(1500))

    await noor.imports(register.save(tmp_path, f"rinnummer,bedrijvent,oppbruto,oppnetto\n{lines}"))

    assert sum(line.startswith("Regel ") for line in noor.heard) == 1000
    assert noor.heard[-2] == "En nog 500 andere fouten."


async def test_two_imports_at_once_do_not_mix(noor: Noor, registry: AsyncEngine, tmp_path: Path) -> None:
    path = register.save(tmp_path, register.written(register.rows()))
    fatima = Noor(registry)

    both = await asyncio.gather(noor.imports(path), fatima.imports(path))

    assert [*both] == [0, 0]

    assert {noor.heard[-1], fatima.heard[-1]} == {
        "Klaar. Er zijn 8 terreinen opgeslagen.",
        "Alles was al bekend. Er is niets veranderd.",
    }


async def test_a_database_that_says_no_halfway_keeps_nothing(noor: Noor, tmp_path: Path) -> None:
    async with noor.engine.begin() as connection:
        await connection.execute(text("alter table terrain add constraint not_morgenrood check (id <> '9008')"))
    try:
        with pytest.raises(DBAPIError):
            await noor.imports(register.save(tmp_path, register.written(register.rows())))
        assert await noor.finds() == {}
    finally:
        async with noor.engine.begin() as connection:
            await connection.execute(text("alter table terrain drop constraint not_morgenrood"))


AREAS = st.decimals(0, 250, places=4).map(str)
TERRAINS = st.fixed_dictionaries(
    {
        "naam": st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1, max_size=40).filter(
            lambda name: any(mark.isalnum() for mark in name) and name.strip()[0] not in "=@+-"
        ),
        "gemeentecode": st.sampled_from(["GM0193", "GM0200", "GM0000", "GM0772", ""]),
        "peiljaar": st.sampled_from(["2022", "2024", ""]),
        "ha_netto": AREAS,
        "ha_tottuit": st.sampled_from(["", "0"]),
        "wloc_type": st.sampled_from(["B1", "B/C1", "ONBEKEND", ""]),
    }
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(records=st.lists(TERRAINS, min_size=1, max_size=12), separator=st.sampled_from(",;\t"))
async def test_any_register_imported_twice_is_unchanged_the_second_time(
    noor: Noor, tmp_path: Path, records: list[dict[str, str]], separator: str
) -> None:
    async with noor.engine.begin() as connection:
        await connection.execute(text("truncate terrain cascade"))
    full = [record | {"rin_nummer": str(number), "ha_bruto": record["ha_netto"]} for number, record in enumerate(records)]
    path = register.save(tmp_path, register.written(full, separator))

    assert await noor.imports(path) == 0, noor.heard
    assert await noor.imports(path) == 0
    assert noor.heard[-2] == f"Nieuw: 0. Gewijzigd: 0. Ongewijzigd: {len(full)}. Geweigerd: 0."
