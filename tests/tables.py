"""Looking into the tables behind a conversation."""

import json
from typing import Any

from sqlalchemy import Table, select

from storage.database.transactions import transaction
from storage.tables.base import metadata
from storage.tables.people import answer, consent_event
from tests.chat import Chat


async def rows(chat: Chat, table: Table) -> list[dict[str, Any]]:
    """Return all rows of a table, in the order of their first column."""
    async with transaction(chat.database) as connection:
        found = await connection.execute(select(table).order_by(next(iter(table.c))))
        return [dict(row._mapping) for row in found]


async def answers(chat: Chat, name: str) -> list[tuple[Any, str]]:
    """Return every answer ever given to a question, as (value, certainty), oldest first."""
    kept = [row for row in await rows(chat, answer) if row["name"].partition("@")[0] == name]
    return [(row["value"], row["certainty"]) for row in kept]


async def decisions(chat: Chat, purpose: str) -> list[str]:
    """Return every decision on a purpose, oldest first."""
    return [row["state"] for row in await rows(chat, consent_event) if row["purpose"] == purpose]


async def mentions(chat: Chat, *words: str) -> list[str]:
    """Return which tables hold one of these words, in whatever column, as "table: word"."""
    found = []
    for table in metadata.sorted_tables:
        text = json.dumps(await rows(chat, table), default=str, ensure_ascii=False).casefold()
        found += [f"{table.name}: {word}" for word in words if word.casefold() in text]
    return found
