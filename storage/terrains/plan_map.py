"""Loading and saving the plan map. It is for the team and governments only (C13), rounded on the factsheet for everybody; who
shows it sees to that.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import RowMapping, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.terrains.plan_map import Congestion, PlanMapYear
from domain.terrains.terrains import Origin
from storage.tables.registers import plan_map as table

Key = tuple[str, int]


async def load_plan_map(connection: AsyncConnection) -> Mapping[Key, PlanMapYear]:
    rows = (await connection.execute(select(table))).mappings()
    return {(row["terrain_id"], row["year"]): read_year(row) for row in rows}


async def plan_map_of(connection: AsyncConnection, terrain_id: str) -> tuple[PlanMapYear, ...]:
    """Return the figures of one terrain, by year; empty when the plan map says nothing of it."""
    found = await connection.execute(select(table).where(table.c.terrain_id == terrain_id).order_by(table.c.year))
    return tuple(read_year(row) for row in found.mappings())


def read_year(row: RowMapping) -> PlanMapYear:
    """Return a row as the figures of one year."""
    return PlanMapYear(
        terrain_id=row["terrain_id"],
        year=row["year"],
        charging_kw=row["charging_kw"],
        vehicles=row["vehicles"],
        grid_kw=row["grid_kw"],
        congestion=Congestion(row["congestion"]) if row["congestion"] else None,
        origin=Origin(row["origin_file"], row["origin_at"]),
    )


async def save_plan_map(connection: AsyncConnection, figures: Sequence[PlanMapYear], origin: Origin) -> None:
    """Add these figures, or overwrite those of the same terrain and year."""
    if not figures:
        return
    rows = [figures_row(one, origin) for one in figures]
    statement = insert(table)
    overwrite = {name: statement.excluded[name] for name in rows[0] if name not in ("terrain_id", "year")}
    await connection.execute(statement.on_conflict_do_update(constraint=table.primary_key, set_=overwrite), rows)


def figures_row(one: PlanMapYear, origin: Origin) -> dict[str, Any]:
    return {
        "terrain_id": one.terrain_id,
        "year": one.year,
        "charging_kw": one.charging_kw,
        "vehicles": one.vehicles,
        "grid_kw": one.grid_kw,
        "congestion": one.congestion.value if one.congestion else None,
        "origin_file": origin.file,
        "origin_at": origin.at,
    }
