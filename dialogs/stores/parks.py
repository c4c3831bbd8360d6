"""What a dialog may ask about terrains beyond their log: facts, counts, and names of people; in this turn's transaction."""

import datetime
from collections.abc import Collection, Mapping, Sequence
from typing import Protocol
from uuid import UUID

from domain.plan.coverage import Coverage
from domain.plan.portfolio import Filter, Funnel, PortfolioPage, Sort
from domain.terrains.plan_map import PlanMapYear
from domain.terrains.terrains import Terrain


class Parks(Protocol):
    """The register of terrains with what is counted on them."""

    async def terrain(self, terrain_id: str) -> Terrain | None:
        """Return the facts of a terrain; None when the register does not have it (any more)."""

    async def coverages(self, terrain_ids: Collection[str], now: datetime.datetime) -> Mapping[str, Coverage]:
        """Return how many companies take part on each of these terrains; for the project team."""

    async def plan_map(self, terrain_id: str) -> Sequence[PlanMapYear]:
        """Return the plan map of a terrain, by year; for governments and the team (C13), and to make its factsheet of."""

    async def list_parks(
        self, such: Filter, sort: Sort, today: datetime.date, *, offset: int = 0, limit: int | None = None
    ) -> PortfolioPage:
        """Return a part of the portfolio; without a limit all of it."""

    async def count_parks(self, such: Filter, today: datetime.date) -> Funnel:
        """Return how many terrains are in which step."""

    async def names(self, people: Collection[UUID]) -> Mapping[UUID, str]:
        """Return the names of people; whoever is gone is not in it."""
