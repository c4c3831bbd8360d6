"""Two workers are killed in the middle of five hundred notices: each arrives, and twice at most one a channel, in flight then."""

import asyncio
import datetime
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import text

from bot.jobs.queue import make_queue, waking
from domain.notices.notice import NewNotice
from domain.notices.pacing import HEADROOM, PER_TENANT
from domain.notices.quiet import NEVER
from storage.database.transactions import Database, transaction
from storage.notices.notices import Notices
from tests.e2e.endurance.test_chaos import LEFT_BY_THE_DEAD
from tests.jobs.places import ALWAYS, channels
from tests.teams.activities import TENANT
from tests.wiring.conftest import listening
from tests.wiring.fake_teams import Call, FakeTeams
from tests.wiring.replicas import Replicas, two_replicas

pytestmark = pytest.mark.usefixtures("quiet")

CHANNELS, EACH = 100, 5
KILL_AT = (0, 150, 250, 350, 450)  # notices that arrived
AT_ONCE = PER_TENANT[0].most - HEADROOM  # messages that are under way to one tenant in the same second
LEFT = text("select (select count(*) from turn where sent_at is null), (select count(*) from notice where posted_at is null)")
TEAMS_TAKES = 0.1  # seconds; so that a kill comes while messages are under way
SILENT = 12.0  # seconds without a sign of life of a worker that is alive: it gives one every ten


@pytest.fixture
async def replicas(database: Database, database_url: str, tmp_path: Path) -> AsyncIterator[Replicas]:
    """Two processes, each with a worker that is never quiet."""
    async with two_replicas(database_url, tmp_path, ALWAYS) as found:
        yield found


async def test_every_notice_arrives_whoever_is_killed(replicas: Replicas, database: Database, database_url: str) -> None:
    teams, flights = FakeTeams(takes=TEAMS_TAKES), Flights()
    async with listening(teams.application) as teams_url:
        places = await channels(database, f"{teams_url}/", TENANT, CHANNELS)
        await plan(database, database_url, list(places))
        for count in KILL_AT:
            await teams.hears(count, within=60)
            await replicas.kill_one(then=lambda: flights.catch(teams, database))
        await everything_arrives(database, database_url)
    times = times_told(teams.calls)
    assert len(times) == CHANNELS * EACH
    assert {place for place, _ in times} == set(places.values())
    doubled = {number: what for what, numbers in times.items() for number in numbers[:-1]}
    for flight in flights.caught:
        there = [doubled.pop(number)[0] for number in flight & doubled.keys()]
        assert len(there) == len(set(there))  # one message of each channel
        assert len(there) <= AT_ONCE
    assert not doubled  # all else was noted before a kill, or sent by who lived on: nothing of that came twice


@dataclass
class Flights:
    """What was under way at each kill: the numbers of calls that Teams had heard, and of which no note was kept."""

    caught: list[set[int]] = field(default_factory=list)

    async def catch(self, teams: FakeTeams, database: Database) -> None:
        """Take down what is under way, when a process was killed and no other took its place yet."""
        async with database.connect() as connection:
            noted = {sent for (ids,) in await connection.execute(text("select ids from turn")) for sent in ids}
        flying = {number for number in range(1, len(teams.calls) + 1) if f"sent-{number}" not in noted}
        self.caught.append(flying.difference(*self.caught))


def times_told(calls: list[Call]) -> dict[tuple[str, str], list[int]]:
    """Return the numbers of the calls that told each message to each channel."""
    found: dict[tuple[str, str], list[int]] = {}
    for number, call in enumerate(calls, 1):
        found.setdefault(meant(call, calls), []).append(number)
    return found


async def plan(database: Database, database_url: str, places: list[UUID]) -> None:
    """Plan all of them in one transaction, with their jobs."""
    async with transaction(database) as connection:
        notices = Notices(connection, datetime.datetime.now(datetime.UTC), NEVER)
        steps = ({"event": "step_entered", "step": step} for step in range(EACH))
        new = [NewNotice("step", channel=place, terrain="9999", data=data) for data in steps for place in places]
        assert await notices.plan(*new) == CHANNELS * EACH
        await waking(make_queue(database_url))(connection, notices.wakes)


def meant(call: Call, calls: list[Call]) -> tuple[str, str]:
    """Return to which channel a call went, and what it said: a reply goes to the thread that an earlier call opened."""
    place = call.body.get("channelData", {}).get("channel", {}).get("id")
    if place:
        return place, call.body["activity"]["text"]
    number = re.search(r"sent-(\d+)", call.path)
    assert number
    return meant(calls[int(number[1]) - 1], calls)[0], str(call.body["text"])


async def everything_arrives(database: Database, database_url: str) -> None:
    """Wait until all of it was sent; what the dead left behind is taken up as every minute, a little sooner."""
    queue, left = make_queue(database_url), (-1, -1)
    async with queue.open_async():
        for _ in range(450):
            for job in await queue.job_manager.get_stalled_jobs(seconds_since_heartbeat=SILENT):
                await queue.job_manager.retry_job(job)
            async with database.begin() as connection:
                await connection.execute(LEFT_BY_THE_DEAD)
                left = tuple((await connection.execute(LEFT)).one())
            if left == (0, 0):
                return
            await asyncio.sleep(0.2)
    pytest.fail(f"Some notices never arrived: {left}")
