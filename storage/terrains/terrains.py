"""Loading and saving the register of terrains."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.terrains.terrains import Origin, Terrain, TerrainName
from storage.tables.terrain import terrain as table

_FACTS = (
    "id",
    "name",
    "municipality_code",
    "municipality",
    "province",
    "place",
    "year",
    "gross_ha",
    "net_ha",
    "issuable_ha",
    "location_type",
    "park_management",
    "sold_out",
    "environment_category",
    "road_access",
    "water_access",
    "rail_access",
)
_COLUMNS = (*(table.c[name] for name in _FACTS), table.c.origin_file, table.c.origin_at)


async def load_terrains(connection: AsyncConnection) -> dict[str, Terrain]:
    rows = (await connection.execute(select(*_COLUMNS))).mappings()
    return {row["id"]: _terrain(row) for row in rows}


async def load_terrain(connection: AsyncConnection, terrain_id: str) -> Terrain | None:
    """One terrain; None when the register does not have it."""
    row = (await connection.execute(select(*_COLUMNS).where(table.c.id == terrain_id))).mappings().one_or_none()
    return None if row is None else _terrain(row)


async def load_names(connection: AsyncConnection) -> tuple[TerrainName, ...]:
    """What is needed to find terrains by name, in order of name."""
    columns = (table.c.id, table.c.name, table.c.municipality, table.c.place, table.c.municipality_code)
    rows = await connection.execute(select(*columns).order_by(table.c.name, table.c.id))
    return tuple(TerrainName(*row) for row in rows)


async def load_version(connection: AsyncConnection) -> tuple[datetime | None, int]:
    """A value that differs after every change of the register; costs one small statement."""
    row = (await connection.execute(select(func.max(table.c.origin_at), func.count()))).one()
    return row[0], row[1]


async def save_terrains(connection: AsyncConnection, terrains: Sequence[Terrain], origin: Origin) -> None:
    """Add these terrains, or overwrite those with the same id, in the transaction of `connection`."""
    if not terrains:
        return
    rows = [_values(terrain, origin) for terrain in terrains]
    statement = insert(table)
    overwrite = {name: statement.excluded[name] for name in rows[0] if name != "id"}
    upsert = statement.on_conflict_do_update(index_elements=[table.c.id], set_=overwrite)
    await connection.execute(upsert, rows)


def _values(terrain: Terrain, origin: Origin) -> dict[str, Any]:
    facts: dict[str, Any] = {name: getattr(terrain, name) for name in _FACTS}
    return facts | {
        "size_class": terrain.size.value if terrain.size else None,
        "invented": terrain.invented,
        "origin_file": origin.file,
        "origin_at": origin.at,
    }


def _terrain(row: RowMapping) -> Terrain:
    return Terrain(**{name: row[name] for name in _FACTS}, origin=Origin(row["origin_file"], row["origin_at"]))
