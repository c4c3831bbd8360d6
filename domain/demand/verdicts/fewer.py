"""The same company with fewer electric vehicles: as many as fit in its room, or half of them where that says nothing."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from domain.demand.companies import is_given, is_possible
from domain.demand.outlooks import Fit, Outlook, stops
from domain.demand.parameters import Parameters
from domain.demand.quantities import Quantity, Strategy, Year
from domain.demand.rooms import room_of
from domain.demand.sites import Fleet, Site
from domain.demand.steps import verdict_year
from domain.demand.verdicts.deciding import verdicts_of
from domain.intake.vehicles import VehicleClass

MOST_STEPS = 64  # in which the vehicles of a company are counted off; of larger fleets each step is some vehicles


@dataclass(frozen=True, slots=True)
class KeptVehicles:
    """How many electric vehicles are left in a year, of how many, by class; `every_fit` is the verdict of all of them."""

    year: Year
    kept: int
    every: int
    classes: tuple[tuple[VehicleClass, int], ...]
    every_fit: Fit
    every_is_sure: bool


def kept_of(fewer: Site, start: Site, outlook: Outlook, of_start: Outlook) -> KeptVehicles | None:
    """Return what is left in the last year that fits, else in that of the verdict; None where no numbers were given.

    `outlook` is that of `fewer`, `of_start` that of all vehicles.
    """
    fitting = [year for year, one in outlook.years.items() if one.fit in (Fit.FITS, Fit.SPREAD_ONLY) and one.kwh.high > 0]
    found, given = verdict_year(outlook), [year for year in Year if vehicles_in(start, year)]
    year = max(fitting) if fitting else found[1] if found else next(iter(given), Year.NOW)
    every = of_start.years.get(year)
    if year not in given or every is None:
        return None
    counts = tuple((fleet.vehicle, count) for fleet in fewer.fleets if (count := round(known_in(fleet, year))))
    return KeptVehicles(year, vehicles_in(fewer, year), vehicles_in(start, year), counts, every.fit, every.fit_is_sure)


def with_fewer(site: Site, parameters: Parameters, strategy: Strategy) -> Site:
    """Return the site with as many electric vehicles in each year as fit when they charge in this way.

    Classes become smaller together, and one vehicle always stays. Where all of them fit in every year, or the room is not
    known, it is half of them. Numbers that the company did not give stay as they are. Tries a handful of sites.
    """
    steps = [min(MOST_STEPS, vehicles_in(site, year)) for year in Year]
    room = room_of(site)
    if room is None or not room.is_known or all(fits_in(site, parameters, strategy)):
        return scaled(site, [0.5] * len(Year))
    fitting, over = [0] * len(Year), [step + 1 for step in steps]  # what surely fits, and what does not, per year
    while any(high - low > 1 for low, high in zip(fitting, over, strict=True)):
        tried = [(low + high) // 2 for low, high in zip(fitting, over, strict=True)]
        parts = [one / step if step else 0.0 for one, step in zip(tried, steps, strict=True)]
        fits = fits_in(scaled(site, parts), parameters, strategy)
        fitting = [one if fit else low for one, fit, low in zip(tried, fits, fitting, strict=True)]
        over = [high if fit else max(one, 1) for one, fit, high in zip(tried, fits, over, strict=True)]
    return scaled(site, [one / step if step else 0.0 for one, step in zip(fitting, steps, strict=True)])


def fits_in(site: Site, parameters: Parameters, strategy: Strategy) -> list[bool]:
    """Say per year whether this way of charging fits in the connection, as the outlook says it."""
    verdicts = verdicts_of(site, parameters, {year: is_given(site, year) for year in Year})
    return [not is_possible(site, year) or not stops(one.fit, one.rest, strategy) for year, one in verdicts.items()]


def vehicles_in(site: Site, year: Year) -> int:
    """Return how many electric vehicles a company said to have in a year."""
    return math.ceil(sum(count.middle for fleet in site.fleets if (count := fleet.electric[year]) is not None and count.is_known))


def scaled(site: Site, parts: Sequence[float]) -> Site:
    """Return the site with a part of its vehicles in each year, whole ones, never none of them."""
    for year in Year:
        site = scaled_in(site, year, parts[year])
    return site


def scaled_in(site: Site, year: Year, part: float) -> Site:
    """Return the site with a part of the vehicles of one year: those lose one first that are furthest above their part."""
    counts = [known_in(fleet, year) for fleet in site.fleets]
    wanted = max(1, round(sum(counts) * part)) if sum(counts) else 0
    whole = [math.floor(count * part) for count in counts]
    by_rest = sorted(range(len(counts)), key=lambda place: counts[place] * part - whole[place], reverse=True)
    for place in by_rest[: max(0, wanted - sum(whole))]:
        whole[place] += 1
    fleets = (with_count(fleet, year, count) for fleet, count in zip(site.fleets, whole, strict=True))
    return replace(site, fleets=tuple(fleets))


def known_in(fleet: Fleet, year: Year) -> float:
    count = fleet.electric[year]
    return count.middle if count is not None and count.is_known else 0.0


def with_count(fleet: Fleet, year: Year, count: int) -> Fleet:
    """Return a fleet with another number in a year; a number that was not given stays."""
    if known_in(fleet, year) == 0:
        return fleet
    now, then, later = (Quantity.sure(count) if one is year else fleet.electric[one] for one in Year)
    return replace(fleet, electric=(now, then, later))
