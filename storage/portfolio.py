"""The portfolio of terrains in one statement a page: by index where a filter allows, never reading a company."""

import datetime
from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.plan.calendar import Standing
from domain.plan.outcomes import Outcome
from domain.plan.portfolio import YEAR, Filter, Funnel, Page, ParkRow, Sort, Within
from domain.plan.routes import Route
from domain.plan_map import Congestion
from storage.tables.dossier import terrain_state
from storage.tables.people import person
from storage.tables.registers import plan_map
from storage.tables.terrain import terrain

STANDING = func.coalesce(terrain_state.c.standing, Standing.NEW.value)
STEP = func.coalesce(terrain_state.c.step, -1)
WITH_STATE = terrain.outerjoin(terrain_state, terrain_state.c.terrain_id == terrain.c.id)
WITH_PLAN = WITH_STATE.outerjoin(plan_map, and_(plan_map.c.terrain_id == terrain.c.id, plan_map.c.year == YEAR))
WITH_ALL = WITH_PLAN.outerjoin(person, person.c.id == terrain_state.c.director)
COLUMNS = (
    terrain.c.id,
    terrain.c.name,
    terrain.c.municipality,
    terrain.c.province,
    terrain.c.net_ha,
    STANDING.label("standing"),
    terrain_state.c.step,
    terrain_state.c.since,
    terrain_state.c.route,
    terrain_state.c.outcome,
    terrain_state.c.due,
    terrain_state.c.recheck,
    terrain_state.c.last_contact,
    plan_map.c.charging_kw,
    plan_map.c.grid_kw,
    plan_map.c.congestion,
    func.coalesce(person.c.name, "").label("director"),
)
ORDERS: dict[Sort, tuple[ColumnElement[Any], ...]] = {
    Sort.LATE: (terrain_state.c.due.asc().nulls_last(),),
    Sort.NAME: (),
    Sort.STEP: (terrain_state.c.step.desc().nulls_last(),),
    Sort.DEMAND: (plan_map.c.charging_kw.desc().nulls_last(),),
    Sort.SIZE: (terrain.c.net_ha.desc().nulls_last(),),
    Sort.CONTACT: (terrain_state.c.last_contact.asc().nulls_first(),),
}


async def list_parks(
    connection: AsyncConnection, such: Filter, sort: Sort, today: datetime.date, *, offset: int = 0, limit: int | None = None
) -> Page:
    """Return a part of the list; without a limit all of it. The total comes along in the same statement."""
    total = func.count().over().label("total")
    query = select(*COLUMNS, total).select_from(WITH_ALL).where(*conditions(such, today)).order_by(*ORDERS[sort], *BY_NAME)
    rows = (await connection.execute(query.offset(offset).limit(limit))).all()
    if rows or offset == 0:
        return Page(tuple(row_of(row) for row in rows), rows[0].total if rows else 0)
    return await list_parks(connection, such, sort, today, offset=0, limit=limit)  # the list became shorter meanwhile


BY_NAME = (terrain.c.name, terrain.c.id)


async def count_parks(connection: AsyncConnection, such: Filter, today: datetime.date) -> Funnel:
    """Return how many terrains stand where."""
    late = func.count().filter(terrain_state.c.due < today)
    counted = (
        select(STEP.label("step"), STANDING.label("standing"), func.count().label("number"), late.label("late"))
        .select_from(WITH_PLAN)
        .where(*conditions(such, today))
        .group_by(STEP, STANDING)
    )
    steps, overdue, standings = Counter[int](), Counter[int](), Counter[Standing]()
    for row in await connection.execute(counted):
        steps[row.step] += row.number
        overdue[row.step] += row.late
        standings[Standing(row.standing)] += row.number
    return Funnel(steps, overdue, standings)


def conditions(such: Filter, today: datetime.date) -> Sequence[ColumnElement[bool]]:
    """Return what a row must be for this filter."""
    equal = {
        terrain.c.province: such.province or None,
        terrain.c.municipality_code: such.municipality or None,
        terrain.c.size_class: such.size,
        STEP: such.step,
        STANDING: such.standing,
        terrain_state.c.route: such.route,
        terrain_state.c.director: such.director,
        plan_map.c.congestion: such.congestion,
    }
    found = [column == value for column, value in equal.items() if value is not None]
    found += [terrain_state.c.due < today] if such.late else []
    if such.led is not None:
        found.append(terrain_state.c.director.is_not(None) if such.led else terrain_state.c.director.is_(None))
    found += [terrain.c.name.icontains(such.name, autoescape=True)] if such.name else []
    return [*found, *([] if such.within is None else [inside(such.within)])]


def inside(within: Within) -> ColumnElement[bool]:
    """Return whether a row is among the terrains that somebody may see."""
    return or_(terrain.c.municipality_code.in_(within.municipalities), terrain.c.id.in_(within.terrains))


def row_of(row: Any) -> ParkRow:  # noqa: ANN401 - a row of more columns than its type can name
    """Return a row of the list."""
    return ParkRow(
        id=row.id,
        name=row.name,
        municipality=row.municipality or "",
        province=row.province or "",
        net_ha=row.net_ha,
        standing=Standing(row.standing),
        step=row.step,
        since=row.since,
        route=Route(row.route) if row.route else None,
        outcome=Outcome(row.outcome) if row.outcome else None,
        director=row.director,
        due=row.due,
        recheck=row.recheck,
        last_contact=row.last_contact,
        charging_kw=row.charging_kw,
        grid_kw=row.grid_kw,
        congestion=Congestion(row.congestion) if row.congestion else None,
    )
