"""A transaction whose failures have names: the database is gone, or another turn was first. All else is our mistake."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any

import psycopg
from psycopg.errors import DeadlockDetected, LockNotAvailable, SerializationFailure
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

Database = AsyncEngine
Transaction = AsyncConnection

# Classes of SQLSTATE that say the server is unreachable, out of resources, or shutting down.
GONE = ("08", "53", "57")


class DatabaseGone(Exception):  # noqa: N818 - named for the state it tells
    """The database cannot be reached, or another holds on to it; nothing of the transaction was stored, as far as we know."""


class RaceLost(Exception):  # noqa: N818 - named for the state it tells
    """Another transaction was first; doing the same again, from loading on, is right."""


@asynccontextmanager
async def transaction(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """Run a transaction: committed at the end, rolled back on any error. Raises DatabaseGone or RaceLost."""
    with named_failures():
        async with engine.begin() as connection:
            yield connection


@contextmanager
def named_failures() -> Iterator[None]:
    """Give failures of the database their names. Raises DatabaseGone or RaceLost."""
    try:
        yield
    except (PoolTimeout, OSError) as error:
        raise DatabaseGone from error
    except DBAPIError as error:
        if error.connection_invalidated:
            raise DatabaseGone from error
        _name(error, error.orig)
        raise
    except psycopg.Error as error:
        _name(error, error)
        raise


def _name(error: Exception, original: BaseException | None) -> None:
    """Raise what a failure of the driver means, if it is one of the two kinds."""
    if isinstance(original, psycopg.IntegrityError | DeadlockDetected | SerializationFailure):
        raise RaceLost from error
    sqlstate: str | None = getattr(original, "sqlstate", None)
    lost = sqlstate is None and isinstance(original, psycopg.OperationalError | psycopg.InterfaceError)
    if lost or isinstance(original, LockNotAvailable) or (sqlstate or "")[:2] in GONE:
        raise DatabaseGone from error


async def driver_of(connection: AsyncConnection) -> Any:  # noqa: ANN401 - a psycopg connection
    """Return the driver's own connection, for parts that bring their own statements to the same transaction."""
    return (await connection.get_raw_connection()).driver_connection
