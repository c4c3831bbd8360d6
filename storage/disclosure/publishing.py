"""Publishing totals of terrains: one at a time, and never one that singles somebody out beside the earlier ones."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.demand.quantities import Year
from domain.disclosure.candidates import TotalCandidate
from domain.disclosure.totals import YearTotal
from storage.disclosure.history import load_history
from storage.disclosure.portions import Choose
from storage.disclosure.published import figures_to, read_published
from storage.tables.insight import published_total

# The year people plan for comes first: what is published first can stand in the way of what follows.
ORDER = (Year.Y2030, Year.Y2035, Year.NOW)
# A published total is renewed once a week at most; every one of them tells a little more.
RENEWED = datetime.timedelta(days=7)
_LOCK = 52_236_229  # any number: one at a time publishes, whatever the terrain, because companies move


async def publish(
    connection: AsyncConnection, terrain_id: str, found: Iterable[TotalCandidate], now: datetime.datetime, choose: Choose
) -> datetime.datetime | None:
    """Publish what may be published of a terrain; return when to try again although nothing changes, None when never.

    Whoever withdrew while it was calculated is missed here, and found at reading.
    """
    wanted = {candidate.year: candidate for candidate in found}
    if not wanted:
        return None
    await connection.execute(select(func.pg_advisory_xact_lock(_LOCK)))
    standing = (await read_published(connection, (terrain_id,), now))[terrain_id]
    late = {year: due_at(wanted[year], standing.years.get(year)) for year in ORDER if year in wanted}
    due = [year for year, at in late.items() if at is not None and at <= now]
    if due:
        await publish_years(connection, terrain_id, [wanted[year] for year in due], now, choose)
    return min((at for at in late.values() if at is not None and at > now), default=None)


async def publish_years(
    connection: AsyncConnection, terrain_id: str, due: Sequence[TotalCandidate], now: datetime.datetime, choose: Choose
) -> None:
    """Publish these, one after the other, as far as each singles nobody out beside all before it."""
    history = await load_history(connection, terrain_id, {mark for one in due for mark in one.total.members}, now)
    for candidate in due:
        total = await choose(len(candidate.total.members))(history.admitted, candidate.total)
        if total is not None:
            values = stored(terrain_id, replace(candidate, total=total), now)
            await connection.execute(published_total.insert().values(values))
            history.totals.append(total)


def due_at(candidate: TotalCandidate, old: YearTotal | None) -> datetime.datetime | None:
    """Return from when a total may take the place of the published one; None when it says the same."""
    if old is None:
        return candidate.figures.at
    return None if replace(candidate.figures, at=old.at) == old else old.at + RENEWED


def stored(terrain_id: str, candidate: TotalCandidate, now: datetime.datetime) -> dict[str, Any]:
    """Return a total as it is stored: the figures, and the marks of whoever was in it."""
    members = {mark: [dict(one.marks), sorted(one.known.now)] for mark, one in candidate.total.members.items()}
    return {
        "terrain_id": terrain_id,
        "year": candidate.year.value,
        "at": now,
        "parameters": candidate.total.parameters,
        "figures": figures_to(candidate.figures),
        "members": members,
    }
