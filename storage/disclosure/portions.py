"""Reading the companies of terrains and adding them up elsewhere: of each company no more than a few numbers is kept."""

import asyncio
import datetime
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Mapping, Sequence
from itertools import groupby
from typing import Protocol, TypeVar

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.demand.parameters import Parameters
from domain.disclosure.audiences import Observer
from domain.disclosure.parts import Parts
from storage.disclosure.gate import Portion, read_portions

AHEAD = 3  # portions that are added up while the next one is read
Given = TypeVar("Given")
Made = TypeVar("Made")


class Aside(Protocol):
    """Calculates somewhere else than where conversations are held."""

    def __call__(self, function: Callable[..., Made], /, *given: object) -> Awaitable[Made]:
        """Return what the function makes of what is given."""


Choose = Callable[[int], Aside]  # where to calculate for so many companies


def one_by_one() -> Aside:
    """Return a way to calculate in a thread, one thing at a time: several would only take turns, and conversations wait."""
    free = asyncio.Lock()

    async def aside(function: Callable[..., Made], /, *given: object) -> Made:
        async with free:
            return await asyncio.to_thread(function, *given)

    return aside


def in_a_thread(_: int) -> Aside:
    """Choose a thread of this process for any number of companies: where nobody else would be held up."""
    return one_by_one()


async def read_parts(
    connection: AsyncConnection, terrain_ids: Collection[str], now: datetime.datetime, parameters: Parameters, aside: Aside
) -> Mapping[str, Sequence[Parts]]:
    """Return what the companies of these terrains add, portion by portion; nothing for a terrain without any."""
    found: dict[str, list[Parts]] = {terrain: [] for terrain in terrain_ids}
    portions = read_portions(connection, terrain_ids, Observer.TEAM, now)
    async for several in ahead(portions, lambda portion: aside(add_up, portion, parameters)):
        for terrain, parts in several:
            found[terrain].append(parts)
    return found


def add_up(portion: Portion, parameters: Parameters) -> list[tuple[str, Parts]]:
    """Return what the companies of a portion add, terrain by terrain."""
    terrains = groupby(portion.opened(), key=lambda one: one.terrain)
    return [(terrain, Parts.of([one.counted for one in those], parameters)) for terrain, those in terrains]


async def ahead(items: AsyncIterator[Given], do: Callable[[Given], Awaitable[Made]]) -> AsyncIterator[Made]:
    """Yield what is made of each item, in their order, while some of the next are under way."""
    under_way = deque[asyncio.Future[Made]]()
    try:
        async for item in items:
            under_way.append(asyncio.ensure_future(do(item)))
            if len(under_way) == AHEAD:
                yield await under_way.popleft()
        while under_way:
            yield await under_way.popleft()
    finally:
        for one in under_way:
            one.cancel()
