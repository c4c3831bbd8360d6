"""Every table says how long it keeps its rows, and the night does just that."""

import datetime
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import DateTime, Table, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.jobs.queue import tidy
from docs.pages import retention_page
from storage.database.migrate import all_tables
from storage.database.transactions import transaction
from storage.ended import BY_NAME
from storage.tables.base import retention_of
from storage.tables.channel import channel
from storage.tables.companies import calling
from storage.tables.notice import notice
from storage.tables.people import intake, person
from tests.language import faults
from tests.storage.filling import NOW, fill

TABLES = {table.name: table for table in all_tables().sorted_tables}
STAYING = sorted(name for name, table in TABLES.items() if retention_of(table).unless != "false")
WHY: dict[str, dict[str, object]] = {"invitation": {"used_at": NOW}, "notice": {}}  # a code that was used; what waits
AGED = sorted(name for name, table in TABLES.items() if retention_of(table).days is not None)


async def kept_since(connection: AsyncConnection, table: Table, moment: datetime.datetime, **values: object) -> Any:  # noqa: ANN401
    """Make a row whose term runs from a moment; return its key."""
    if table is person:
        place = {"kept": {"state": "given", "text_version": "2026-11", "at": NOW.isoformat(), "until": moment.isoformat()}}
        return await fill(connection, person, place=place)
    if table is intake:
        key = await fill(connection, intake, changed_at=moment)
        await fill(connection, person, intake_id=key)
        return key
    if table is notice:
        values = {"channel_id": await fill(connection, channel), **values}
    if table is calling:
        values = {"intake_id": await fill(connection, intake), **values}
    return await fill(connection, table, **{retention_of(table).since: moment, **values})


async def keys(database: AsyncEngine, table: Table) -> set[Any]:
    """Return the keys of all rows."""
    async with transaction(database) as connection:
        return set((await connection.execute(select(next(iter(table.primary_key.columns))))).scalars())


@pytest.mark.parametrize("name", TABLES)
def test_a_table_says_how_long_it_keeps_its_rows_and_why(name: str) -> None:
    table = TABLES[name]
    kept = retention_of(table)
    assert kept.what.endswith(".")
    assert kept.until.split()[0] in {"na", "tot", "zolang"}
    assert faults(f"{kept.what} {kept.left}") == []
    assert set(kept.remains) <= set(table.c.keys())
    assert not (kept.remains and not kept.personal), "where nothing of a company stands, nothing of it is left"
    if kept.since:
        assert isinstance(table.c[kept.since].type, DateTime)
    assert (kept.days is not None) == bool(kept.since or kept.erased_by)


def test_what_erases_more_than_its_own_rows_exists_and_is_named_once() -> None:
    named = [retention_of(table).erased_by for table in TABLES.values()]
    assert sorted(filter(None, named)) == sorted(BY_NAME)


@pytest.mark.parametrize("name", AGED)
async def test_by_night_an_older_row_goes_and_a_younger_one_stays(name: str, database: AsyncEngine) -> None:
    table, days = TABLES[name], retention_of(TABLES[name]).days
    assert days is not None
    done = {"posted_at": NOW} if table is notice else {}
    ends, hour = NOW - datetime.timedelta(days=days), datetime.timedelta(hours=1)
    async with transaction(database) as connection:
        older = await kept_since(connection, table, ends - hour, **done)
        younger = await kept_since(connection, table, ends + hour, **done)
    assert {older, younger} <= await keys(database, table)
    await tidy(database, NOW)
    assert await keys(database, table) & {older, younger} == {younger}


@pytest.mark.parametrize("name", STAYING)
async def test_what_is_kept_for_another_reason_stays_however_old(name: str, database: AsyncEngine) -> None:
    table, why = TABLES[name], WHY[name]
    async with transaction(database) as connection:
        key = await kept_since(connection, table, NOW - datetime.timedelta(days=9999), **why)
    await tidy(database, NOW)
    assert await keys(database, table) == {key}


async def test_an_intake_takes_its_people_and_answers_along(database: AsyncEngine) -> None:
    async with transaction(database) as connection:
        old = await kept_since(connection, intake, NOW - datetime.timedelta(days=731))
        await fill(connection, TABLES["answer"], intake_id=old, name="company.name")
        await fill(connection, TABLES["consent_event"], intake_id=old, person_id=uuid4())
    await tidy(database, NOW)
    assert not await keys(database, person) | await keys(database, TABLES["answer"])
    assert len(await keys(database, TABLES["consent_event"])) == 1, "decisions stay, as proof"


@pytest.mark.parametrize("name", TABLES)
def test_the_page_tells_of_every_table(name: str) -> None:
    kept = retention_of(TABLES[name])
    [row] = [line for line in retention_page().splitlines() if line.startswith(f"| `{name}` |")]
    assert all(words in row for words in (kept.what, kept.how_long, kept.left))
