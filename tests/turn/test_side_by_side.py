"""Two turns at the same moment, in two processes: the one that loses is taken again, and nothing is lost or doubled."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import pytest
from sqlalchemy import text

from bot.turn.turns import Turns
from dialogs.lookup.terrain_names import TerrainNames
from storage.tables.people import intake, person
from storage.tables.turn import turn
from tests.beginnings import meet, start, talk
from tests.chat import HOUSE, Chat
from tests.person import Person
from tests.tables import answers, rows

Happens = Callable[[], Awaitable[object]]


@dataclass
class Interrupted:
    """The names of terrains, which a turn asks for after it has loaded: something else happens just then, once."""

    names: TerrainNames
    happens: Happens | None = None

    async def refresh(self) -> TerrainNames:
        """Let it happen, and return the index."""
        happens, self.happens = self.happens, None
        if happens is not None:
            await happens()
        return self.names


class Meanwhile:
    """A second process beside the one of the chat, which is about to be interrupted."""

    def __init__(self, chat: Chat) -> None:
        self._chat = chat
        self._first, self._second = chat.turns, Turns(chat.database, HOUSE, chat.names, lambda: chat.now)
        self._register = Interrupted(chat.names.names)
        self._first.register = self._register

    def happens(self, what: Happens) -> None:
        """Let this happen in the other process while the next turn of the first one is being decided."""

        async def elsewhere() -> None:
            self._chat.turns = self._second
            await what()
            self._chat.turns = self._first

        self._register.happens = elsewhere


@pytest.fixture
async def fatima(chat: Chat) -> Person:
    """Fatima, who was asked for her light trucks."""
    return await start(chat)


async def test_what_a_colleague_answers_at_the_same_moment_is_kept_beside_it(chat: Chat, fatima: Person) -> None:
    await fatima.says("collega")
    piet = await meet(chat)
    await talk(piet, fatima.code(), "ja")
    Meanwhile(chat).happens(lambda: piet.says("4"))
    await fatima.says("7")
    fatima.sees("Genoteerd: 7")
    piet.sees("Genoteerd: 4")
    assert await answers(chat, "light_truck.total") == [(4, "sure"), (7, "sure")]
    (kept,) = await rows(chat, intake)
    assert kept["current"]["answers"]["light_truck.total"]["value"] == 7
    assert kept["current"]["answers"]["van.total"]["value"] == 12


async def test_what_somebody_is_just_storing_is_waited_for_and_kept(chat: Chat, fatima: Person) -> None:
    stored: list[asyncio.Task[None]] = []

    async def begin_storing() -> None:
        begun = asyncio.Event()
        stored.append(asyncio.create_task(store_when_waited_for(chat, begun)))
        await begun.wait()

    Meanwhile(chat).happens(begin_storing)
    await fatima.says("7")
    await asyncio.gather(*stored)
    fatima.sees("Genoteerd: 7")
    (kept,) = await rows(chat, intake)
    assert kept["current"]["answers"]["van.total"]["value"] == 99
    assert kept["current"]["answers"]["light_truck.total"]["value"] == 7


async def store_when_waited_for(chat: Chat, begun: asyncio.Event) -> None:
    """Change the answer about vans, and commit only when another turn stands waiting for that."""
    change = text("update intake set current = jsonb_set(current, '{answers,van.total,value}', '99')")
    waiting = text("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
    async with chat.database.begin() as connection, chat.database.connect() as watching:
        await connection.execute(change)
        begun.set()
        while not (await watching.execute(waiting)).scalar_one():
            await watching.rollback()


async def test_who_has_to_wait_keeps_nobody_else_waiting(chat: Chat, fatima: Person) -> None:
    piet = await start(chat, "Piet", "Piet Koeriers", "Hessenpoort")
    (hers,) = [row["id"] for row in await rows(chat, intake) if row["company"] == "Jansen Transport"]
    async with chat.database.begin() as connection:
        await connection.execute(text("select from intake where id = :id for update"), {"id": hers})
        waits = asyncio.create_task(fatima.says("7"))
        await piet.says("4")
        piet.sees("Genoteerd: 4")
        assert not waits.done()
    await waits
    fatima.sees("Genoteerd: 7")


async def test_two_answers_of_one_person_both_count(chat: Chat, fatima: Person) -> None:
    Meanwhile(chat).happens(lambda: fatima.says("4"))
    await fatima.says("7")
    assert await answers(chat, "light_truck.total") == [(4, "sure")]
    assert await answers(chat, "rigid.total") == [(7, "sure")]


async def test_one_message_delivered_to_both_has_one_effect(chat: Chat, fatima: Person) -> None:
    before = len(await rows(chat, turn))
    meanwhile, done = Meanwhile(chat), []

    async def again() -> None:
        done.append(await fatima.repeats())

    meanwhile.happens(again)
    await fatima.says("7")
    assert [len(one.outgoing) for one in done] == [1]
    fatima.sees_nothing()  # its reply is sent by the process that was first
    assert await answers(chat, "light_truck.total") == [(7, "sure")]
    assert len(await rows(chat, turn)) == before + 1


async def test_who_erases_everything_meanwhile_stays_erased(chat: Chat, fatima: Person) -> None:
    Meanwhile(chat).happens(lambda: talk(fatima, "verwijder mijn gegevens", "ja"))
    await fatima.says("7")
    fatima.sees("Mogen wij uw antwoorden bewaren?")
    assert await answers(chat, "light_truck.total") == []
    assert [row["name"] for row in await rows(chat, person)] == [""]
