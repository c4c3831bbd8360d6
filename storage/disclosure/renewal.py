"""Renewing the totals of terrains that changed, some terrains at a time, and publishing what may be published of them."""

import asyncio
import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from domain.demand.parameters import Parameters
from domain.disclosure.candidates import Calculated, calculate
from domain.disclosure.parts import Parts
from domain.disclosure.shares import parameters_mark
from storage.database.transactions import Database, transaction
from storage.disclosure.breakdowns import stored_missing
from storage.disclosure.live_totals import Stale, forget_empty, save_total, stale_totals
from storage.disclosure.portions import Choose, read_parts
from storage.disclosure.publishing import publish

# Terrains in one transaction: a second of work, so that nobody waits for it and a stop loses little. Larger ones go alone.
AT_ONCE, MOST_COMPANIES = 50, 5_000
TOGETHER = 5  # terrains that are calculated in one go


@dataclass(frozen=True, slots=True)
class Done:
    """Terrains with their totals as calculated at a moment, to be published and saved."""

    stale: Sequence[Stale]
    calculated: Sequence[Calculated]
    at: datetime.datetime


async def renew_totals(database: Database, parameters: Parameters, clock: Callable[[], datetime.datetime], choose: Choose) -> int:
    """Renew until nothing is stale; return how many terrains were. What broke halfway is found again the next time."""
    renewed = 0
    while stale := await find_stale(database, parameters, clock()):
        await renew_round(database, stale, parameters, clock, choose)
        renewed += len(stale)
    async with transaction(database) as connection:
        await forget_empty(connection)
    return renewed


async def find_stale(database: Database, parameters: Parameters, now: datetime.datetime) -> tuple[Stale, ...]:
    """Return every stale terrain. It looks at all intakes, so it is asked once a round; whoever changes then is in the next."""
    async with transaction(database) as connection:
        return await stale_totals(connection, parameters_mark(parameters), now)


async def renew_round(
    database: Database,
    stale: Sequence[Stale],
    parameters: Parameters,
    clock: Callable[[], datetime.datetime],
    choose: Choose,
) -> None:
    """Renew these, some at a time. While some are calculated, those before are published: the two take about as long."""
    done, aside = Done((), (), clock()), choose(sum(one.companies for one in stale))
    for some in batches(stale):
        now, terrains = clock(), [one.terrain for one in some]
        async with transaction(database) as connection:
            parts = await read_parts(connection, terrains, now, parameters, aside)
        several = [list(parts.items())[start : start + TOGETHER] for start in range(0, len(parts), TOGETHER)]
        calculating = asyncio.gather(*(aside(calculate_all, one, now, parameters) for one in several))
        calculated, _ = await asyncio.gather(calculating, keep(database, done, choose))
        done = Done(some, [one for part in calculated for one in part], now)
    await keep(database, done, choose)


def batches(stale: Sequence[Stale]) -> Iterator[Sequence[Stale]]:
    """Yield them in their order, so many at a time as fit in one transaction."""
    some, companies = list[Stale](), 0
    for one in stale:
        if some and (len(some) == AT_ONCE or companies + one.companies > MOST_COMPANIES):
            yield some
            some, companies = [], 0
        some.append(one)
        companies += one.companies
    if some:
        yield some


def calculate_all(
    terrains: Sequence[tuple[str, Sequence[Parts]]], at: datetime.datetime, parameters: Parameters
) -> list[Calculated]:
    """Return the totals of these terrains, each from its portions."""
    return [calculate(terrain, Parts.joined(parts, parameters), at, parameters) for terrain, parts in terrains]


async def keep(database: Database, done: Done, choose: Choose) -> None:
    """Publish what may be published of some terrains, and save their totals."""
    async with transaction(database) as connection:
        for one, found in zip(done.stale, done.calculated, strict=True):
            tried = await publish(connection, one.terrain, found.candidates, done.at, choose)
            missing = stored_missing({**found.missing, **tried.refused})
            await save_total(connection, found.live, one, done.at, tried.again, missing)
