"""What the outlook of one company costs, as orders of size: charging points, more power, and electricity."""

import datetime
import math
from collections.abc import Mapping
from dataclasses import dataclass

from domain.demand.alone import alone_of
from domain.demand.outlooks import Fit, Outlook, YearOutlook
from domain.demand.parameters import Parameters
from domain.demand.prices import PriceRange
from domain.demand.quantities import Band, Case, Year
from domain.demand.sites import Fleet, Site
from domain.intake.vehicles import VehicleClass


@dataclass(frozen=True, slots=True)
class CostLine:
    """So many of something, in its unit, at a price: `total` is in euros, None where no price was found, or not one of today."""

    amount: float
    kw: float  # of one charging point; 0 for what is no charging point
    price: PriceRange | None
    total: Band | None

    @classmethod
    def of(cls, amount: float, price: PriceRange | None, kw: float = 0.0) -> "CostLine":
        """Return what this amount costs; the middle of it says nothing, and is there to be a band."""
        if price is None:
            return cls(amount, kw, None, None)
        low, high = amount * price.low, amount * price.high
        return cls(amount, kw, price, Band(low, (low + high) / 2, high))


@dataclass(frozen=True, slots=True)
class Costs:
    """One year of one company: charging points that are not there yet, kW that the connection lacks, kWh per year."""

    year: Year
    chargers: tuple[CostLine, ...]
    power: CostLine | None
    electricity: CostLine | None


def costs_of(
    site: Site,
    outlook: Outlook,
    parameters: Parameters,
    today: datetime.date,
    there: Mapping[VehicleClass, float],
    operator: str = "",
) -> Costs | None:
    """Return what the next year with more vehicles costs. `there` are the charging points of each class that stand already.

    None where no number of vehicles was given. A price that ended before `today` is none.
    """
    year = next((one for one in outlook.years.values() if one.year is not Year.NOW and one.is_given and one.kwh.middle > 0), None)
    if year is None:
        return None

    def line(amount: float, price: PriceRange | None, kw: float = 0.0) -> CostLine | None:
        return CostLine.of(amount, price and price.on(today), kw) if amount > 0 else None

    prices, points = parameters.prices, [(fleet, fleet.charger_kw.middle) for fleet in site.fleets]
    chargers = (
        line(lacking_points(fleet, year.year, there.get(fleet.vehicle, 0.0)), prices.of_charger(kw), kw) for fleet, kw in points
    )
    return Costs(
        year=year.year,
        chargers=tuple(one for one in chargers if one is not None),
        power=line(lacking_kw(site, outlook, parameters, year), prices.of_capacity(operator)),
        electricity=line(year.kwh_year.middle, prices.electricity),
    )


def lacking_points(fleet: Fleet, year: Year, there: float) -> int:
    """Return how many charging points of a class are still to come: each vehicle that charges here has its own."""
    count = fleet.electric[year]
    here = 0.0 if count is None else count.middle * fleet.on_site.middle
    return math.ceil(round(here - there, 6))  # of 4.5 vehicles each has its own only with 5 points


def lacking_kw(site: Site, outlook: Outlook, parameters: Parameters, year: YearOutlook) -> float:
    """Return the kW that even spreading asks beyond the connection; 0 where it fits, or the room is not known.

    Spread charging goes to the hours with most room first, so only what comes above the highest use now can lack.
    """
    room = outlook.room
    if room is None or not room.is_known or year.fit is not Fit.NOT:
        return 0.0
    on_top = float(alone_of([site], parameters).spread_kw[0, year.year, Case.MIDDLE])
    return on_top - max(room.kw.middle, 0.0)
