"""The terrains of a chat in the register, and on the plan map."""

import datetime
from decimal import Decimal

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.terrains.terrains import Origin, Terrain
from storage.database.transactions import transaction
from storage.tables.registers import plan_map
from storage.terrains.terrains import save_terrains
from tests.chat import TERRAINS, Chat

ORIGIN = Origin("register.csv", datetime.datetime(2026, 11, 1, tzinfo=datetime.UTC))


async def register(database: AsyncEngine) -> None:
    """Put the terrains of the chat in the register."""
    terrains = [
        Terrain(name.id, name.name, name.municipality_code, name.municipality, "Overijssel", net_ha=Decimal(12))
        for name in TERRAINS
    ]
    async with transaction(database) as connection:
        await save_terrains(connection, terrains, ORIGIN)


async def plan(chat: Chat) -> None:
    """Say on the plan map that the grid at Hessenpoort is full."""
    values = {"terrain_id": "t-1", "year": 2030, "charging_kw": 4200, "grid_kw": 800, "congestion": "volledige congestie"}
    async with transaction(chat.database) as connection:
        await connection.execute(insert(plan_map).values(values | {"origin_file": "x", "origin_at": chat.now}))
