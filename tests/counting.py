"""Counting what is sent to the database."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import psycopg
import pytest
from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine

AnyCursor = psycopg.AsyncCursor[Any]


@dataclass
class Counted:
    """The statements and commits of a stretch of time."""

    statements: list[str] = field(default_factory=list)
    commits: int = 0


@contextmanager
def counting(engine: AsyncEngine) -> Iterator[Counted]:
    """Count what is sent to the database inside, whichever way: what runs on its own is a commit when it writes."""
    counted, execute = Counted(), psycopg.AsyncCursor.execute

    async def executed(cursor: AnyCursor, query: bytes | str, *arguments: object, prepare: bool | None = None) -> AnyCursor:
        statement = query.decode() if isinstance(query, bytes) else query
        counted.statements.append(statement)
        if cursor.connection.autocommit and not statement.startswith("SELECT"):
            counted.commits += 1
        return await execute(cursor, query, *arguments, prepare=prepare)  # type: ignore[call-overload, no-any-return]

    def committed(_conn: object) -> None:
        counted.commits += 1

    event.listen(engine.sync_engine, "commit", committed)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(psycopg.AsyncCursor, "execute", executed)
        yield counted
    event.remove(engine.sync_engine, "commit", committed)
