"""Lets people talk with a bot, one turn after another or many side by side, and measures each turn to its very end."""

import asyncio
import itertools
import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from aiohttp import ClientSession

from bench.people import NotAnswered, Person, read
from bench.teams import Teams

P = TypeVar("P", bound=Person)


@dataclass(frozen=True, slots=True)
class Round:
    """What one round of turns took: each turn in seconds, and all of them together; and how many answers they gave."""

    latencies: Sequence[float]
    seconds: float
    answers: int

    @property
    def p50(self) -> float:
        """The median turn, in seconds."""
        return sorted(self.latencies)[len(self.latencies) // 2]

    @property
    def per_answer(self) -> float:
        """The median turn divided by how many answers a turn gave, in seconds."""
        return self.p50 * len(self.latencies) / self.answers

    @property
    def per_second(self) -> float:
        """Turns per second."""
        return len(self.latencies) / self.seconds


@dataclass
class Crowd(Generic[P]):
    """People of one kind, made when they are needed and kept for looking back. Each message goes to the next of the `urls`."""

    teams: Teams
    session: ClientSession
    kind: Callable[[int, str], P]
    numbers: Iterator[int]
    urls: Sequence[str]
    people: list[P] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._urls = itertools.cycle(self.urls)

    async def gather(self, count: int) -> list[P]:
        """Return new people who have come as far as the middle."""
        return [await self.arrive() for _ in range(count)]

    async def arrive(self) -> P:
        """Return somebody new in the middle."""
        person = self.kind(next(self.numbers), self.teams.address)
        self.people.append(person)
        while not person.counts:
            await self.turn(person)
        return person

    async def talk(self, people: Sequence[P], *, each: int, at_once: int = 1) -> Round:
        """Measure these people with at most so many turns each. Raises NotAnswered when a reply is wrong."""
        waiting, latencies, before = iter(people), list[float](), self.answers_of(people)

        async def lane() -> None:
            for person in waiting:
                for _ in range(each):
                    if person.counts:
                        latencies.append(await self.turn(person))

        start = time.perf_counter()
        await asyncio.gather(*(lane() for _ in range(at_once)))
        return Round(latencies, time.perf_counter() - start, self.answers_of(people) - before)

    @staticmethod
    def answers_of(people: Sequence[P]) -> int:
        """Return how many answers these people gave so far."""
        return sum(person.answered for person in people)

    async def turn(self, person: P) -> float:
        """Let somebody speak once; return the seconds until the post was answered and the reply was delivered."""
        raw = json.dumps(person.speaks()).encode()
        screen = self.teams.screen_of(person.conversation)
        start = time.perf_counter()
        await self.post(next(self._urls), raw)
        messages = await screen.look(person.expects)
        took = time.perf_counter() - start
        person.hears(read(messages))
        return took

    async def repeat(self, person: P) -> None:
        """Let somebody speak once, and deliver it at every address at the same time, as Teams does after a late answer."""
        raw = json.dumps(person.speaks()).encode()
        await asyncio.gather(*(self.post(url, raw) for url in self.urls))
        person.hears(read(await self.teams.screen_of(person.conversation).look()))

    async def post(self, url: str, raw: bytes) -> None:
        """Post an activity. Raises NotAnswered unless the bot takes it."""
        async with self.session.post(url, data=raw, headers={"Content-Type": "application/json"}) as response:
            said = await response.read()
            if response.status >= 300:
                raise NotAnswered(f"{response.status} {said[:200]!r}")
