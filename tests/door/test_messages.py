"""What waits in a window: each message once, in the order in which pages may ask for them, replaced in its own place."""

import asyncio
import datetime
from uuid import UUID, uuid4

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.database.transactions import transaction
from storage.door.messages import Officials, put_message, take_message_away
from storage.door.sessions import open_session
from storage.door.window import PageAsking, looking_in
from storage.intake.intakes import make_person
from storage.tables.door import door_message
from storage.tables.people import person

NOON = datetime.datetime(2026, 11, 30, 12, tzinfo=datetime.UTC)
LATER = NOON + datetime.timedelta(minutes=1)


@pytest.fixture
async def visitor(database: AsyncEngine) -> UUID:
    async with transaction(database) as connection:
        await make_person(connection, "door", uuid4().hex)
        made: UUID = (await connection.execute(select(person.c.id))).scalar_one()
        return made


async def shows(database: AsyncEngine, visitor: UUID, message: UUID, text: str, at: datetime.datetime = NOON) -> None:
    assert await put_message(database, visitor, message, {"text": text}, at)


async def read(database: AsyncEngine, visitor: UUID, watermark: int = 0) -> list[tuple[str, datetime.datetime, int]]:
    async with transaction(database) as connection:
        _, cookie = await open_session(connection, visitor, "Telefoon", NOON)
    found = await looking_in(database, lambda: LATER).ask(PageAsking(cookie, watermark))
    assert found is not None
    return [(one.activity["text"], one.at, one.number) for one in found[1]]


async def test_what_is_shown_twice_is_there_once(database: AsyncEngine, visitor: UUID) -> None:
    message = uuid4()
    await shows(database, visitor, message, "Welkom")
    first = await read(database, visitor)
    await shows(database, visitor, message, "Welkom")
    assert await read(database, visitor) == first


async def test_what_is_replaced_is_new_again_at_its_old_moment(database: AsyncEngine, visitor: UUID) -> None:
    message = uuid4()
    await shows(database, visitor, message, "Vraag 1")
    await shows(database, visitor, uuid4(), "Bedankt")
    [_, (_, _, seen)] = await read(database, visitor)
    await shows(database, visitor, message, "Vraag 1, beantwoord", LATER)
    [(text, at, _)] = await read(database, visitor, seen)
    assert (text, at) == ("Vraag 1, beantwoord", NOON)


async def test_what_is_taken_away_is_gone(database: AsyncEngine, visitor: UUID) -> None:
    message = uuid4()
    await shows(database, visitor, message, "Toch niet")
    async with transaction(database) as connection:
        await take_message_away(connection, visitor, message)
    assert await read(database, visitor) == []


async def test_a_page_that_asks_while_two_are_written_misses_none(database: AsyncEngine, visitor: UUID) -> None:
    """The second waits for the first, so that no higher number is there before a lower one."""
    async with transaction(database) as slow:
        await slow.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(str(visitor), 0))))
        quick = asyncio.create_task(shows(database, visitor, uuid4(), "daarna"))
        done, _ = await asyncio.wait((quick,), timeout=0.3)
        assert not done
        first = {"person_id": visitor, "id": uuid4(), "activity": {"text": "eerst"}, "at": NOON}
        await slow.execute(door_message.insert().values(first))
    await quick
    assert [text for text, _, _ in await read(database, visitor)] == ["eerst", "daarna"]


async def test_whoever_is_erased_or_holds_a_role_is_shown_nothing(database: AsyncEngine, visitor: UUID) -> None:
    async with transaction(database) as connection:
        mine = (await connection.execute(select(person.c.object_id).where(person.c.id == visitor))).scalar_one()
    for home, people, shown in (("door", {mine}, False), ("", {mine}, False), ("elders", {mine}, True), ("door", {"x"}, True)):
        officials = Officials(home, frozenset(people))
        assert await put_message(database, visitor, uuid4(), {"text": "x"}, NOON, officials) is shown, (home, people)
    assert not await put_message(database, uuid4(), uuid4(), {"text": "x"}, NOON)
