"""Where the peers keep their state: one row of JSON per key in PostgreSQL, committed when a write returns."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from psycopg_pool import AsyncConnectionPool

TABLE = Path(sys.argv[0]).stem  # never anybody's words
MAKE = f"create table if not exists {TABLE} (key text primary key, state jsonb not null)"
READ = f"select key, state::text from {TABLE} where key = any(%s)"  # noqa: S608
WRITE = f"insert into {TABLE} values (%s, %s) on conflict (key) do update set state = excluded.state"  # noqa: S608
DELETE = f"delete from {TABLE} where key = any(%s)"  # noqa: S608


class StateTable:
    """The table of this program, which is named after it."""

    def __init__(self) -> None:
        self._pool = AsyncConnectionPool(sys.argv[2], min_size=4, max_size=16, kwargs={"autocommit": True}, open=False)

    async def open(self, *_: object) -> None:
        """Connect, and make the table when it is not there."""
        await self._pool.open(wait=True)
        async with self._pool.connection() as connection:
            await connection.execute(MAKE)

    async def read(self, keys: Sequence[str]) -> dict[str, str]:
        """Return what is stored, as text."""
        async with self._pool.connection() as connection:
            found = await connection.execute(READ, [list(keys)])
            return dict(await found.fetchall())

    async def write(self, states: Mapping[str, str]) -> None:
        """Store these."""
        async with self._pool.connection() as connection:
            for key, state in states.items():
                await connection.execute(WRITE, [key, state])

    async def delete(self, keys: Sequence[str]) -> None:
        """Remove these."""
        async with self._pool.connection() as connection:
            await connection.execute(DELETE, [list(keys)])
