"""A worker is killed in the middle of its round and another finishes it; two go round at once: everybody hears it once."""

import signal
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.database.transactions import Database
from tests.clockwork import morning_comes, queue_job
from tests.jobs.town import HELD_UP, ROUNDS, UNTOLD, Town, told, town

pytestmark = pytest.mark.usefixtures("quiet")

PLANNED = "select count(*) from notice"
KILL_AT = 8  # messages that arrived
UNDER_WAY = 1.0  # seconds between the answer of Teams and the note of it, on a busy machine


@pytest.fixture
async def place(database: Database, database_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """A town with two workers."""
    async with town(database, database_url, tmp_path) as found:
        yield found


async def test_a_round_that_was_killed_halfway_is_done_by_another(place: Town) -> None:
    await place.starts()
    async with place.held_up():
        await queue_job(place.url, "rounds", lock="rounds")
        await place.loses(await place.held())
        assert await place.count(PLANNED) == 0
    await queue_job(place.url, "take_up")
    await place.until(ROUNDS, 0)
    await morning_comes(place.database, place.url)
    await place.until(UNTOLD, 0)
    assert place.heard() == place.hears


async def test_two_at_one_round_plan_all_once_and_one_tells_it_after_a_kill(place: Town) -> None:
    await place.starts()
    async with place.held_up():
        await queue_job(place.url, "rounds")
        first = await place.held()
        first.signal(signal.SIGSTOP)  # or it would take the second round too
        await queue_job(place.url, "rounds")
        await place.until(HELD_UP, 2)
        first.signal(signal.SIGCONT)
    await place.until(ROUNDS, 0)
    await morning_comes(place.database, place.url)
    await place.teams.hears(KILL_AT)
    await place.loses(first)
    killed = time.monotonic()
    await queue_job(place.url, "take_up")
    await place.until(UNTOLD, 0)
    heard = place.heard()
    under_way = {told(call) for call in place.teams.calls if killed - UNDER_WAY <= call.at <= killed}
    assert set(heard) == set(place.hears)
    assert max(heard.values()) <= 2
    assert {one for one, times in heard.items() if times > 1} <= under_way
