"""`python -m bench.notices` plans and delivers five thousand notices, talks meanwhile, and writes docs/benchmark-notices.md."""

import argparse
import asyncio
import datetime
import os
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles
from typing import Any
from uuid import UUID, uuid4

from bench.database import database_apart
from bench.marks import DOCS, machine, put_between
from bot.exchange import Arrival
from bot.jobs.notices import Notifier
from bot.jobs.queue import make_queue, waking
from bot.metrics import Metrics
from bot.turn.outbox import Outbox
from bot.turn.papers import PaperOffers
from bot.turn.sender import ReplySender
from bot.turn.turns import Turns
from dialogs.lookup.terrain_names import TerrainNames
from dialogs.turn.events import Said, Scope, Sender
from dialogs.turn.known import House
from domain.notices.notice import Happening, NewNotice, Subscription
from domain.notices.pacing import HEADROOM, PER_TENANT
from domain.notices.quiet import NEVER
from domain.notices.topics import Topic
from domain.terrains.terrains import TerrainName
from storage.database.engine import create_engine
from storage.database.migrate import migrate
from storage.database.server import ServerFailed
from storage.database.transactions import Database, transaction
from storage.notices.notices import Notices
from storage.tables.channel import channel

PAGE = DOCS / "benchmark-notices.md"
BEGIN, END = "<!-- notices: begin (written by python -m bench.notices) -->", "<!-- notices: end -->"
CHANNELS, EACH = 500, 10
TENANT, TERRAIN = "11111111-1111-4111-8111-111111111111", "t-1"
PEOPLE, TURNS = 20, 600
TEAMS_TAKES = 0.05  # seconds; Teams is not quicker than this
STEP = 0.25  # virtual seconds between two sweeps of a busy worker
HOUSE = House("NAL-regio Oost, namens de provincies", "", "", quiet=NEVER)


@dataclass
class Names:
    """A register with one terrain."""

    names: TerrainNames = field(default_factory=lambda: TerrainNames([TerrainName(TERRAIN, "Hessenpoort", "Zwolle")]))

    async def refresh(self) -> TerrainNames:
        """Return it."""
        return self.names


@dataclass
class Clock:
    """A clock that is moved."""

    now: datetime.datetime = datetime.datetime(2026, 11, 23, 9, tzinfo=datetime.UTC)


class FarTeams:
    """Takes everything, after a while."""

    async def send(self, *_: object) -> str:
        """Take a message."""
        await asyncio.sleep(TEAMS_TAKES)
        return uuid4().hex

    post = update = send


@dataclass(frozen=True, slots=True)
class Figures:
    """Seconds to plan in two ways, virtual seconds to deliver with the fewest that are possible, and answers in milliseconds."""

    followed: float
    planned: float
    delivered: float
    possible: float
    busy_sweeps: float
    alone: float
    beside: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure; return 0, or 1 when there was no database."""
    parser = argparse.ArgumentParser("bench.notices", description="meet hoe snel berichten gepland en bezorgd worden")
    parser.add_argument("--folder", type=Path, default=Path("var/bench"), metavar="MAP", help="werkmap (var/bench)")
    asked = parser.parse_args(arguments)
    busy = os.getloadavg()[0]
    try:
        with database_apart("notices", asked.folder) as (url, _):
            migrate(url)
            figures = asyncio.run(measure(url))
    except ServerFailed as failed:
        print(f"De meting is mislukt: {failed}", file=sys.stderr)
        return 1
    put_between(PAGE, BEGIN, END, page(figures, busy))
    print(f"Geschreven: {PAGE}")
    return 0


async def measure(url: str) -> Figures:
    """Plan, deliver by a clock of our own, and talk with and without notices going out."""
    database, clock = create_engine(url), Clock()
    outbox = Outbox(PaperOffers(), wake=waking(make_queue(url)))
    turns = Turns(database, HOUSE, Names(), lambda: clock.now, outbox)
    notifier = Notifier(database, HOUSE, Names(), lambda: clock.now, outbox)
    places = await make_channels(database, clock.now)
    try:
        followed = await plan(database, outbox, clock, places, by_following=True)
        for place in places:
            await notifier.notify(f"channel:{place}")
        began, virtual, sweeps = time.perf_counter(), clock.now, 0
        while await turns.depth():
            clock.now += datetime.timedelta(seconds=STEP)
            for turned in await turns.unsent(60):
                turns.note_sent(turned, [uuid4().hex for _ in turned.outgoing])
            await turns.write_notes()
            sweeps += 1
        took, delivered = time.perf_counter() - began, (clock.now - virtual).total_seconds()
        clock.now += datetime.timedelta(hours=1)
        planned = await plan(database, outbox, clock, places, by_following=False)
        alone, beside = await talk_twice(database, outbox, places)
    finally:
        await database.dispose()
    possible = CHANNELS * EACH / (PER_TENANT[0].most - HEADROOM) * PER_TENANT[0].seconds
    return Figures(followed, planned, delivered, possible, took / sweeps * 1000, alone, beside)


async def make_channels(database: Database, now: datetime.datetime) -> list[UUID]:
    """Make channels that follow the terrain."""
    places = [uuid4() for _ in range(CHANNELS)]
    async with transaction(database) as connection:
        rows = [
            {
                "id": place,
                "tenant": TENANT,
                "conversation": f"19:{place}",
                "team_id": "",
                "reference": reference_of(f"19:{place}"),
            }
            for place in places
        ]
        await connection.execute(channel.insert(), rows)
        notices = Notices(connection, now, NEVER)
        for place in places:
            await notices.follow(Subscription(place, TERRAIN, (Topic.STEP,)))
    return places


def reference_of(place: str, kind: str = "groupChat") -> dict[str, Any]:
    """Return how to reach a conversation."""
    there = {"id": place, "conversationType": kind, "tenantId": TENANT}
    return {"serviceUrl": "https://voorbeeld.example/", "channelId": "msteams", "tenant": TENANT, "conversation": there}


async def plan(database: Database, outbox: Outbox, clock: Clock, places: Sequence[UUID], *, by_following: bool) -> float:
    """Plan all notices and their jobs in one transaction; return the seconds it took, the commit included."""
    began = time.perf_counter()
    async with transaction(database) as connection:
        notices = Notices(connection, clock.now, NEVER)
        data = [{"event": "step_entered", "step": number % 8} for number in range(EACH)]
        if by_following:
            count = await notices.happened(*(Happening(Topic.STEP, TERRAIN, data=one) for one in data))
        else:
            count = await notices.plan(*(NewNotice("step", place, terrain=TERRAIN, data=one) for one in data for place in places))
        await outbox.wake_all(connection, notices.wakes)
    if count != CHANNELS * EACH:
        raise RuntimeError(f"{count} notices planned")
    return time.perf_counter() - began


async def talk_twice(database: Database, outbox: Outbox, places: Sequence[UUID]) -> tuple[float, float]:
    """Return the 95th percentile of answers in milliseconds: alone, and while a worker in the same process sends notices."""

    def now() -> datetime.datetime:
        return datetime.datetime.now(datetime.UTC)

    turns, notifier = Turns(database, HOUSE, Names(), now, outbox), Notifier(database, HOUSE, Names(), now, outbox)
    courier = ReplySender(FarTeams(), turns, Metrics(), forget)  # type: ignore[arg-type]  # as much of it as is used
    await talk(turns, "warm", PEOPLE)
    alone = await talk(turns, "alone", TURNS)
    for place in places:
        await notifier.notify(f"channel:{place}")
    sweeping = asyncio.create_task(courier.sweep(1.0))
    beside = await talk(turns, "beside", TURNS)
    sweeping.cancel()
    with suppress(asyncio.CancelledError):
        await sweeping
    return alone, beside


async def forget(_: Mapping[str, Any]) -> None:
    """Take note of a blocked conversation nowhere."""


async def talk(turns: Turns, name: str, count: int) -> float:
    """Ask questions, one after another by many people; return the 95th percentile in milliseconds."""
    took = []
    for number in range(count):
        person = f"{number % PEOPLE:08d}-0000-4000-8000-000000000000"
        arrival = Arrival(
            TENANT, f"a:{person}", f"{name}-{number}", Sender(TENANT, person, f"29:{person}", "Fatima"), Scope.PERSONAL,
            Said("hallo" if name == "warm" else "help"), reference_of(f"a:{person}", "personal"), invoke=False,
        )  # fmt: skip
        began = time.perf_counter()
        turned = await turns.take(arrival)
        took.append((time.perf_counter() - began) * 1000)
        turns.note_sent(turned, [uuid4().hex for _ in turned.outgoing])
        await asyncio.sleep(0.02)
    await turns.write_notes()
    return quantiles(took, n=20)[-1]


def page(found: Figures, busy: float) -> Iterator[str]:
    """Yield the measured part of the page."""
    total = f"{CHANNELS * EACH:,}"
    yield machine("python -m bench.notices", busy)
    yield ""
    yield "| what | measured | asked |"
    yield "|---|---|---|"
    rows = (
        (f"{total} notices with jobs, of {EACH} events that {CHANNELS} channels follow, in one transaction", "below 5 s"),
        (f"{total} notices with jobs, planned by themselves, in one transaction", "below 5 s"),
        (f"{total} notices delivered, by a virtual clock", f"{found.possible:.0f} s, which is Teams' limit of a tenant"),
        (f"one sweep of a busy worker, {STEP} s apart", ""),
        ("an answer, 95th percentile, nothing else going on", ""),
        ("the same while a worker in the same process sends notices", "within 1.3 times"),
    )
    times = found.beside / found.alone
    values = [f"{found.followed:.2f} s", f"{found.planned:.2f} s", f"{found.delivered:.0f} s", f"{found.busy_sweeps:.0f} ms"]
    values += [f"{found.alone:.1f} ms", f"{found.beside:.1f} ms: {times:.2f} times"]
    yield from (f"| {what} | {value} | {asked} |" for (what, asked), value in zip(rows, values, strict=True))


if __name__ == "__main__":
    sys.exit(main())
