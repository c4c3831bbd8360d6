"""A transaction whose failures have names: the database is gone, or another turn was first. All else is our mistake."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from psycopg.errors import DeadlockDetected, SerializationFailure
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

Database = AsyncEngine
Transaction = AsyncConnection

# Classes of SQLSTATE that say the server is unreachable, out of resources, or shutting down.
GONE = ("08", "53", "57")


class DatabaseGone(Exception):  # noqa: N818 - named for what is so
    """The database cannot be reached; nothing of the transaction was stored, as far as we know."""


class RaceLost(Exception):  # noqa: N818 - named for what is so
    """Another transaction was first; doing the same again, from loading on, is right."""


@asynccontextmanager
async def transaction(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """Run a transaction: committed at the end, rolled back on any error. Raises DatabaseGone or RaceLost."""
    try:
        async with engine.begin() as connection:
            yield connection
    except (PoolTimeout, OSError) as error:
        raise DatabaseGone from error
    except DBAPIError as error:
        if isinstance(error, IntegrityError) or isinstance(error.orig, DeadlockDetected | SerializationFailure):
            raise RaceLost from error
        sqlstate = getattr(error.orig, "sqlstate", None)
        if error.connection_invalidated or sqlstate is None or sqlstate[:2] in GONE:
            raise DatabaseGone from error
        raise


async def driver_of(connection: AsyncConnection) -> Any:  # noqa: ANN401 - a psycopg connection
    """Return the driver's own connection, for parts that bring their own statements to the same transaction."""
    return (await connection.get_raw_connection()).driver_connection
