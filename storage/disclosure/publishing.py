"""Publishing totals of terrains: one at a time, and never one that singles somebody out beside the earlier ones."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.demand.quantities import Year
from domain.disclosure.breakdowns import Lack, Missing
from domain.disclosure.candidates import Of, TotalCandidate, alternatives
from domain.disclosure.sums import Kind
from storage.disclosure.breakdowns import stored_figures
from storage.disclosure.history import History, load_history
from storage.disclosure.portions import Choose
from storage.disclosure.published import newest
from storage.tables.insight import published_total

# The year people plan for comes first, and totals before their parts: what is published first can stand in the way of the rest.
ORDER = (Year.Y2030, Year.Y2035, Year.NOW)
# What is published is renewed once in so long at most; every one of them tells a little more, and the parts tell most.
RENEWED = {
    Kind.TOTAL: datetime.timedelta(days=7),
    Kind.CLASSES: datetime.timedelta(days=28),
    Kind.HOURS: datetime.timedelta(days=28),
}
_LOCK = 52_236_229  # any number: one at a time publishes, whatever the terrain, because companies move


@dataclass(frozen=True, slots=True)
class PublishingTried:
    """When to try again although nothing changes, None when never; and what could not be shown beside what was before."""

    again: datetime.datetime | None = None
    refused: Mapping[Of, Missing] = field(default_factory=dict)


async def publish(
    connection: AsyncConnection, terrain_id: str, found: Iterable[TotalCandidate], now: datetime.datetime, choose: Choose
) -> PublishingTried:
    """Publish what may be published of a terrain.

    Whoever withdrew while it was calculated is missed here, and found at reading.
    """
    wanted = {(candidate.kind, candidate.year): candidate for candidate in found}
    if not wanted:
        return PublishingTried()
    await connection.execute(select(func.pg_advisory_xact_lock(_LOCK)))
    standing = await newest(connection, (terrain_id,), now, tuple(Kind))
    order = [(kind, year) for kind in Kind for year in ORDER if (kind, year) in wanted]
    late = {of: due_at(wanted[of], standing.get((terrain_id, *of)), now) for of in order}
    due = [of for of, at in late.items() if at is not None and at <= now]
    made = await publish_some(connection, terrain_id, [wanted[of] for of in due], standing, now, choose) if due else []
    refused = {of: Missing(Lack.BEFORE) for of in due if of not in made and (terrain_id, *of) not in standing}
    return PublishingTried(min((at for at in late.values() if at is not None and at > now), default=None), refused)


async def publish_some(
    connection: AsyncConnection,
    terrain_id: str,
    due: Sequence[TotalCandidate],
    standing: Mapping[tuple[str, Kind, Year], Row[Any]],
    now: datetime.datetime,
    choose: Choose,
) -> list[Of]:
    """Publish these, one after the other, as far as each singles nobody out beside all before it; return which."""
    made = list[Of]()
    history = await load_history(connection, terrain_id, {mark for one in due for mark in one.total.members}, now)
    for candidate in due:
        old = standing.get((terrain_id, candidate.kind, candidate.year))
        for one in alternatives(candidate):
            figures = stored_figures(one.total, one.figures)
            if old is not None and (old.figures == figures or tells_less(figures, old.figures)):
                break
            total = await choose(len(one.total.members))(history.admitted, one.total)
            if total is not None:
                values = stored(terrain_id, replace(one, total=total), history, now)
                await connection.execute(published_total.insert().values(values))
                history.add(total)
                made.append((candidate.kind, candidate.year))
                break
    return made


def due_at(candidate: TotalCandidate, old: Row[Any] | None, now: datetime.datetime) -> datetime.datetime | None:
    """Return from when a total may take the place of the published one; None when it says the same."""
    if old is None:
        return now
    same = old.figures == stored_figures(candidate.total, candidate.figures)
    return None if same else old.at + RENEWED[candidate.kind]


def tells_less(figures: Mapping[str, Any], old: Mapping[str, Any]) -> bool:
    """Say whether fewer classes would be shown than stand already."""
    shown, before = (sum("kwh" in one for one in of.values() if isinstance(one, dict)) for of in (figures, old))
    return shown < before


def stored(terrain_id: str, candidate: TotalCandidate, history: History, now: datetime.datetime) -> dict[str, Any]:
    """Return a total as it is stored: the figures, and the marks of whoever was in it."""
    members = {}
    for mark, one in candidate.total.members.items():
        hidden = history.keys.get(mark)
        parts = {part: part_of.sign if hidden is None else hidden.sealed(part, part_of) for part, part_of in one.marks.items()}
        members[mark] = [parts, sorted(one.known.now)]
    return {
        "terrain_id": terrain_id,
        "kind": candidate.kind.value,
        "year": candidate.year.value,
        "at": now,
        "parameters": candidate.parameters,
        "figures": stored_figures(candidate.total, candidate.figures),
        "members": members,
    }
