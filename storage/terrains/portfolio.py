"""The portfolio of terrains in one statement a page: by index where a filter allows, never reading a company."""

import datetime
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import CTE, ColumnElement, Select, and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.plan.calendar import Standing
from domain.plan.outcomes import Outcome
from domain.plan.portfolio import YEAR, Filter, Funnel, ParkRow, PortfolioPage, Sort, Within
from domain.plan.routes import Route
from domain.terrains.plan_map import Congestion
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
KEYS: dict[Sort, ColumnElement[Any]] = {
    Sort.LATE: terrain_state.c.due,
    Sort.STEP: terrain_state.c.step,
    Sort.DEMAND: plan_map.c.charging_kw,
    Sort.SIZE: terrain.c.net_ha,
    Sort.CONTACT: terrain_state.c.last_contact,
}
# Without a key by name alone. Nothing known comes last, but a terrain nobody was ever spoken to on comes first.
ORDERS: dict[Sort, Callable[[ColumnElement[Any]], ColumnElement[Any]] | None] = {
    Sort.LATE: lambda key: key.asc().nulls_last(),
    Sort.NAME: None,
    Sort.STEP: lambda key: key.desc().nulls_last(),
    Sort.DEMAND: lambda key: key.desc().nulls_last(),
    Sort.SIZE: lambda key: key.desc().nulls_last(),
    Sort.CONTACT: lambda key: key.asc().nulls_first(),
}


async def list_parks(
    connection: AsyncConnection, such: Filter, sort: Sort, today: datetime.date, *, offset: int = 0, limit: int | None = None
) -> PortfolioPage:
    """Return a part of the list; without a limit all of it. The total comes along in the same statement."""
    rows = (await connection.execute(list_query(such, sort, today, offset, limit))).all()
    if rows or offset == 0:
        return PortfolioPage(tuple(row_of(row) for row in rows), rows[0].total if rows else 0)
    return await list_parks(connection, such, sort, today, offset=0, limit=limit)  # the list became shorter meanwhile


async def count_parks(connection: AsyncConnection, such: Filter, today: datetime.date) -> Funnel:
    """Return how many terrains are in which step."""
    steps, overdue, standings = Counter[int](), Counter[int](), Counter[Standing]()
    for row in await connection.execute(funnel_query(such, today)):
        steps[row.step] += row.number
        overdue[row.step] += row.late
        standings[Standing(row.standing)] += row.number
    return Funnel(steps, overdue, standings)


def list_query(such: Filter, sort: Sort, today: datetime.date, offset: int, limit: int | None) -> Select[Any]:
    """Return the statement for a part of the list. What is shown is looked up for the rows of that part alone: all the
    others are only counted and sorted, by a few narrow columns.
    """
    found = select(terrain.c.id, *sorted_by(sort)).select_from(WITH_PLAN).where(*conditions(such, today)).cte("found")
    part = select(found).order_by(*order(found, sort)).offset(offset).limit(limit).cte("part")
    total = select(func.count()).select_from(found).scalar_subquery().label("total")
    rows = select(*COLUMNS, total).select_from(part.join(WITH_ALL, terrain.c.id == part.c.id))
    return rows.order_by(*order(part, sort))


def order(rows: CTE, sort: Sort) -> list[ColumnElement[Any]]:
    """Return the order of rows that hold what they are sorted by."""
    directed = ORDERS[sort]
    return [*([directed(rows.c.key)] if directed is not None else []), rows.c.name, rows.c.id]


def sorted_by(sort: Sort) -> tuple[ColumnElement[Any], ...]:
    """Return what the list is sorted by, beside the id."""
    key = KEYS.get(sort)
    return (terrain.c.name, *((key.label("key"),) if key is not None else ()))


def funnel_query(such: Filter, today: datetime.date) -> Select[Any, Any, int, int]:
    """Return the statement that counts terrains by step and by what we do for them."""
    late = func.count().filter(terrain_state.c.due < today)
    counts = (STEP.label("step"), STANDING.label("standing"), func.count().label("number"), late.label("late"))
    return select(*counts).select_from(WITH_PLAN).where(*conditions(such, today)).group_by(STEP, STANDING)


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
    if such.managed is not None:
        found.append(terrain.c.park_management.is_(True) if such.managed else terrain.c.park_management.is_not(True))
    found += [terrain.c.name.icontains(such.name, autoescape=True)] if such.name else []
    return [*found, *([] if such.within is None else [inside(such.within)])]


def inside(within: Within) -> ColumnElement[bool]:
    """Return whether a row is among the terrains that somebody may see."""
    return or_(terrain.c.municipality_code.in_(within.municipalities), terrain.c.id.in_(within.terrains))


def row_of(row: Any) -> ParkRow:  # noqa: ANN401 - a row of more columns than its type can name
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
