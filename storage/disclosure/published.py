"""Published totals of terrains, as they may be shown now: gone as soon as somebody in them does not want to be counted."""

import datetime
from collections.abc import Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.demand.quantities import Strategy, Year
from domain.disclosure.audiences import Observer
from domain.disclosure.differencing import FEWEST
from domain.disclosure.rules import PURPOSES
from domain.disclosure.sums import Kind
from domain.disclosure.totals import TerrainTotal, YearTotal
from storage.disclosure.gate import holds, visible
from storage.tables.insight import published_total
from storage.tables.people import intake


async def read_published(
    connection: AsyncConnection, terrain_ids: Collection[str], now: datetime.datetime
) -> Mapping[str, TerrainTotal]:
    """Return of each terrain, per year, the newest total in which everybody still wants to be counted; in one statement."""
    rows = await newest(connection, terrain_ids, now, (Kind.TOTAL,))
    keys = {of: {year: (of, Kind.TOTAL, year) for year in Year} for of in terrain_ids}
    years = {of: {year: read_figures(rows[key]) for year, key in keys[of].items() if key in rows} for of in terrain_ids}
    return {of: TerrainTotal(of, years[of]) for of in terrain_ids}


async def counted_in(connection: AsyncConnection, terrain_id: str, now: datetime.datetime) -> frozenset[UUID]:
    """Return the intakes of everybody in the totals that may be shown now: whose facts are on a paper made of these."""
    rows = await newest(connection, (terrain_id,), now, tuple(Kind))
    those = intake.c.mark.in_([UUID(mark) for row in rows.values() for mark in row.members])
    return frozenset((await connection.execute(select(intake.c.id).where(those))).scalars())


async def newest(
    connection: AsyncConnection, terrain_ids: Collection[str], now: datetime.datetime, kinds: Sequence[Kind]
) -> Mapping[tuple[str, Kind, Year], Row[Any]]:
    """Return by terrain, kind and year the newest total that may still be shown."""
    found: dict[tuple[str, Kind, Year], Row[Any]] = {}
    for row in await connection.execute(published(terrain_ids, now).where(published_total.c.kind.in_(kinds))):
        key = (row.terrain_id, Kind(row.kind), Year(row.year))
        if key not in found and stands(row.members, row.counted or {}):
            found[key] = row
    return found


def published(terrain_ids: Collection[str], now: datetime.datetime) -> Select[Any]:
    """Return the statement: everything published of these terrains, newest first, beside who may be counted there now."""
    parties = func.jsonb_build_array(*(holds(purpose, now) for purpose in PURPOSES.values()))
    counted = (
        select(intake.c.terrain_id, func.jsonb_object_agg(intake.c.mark, parties).label("counted"))
        .where(intake.c.terrain_id.in_(terrain_ids), visible(Observer.TOTAL, now))
        .group_by(intake.c.terrain_id)
        .cte("counted")
        .prefix_with("MATERIALIZED")  # worked out once, however many totals there are
    )
    totals = select(published_total, counted.c.counted).outerjoin(counted, counted.c.terrain_id == published_total.c.terrain_id)
    newest_first = (published_total.c.at.desc(), published_total.c.id.desc())
    return totals.where(published_total.c.terrain_id.in_(terrain_ids)).order_by(*newest_first)


def stands(members: Mapping[str, Any], counted: Mapping[str, Sequence[bool | None]]) -> bool:
    """Say whether a total may still be shown: nobody left it, and no party sees all of its companies but one or two."""
    if not members.keys() <= counted.keys():
        return False
    unseen = [sum(not counted[mark][place] for mark in members) for place in range(len(PURPOSES))]
    return all(few == 0 or few >= FEWEST or few == len(members) for few in unseen)


def read_figures(row: Row[Any]) -> YearTotal:
    return figures_from(row.figures, Year(row.year), row.at)


def figures_from(stored: Mapping[str, Any], year: Year, at: datetime.datetime) -> YearTotal:
    kw = {strategy: stored["kw"][strategy] for strategy in Strategy}
    return YearTotal(year, at, stored["companies"], stored["complete"], stored["kwh"], kw)


def figures_to(total: YearTotal) -> dict[str, Any]:
    kw = {strategy.value: amount for strategy, amount in total.kw.items()}
    return {"companies": total.companies, "complete": total.complete, "kwh": total.kwh, "kw": kw}
