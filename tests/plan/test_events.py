"""The log of terrains: what follows from it is stored with it, can be made anew from it, and nobody overwrites anybody."""

import asyncio
from uuid import UUID, uuid4

from hypothesis import HealthCheck, given, settings
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from domain.plan.events import NewEvent, PlanKind
from domain.plan.folding import state_of
from domain.plan.outcomes import LetterState
from domain.plan.state import TerrainState
from storage.database.transactions import transaction
from storage.plan.events import Dossiers, erase_from_dossiers, rebuild
from storage.tables.dossier import terrain_event, terrain_state
from tests.plan.plans import COMPANIES, any_events, made, recorded
from tests.postgres import Emptier

NOOR = UUID(int=9)
DATABASE = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


async def stored(connection: AsyncConnection) -> TerrainState:
    """Return the state that is stored for t-1."""
    return await Dossiers(connection, None).state("t-1")


@DATABASE
@given(events=any_events())
async def test_what_is_stored_is_what_follows_from_the_log(
    database: AsyncEngine, emptier: Emptier, events: list[NewEvent]
) -> None:
    emptier.empty()
    async with transaction(database) as connection:
        for event in events:
            await Dossiers(connection, NOOR).record(event)
        kept = await stored(connection)
        assert kept == state_of(recorded(*events))
        if events:
            before = (await connection.execute(select(terrain_state))).one()
            assert await rebuild(connection, "t-1") == kept
            assert (await connection.execute(select(terrain_state))).one() == before


async def test_who_decided_on_an_older_state_changes_nothing(database: AsyncEngine) -> None:
    async with transaction(database) as connection:
        dossiers = Dossiers(connection, NOOR)
        first = await dossiers.record(made(PlanKind.ENTERED, step=0), seen=0)
        assert first is not None
        assert first.revision == 1
        assert await dossiers.record(made(PlanKind.COMPLETED, step=0), seen=0) is None
        assert await stored(connection) == first
        assert (await connection.execute(select(func.count()).select_from(terrain_event))).scalar_one() == 1


async def test_two_at_the_same_time_are_numbered_one_after_the_other(database: AsyncEngine) -> None:
    async def tick(seen: int | None) -> TerrainState | None:
        async with transaction(database) as connection:
            event = made(PlanKind.TICKED, step=0, items=["park"])
            await asyncio.sleep(0)
            return await Dossiers(connection, NOOR).record(event, seen=seen)

    async with transaction(database) as connection:
        await Dossiers(connection, NOOR).record(made(PlanKind.ENTERED, step=0))
    results = await asyncio.gather(*(tick(None) for _ in range(5)))
    assert sorted(state.revision for state in results if state) == [2, 3, 4, 5, 6]
    results = await asyncio.gather(*(tick(6) for _ in range(4)))
    assert [state.revision for state in results if state] == [7]


async def test_the_history_is_read_from_the_newest_in_pages(database: AsyncEngine) -> None:
    async with transaction(database) as connection:
        dossiers = Dossiers(connection, NOOR)
        await dossiers.record(made(PlanKind.ENTERED, step=0), made(PlanKind.TICKED, step=0, items=["park"]))
        await dossiers.record(made("note_added", text="Gebeld", why="over de kaart"))
        newest, older = await dossiers.history("t-1", limit=2)
        assert [event.kind for event in (newest, older)] == ["note_added", PlanKind.TICKED]
        assert newest.person == NOOR
        assert newest.data["version"] == 1
        assert [event.kind for event in await dossiers.history("t-1", before=older.id)] == [PlanKind.ENTERED]
        assert [event.kind for event in await dossiers.history("t-1", kinds=["note_added"])] == ["note_added"]
        assert await dossiers.history("t-2") == ()


async def test_erasing_a_company_empties_what_is_about_it(database: AsyncEngine) -> None:
    gone, other = COMPANIES[:2]
    async with transaction(database) as connection:
        dossiers = Dossiers(connection, NOOR)
        for company in (gone, other):
            await dossiers.record(made(PlanKind.LETTER, state=LetterState.SIGNED, company=company))
        await dossiers.record(made("note_added", text="Piet wil een laadplein", company=gone))
        await erase_from_dossiers(connection, [gone, uuid4()])
        assert list((await stored(connection)).letters) == [other]
        kinds = [event.kind for event in await dossiers.history("t-1")]
        assert kinds == [PlanKind.ERASED, PlanKind.LETTER, PlanKind.ERASED]
        assert "laadplein" not in str(await dossiers.history("t-1"))
