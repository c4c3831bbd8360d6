"""The names held in memory: rebuilt when the register changed, and asked about no more often than needed."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.terrains.terrains import TerrainName
from storage.database.engine import create_engine
from storage.registers.importing.command import Operator, run_import
from storage.terrains.names import TerrainRegister
from tests.terrains import register


@dataclass
class Clock:
    """A clock that only moves when told."""

    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


Names = tuple[str, ...]


def listed(names: Sequence[TerrainName]) -> Names:
    return tuple(name.label for name in names)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def names(registry: AsyncEngine, clock: Clock) -> TerrainRegister[Names]:
    return TerrainRegister(registry, listed, every=15, clock=clock)


@pytest.fixture
def statements(registry: AsyncEngine) -> Iterator[list[str]]:
    """The statements sent to the database, as they happen."""
    sent: list[str] = []

    def keep(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        sent.append(statement)

    event.listen(registry.sync_engine, "before_cursor_execute", keep)
    yield sent
    event.remove(registry.sync_engine, "before_cursor_execute", keep)


async def store(engine: AsyncEngine, folder: Path, content: str) -> None:
    assert await run_import(register.save(folder, content), engine, Operator(lambda _line: None)) == 0


async def test_the_register_is_empty_until_it_was_looked_at(
    names: TerrainRegister[Names], registry: AsyncEngine, tmp_path: Path
) -> None:
    await store(registry, tmp_path, register.written(register.rows()))
    assert names.current == ()

    assert "Zilverhoek (Zwolle)" in await names.refresh()
    assert len(names.current) == 8


async def test_a_change_is_seen_within_the_quarter_of_a_minute(
    names: TerrainRegister[Names], registry: AsyncEngine, tmp_path: Path, clock: Clock
) -> None:
    await store(registry, tmp_path, register.written(register.rows()))
    await names.refresh()
    await store(registry, tmp_path, register.with_row(naam="Goudhoek"))

    clock.now += 14
    assert "Goudhoek (Zwolle)" not in await names.refresh()
    clock.now += 1
    assert "Goudhoek (Zwolle)" in await names.refresh()


async def test_looking_is_free_between_and_one_statement_when_nothing_changed(
    names: TerrainRegister[Names], registry: AsyncEngine, tmp_path: Path, clock: Clock, statements: list[str]
) -> None:
    await store(registry, tmp_path, register.written(register.rows()))
    before = await names.refresh()
    statements.clear()

    for _ in range(50):
        await names.refresh()
    assert statements == []
    clock.now += 15
    assert await names.refresh() is before
    assert len(statements) == 1


async def test_many_who_come_at_once_look_once(
    names: TerrainRegister[Names], registry: AsyncEngine, tmp_path: Path, statements: list[str]
) -> None:
    await store(registry, tmp_path, register.written(register.rows()))
    statements.clear()

    found = await asyncio.gather(*(names.refresh() for _ in range(20)))

    assert {len(one) for one in found} == {8}
    assert len(statements) == 2


async def test_the_old_names_stay_when_the_database_is_away(
    names: TerrainRegister[Names], registry: AsyncEngine, tmp_path: Path, clock: Clock
) -> None:
    await store(registry, tmp_path, register.written(register.rows()))
    await names.refresh()
    away = create_engine("postgresql://nobody@127.0.0.1:1/nothing")
    names._engine = away
    clock.now += 15

    with pytest.raises(SQLAlchemyError):
        await names.refresh()
    assert len(names.current) == 8
    await away.dispose()


async def test_keeping_fresh_goes_on_when_the_database_was_away(caplog: pytest.LogCaptureFixture) -> None:
    looked = asyncio.Semaphore(0)

    class Restless(TerrainRegister[Names]):
        async def refresh(self) -> Names:
            looked.release()
            raise OSError

    keeper = asyncio.create_task(Restless(create_engine("postgresql://x@127.0.0.1:1/x"), listed, every=0).keep_fresh())
    for _ in range(3):
        await looked.acquire()
    keeper.cancel()

    with pytest.raises(asyncio.CancelledError):
        await keeper
    assert "terrain names not refreshed: OSError" in caplog.text
