"""Two processes share what stayed behind: each turn goes to one of them, and all they send is counted together."""

import asyncio
import datetime
from uuid import uuid4

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.tables.turn import turn
from storage.turn.saving import NewTurn, save_turn
from storage.turn.turns import claim_one, claim_unsent, note_sent

NOW = datetime.datetime(2026, 11, 23, 9, 0, tzinfo=datetime.UTC)


async def leave_behind(database: AsyncEngine, chat: str, number: int, *, lease: int = 0) -> None:
    """Store turns of one chat of which nothing was sent."""
    async with database.begin() as connection:
        for place in range(number):
            message = {"kind": "send", "activity": {"type": "message", "text": "x"}, "target": None}
            key = f"{chat}-{place}-{uuid4()}"
            await save_turn(connection, NewTurn(uuid4(), "t", chat, key, None, {}, [message], NOW, lease_seconds=lease))


async def claim(database: AsyncEngine, now: datetime.datetime = NOW) -> list[object]:
    """Claim as one process does; return what it got."""
    async with database.begin() as connection:
        return [row["id"] for row in await claim_unsent(connection, 100, now)]


async def test_two_processes_get_different_turns_and_share_the_limit(database: AsyncEngine) -> None:
    await leave_behind(database, "a", 20)
    one, two = await asyncio.gather(claim(database), claim(database))
    assert not set(one) & set(two)
    assert len(one) + len(two) == 5


async def test_what_was_stored_at_one_moment_is_sent_in_the_order_of_storing(database: AsyncEngine) -> None:
    await leave_behind(database, "a", 4)
    async with database.begin() as connection:
        stored = list(await connection.scalars(select(turn.c.id)))
        for moved in stored[1::-1]:  # to the end of the table and of its indexes
            await connection.execute(update(turn).where(turn.c.id == moved).values(intake_id=uuid4()))
            assert list(await connection.scalars(select(turn.c.id)))[-1] == moved
    assert await claim(database) == stored


async def test_replies_that_are_on_their_way_count(database: AsyncEngine) -> None:
    await leave_behind(database, "a", 20)
    await leave_behind(database, "a", 4, lease=20)
    assert len(await claim(database)) == 1


async def test_the_rest_follows_a_little_later(database: AsyncEngine) -> None:
    await leave_behind(database, "a", 7)
    first = await claim(database)
    async with database.begin() as connection:
        await note_sent(connection, [(one, ["id"]) for one in first], NOW)  # type: ignore[misc]
    second = await claim(database, NOW + datetime.timedelta(seconds=3))
    assert len(first) + len(second) == 7


async def test_what_a_dead_process_claimed_comes_back_after_a_minute(database: AsyncEngine) -> None:
    await leave_behind(database, "a", 1)
    assert len(await claim(database)) == 1
    assert await claim(database, NOW + datetime.timedelta(seconds=50)) == []
    assert len(await claim(database, NOW + datetime.timedelta(seconds=61))) == 1


async def test_a_note_of_some_leaves_the_rest_to_be_sent(database: AsyncEngine) -> None:
    async with database.begin() as connection:
        messages = [{"kind": "send", "activity": {"text": str(place)}, "target": None} for place in range(3)]
        whole = NewTurn(uuid4(), "t", "a", "key", None, {}, messages, NOW, lease_seconds=0)
        await save_turn(connection, whole)
        await note_sent(connection, [(whole.id, ["1", "2"])], NOW)
        [row] = await claim_unsent(connection, 10, NOW + datetime.timedelta(seconds=31))
        assert row["outgoing"][len(row["ids"]) :] == messages[2:]
        await note_sent(connection, [(whole.id, ["3"])], NOW)
        assert (await connection.execute(select(turn.c.sent_at, turn.c.ids))).one() == (NOW, ["1", "2", "3"])


async def test_a_late_answer_waits_for_its_turn_and_is_sent_by_nobody_else(database: AsyncEngine) -> None:
    await leave_behind(database, "a", 5, lease=20)
    async with database.begin() as connection:
        late = (await connection.execute(select(turn.c.id).limit(1))).scalar_one()
    await leave_behind(database, "a", 1, lease=20)
    async with database.begin() as connection:
        assert not await claim_one(connection, late, NOW)
        assert late not in [row["id"] for row in await claim_unsent(connection, 10, NOW + datetime.timedelta(seconds=40))]
    async with database.begin() as connection:
        assert await claim_one(connection, late, NOW + datetime.timedelta(seconds=50))


async def test_a_late_answer_that_another_process_took_over_is_left_to_it(database: AsyncEngine) -> None:
    await leave_behind(database, "a", 1)
    [late] = await claim(database)
    async with database.begin() as connection:
        assert await claim_one(connection, late, NOW) is None  # type: ignore[arg-type]
