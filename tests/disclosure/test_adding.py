"""Companies are read some at a time, and no more than a few portions are ever waiting to be added up."""

import asyncio
import datetime
import os
import signal
from collections.abc import AsyncIterator, Callable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from threading import Event
from typing import Any, TypeVar

import pytest

from bot.jobs.calculation import FEW, Crew
from domain.consent.consents import Purpose
from domain.demand.parameters import STANDARD
from domain.disclosure.audiences import Audience
from storage.database.transactions import transaction
from storage.disclosure import gate
from storage.disclosure.gate import read_portions, read_terrain
from storage.disclosure.live_totals import Stale, load_totals
from storage.disclosure.portions import AHEAD, Aside, ahead, in_a_thread, one_by_one
from storage.disclosure.renewal import AT_ONCE, MOST_COMPANIES, batches, renew_totals
from tests.chat import Chat
from tests.disclosure.companies import Town, fleet

Made = TypeVar("Made")
HERE, THERE = "t-1", "t-2"
LATER = datetime.timedelta(days=1)


async def settle(town: Town) -> None:
    """Let nine companies come, on two terrains."""
    for number, name in enumerate("abcdefghi", start=1):
        await town.adds(name, Purpose.TOTAL, terrain=HERE if number <= 6 else THERE, answers=fleet(number, now=1))


async def totals(town: Town) -> dict[str, object]:
    """Renew everything, and return the figures of each terrain."""
    town.now += LATER
    for name in "ag":
        await town.answers(name, tractor__km_per_day=100)
    assert await renew_totals(town.database, STANDARD, lambda: town.now, in_a_thread) == 2
    async with transaction(town.database) as connection:
        found = await load_totals(connection)
    return {key: [(year.companies, year.kwh, year.kw) for year in one.years.values()] for key, one in found.items()}


async def test_a_portion_holds_only_so_many_companies_and_nobody_is_missed(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "PORTION", 4)
    await settle(town)
    async with transaction(town.database) as connection:
        found = [one.opened() async for one in read_portions(connection, [THERE, HERE], Audience.TEAM, town.now)]
        whole = [*await read_terrain(connection, HERE, Audience.TEAM, town.now)]
        whole += await read_terrain(connection, THERE, Audience.TEAM, town.now)
    assert [len(portion) for portion in found] == [4, 4, 1]
    assert [one for portion in found for one in portion] == whole


async def test_totals_of_terrains_that_were_read_in_pieces_are_the_same(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    await settle(town)
    whole = await totals(town)
    monkeypatch.setattr(gate, "PORTION", 2)
    assert await totals(town) == whole
    assert {key: one[0][0] for key, one in whole.items()} == {HERE: 6, THERE: 3}  # type: ignore[index]


async def test_only_a_few_are_under_way_and_come_back_in_order() -> None:
    read, done = 0, 0

    async def numbers() -> AsyncIterator[int]:
        nonlocal read
        for read in range(1, 21):
            yield read

    async def slow(number: int) -> int:
        nonlocal done
        for _ in range(20 - number):  # the first take longest
            await asyncio.sleep(0)
        assert read - done <= AHEAD
        done += 1
        return number

    assert [one async for one in ahead(numbers(), slow)] == list(range(1, 21))


async def test_when_one_breaks_nothing_of_the_others_goes_on() -> None:
    stopped: list[int] = []

    async def numbers() -> AsyncIterator[int]:
        for number in range(20):
            yield number

    async def breaks(number: int) -> int:
        if number == 0:
            raise ValueError
        try:
            await asyncio.Event().wait()
        finally:
            stopped.append(number)
        return number

    with pytest.raises(ValueError):  # noqa: PT011 - ours
        [one async for one in ahead(numbers(), breaks)]
    await asyncio.sleep(0)
    assert stopped == list(range(1, AHEAD))


def test_small_terrains_go_together_and_a_large_one_by_itself() -> None:
    sizes = [*[10] * (AT_ONCE + 1), MOST_COMPANIES - 20, 10, 20, 3 * MOST_COMPANIES, 10]
    stale = [Stale(str(number), "", companies) for number, companies in enumerate(sizes)]
    found = [list(some) for some in batches(stale)]
    assert [one for some in found for one in some] == stale
    assert [len(some) for some in found] == [AT_ONCE, 3, 1, 1, 1]


async def test_few_companies_are_added_up_in_this_process_and_many_elsewhere() -> None:
    hands = Crew(1)
    try:
        assert await hands.choose(FEW)(os.getpid) == os.getpid()
        assert hands.pool is None
        assert await hands.choose(FEW + 1)(os.getpid) != os.getpid()
    finally:
        hands.leave()


async def test_a_process_that_was_killed_is_replaced() -> None:
    hands = Crew(1)
    try:
        killed = await hands.aside(os.getpid)
        with pytest.raises(BrokenProcessPool):
            await hands.aside(os.kill, killed, signal.SIGKILL)
        assert await hands.aside(os.getpid) != killed
    finally:
        hands.leave()


@dataclass
class Choosing:
    """Keeps where was asked for: for how many companies, and what for."""

    asked: set[tuple[int, str]] = field(default_factory=set)

    def __call__(self, companies: int) -> Aside:
        """Choose right here."""

        async def aside(function: Callable[..., Made], /, *given: object) -> Made:
            self.asked.add((companies, function.__name__))
            return function(*given)

        return aside


async def test_where_to_calculate_depends_on_how_many_also_for_publishing(town: Town) -> None:
    await settle(town)
    choosing = Choosing()
    await renew_totals(town.database, STANDARD, lambda: town.now, choosing)
    assert choosing.asked == {(9, "add_up"), (9, "calculate_all"), (6, "admitted")}


async def test_it_is_chosen_too_when_the_team_asks_before_the_job_came_round(town: Town, chat: Chat) -> None:
    await settle(town)
    choosing = chat.turns.choose = Choosing()
    noor = chat.person("Noor", team=True)
    await noor.says("status hessenpoort")
    noor.sees("6 bedrijven")
    assert choosing.asked == {(6, "add_up"), (6, "calculate_all")}


async def test_in_a_thread_one_thing_is_done_at_a_time() -> None:
    begun: list[str] = []

    class Threads(ThreadPoolExecutor):
        def submit(self, *given: Any, **named: Any) -> Future[Any]:  # noqa: ANN401 - whatever is handed over
            begun.append("begun")
            return super().submit(*given, **named)

    aside, go = one_by_one(), Event()
    asyncio.get_running_loop().set_default_executor(Threads(4))
    several = [asyncio.ensure_future(aside(go.wait)) for _ in range(4)]
    try:
        for _ in range(10):
            await asyncio.sleep(0)
        assert len(begun) == 1
    finally:
        go.set()
    assert await asyncio.gather(*several) == [True] * 4
    assert len(begun) == 4
