"""Notes of what was sent: kept when asked, many in one statement, and none lost when the database is away."""

import asyncio
import datetime
from uuid import UUID, uuid4

import pytest
from sqlalchemy.dialects.postgresql import insert

import bot.turn.receipts
from bot.turn.receipts import Receipts
from storage.database.transactions import Database, DatabaseGone, Transaction, transaction
from storage.tables.turn import turn
from storage.turn.turns import note_sent

pytestmark = pytest.mark.usefixtures("quiet")

NOW = datetime.datetime(2026, 11, 23, 9, 0, tzinfo=datetime.UTC)


@pytest.fixture
def statements(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Take down of how many turns each statement noted something."""
    found: list[int] = []

    async def noting(connection: Transaction, sent: list[tuple[UUID, list[str | None]]], now: datetime.datetime) -> None:
        found.append(len(sent))
        await note_sent(connection, sent, now)

    monkeypatch.setattr(bot.turn.receipts, "note_sent", noting)
    return found


async def turns(database: Database, count: int, messages: int = 1) -> list[UUID]:
    """Keep turns with messages to send."""
    ids = [uuid4() for _ in range(count)]
    outgoing = [{"kind": "send", "activity": {"type": "message"}}] * messages
    async with transaction(database) as connection:
        for one in ids:
            row = {"id": one, "tenant": "t", "conversation": str(one), "activity": "1", "reference": {}, "outgoing": outgoing}
            await connection.execute(insert(turn).values(row))
    return ids


async def noted(database: Database) -> dict[UUID, list[str]]:
    """Return what is kept."""
    async with transaction(database) as connection:
        return {row.id: row.ids for row in await connection.execute(turn.select())}


async def test_whoever_writes_goes_on_when_their_own_note_is_kept(database: Database, statements: list[int]) -> None:
    notebook, ids = Receipts(database, lambda: NOW), await turns(database, 12)

    async def sends(one: UUID) -> bool:
        notebook.note(one, ["sent"])
        await notebook.write()
        return (await noted(database))[one] == ["sent"]

    assert all(await asyncio.gather(*map(sends, ids)))
    assert statements[0] == 1
    assert sum(statements) == 12
    assert len(statements) <= 3


async def test_a_note_waits_for_the_database(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    notebook, [one] = Receipts(database, lambda: NOW), await turns(database, 1, messages=3)

    async def away(*_: object) -> None:
        notebook.note(one, ["third"])  # meanwhile something more is sent
        raise DatabaseGone

    notebook.note(one, ["first"])
    notebook.note(one, ["second"])
    with monkeypatch.context() as patched:
        patched.setattr(bot.turn.receipts, "note_sent", away)
        with pytest.raises(DatabaseGone):
            await notebook.write()
    await notebook.write()
    assert (await noted(database))[one] == ["first", "second", "third"]
