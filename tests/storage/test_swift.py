"""Statements of their own: one connection each time, given back as it came whatever happened on it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from typing import Any

import psycopg
import pytest
from sqlalchemy import bindparam, text
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.database.engine import conninfo, create_engine
from storage.database.prepared import Driver, PreparedStatement, on_their_own
from storage.database.transactions import DatabaseGone, RaceLost, transaction

WHO = PreparedStatement(
    text("select pg_backend_pid() as process, :word as word, now() as at").bindparams(bindparam("word", value=""))
)
WRONG = PreparedStatement(text("select * from nowhere"))
TWICE = PreparedStatement(text("insert into alembic_version values ('x'), ('x')"))
LONG = PreparedStatement(text("select pg_sleep(60)"))


@pytest.fixture
async def narrow(database_url: str) -> AsyncIterator[AsyncEngine]:
    """A pool of one connection."""
    engine = create_engine(database_url, connections=1)
    yield engine
    await engine.dispose()


async def seen(driver: Driver, **values: object) -> Any:  # noqa: ANN401 - a row
    """Return what the server says of itself."""
    return await (await WHO.run(driver, **values)).fetchone()


async def process(driver: Driver) -> int:
    """Return which process of the server this connection has."""
    return int((await seen(driver)).process)


async def test_what_is_filled_in_arrives_as_it_is(narrow: AsyncEngine) -> None:
    async with on_their_own(narrow) as driver:
        row = await seen(driver, word="'; drop table turn; --")
    assert row.word == "'; drop table turn; --"


async def test_each_statement_is_a_transaction_of_its_own(narrow: AsyncEngine) -> None:
    async with on_their_own(narrow) as driver:
        moments = {(await seen(driver)).at for _ in range(3)}
    assert len(moments) == 3  # now() is when the transaction began


async def test_a_connection_is_used_again_and_then_takes_transactions(narrow: AsyncEngine) -> None:
    async with on_their_own(narrow) as driver:
        first = await process(driver)
    async with transaction(narrow) as connection:
        moments = [(await connection.execute(text("select now()"))).scalar_one() for _ in range(2)]
        second = (await connection.execute(text("select pg_backend_pid()"))).scalar_one()
    assert moments[0] == moments[1]
    assert first == second


async def test_a_mistake_in_a_statement_is_told_as_it_is(narrow: AsyncEngine) -> None:
    with pytest.raises(psycopg.errors.UndefinedTable):
        async with on_their_own(narrow) as driver:
            await WRONG.run(driver)
    async with on_their_own(narrow) as driver:
        assert await process(driver)


async def test_a_key_that_is_taken_means_that_another_was_first(narrow: AsyncEngine) -> None:
    with pytest.raises(RaceLost):
        async with on_their_own(narrow) as driver:
            await TWICE.run(driver)


async def test_a_statement_that_is_broken_off_leaves_no_connection_half_done(narrow: AsyncEngine) -> None:
    begun = asyncio.Event()

    async def wait() -> None:
        async with on_their_own(narrow) as driver:
            begun.set()
            await LONG.run(driver)

    waiting = asyncio.create_task(wait())
    await begun.wait()
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    async with asyncio.timeout(5), on_their_own(narrow) as driver:
        assert await process(driver)


async def test_a_server_that_is_not_there_is_a_database_that_is_gone() -> None:
    engine = create_engine("postgresql://nobody@127.0.0.1:9/none")
    with pytest.raises(DatabaseGone):
        async with on_their_own(engine):
            pass
    await engine.dispose()


async def test_a_broken_connection_is_a_database_that_is_gone_and_is_replaced(narrow: AsyncEngine) -> None:
    async def break_off() -> None:
        async with on_their_own(narrow) as driver:
            with psycopg.connect(conninfo(narrow.url), autocommit=True) as administrator:
                administrator.execute("select pg_terminate_backend(%s, 5000)", [await process(driver)])
            await process(driver)

    with pytest.raises(DatabaseGone):
        await break_off()
    async with on_their_own(narrow) as driver:
        assert await process(driver)


@pytest.fixture
async def wide(database_url: str) -> AsyncIterator[AsyncEngine]:
    """A pool of four connections."""
    engine = create_engine(database_url, connections=4)
    yield engine
    await engine.dispose()


async def test_a_connection_lies_ready_for_the_next_and_transactions_have_others(wide: AsyncEngine) -> None:
    async with on_their_own(wide) as driver:
        first = await process(driver)
    async with transaction(wide) as connection:
        other = (await connection.execute(text("select pg_backend_pid()"))).scalar_one()
    async with on_their_own(wide) as driver:
        assert await process(driver) == first != other


async def test_half_of_the_pool_stays_for_transactions(wide: AsyncEngine) -> None:
    async with AsyncExitStack() as stack:
        drivers = [await stack.enter_async_context(on_their_own(wide)) for _ in range(4)]
        assert len({await process(driver) for driver in drivers}) == 4
    async with asyncio.timeout(2), transaction(wide), transaction(wide):
        pass


async def test_one_that_broke_while_it_lay_ready_is_replaced(wide: AsyncEngine) -> None:
    async with on_their_own(wide) as driver:
        first = await process(driver)
    with psycopg.connect(conninfo(wide.url), autocommit=True) as administrator:
        administrator.execute("select pg_terminate_backend(%s, 5000)", [first])
    async with on_their_own(wide) as driver:
        assert await process(driver) != first


async def test_what_lies_ready_is_closed_with_the_pool(wide: AsyncEngine) -> None:
    async with on_their_own(wide) as driver:
        pass
    await wide.dispose()
    assert driver.closed
