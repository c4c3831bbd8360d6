"""A town where everybody has something to hear: late directors, companies to remind, channels that follow it; and two workers."""

import asyncio
import datetime
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from aiohttp import ClientSession
from sqlalchemy import func, select, text, update

from domain.notices.notice import Subscription
from domain.notices.quiet import NEVER
from domain.notices.topics import Topic
from storage.database.transactions import Database, transaction
from storage.notices.notices import Notices
from storage.tables.notice import notice
from storage.tables.people import person
from tests.access.arranging import links
from tests.beginnings import talk
from tests.chat import TENANT, TERRAINS, Chat
from tests.jobs.places import ALWAYS, channels
from tests.replies import Shown
from tests.terrains.arranging import register
from tests.wiring.conftest import listening
from tests.wiring.fake_teams import Call, FakeTeams
from tests.wiring.replicas import Replica

COMPANIES, FOLLOWERS = 6, 2
AGO = datetime.timedelta(days=60)  # when it began: a step is late by now, and a wish to be reminded due
REMINDER, LATE, WEEK = "Nog even verder?", "Hier is aandacht nodig", "Uw terreinen deze week"
WAITS = "from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
HELD_UP, WHO = f"select count(*) {WAITS}", f"select application_name {WAITS}"
FIRST = "select worker_id from procrastinate_jobs where task_name = 'rounds' order by id limit 1"
SILENT = "update procrastinate_workers set last_heartbeat = now() - interval '1 hour' where id = :id"
UNSENT = "update turn set lease_until = now() where sent_at is null"
ROUNDS = "select count(*) from procrastinate_jobs where task_name = 'rounds'"
# The clock starts no round of its own: those of now count as started already.
NO_CLOCK = """
    insert into procrastinate_periodic_defers (task_name, defer_timestamp)
    select 'rounds', 900 * (floor(extract(epoch from now()) / 900) + quarter) from generate_series(0, 1) as quarter
"""
UNTOLD = "select (select count(*) from notice where posted_at is null) + (select count(*) from turn where sent_at is null)"


@dataclass
class Town:
    """`hears` is what everybody should hear: by conversation, the mark of the message."""

    database: Database
    url: str
    teams: FakeTeams
    workers: tuple[Replica, Replica]
    hears: Counter[tuple[str, str]]
    last: UUID
    number: int = 0  # of the worker that began the round, in the queue

    async def count(self, statement: str) -> int:
        """Count something in the database."""
        async with self.database.connect() as connection:
            return int((await connection.execute(text(statement))).scalar_one())

    async def until(self, statement: str, count: int) -> None:
        """Wait until there are so many."""
        async with asyncio.timeout(30):
            while await self.count(statement) != count:  # noqa: ASYNC110 - other processes change it
                await asyncio.sleep(0.02)

    async def starts(self) -> None:
        """Start both workers."""
        await asyncio.gather(*(worker.start() for worker in self.workers))

    async def held(self) -> Replica:
        """Return the worker that is held up in its round, as soon as there is one."""
        await self.until(HELD_UP, 1)
        async with self.database.connect() as connection:
            name = (await connection.execute(text(WHO))).scalar_one()
        self.number = await self.count(FIRST)
        return next(worker for worker in self.workers if name == str(worker.port))

    async def loses(self, worker: Replica) -> None:
        """Kill the worker that began the round, and let time pass: what it was doing and sending is its own no longer."""
        await worker.kill()
        async with self.database.begin() as connection:
            await connection.execute(text(SILENT), {"id": self.number})
            await connection.execute(text(UNSENT))

    @asynccontextmanager
    async def held_up(self) -> AsyncIterator[None]:
        """Hold up every round halfway: what it plans last is being planned here, and never will be."""
        now = datetime.datetime.now(datetime.UTC)
        async with self.database.connect() as connection:
            wished = select(person.c.place["wished_on"].astext).where(person.c.id == self.last)
            key = f"intake:{self.last}:{(await connection.execute(wished)).scalar_one()}:1"
            await connection.execute(notice.insert().values(kind="news", person_id=self.last, key=key, at=now, due_at=now))
            yield
            await connection.rollback()

    def heard(self) -> Counter[tuple[str, str]]:
        """Return what everybody heard."""
        return Counter(map(told, self.teams.calls))


def told(call: Call) -> tuple[str, str]:
    """Return in which conversation a call brought which message."""
    activity = dict(call.body.get("activity", call.body))
    place = call.body["channelData"]["channel"]["id"] if "activity" in call.body else call.conversation
    words = Shown("", activity).text()
    return place, next(mark for mark in (REMINDER, LATE, WEEK) if mark in words)


async def settle(database: Database, service_url: str) -> tuple[Counter[tuple[str, str]], UUID]:
    """Let everybody begin two months ago; return what they should hear by now, and who is reminded last."""
    await register(database)
    chat = Chat(database, now=datetime.datetime.now(datetime.UTC) - AGO)
    directors = [chat.person(f"Regisseur {number}") for number in range(len(TERRAINS))]
    await links(chat, *directors)
    for director, terrain in zip(directors, TERRAINS, strict=True):
        await director.opens()
        await talk(director, f"stap {terrain.id} begin", f"regisseur {terrain.id} ik")
    companies = [chat.person(f"Bedrijf {number}") for number in range(COMPANIES)]
    for number, company in enumerate(companies):
        await company.opens()
        await talk(company, "ja", "kort", f"Bedrijf {number}", "hessenpoort", "herinner mij")
    await chat.turns.receipts.write()
    places = await channels(database, service_url, TENANT, FOLLOWERS)
    async with transaction(database) as connection:
        for one in places:
            await Notices(connection, chat.now, NEVER, TENANT).follow(Subscription(one, "", tuple(Topic)))
        ids = (await connection.execute(select(person.c.id).where(person.c.place["hearing"].astext == "wanted"))).scalars()
        last = max(ids)
        there = func.jsonb_set(person.c.reference, ["serviceUrl"], func.to_jsonb(service_url))
        await connection.execute(update(person).values(reference=there))
        await connection.execute(text(NO_CLOCK))
    theirs = [(one.conversation, mark) for one in directors for mark in (LATE, WEEK)]
    theirs += [(one.conversation, REMINDER) for one in companies]
    theirs += [(place, LATE) for place in places.values()]  # nothing moved this week, so no digest
    return Counter(theirs), last


@asynccontextmanager
async def town(database: Database, url: str, folder: Path) -> AsyncIterator[Town]:
    """Settle a town; its workers are not started yet."""
    teams = FakeTeams()
    async with AsyncExitStack() as stack:
        service_url = f"{await stack.enter_async_context(listening(teams.application))}/"
        http = await stack.enter_async_context(ClientSession())
        hears, last = await settle(database, service_url)
        workers = Replica(url, folder, http), Replica(url, folder, http)
        for one in workers:
            one.more = {**ALWAYS, "PGAPPNAME": str(one.port)}  # tells which of them waits for a lock
            stack.push_async_callback(one.stop)
        yield Town(database, url, teams, workers, hears, last)
