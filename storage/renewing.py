"""Renewing the totals of terrains that changed, some terrains at a time, and publishing what may be published of them."""

import asyncio
import datetime
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.candidates import Calculated
from domain.demand.parameters import Parameters
from domain.disclosed import Audience
from domain.shares import Counted, parameters_mark
from storage.disclosure import read_terrains
from storage.disclosure_publishing import publish
from storage.terrain_totals import Stale, forget_empty, save_total, stale_totals
from storage.transactions import Database, transaction

# Terrains in one transaction: a second of work, so that nobody waits for it and a stop loses little.
AT_ONCE = 50

# A terrain and its companies, to be added up somewhere else than where conversations are held.
Sheet = tuple[str, Sequence[Counted]]
Calculate = Callable[[Sequence[Sheet], datetime.datetime, Parameters], Awaitable[Sequence[Calculated]]]


@dataclass(frozen=True, slots=True)
class Done:
    """Terrains with their totals as calculated at a moment, to be published and saved."""

    stale: Sequence[Stale]
    calculated: Sequence[Calculated]
    at: datetime.datetime


async def renew_totals(
    database: Database, parameters: Parameters, clock: Callable[[], datetime.datetime], calculate: Calculate
) -> int:
    """Renew until nothing is stale; return how many terrains were. What broke halfway is found again the next time."""
    renewed = 0
    while stale := await find_stale(database, parameters, clock()):
        await renew_round(database, stale, parameters, clock, calculate)
        renewed += len(stale)
    async with transaction(database) as connection:
        await forget_empty(connection)
    return renewed


async def find_stale(database: Database, parameters: Parameters, now: datetime.datetime) -> tuple[Stale, ...]:
    """Return every stale terrain. It looks at all intakes, so it is asked once a round; who changes then is in the next."""
    async with transaction(database) as connection:
        return await stale_totals(connection, parameters_mark(parameters), now)


async def renew_round(
    database: Database,
    stale: Sequence[Stale],
    parameters: Parameters,
    clock: Callable[[], datetime.datetime],
    calculate: Calculate,
) -> None:
    """Renew these, some at a time. While some are calculated, those before are published: the two take about as long."""
    done = Done((), (), clock())
    for start in range(0, len(stale), AT_ONCE):
        some, now = stale[start : start + AT_ONCE], clock()
        async with transaction(database) as connection:
            sheets = await read_sheets(connection, some, now)
        calculated, _ = await asyncio.gather(calculate(sheets, now, parameters), keep(database, done))
        done = Done(some, calculated, now)
    await keep(database, done)


async def keep(database: Database, done: Done) -> None:
    """Publish what may be published of some terrains, and save their totals."""
    async with transaction(database) as connection:
        for one, found in zip(done.stale, done.calculated, strict=True):
            again = await publish(connection, one.terrain, found.candidates, done.at)
            await save_total(connection, found.live, one, done.at, again)


async def read_sheets(connection: AsyncConnection, stale: Sequence[Stale], now: datetime.datetime) -> list[Sheet]:
    """Return the companies of these terrains, in one statement; a terrain without any has an empty sheet."""
    found = await read_terrains(connection, [one.terrain for one in stale], Audience.TEAM, now)
    by_terrain = {terrain: [one.counted for one in those] for terrain, those in groupby(found, key=lambda one: one.terrain)}
    return [(one.terrain, by_terrain.get(one.terrain, [])) for one in stale]
