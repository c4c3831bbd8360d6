"""Two replicas are killed at random points of two hundred turns; every answer is there once, and every reply arrived."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import text

from storage.database.transactions import Database
from tests.teams.activities import says
from tests.wiring.conftest import listening
from tests.wiring.fake_teams import FakeTeams
from tests.wiring.replicas import Replicas, two_replicas

pytestmark = pytest.mark.usefixtures("quiet")

PEOPLE = [f"f0000000-0000-4000-8000-{number:012d}" for number in range(10)]
QUESTIONS = 18  # after "hallo" and "ja": twenty turns each
KILLS = 6
NOTED_WITHIN = 5.0  # seconds; what was sent is noted twice a second, and the machine may be busy


@pytest.fixture
async def replicas(database: Database, database_url: str, tmp_path: Path) -> AsyncIterator[Replicas]:
    """Two processes with a load balancer in front."""
    async with two_replicas(database_url, tmp_path) as found:
        yield found


async def test_nothing_is_lost_or_doubled(replicas: Replicas, database: Database) -> None:
    teams, turns = FakeTeams(), Turnstile()
    async with listening(teams.application) as teams_url:
        people = [talk(replicas, turns, person, f"{teams_url}/") for person in PEOPLE]
        killing = asyncio.create_task(kill_now_and_then(replicas, turns))
        await asyncio.gather(*people)
        await killing
        await everything_is_sent(database)
        await check_answers(database)
        await check_replies(database, teams, replicas.kills)


class Turnstile:
    """Counts turns and lets them through at a pace at which there is time to be killed."""

    def __init__(self) -> None:
        """Start at none."""
        self.passed = 0
        self.news = asyncio.Condition()

    async def passes(self) -> None:
        """Count one."""
        async with self.news:
            self.passed += 1
            self.news.notify_all()

    async def reaches(self, count: int) -> None:
        """Wait until so many passed."""
        async with self.news:
            await self.news.wait_for(lambda: self.passed >= count)


async def talk(replicas: Replicas, turns: Turnstile, person: str, teams_url: str) -> None:
    """Say hello, allow keeping, and ask questions: each message only after the one before was taken."""
    for words in ("hallo", "ja", *(f"vraag wat is {number} van {person}?" for number in range(QUESTIONS))):
        await replicas.deliver(says(words, person=person, service_url=teams_url))
        await turns.passes()
        await asyncio.sleep(replicas.chance.uniform(0, 0.3))


async def kill_now_and_then(replicas: Replicas, turns: Turnstile) -> None:
    """Kill a replica at a random moment in each part of the talking."""
    part = len(PEOPLE) * (QUESTIONS + 2) // (KILLS + 1)
    for number in range(KILLS):
        await turns.reaches(part * number + replicas.chance.randrange(part))
        await replicas.kill_one()


# What a process that lives has just taken or resumed is left to it: taking it over would send it twice.
LEFT_BY_THE_DEAD = text(
    "update turn set lease_until = now() where sent_at is null and coalesce(resumed_at, at) < now() - interval '10 seconds'"
)


async def everything_is_sent(database: Database) -> None:
    """Wait until the sweep brought what was left; the lease of a process that is gone need not be waited for."""
    for _ in range(300):
        async with database.begin() as connection:
            await connection.execute(LEFT_BY_THE_DEAD)
            left = (await connection.execute(text("select count(*) from turn where sent_at is null"))).scalar_one()
        if not left:
            return
        await asyncio.sleep(0.2)
    pytest.fail("Some replies were never sent.")


async def check_answers(database: Database) -> None:
    """Every message is one turn, every question is kept once and in order."""
    async with database.connect() as connection:
        turns = (await connection.execute(text("select count(*) from turn"))).scalar_one()
        rows = await connection.execute(text("select text from request order by number"))
        kept = [str(words) for (words,) in rows]
    assert turns == len(PEOPLE) * (QUESTIONS + 2)
    for person in PEOPLE:
        assert [words for words in kept if person in words] == [f"wat is {n} van {person}?" for n in range(QUESTIONS)]
    assert len(kept) == len(PEOPLE) * QUESTIONS


async def check_replies(database: Database, teams: FakeTeams, kills: list[float]) -> None:
    """Every reply arrived; the only ones that came twice were sent just before a kill and could not be noted."""
    async with database.connect() as connection:
        ids = [sent for (sent,) in await connection.execute(text("select ids from turn"))]
        numbers = [number for (number,) in await connection.execute(text("select number from request"))]
    assert all(ids)
    noted = [sent for one in ids for sent in one]
    sent = {f"sent-{number}": call for number, call in enumerate(teams.calls, 1)}
    assert len(noted) == len(set(noted))
    assert set(noted) <= set(sent)
    told = [str(sent[one].body.get("text")) for one in noted]
    assert Counter(number for number in numbers for words in told if f"(nummer {number})" in words) == Counter(numbers)
    again = [call for one, call in sent.items() if one not in set(noted)]
    late = [call for call in again if not any(kill - NOTED_WITHIN <= call.at <= kill for kill in kills)]
    assert not late, [(call.at, kills, call.body) for call in late]
