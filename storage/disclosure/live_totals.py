"""The newest live total of every terrain, kept until something it was calculated from changes; for the project team alone."""

import datetime
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, Select, String, cast, delete, func, literal, or_, select
from sqlalchemy.dialects.postgresql import aggregate_order_by, insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.demand.quantities import Year
from domain.disclosure.totals import TerrainTotal
from storage.disclosure.ends import first_end
from storage.disclosure.gate import COUNTS
from storage.disclosure.published import figures_from, figures_to
from storage.tables.insight import terrain_total
from storage.tables.people import intake


@dataclass(frozen=True, slots=True)
class Stale:
    """A terrain whose total is no longer right, what the new one rests on, and how many companies that may be."""

    terrain: str
    basis: str
    companies: int


def bases(parameters: str) -> Select[Any]:
    """Return the statement for what the total of each terrain rests on: its intakes as they are, and the parameters."""
    one = cast(intake.c.id, String) + ":" + cast(intake.c.revision, String)
    whole = func.string_agg(one, aggregate_order_by(literal(","), intake.c.id))
    basis = func.md5(literal(parameters) + ":" + whole).label("basis")
    companies = func.count().label("companies")
    there = select(intake.c.terrain_id, basis, companies).where(intake.c.terrain_id.is_not(None), COUNTS)
    return there.group_by(intake.c.terrain_id)


async def basis_of(connection: AsyncConnection, terrain_id: str, parameters: str) -> tuple[str, int]:
    """Return what the total of one terrain rests on now, and how many companies that may be; empty when nobody is there."""
    row = (await connection.execute(bases(parameters).where(intake.c.terrain_id == terrain_id))).one_or_none()
    return (row.basis, row.companies) if row else ("", 0)


async def stale_totals(connection: AsyncConnection, parameters: str, now: datetime.datetime) -> tuple[Stale, ...]:
    """Return terrains of which something changed since, or that may publish again; in the order of their keys."""
    bas = bases(parameters).subquery()
    again = terrain_total.c.again_at <= now
    those = (
        select(bas.c.terrain_id, bas.c.basis, bas.c.companies)
        .outerjoin(terrain_total, terrain_total.c.terrain_id == bas.c.terrain_id)
        .where(or_(terrain_total.c.basis.is_distinct_from(bas.c.basis), again))
        .order_by(bas.c.terrain_id)
    )
    return tuple(Stale(row.terrain_id, row.basis, row.companies) for row in await connection.execute(those))


async def forget_empty(connection: AsyncConnection) -> None:
    """Drop the totals of terrains where nobody is left."""
    there = select(intake.c.id).where(intake.c.terrain_id == terrain_total.c.terrain_id).exists()
    await connection.execute(delete(terrain_total).where(~there))


async def save_total(
    connection: AsyncConnection,
    total: TerrainTotal,
    stale: Stale,
    at: datetime.datetime,
    again: datetime.datetime | None,
    missing: Mapping[str, Any],
) -> None:
    """Keep the total of a terrain; `again` is when publishing is to be tried once more. The first consent that ends in it is
    a reason to do so too: an ended one counts no longer, although nobody changed anything. `missing` is what cannot be published
    and why, as `storage.disclosure.breakdowns` reads it.
    """
    ends = await first_end(connection, at, terrain=stale.terrain)
    again = min((moment for moment in (again, ends) if moment is not None), default=None)
    figures: dict[str, Any] = {
        "answered": total.answered,
        "years": {year.name: figures_to(one) for year, one in total.years.items()},
    }
    figures["missing"] = missing
    row = {"terrain_id": stale.terrain, "basis": stale.basis, "at": at, "again_at": again, "figures": figures}
    added = insert(terrain_total).values(row)
    await connection.execute(added.on_conflict_do_update(index_elements=["terrain_id"], set_=row))


async def load_totals(connection: AsyncConnection, terrain_ids: Collection[str] | None = None) -> Mapping[str, TerrainTotal]:
    """Return the totals as they were last calculated, of these terrains or of all; a terrain without one is not in it."""
    those = select(terrain_total)
    if terrain_ids is not None:
        those = those.where(terrain_total.c.terrain_id.in_(terrain_ids))
    return {row.terrain_id: read_total(row) for row in await connection.execute(those)}


async def load_fresh(connection: AsyncConnection, terrain_id: str, basis: str, now: datetime.datetime) -> TerrainTotal | None:
    """Return the total of a terrain if it rests on this and nothing in it ended; None when it must be calculated."""
    again = terrain_total.c.again_at
    this = (terrain_total.c.terrain_id == terrain_id) & (terrain_total.c.basis == basis) & or_(again.is_(None), again > now)
    row = (await connection.execute(select(terrain_total).where(this))).one_or_none()
    return read_total(row) if row else None


def read_total(row: Row[Any]) -> TerrainTotal:
    years = {Year[name]: figures_from(one, Year[name], row.at) for name, one in row.figures["years"].items()}
    return TerrainTotal(row.terrain_id, years, is_live=True, answered=row.figures["answered"])
