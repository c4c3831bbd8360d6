"""The history of the demo: it follows the rules of the plan, happens once, and gives lists and statuses something to tell."""

import datetime

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncEngine

from demo.bot import PLAN_MAP, TERRAINS
from demo.companies import settle
from demo.history import WALKS, tell_history
from domain.plan.calendar import Standing
from domain.plan.events import PlanKind, TerrainEvent
from domain.plan.folding import fold
from domain.plan.portfolio import Filter, ParkRow, Sort
from domain.plan.rules import Ruling, Verdict, may_choose_outcome, may_complete, may_enter
from domain.plan.state import TerrainState
from storage.database.transactions import transaction
from storage.plan.events import Dossiers
from storage.registers.importing.command import DONE, Operator, run_import
from storage.tables.dossier import terrain_event
from storage.terrains.parks import Parks

NOW = datetime.datetime(2026, 11, 24, 9, 0, tzinfo=datetime.UTC)
TODAY = NOW.date()


@pytest.fixture
async def demo(database: AsyncEngine) -> AsyncEngine:
    """The database of the demo."""
    for file in (TERRAINS, PLAN_MAP):
        assert await run_import(file, database, Operator(lambda _: None)) == DONE
    await settle(database, NOW)
    await tell_history(database, NOW)
    return database


async def parks(database: AsyncEngine, such: Filter) -> dict[str, ParkRow]:
    async with transaction(database) as connection:
        page = await Parks(connection).list_parks(such, Sort.LATE, TODAY)
    return {row.id: row for row in page.rows}


async def test_it_happens_once(demo: AsyncEngine) -> None:
    async def events() -> int:
        async with transaction(demo) as connection:
            return (await connection.execute(select(func.count()).select_from(terrain_event))).scalar_one()

    before = await events()
    assert await tell_history(demo, NOW + datetime.timedelta(days=3)) == len(WALKS)
    assert await events() == before


async def test_the_list_tells_something_of_every_kind(demo: AsyncEngine) -> None:
    rows = await parks(demo, Filter())
    begun = [row for row in rows.values() if row.standing is not Standing.NEW]
    assert {row.id for row in begun} == {walk.terrain for walk in WALKS}
    expected = set(Standing) - {Standing.DONE}
    assert {row.standing for row in rows.values()} == expected
    assert {row.step for row in begun} >= {0, 1, 2, 3, 6}
    late = await parks(demo, Filter(late=True))
    assert set(late) == {"demo-01", "demo-15", "demo-18", "demo-26"}
    assert {row.director for row in begun} == {"Noor Bakker", "Bram Visser", ""}


def judged(event: TerrainEvent, state: TerrainState) -> Ruling:
    """Return what the rules say to an event."""
    match event.kind:
        case PlanKind.ENTERED:
            return may_enter(state, event.data["step"])
        case PlanKind.COMPLETED:
            return may_complete(state)
        case PlanKind.OUTCOME:
            return may_choose_outcome(state)
        case _:
            return Ruling(Verdict.YES)


@pytest.mark.parametrize("terrain", [walk.terrain for walk in WALKS])
async def test_what_happened_was_allowed(demo: AsyncEngine, terrain: str) -> None:
    async with transaction(demo) as connection:
        log = await Dossiers(connection, None).history(terrain)
        known = await Dossiers(connection, None).state(terrain)
    state = TerrainState()
    for event in reversed(log):
        assert judged(event, state).verdict is Verdict.YES, event
        state = fold(state, event)
    assert state == known
    assert [event.at for event in log] == sorted((event.at for event in log), reverse=True)
