"""What a dialog may ask about several companies at once; storage/disclosure/gate decides what is in the answer."""

import datetime
from collections.abc import Collection, Mapping
from typing import Protocol
from uuid import UUID

from domain.demand.parameters import Parameters
from domain.demand.quantities import Year
from domain.disclosure.audiences import Disclosed, Shown
from domain.disclosure.breakdowns import ByClass, ByHour, Missing
from domain.disclosure.rules import Party
from domain.disclosure.totals import TerrainTotal
from domain.terrains.exporting import Exportable


class Insight(Protocol):
    """Totals and companies of terrains, as they may be seen now."""

    async def live_total(self, terrain_id: str, now: datetime.datetime, parameters: Parameters) -> TerrainTotal:
        """Return the total of all companies, as it is now: for the project team alone."""

    async def published_total(self, terrain_id: str, now: datetime.datetime) -> TerrainTotal:
        """Return what was published, in which everybody still wants to be counted."""

    async def published_totals(self, terrain_ids: Collection[str], now: datetime.datetime) -> Mapping[str, TerrainTotal]:
        """Return the same of several terrains, at once."""

    async def by_class(self, terrain_id: str, now: datetime.datetime) -> ByClass:
        """Return per year the published totals by class of vehicle, or what is missing; the same for whoever may ask."""

    async def by_hour(self, terrain_id: str, now: datetime.datetime) -> ByHour:
        """Return per year the published total by the hour, or what is missing; the same for whoever may ask."""

    async def missing(self, terrain_id: str, now: datetime.datetime) -> Mapping[Year, Missing]:
        """Return of each year without a published total what is missing for it."""

    async def counted_in(self, terrain_id: str, now: datetime.datetime) -> frozenset[UUID]:
        """Return the intakes of everybody in what was published: a paper that shows it is about them."""

    async def all_companies(self, terrain_id: str, now: datetime.datetime) -> tuple[Disclosed, ...]:
        """Return every company with what it agreed to: for the project team alone."""

    async def electric_vehicles(self, terrain_id: str, year: Year, now: datetime.datetime) -> float:
        """Return how many electric vehicles all companies named for a year: for the project team alone."""

    async def companies_for(self, terrain_id: str, party: Party, now: datetime.datetime) -> Shown:
        """Return the companies that agreed to be seen by a party, one by one."""

    async def exportable(self, terrain_id: str, now: datetime.datetime) -> Exportable:
        """Return the companies that allow an export of their answers, and how many others gave answers."""

    async def sharing_companies(self, terrain_id: str, now: datetime.datetime) -> tuple[Disclosed, ...]:
        """Return the companies that agreed to be seen by companies on their terrain."""
