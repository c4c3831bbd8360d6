"""What else helps beside the first step: each is tried by reckoning the verdict again, and only what then fits is said."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from domain.demand.bases import DAY, base_of
from domain.demand.measured import MeasuredDays
from domain.demand.outlooks import Fit, Outlook
from domain.demand.parameters import Parameters
from domain.demand.quantities import QUARTER_HOURS, QUARTERS, Case, Quantity, Year
from domain.demand.sites import Fleet, Site
from domain.demand.steps import verdict_year
from domain.demand.verdicts.suppositions import BATTERY_SHARE, supposed
from domain.intake.vehicles import VehicleClass

LIKELY = (Case.MIDDLE,)
POWERS = (150.0, 100.0, 50.0, 22.0, 11.0)  # of charging points as they are sold, in kW
MOST_TRIED = 24
FINEST_KW = 10.0


class Alternative(StrEnum):
    """What can be done instead of the first step, or with it."""

    FEWER_POINTS = "fewer_points"  # fewer charging points than vehicles: it fits without spreading
    WEAKER_POINTS = "weaker_points"  # weaker charging points: it fits without spreading
    HOURS = "hours"  # a contract for more power in certain hours, from 18:00 to 6:00
    BATTERY = "battery"  # the company's own battery


@dataclass(frozen=True, slots=True)
class FoundAlternative:
    """What helps in a year: `amount` of it (points, kW, or kWh), instead of `now`; of one class, where it is about one."""

    kind: Alternative
    year: Year
    amount: float
    now: float = 0.0
    vehicle: VehicleClass | None = None


def alternatives_of(site: Site, outlook: Outlook, parameters: Parameters) -> tuple[FoundAlternative, ...]:
    """Return what makes it fit in the year of the verdict, all else as likely as it is; nothing when it fits, or is not known."""
    found = verdict_year(outlook)
    if found is None or outlook.room is None or not outlook.room.is_known or found[0] not in (Fit.NOT, Fit.SPREAD_ONLY):
        return ()
    fit, year = found
    if fit is Fit.SPREAD_ONLY:
        tried = (*fewer_points(site, year, parameters), *weaker_points(site, year, parameters))
    else:
        tried = (*more_at_night(site, year, parameters), *with_battery(site, year, parameters))
    return tried


def fewer_points(site: Site, year: Year, parameters: Parameters) -> tuple[FoundAlternative, ...]:
    """Return the most charging points of the largest class with which all fits at once; they are shared by its vehicles."""
    place = largest(site, year)
    fleet, here = site.fleets[place], vehicles_of(site.fleets[place], year)
    points = math.ceil(round(here, 6))
    counts = list(range(points - 1, 0, -1))[:MOST_TRIED]
    fits = at_once_fits([with_kw(site, place, fleet.charger_kw.middle * count / here) for count in counts], year, parameters)
    most = next((count for count, good in zip(counts, fits, strict=True) if good), None)
    return () if most is None else (FoundAlternative(Alternative.FEWER_POINTS, year, most, points, fleet.vehicle),)


def weaker_points(site: Site, year: Year, parameters: Parameters) -> tuple[FoundAlternative, ...]:
    """Return the strongest usual charging point of the largest class with which all fits at once."""
    place = largest(site, year)
    fleet = site.fleets[place]
    powers = [kw for kw in POWERS if kw < fleet.charger_kw.middle]
    fits = at_once_fits([with_kw(site, place, kw) for kw in powers], year, parameters)
    most = next((kw for kw, good in zip(powers, fits, strict=True) if good), None)
    return (
        () if most is None else (FoundAlternative(Alternative.WEAKER_POINTS, year, most, fleet.charger_kw.middle, fleet.vehicle),)
    )


def more_at_night(site: Site, year: Year, parameters: Parameters) -> tuple[FoundAlternative, ...]:
    """Return how much more power from 18:00 to 6:00 makes spread charging fit: in steps of 10 kW, above 100 kW of a tenth."""
    steps = [FINEST_KW * step for step in range(1, 11)] + [100 * 1.1**step for step in range(1, 40)]
    looked = supposed([with_more_at_night(site, kw) for kw in steps], parameters, LIKELY)
    fits = [looked.fit(place, year, 0) in (Fit.FITS, Fit.SPREAD_ONLY) for place in range(len(steps))]
    least = next((kw for kw, good in zip(steps, fits, strict=True) if good), None)
    return () if least is None else (FoundAlternative(Alternative.HOURS, year, least),)


def with_battery(site: Site, year: Year, parameters: Parameters) -> tuple[FoundAlternative, ...]:
    """Return what is short in a day, where the company's own battery holds that much."""
    short = -float(supposed([site], parameters, LIKELY).spare[0, year, 0]) * QUARTER_HOURS
    holds = short <= site.battery_kwh * BATTERY_SHARE
    return (FoundAlternative(Alternative.BATTERY, year, short, site.battery_kwh),) if holds else ()


def at_once_fits(sites: Sequence[Site], year: Year, parameters: Parameters) -> list[bool]:
    looked = supposed(sites, parameters, LIKELY) if sites else None
    return [looked.fit(place, year, 0) is Fit.FITS for place in range(len(sites))] if looked else []


def largest(site: Site, year: Year) -> int:
    """Return the place of the class with the most charging power."""
    return max(range(len(site.fleets)), key=lambda one: vehicles_of(site.fleets[one], year) * site.fleets[one].charger_kw.middle)


def vehicles_of(fleet: Fleet, year: Year) -> float:
    """Return how many vehicles of a class charge here, most likely."""
    count = fleet.electric[year]
    return 0.0 if count is None else count.middle * fleet.on_site.middle


def with_kw(site: Site, place: int, kw: float) -> Site:
    """Return the site with another power of a charging point for one class."""
    fleets = list(site.fleets)
    fleets[place] = replace(fleets[place], charger_kw=Quantity.sure(kw))
    return replace(site, fleets=tuple(fleets))


def with_more_at_night(site: Site, kw: float) -> Site:
    """Return the site with so much more left of its connection from 18:00 to 6:00."""
    base = base_of(site, Case.MIDDLE)
    connection = site.connection_kw
    more = [use + (kw if DAY.start <= quarter < DAY.stop else 0.0) for quarter, use in zip(range(QUARTERS), base, strict=True)]
    wider = connection and Quantity.sure(connection.middle + kw)
    return replace(site, cars_kw=None, measured=MeasuredDays(tuple(more), tuple(more)), connection_kw=wider)
