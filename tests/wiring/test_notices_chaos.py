"""Two workers are killed in the middle of five hundred notices: each arrives, and twice only what was under way just then."""

import asyncio
import datetime
import re
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import text

from bot.jobs import make_queue, waking
from domain.notices.notice import NewNotice
from domain.notices.quiet import NEVER
from storage.notices import Notices
from storage.transactions import Database, transaction
from tests.edge.activities import TENANT
from tests.wiring.conftest import listening
from tests.wiring.fake_teams import Call, FakeTeams
from tests.wiring.places import ALWAYS, channels
from tests.wiring.replicas import Replicas, two_replicas
from tests.wiring.test_chaos import LEFT_BY_THE_DEAD

CHANNELS, EACH = 100, 5
KILL_AT = (0, 150, 350)  # notices that arrived
UNDER_WAY = 1.0  # seconds between the answer of Teams and the note of it, on a busy machine
LEFT = text("select (select count(*) from turn where sent_at is null), (select count(*) from notice where posted_at is null)")
SILENT = 12.0  # seconds without a sign of life of a worker that is alive: it gives one every ten


@pytest.fixture
async def replicas(database: Database, database_url: str, tmp_path: Path) -> AsyncIterator[Replicas]:
    """Two processes, each with a worker that is never quiet."""
    async with two_replicas(database_url, tmp_path, ALWAYS) as found:
        yield found


async def test_every_notice_arrives_whoever_is_killed(replicas: Replicas, database: Database, database_url: str) -> None:
    teams = FakeTeams()
    async with listening(teams.application) as teams_url:
        places = await channels(database, f"{teams_url}/", TENANT, CHANNELS)
        await plan(database, database_url, list(places))
        for count in KILL_AT:
            await teams.hears(count, within=60)
            await replicas.kill_one()
        await everything_arrives(database, database_url)
    arrived = Counter([meant(call, teams.calls) for call in teams.calls])
    assert len(arrived) == CHANNELS * EACH
    assert {place for place, _ in arrived} == set(places.values())
    assert max(arrived.values()) <= 2
    doubled = {what for what, times in arrived.items() if times > 1}
    first = {meant(call, teams.calls): call.at for call in reversed(teams.calls)}
    assert all(any(kill - UNDER_WAY <= first[what] <= kill for kill in replicas.kills) for what in doubled)


async def plan(database: Database, database_url: str, places: list[UUID]) -> None:
    """Plan all of them in one transaction, with their jobs."""
    async with transaction(database) as connection:
        notices = Notices(connection, datetime.datetime.now(datetime.UTC), NEVER)
        steps = ({"event": "step_entered", "step": step} for step in range(EACH))
        new = [NewNotice("step", channel=place, terrain="9999", data=data) for data in steps for place in places]
        assert await notices.plan(*new) == CHANNELS * EACH
        await waking(make_queue(database_url))(connection, notices.outbox)


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
