"""The few statements that every turn runs: written in SQLAlchemy, on its connections, and handed to the driver as they are.

Through SQLAlchemy a statement costs the processor more than all the rest of a turn. What it is good at, it does before.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, NoReturn, cast

from psycopg import AsyncConnection, AsyncRawCursor
from psycopg.pq import TransactionStatus
from psycopg.rows import namedtuple_row
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlalchemy.pool import PoolProxiedConnection
from sqlalchemy.sql.expression import Executable
from sqlalchemy.util.concurrency import greenlet_spawn

from storage.transactions import Transaction, named_failures

Driver = AsyncConnection[Any]
DIALECT = PGDialect_psycopg(paramstyle="numeric_dollar")  # type: ignore[no-untyped-call]


class NeedsTransaction(Exception):  # noqa: N818 - named for what is so
    """More is to be looked up or stored than statements of their own can do."""


class NoTransaction:
    """Stands where a transaction would, until somebody wants to use it."""

    def __getattr__(self, _: str) -> NoReturn:
        """Raise NeedsTransaction."""
        raise NeedsTransaction


NO_TRANSACTION = cast("Transaction", NoTransaction())


class Swift:
    """A statement, compiled once."""

    def __init__(self, statement: Executable) -> None:
        """Compile it for the driver, which numbers what is filled in."""
        compiled: Any = statement.compile(dialect=DIALECT)  # type: ignore[attr-defined]
        self._query = str(compiled).encode()
        self._names: list[str] = compiled.positiontup
        self._fixed: dict[str, object] = compiled.params

    async def run(self, driver: Driver, **values: object) -> AsyncRawCursor[Any]:
        """Run it, and return the cursor it was run on. Rows have their columns as attributes."""
        filled = {**self._fixed, **values}
        cursor = AsyncRawCursor(driver, row_factory=namedtuple_row)
        return await cursor.execute(self._query, [filled[name] for name in self._names], prepare=True)


@asynccontextmanager
async def on_their_own(engine: AsyncEngine) -> AsyncIterator[Driver]:
    """Run statements, each a transaction of its own. Raises DatabaseGone or RaceLost."""
    with named_failures():
        pooled = await greenlet_spawn(engine.sync_engine.pool.connect)
        driver: Any = pooled.driver_connection
        try:
            await driver.set_autocommit(True)
            yield driver
        finally:
            await _give_back(pooled, driver)


async def _give_back(pooled: PoolProxiedConnection, driver: Driver) -> None:
    """Give a connection back as it came, or have it replaced when it was left in the middle of something."""
    if driver.info.transaction_status is TransactionStatus.IDLE:
        await driver.set_autocommit(False)
    else:
        await greenlet_spawn(pooled.invalidate)
    await greenlet_spawn(pooled.close)
