"""Terrains with what is counted on them, for the length of one turn."""

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.plan.coverage import Coverage
from domain.plan.portfolio import Filter, Funnel, PortfolioPage, Sort
from domain.terrains.plan_map import PlanMapYear
from domain.terrains.terrains import Terrain
from storage.companies.coverage import count_coverage
from storage.tables.people import person
from storage.terrains.plan_map import plan_map_of
from storage.terrains.portfolio import count_parks, list_parks
from storage.terrains.terrains import load_terrain


@dataclass(slots=True)
class Parks:
    """The register of terrains, in one transaction."""

    connection: AsyncConnection

    async def terrain(self, terrain_id: str) -> Terrain | None:
        """Return the facts of a terrain; None when the register does not have it."""
        return await load_terrain(self.connection, terrain_id)

    async def coverage(self, terrain_id: str, now: datetime.datetime) -> Coverage:
        """Return how many companies take part."""
        return await count_coverage(self.connection, terrain_id, now)

    async def plan_map(self, terrain_id: str) -> Sequence[PlanMapYear]:
        return await plan_map_of(self.connection, terrain_id)

    async def list_parks(
        self, such: Filter, sort: Sort, today: datetime.date, *, offset: int = 0, limit: int | None = None
    ) -> PortfolioPage:
        """Return a part of the portfolio; without a limit all of it."""
        return await list_parks(self.connection, such, sort, today, offset=offset, limit=limit)

    async def count_parks(self, such: Filter, today: datetime.date) -> Funnel:
        """Return how many terrains are in which step."""
        return await count_parks(self.connection, such, today)

    async def names(self, people: Collection[UUID]) -> Mapping[UUID, str]:
        """Return the names of people; whoever is gone is not in it."""
        if not people:
            return {}
        found = await self.connection.execute(select(person.c.id, person.c.name).where(person.c.id.in_(people)))
        return {row.id: row.name for row in found if row.name}
