"""Measuring side by side: every round lets each contestant talk in turn, so that a busy moment of the machine hits all.

One at a time is measured in short laps, all contestants after each other in each: the machine swings by the half minute.
"""

import itertools
from collections import defaultdict
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from statistics import median

from aiohttp import ClientSession, ClientTimeout, TCPConnector

from bench.contestants import SIDE_BY_SIDE, Contestant, Lineup
from bench.costs import resident, seconds_of, seconds_of_database
from bench.load import Crowd, Round
from bench.people import Person
from bench.teams import Teams

LAPS = 4  # in a round


@dataclass(frozen=True, slots=True)
class Seen:
    """One round of one contestant: laps of one at a time, many at once, and the processor seconds per turn of the latter."""

    alone: Sequence[Round]
    together: Round
    bot_seconds: float
    database_seconds: float

    @property
    def seconds_per_turn(self) -> float:
        """The processor seconds of bots and database together."""
        return self.bot_seconds + self.database_seconds


@dataclass
class Sitting:
    """One run of the measurement: who talked, and what was seen."""

    lineup: Lineup
    teams: Teams
    session: ClientSession
    seen: dict[str, list[Seen]] = field(default_factory=lambda: defaultdict(list))
    crowds: dict[str, Crowd[Person]] = field(default_factory=dict)
    numbers: Iterator[int] = field(default_factory=itertools.count)

    def crowd(self, contestant: Contestant) -> Crowd[Person]:
        """Return the people who talk with a contestant."""
        if contestant.name not in self.crowds:
            self.crowds[contestant.name] = Crowd(self.teams, self.session, contestant.kind, self.numbers, contestant.urls)
        return self.crowds[contestant.name]

    async def measure(self, rounds: int) -> None:
        """Measure so many rounds, each begun by another contestant; a lap before them warms everything up."""
        await self.run_lap(0)
        for number in range(1, rounds + 1):
            laps = [await self.run_lap(number + lap) for lap in range(LAPS)]
            for contestant in self.beginning_with(number):
                seen = await self.hear_many(contestant, [lap[contestant.name] for lap in laps])
                self.seen[contestant.name].append(seen)
            print(f"Ronde {number} van {rounds}", flush=True)

    def beginning_with(self, number: int) -> Sequence[Contestant]:
        """Return all contestants, another one first for each number."""
        contestants = self.lineup.contestants
        first = number % len(contestants)
        return (*contestants[first:], *contestants[:first])

    async def run_lap(self, number: int) -> Mapping[str, Round]:
        """Let somebody talk with every contestant; return it by the contestant's name."""
        lap = {}
        for contestant in self.beginning_with(number):
            crowd = self.crowd(contestant)
            lap[contestant.name] = await crowd.talk(await crowd.gather(1), each=contestant.each)
        return lap

    async def hear_many(self, contestant: Contestant, alone: Sequence[Round]) -> Seen:
        """Let many talk with one contestant at once; return it with what was seen of it one at a time."""
        crowd = self.crowd(contestant)
        people = await crowd.gather(contestant.at_once)
        bots, database = self.seconds(contestant)
        together = await crowd.talk(people, each=contestant.each, at_once=contestant.at_once)
        bots_then, database_then = self.seconds(contestant)
        turns = len(together.latencies)
        return Seen(alone, together, (bots_then - bots) / turns, (database_then - database) / turns)

    def seconds(self, contestant: Contestant) -> tuple[float, float]:
        """Return the processor seconds so far of a contestant, and of the database."""
        return seconds_of(program.pid for program in contestant.programs), seconds_of_database(self.lineup.data)

    async def grow(self, contestant: Contestant, turns: int) -> list[tuple[int, int]]:
        """Talk for so many turns; return the resident memory of the first program in bytes after a tenth, and so on."""
        crowd, done = self.crowd(contestant), 0
        sizes: list[tuple[int, int]] = []
        while done < turns:
            people = await crowd.gather(SIDE_BY_SIDE)
            done += len((await crowd.talk(people, each=contestant.each, at_once=SIDE_BY_SIDE)).latencies)
            if done >= turns * (len(sizes) + 1) / 10:
                sizes.append((done, resident(contestant.programs[0].pid)))
        return sizes


def ratios(ours: Sequence[float], theirs: Sequence[float]) -> list[float]:
    """Return the ratios, round by round or lap by lap."""
    return [our / their for our, their in zip(ours, theirs, strict=True)]


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """Return the median of the ratios, round by round or lap by lap."""
    return median(ratios(ours, theirs))


@asynccontextmanager
async def sitting(lineup: Lineup) -> AsyncIterator[Sitting]:
    """Open the connector and the one client of all people."""
    teams = Teams()
    connections = TCPConnector(limit=0)
    async with teams.listening(), ClientSession(connector=connections, timeout=ClientTimeout(total=30)) as session:
        yield Sitting(lineup, teams, session)
