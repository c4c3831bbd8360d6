"""Publishing totals of terrains: one at a time, and never one that singles somebody out beside the earlier ones."""

import asyncio
import datetime
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.candidates import Candidate
from domain.demand.quantities import Year
from domain.totals import TerrainTotal
from storage.disclosure_history import load_history
from storage.disclosure_totals import figures_to, read_published
from storage.tables.insight import published_total

# The year people plan for comes first: what is published first can stand in the way of what follows.
ORDER = (Year.Y2030, Year.Y2035, Year.NOW)
# A total that stands is renewed once a week at most; every one of them tells a little more.
RENEWED = datetime.timedelta(days=7)
_LOCK = 52_236_229  # any number: one at a time publishes, whatever the terrain, because companies move


async def publish(
    connection: AsyncConnection, terrain_id: str, found: Iterable[Candidate], now: datetime.datetime
) -> tuple[Year, ...]:
    """Publish what may be published of a terrain; return the years. Whoever withdrew since is missed here, and at reading."""
    wanted = {candidate.year: candidate for candidate in found}
    if not wanted:
        return ()
    await connection.execute(select(func.pg_advisory_xact_lock(_LOCK)))
    standing = await read_published(connection, terrain_id, now)
    due = [year for year in ORDER if year in wanted and is_due(wanted[year], standing, now)]
    history = await load_history(connection, terrain_id, {mark for year in due for mark in wanted[year].total.members}, now)
    done = []
    for year in due:
        total = await asyncio.to_thread(history.admitted, wanted[year].total)
        if total is not None:
            candidate = replace(wanted[year], total=total)
            await connection.execute(published_total.insert().values(stored(terrain_id, candidate, now)))
            history.totals.append(total)
            done.append(year)
    return tuple(done)


def is_due(candidate: Candidate, standing: TerrainTotal, now: datetime.datetime) -> bool:
    """Say whether there is no total of that year, or an old one that says something else."""
    old = standing.years.get(candidate.year)
    return old is None or (now - old.at >= RENEWED and replace(candidate.figures, at=old.at) != old)


def stored(terrain_id: str, candidate: Candidate, now: datetime.datetime) -> dict[str, Any]:
    """Return a total as it is stored: the figures, and the marks of who was in it."""
    members = {mark: [dict(one.marks), sorted(one.known.now)] for mark, one in candidate.total.members.items()}
    return {
        "terrain_id": terrain_id,
        "year": candidate.year.value,
        "at": now,
        "parameters": candidate.total.parameters,
        "figures": figures_to(candidate.figures),
        "members": members,
    }
