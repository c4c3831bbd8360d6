"""Publishing totals of terrains: one at a time, and never one that singles somebody out beside the earlier ones."""

import asyncio
import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Row, func, or_, select
from sqlalchemy.dialects.postgresql import TEXT, array
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.candidates import Candidate
from domain.demand.quantities import Year
from domain.disclosure import Member, Party, Total, may_publish
from storage.disclosure_totals import figures_to, read_published
from storage.tables.insight import published_total
from storage.tables.people import intake

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
    due = [year for year in ORDER if year in wanted and not (year in standing.years and now - standing.years[year].at < RENEWED)]
    history = await History.load(connection, terrain_id, [wanted[year].total for year in due])
    done = []
    for year in due:
        candidate = wanted[year]
        if await asyncio.to_thread(may_publish, candidate.total, history.totals, history.live):
            await connection.execute(published_total.insert().values(stored(terrain_id, candidate, now)))
            history.totals.append(candidate.total)
            done.append(year)
    return tuple(done)


@dataclass(slots=True)
class History:
    """Every total that shares a company, or a company of a company, with a terrain; and which companies still exist."""

    totals: list[Total]
    live: frozenset[str]

    @classmethod
    async def load(cls, connection: AsyncConnection, terrain_id: str, candidates: Sequence[Total]) -> "History":
        """Load until nothing is added: a company that moved ties two terrains together."""
        marks = {mark for total in candidates for mark in total.members}
        rows: dict[int, Row[Any]] = {}
        while True:
            here = published_total.c.terrain_id == terrain_id
            among = published_total.c.members.has_any(array(sorted(marks), type_=TEXT)) if marks else here
            found = await connection.execute(select(published_total).where(or_(here, among)))
            fresh = {row.id: row for row in found if row.id not in rows}
            if not fresh:
                break
            rows |= fresh
            marks |= {mark for row in fresh.values() for mark in row.members}
        exist = await connection.execute(select(intake.c.mark).where(intake.c.mark.in_([UUID(mark) for mark in marks])))
        return cls([read_total(rows[number]) for number in sorted(rows)], frozenset(str(row.mark) for row in exist))


def stored(terrain_id: str, candidate: Candidate, now: datetime.datetime) -> dict[str, Any]:
    """Return a total as it is stored: the figures, and the marks of who was in it."""
    members = {mark: [dict(one.marks), sorted(one.seen_by)] for mark, one in candidate.total.members.items()}
    return {
        "terrain_id": terrain_id,
        "year": candidate.year.value,
        "at": now,
        "parameters": candidate.total.parameters,
        "figures": figures_to(candidate.figures),
        "members": members,
    }


def read_total(row: Row[Any]) -> Total:
    """Return what is remembered of a published total."""
    parties = {party.value: party for party in Party}
    members = {
        mark: Member(marks, frozenset(parties[one] for one in seen if one in parties))
        for mark, (marks, seen) in row.members.items()
    }
    return Total(row.parameters, members)
