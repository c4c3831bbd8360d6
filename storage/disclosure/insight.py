"""What the conversation may ask about terrains: totals, and companies one by one for whoever may see those."""

import datetime
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.demand.parameters import Parameters
from domain.demand.quantities import Year
from domain.disclosure.audiences import Disclosed, Observer, Shown
from domain.disclosure.breakdowns import ByClass, ByHour, Missing
from domain.disclosure.rules import Party
from domain.disclosure.shares import parameters_mark
from domain.disclosure.totals import TerrainTotal
from domain.intake.vehicles import VehicleClass
from domain.terrains.exporting import Exportable
from storage.disclosure.breakdowns import read_classes, read_hours, read_missing
from storage.disclosure.gate import counting_seen, read_terrain, sum_answers
from storage.disclosure.live_totals import basis_of, load_fresh
from storage.disclosure.parties import read_for
from storage.disclosure.portions import Choose, in_a_thread, read_parts
from storage.disclosure.published import counted_in, read_published
from storage.disclosure.renewal import calculate_all


@dataclass(frozen=True, slots=True)
class Insight:
    """Totals and companies of terrains, in one transaction; `choose` says where to calculate."""

    connection: AsyncConnection
    choose: Choose = in_a_thread

    async def live_total(self, terrain_id: str, now: datetime.datetime, parameters: Parameters) -> TerrainTotal:
        """Return the total of all companies, as it is now: for the project team alone."""
        basis, companies = await basis_of(self.connection, terrain_id, parameters_mark(parameters))
        fresh = await load_fresh(self.connection, terrain_id, basis, now)
        if fresh is not None:
            return fresh
        aside = self.choose(companies)
        parts = await read_parts(self.connection, [terrain_id], now, parameters, aside)
        (calculated,) = await aside(calculate_all, list(parts.items()), now, parameters)
        return calculated.live

    async def published_total(self, terrain_id: str, now: datetime.datetime) -> TerrainTotal:
        """Return what was published, in which everybody still wants to be counted."""
        return (await self.published_totals((terrain_id,), now))[terrain_id]

    async def published_totals(self, terrain_ids: Collection[str], now: datetime.datetime) -> Mapping[str, TerrainTotal]:
        return await read_published(self.connection, terrain_ids, now)

    async def by_class(self, terrain_id: str, now: datetime.datetime) -> ByClass:
        """Return per year the published totals by class of vehicle, or what is missing; the same for whoever may ask."""
        return await read_classes(self.connection, terrain_id, now)

    async def by_hour(self, terrain_id: str, now: datetime.datetime) -> ByHour:
        """Return per year the published total by the hour, or what is missing; the same for whoever may ask."""
        return await read_hours(self.connection, terrain_id, now)

    async def missing(self, terrain_id: str, now: datetime.datetime) -> Mapping[Year, Missing]:
        """Return of each year without a published total what is missing for it."""
        return await read_missing(self.connection, terrain_id, now)

    async def counted_in(self, terrain_id: str, now: datetime.datetime) -> frozenset[UUID]:
        """Return the intakes of everybody in what was published: a paper that shows it is about them."""
        return await counted_in(self.connection, terrain_id, now)

    async def all_companies(self, terrain_id: str, now: datetime.datetime) -> tuple[Disclosed, ...]:
        """Return every company with what it agreed to: for the project team alone."""
        return await read_terrain(self.connection, terrain_id, Observer.TEAM, now)

    async def electric_vehicles(self, terrain_id: str, year: Year, now: datetime.datetime) -> float:
        """Return how many electric vehicles all companies named for a year: for the project team alone."""
        named = [f"{vehicle}.{year.question}" for vehicle in VehicleClass]
        return await sum_answers(self.connection, terrain_id, named, now)

    async def companies_for(self, terrain_id: str, party: Party, now: datetime.datetime) -> Shown:
        """Return the companies that agreed to be seen by a party, one by one."""
        return await read_for(self.connection, terrain_id, party, now)

    async def exportable(self, terrain_id: str, now: datetime.datetime) -> Exportable:
        """Return the companies that allow an export of their answers, and how many others gave answers."""
        shown = await read_for(self.connection, terrain_id, Party.ADVISERS, now)
        seen = await self.connection.execute(counting_seen(terrain_id, now))
        measured = {one.intake: one.measured for one in shown.companies if one.measured is not None}
        return Exportable(shown.companies, seen.scalar_one() - len(shown.companies), shown.held_back, measured)

    async def sharing_companies(self, terrain_id: str, now: datetime.datetime) -> tuple[Disclosed, ...]:
        """Return the companies that agreed to be seen by companies on their terrain."""
        return await read_terrain(self.connection, terrain_id, Observer.COMPANIES, now)
