"""Connections are cut and tables locked while people, colleagues among them, talk with two processes: nothing lost or doubled."""

import asyncio
import random
from collections.abc import Sequence
from contextlib import AsyncExitStack, suppress
from uuid import uuid4

import psycopg
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.exchange import Arrival, Unavailable
from bot.turn.outbox import Outbox
from bot.turn.papers import PaperOffers
from bot.turn.results import TurnResult
from bot.turn.turns import Turns
from dialogs.turn.events import Said, Scope
from storage.database.engine import conninfo, create_engine
from tests.beginnings import CONSENTS, SHORT, agree
from tests.chat import HOUSE, Chat
from tests.person import Person

PEOPLE, PAIRS = 7, 2  # the first so many pairs work on one intake
SEED = 20261128
PAUSE = 0.05  # seconds at most between two blows
CUT = """
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = 'laadmaat' and random() < 0.4
"""
LOCKS = ("lock table intake in access exclusive mode", "lock table turn in exclusive mode", "lock table person in share mode")
UNLIKE_THE_LOG = """
    select newest.name from intake join lateral (
        select distinct on (name) name, value from answer where intake_id = intake.id order by name, revision desc, id desc
    ) as newest on true
    where newest.value is distinct from intake.current -> 'answers' -> newest.name -> 'value'
"""
TWO_AT_ONCE = "select intake_id from answer group by intake_id, revision having count(distinct person_id) > 1"


async def test_nothing_is_lost_or_doubled_in_a_storm(database: AsyncEngine, database_url: str) -> None:
    chat, chance = Chat(database), random.Random(SEED)
    people = [chat.person(f"Person {number}") for number in range(PEOPLE)]
    for person in people:
        await agree(person)
    await make_colleagues(database, people)
    before = await turns_of_each(database)
    async with AsyncExitStack() as stack:
        processes = []
        for _ in range(2):
            engine = create_engine(database_url, connections=4)
            stack.push_async_callback(engine.dispose)
            processes.append(Turns(engine, HOUSE, chat.names, lambda: chat.now, Outbox(PaperOffers(), chat.defer, chat.wake)))
        storm = asyncio.create_task(rage(database_url, chance))
        await asyncio.gather(*(talks(person, processes, chance) for person in people))
        storm.cancel()
        await asyncio.wait((storm,))
    said = len(SHORT) + len(CONSENTS)
    assert await turns_of_each(database) == {conversation: count + said for conversation, count in before.items()}
    async with database.connect() as connection:
        for wrong in (UNLIKE_THE_LOG, TWO_AT_ONCE):
            assert (await connection.execute(text(wrong))).all() == []


async def make_colleagues(database: AsyncEngine, people: Sequence[Person]) -> None:
    """Have pairs of people answer for one company."""
    joins = text("""
        update person set intake_id = (select intake_id from person where object_id = :first) where object_id = :second
    """)
    async with database.begin() as connection:
        for number in range(0, 2 * PAIRS, 2):
            first, second = (person.sender.object_id for person in people[number : number + 2])
            await connection.execute(joins, {"first": first, "second": second})


async def turns_of_each(database: AsyncEngine) -> dict[str, int]:
    """Return how many turns each conversation has; no activity has two."""
    counted = text("select conversation, count(*) as turns from turn group by conversation")
    async with database.connect() as connection:
        return {row.conversation: row.turns for row in await connection.execute(counted)}


async def talks(person: Person, processes: Sequence[Turns], chance: random.Random) -> None:
    """Say one thing after another; Teams delivers some of it several times at once, to any process."""
    for words in (*SHORT, *CONSENTS):
        place = person.conversation
        reference = person.reference(place, Scope.PERSONAL)
        arrival = Arrival(person.sender.tenant, place, uuid4().hex, person.sender, Scope.PERSONAL, Said(words), reference, False)
        times = chance.choice((1, 1, 2, 3))
        found = await asyncio.gather(*(deliver(chance.choice(processes), arrival) for _ in range(times)))
        assert len({one.id for one in found}) == 1


async def deliver(process: Turns, arrival: Arrival) -> TurnResult:
    """Deliver until it is taken, as the reception does."""
    while True:
        with suppress(Unavailable):
            return await process.take(arrival)
        await asyncio.sleep(0)


async def rage(database_url: str, chance: random.Random) -> None:
    """Cut connections and lock tables until cancelled."""
    async with await psycopg.AsyncConnection.connect(conninfo(database_url), autocommit=True) as connection:
        await connection.execute("set application_name = 'storm'; set lock_timeout = '300ms'")
        while True:
            await asyncio.sleep(chance.random() * PAUSE)
            if chance.random() < 0.6:
                await connection.execute(CUT)
                continue
            with suppress(psycopg.errors.LockNotAvailable, psycopg.errors.DeadlockDetected):
                async with connection.transaction():
                    await connection.execute(chance.choice(LOCKS).encode())
                    await asyncio.sleep(chance.random() * PAUSE)
