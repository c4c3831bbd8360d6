"""The few statements that every turn runs: written in SQLAlchemy, on its connections, and handed to the driver as they are.

Through SQLAlchemy a statement costs the processor more than all the rest of a turn. What it is good at, it does before.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, cast
from weakref import WeakKeyDictionary

from psycopg import AsyncConnection, AsyncRawCursor
from psycopg.pq import TransactionStatus
from psycopg.rows import namedtuple_row
from sqlalchemy import Engine, event
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlalchemy.pool import PoolProxiedConnection, QueuePool
from sqlalchemy.sql.expression import Executable
from sqlalchemy.util.concurrency import greenlet_spawn

from storage.database.engine import was_left
from storage.database.transactions import named_failures

Driver = AsyncConnection[Any]
DIALECT = PGDialect_psycopg(paramstyle="numeric_dollar")  # type: ignore[no-untyped-call]
_READY: WeakKeyDictionary[Engine, list[PoolProxiedConnection]] = WeakKeyDictionary()


class PreparedStatement:
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
        pooled = await _take(engine)
        try:
            yield cast("Driver", pooled.driver_connection)
        finally:
            await _give_back(engine, pooled)


async def _take(engine: AsyncEngine) -> PoolProxiedConnection:
    """Return a connection that lies ready, or one from the pool."""
    ready = _ready_of(engine.sync_engine)
    while ready:
        pooled = ready.pop()
        if not was_left(cast("Driver", pooled.driver_connection)):
            return pooled
        await greenlet_spawn(pooled.invalidate)
    pooled = await greenlet_spawn(engine.sync_engine.pool.connect)
    try:
        await cast("Driver", pooled.driver_connection).set_autocommit(True)
    except BaseException:
        await greenlet_spawn(pooled.invalidate)
        raise
    return pooled


async def _give_back(engine: AsyncEngine, pooled: PoolProxiedConnection) -> None:
    """Lay a connection ready for what comes next, or give it back as it came; one in the middle of something is replaced."""
    driver, ready = cast("Driver", pooled.driver_connection), _ready_of(engine.sync_engine)
    if driver.info.transaction_status is not TransactionStatus.IDLE:
        await greenlet_spawn(pooled.invalidate)
    elif len(ready) < cast("QueuePool", engine.sync_engine.pool).size() // 2:
        ready.append(pooled)
        return
    else:
        await driver.set_autocommit(False)
    await greenlet_spawn(pooled.close)


def _ready_of(engine: Engine) -> list[PoolProxiedConnection]:
    """Return the connections that lie ready, which are closed with all others of the engine."""
    if engine not in _READY:
        _READY[engine] = []
        event.listen(engine, "engine_disposed", _close_ready)
    return _READY[engine]


def _close_ready(engine: Engine) -> None:
    ready = _READY[engine]
    while ready:
        ready.pop().invalidate()
