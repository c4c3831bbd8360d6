"""Who needs the same at the same moment goes together; nobody waits for others to come, or hears of their mistakes."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from storage.database.batcher import MOST, Batcher
from storage.database.transactions import DatabaseGone


@dataclass
class Doubling:
    """Doubles numbers, while the door is open; refuses to do so for odd ones."""

    together: list[list[int]] = field(default_factory=list)
    begun: asyncio.Event = field(default_factory=asyncio.Event)
    door: asyncio.Event = field(default_factory=asyncio.Event)
    failure: type[Exception] = ValueError

    async def double(self, numbers: Sequence[int]) -> list[int]:
        """Double these numbers."""
        self.together.append(list(numbers))
        self.begun.set()
        await self.door.wait()
        if any(number % 2 for number in numbers):
            raise self.failure
        return [2 * number for number in numbers]


@pytest.fixture
def doubling() -> Doubling:
    """Doubling behind a closed door."""
    return Doubling()


async def asked(together: Batcher[int, int], *numbers: int) -> list[asyncio.Task[int]]:
    """Ask for each, and return when all stand in line."""
    tasks = [asyncio.create_task(together.ask(number)) for number in numbers]
    await asyncio.sleep(0)
    return tasks


async def test_who_comes_while_one_is_under_way_goes_along_with_the_next(doubling: Doubling) -> None:
    together = Batcher(doubling.double)
    tasks = await asked(together, 2)
    await doubling.begun.wait()
    tasks += await asked(together, 4, 6, 8)
    doubling.door.set()
    assert await asyncio.gather(*tasks) == [4, 8, 12, 16]
    assert doubling.together == [[2], [4, 6, 8]]


async def test_more_than_fit_go_in_turn(doubling: Doubling) -> None:
    numbers = list(range(0, 4 * MOST + 2, 2))
    tasks = await asked(Batcher(doubling.double), *numbers)
    doubling.door.set()
    assert await asyncio.gather(*tasks) == [2 * number for number in numbers]
    assert [len(some) for some in doubling.together] == [1, MOST, MOST]


async def test_two_about_the_same_go_one_after_the_other_and_nobody_overtakes(doubling: Doubling) -> None:
    tasks = await asked(Batcher(doubling.double, about=lambda number: (number % 10,)), 2, 12, 4, 22)
    doubling.door.set()
    await asyncio.gather(*tasks)
    assert doubling.together == [[2], [12, 4], [22]]


async def test_a_mistake_of_one_is_heard_by_that_one_only(doubling: Doubling) -> None:
    tasks = await asked(Batcher(doubling.double), 2, 3, 4)
    doubling.door.set()
    found = await asyncio.gather(*tasks, return_exceptions=True)
    assert found[0::2] == [4, 8]
    assert isinstance(found[1], ValueError)


async def test_a_database_that_is_gone_is_asked_once_for_all(doubling: Doubling) -> None:
    doubling.failure = DatabaseGone
    tasks = await asked(Batcher(doubling.double), 1, 3, 5)
    doubling.door.set()
    found = await asyncio.gather(*tasks, return_exceptions=True)
    assert {type(one) for one in found} == {DatabaseGone}
    assert doubling.together == [[1], [3, 5]]


async def test_after_a_crowd_those_who_come_together_go_together(doubling: Doubling) -> None:
    together = Batcher(doubling.double)

    async def come(*numbers: int) -> list[list[int]]:
        doubling.together.clear()
        doubling.door.clear()
        tasks = await asked(together, *numbers)
        doubling.door.set()
        await asyncio.gather(*tasks)
        return list(doubling.together)

    assert await come(2, 4, 6) == [[2], [4, 6]]
    assert await come(8, 10) == [[8, 10]]
    assert await come(12) == [[12]]
    assert await come(14, 16) == [[14], [16]]  # the one before had nobody beside it


@pytest.mark.parametrize("leaves", [0, 1])
async def test_who_gave_up_keeps_nobody_else_from_an_answer(doubling: Doubling, leaves: int) -> None:
    together = Batcher(doubling.double)
    tasks = await asked(together, 2, 4, 6)
    await doubling.begun.wait()
    tasks.pop(leaves).cancel()
    doubling.door.set()
    assert await asyncio.gather(*tasks) == [[8, 12], [4, 12]][leaves]
    assert await together.ask(8) == 16


async def test_who_gave_up_before_their_turn_is_not_asked_for_any_more(doubling: Doubling) -> None:
    tasks = await asked(Batcher(doubling.double), 2, 4, 6)
    await doubling.begun.wait()
    tasks.pop(1).cancel()
    doubling.door.set()
    assert await asyncio.gather(*tasks) == [4, 12]
    assert doubling.together == [[2], [6]]


async def test_when_all_gave_up_nothing_is_asked(doubling: Doubling) -> None:
    together = Batcher(doubling.double)
    first, *others = await asked(together, 2, 4, 6)
    for task in others:
        task.cancel()
    doubling.door.set()
    assert await first == 4
    assert await together.ask(8) == 16
    assert doubling.together == [[2], [8]]
