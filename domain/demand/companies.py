"""What one company's answers mean: its outlook, and its day in quarter-hours."""

from dataclasses import dataclass

from domain.demand.alone import Alone, alone_of, groups_of, load_of
from domain.demand.arrays import Numbers
from domain.demand.bases import base_of, charging_only
from domain.demand.outlooks import Fit, Outlook, YearOutlook
from domain.demand.parameters import STANDARD, Parameters
from domain.demand.profiles import at_once_profile, spread_profile
from domain.demand.quantities import Band, Case, Quantity, Year
from domain.demand.rooms import room_of
from domain.demand.sites import Site
from domain.demand.verdicts.deciding import Conclusion, conclusions_of
from domain.demand.verdicts.sharpening import sharpest_first
from domain.intake.vehicles import VehicleClass


@dataclass(frozen=True, slots=True)
class DayProfile:
    """A winter working day in 96 quarters, middle case, in kW.

    `base` is the use without charging, `at_once` and `spread` what charging adds, `room` what the connection has left
    beside base and spread charging (below zero: lacking), None when the connection or the use now is not known.
    """

    base: tuple[float, ...]
    at_once: tuple[float, ...]
    spread: tuple[float, ...]
    room: tuple[float, ...] | None


def outlook_of(site: Site, parameters: Parameters = STANDARD) -> Outlook:
    """Return what the vehicles of one company will ask, and whether it fits. Takes some ten milliseconds."""
    alone = alone_of([charging_only(site)], parameters)
    verdicts = conclusions_of(site, parameters, {year: is_given(site, year) for year in Year})
    years = {year: year_outlook(site, alone, year, verdicts[year]) for year in Year if is_possible(site, year)}
    return Outlook(
        years=years,
        room=room_of(site),
        sharpen=sharpest_first(site, parameters) if years and site.unknown else site.unknown,
    )


def is_given(site: Site, year: Year) -> bool:
    """Say whether the company gave every number of vehicles of which there is one."""
    return all(count.is_known for count in counts_in(site, year))


def counts_in(site: Site, year: Year) -> list[Quantity]:
    """Return the numbers of electric vehicles in a year of which anything can be said, a class each."""
    return [count for fleet in site.fleets if (count := fleet.electric[year]) is not None]


def is_possible(site: Site, year: Year) -> bool:
    """Say whether there is anything to go by: a number of vehicles of some class, or the answer that there are none."""
    return any(fleet.electric[year] is not None for fleet in site.fleets) or not missing(site, year)


def missing(site: Site, year: Year) -> tuple[VehicleClass, ...]:
    """Return the classes of which the number of electric vehicles cannot even be bounded."""
    return (*site.uncounted, *(fleet.vehicle for fleet in site.fleets if fleet.electric[year] is None))


def year_outlook(site: Site, alone: Alone, year: Year, verdict: Conclusion) -> YearOutlook:
    """Return one year of one company, the first of `alone`."""

    def total(values: Numbers) -> Band:
        return Band.of(values[0, :, year].sum(axis=0))

    kwh = total(alone.fleets.kwh)
    if kwh.high <= 0:
        verdict = Conclusion(Fit.FITS, Fit.FITS, is_sure=True)
    return YearOutlook(
        year=year,
        vehicles=total(alone.fleets.vehicles),
        kwh=kwh,
        left_kwh=total(alone.fleets.left_kwh),
        at_once_kw=Band.of(alone.at_once_kw[0, year]),
        spread_kw=Band.of(alone.spread_kw[0, year]),
        fit=verdict.fit,
        fit_is_sure=verdict.is_sure,
        is_given=is_given(site, year),
        without=missing(site, year),
        kwh_year=total(alone.fleets.kwh_year),
        co2_tonnes=total(alone.fleets.co2_kg / 1000),
        deciding=verdict.deciding,
        rest=verdict.rest,
        over_at_once=verdict.over_at_once,
        over_is_sure=verdict.over_is_sure,
        is_empty=not is_given(site, year) and not any(count.is_known for count in counts_in(site, year)),
    )


def day_of(site: Site, year: Year, parameters: Parameters = STANDARD) -> DayProfile | None:
    """Return the day of one company in a year; None when no estimate is possible."""
    if not is_possible(site, year):
        return None
    alone, case = alone_of([charging_only(site)], parameters), Case.MIDDLE
    base = base_of(site, case)
    spread = spread_profile(load_of(alone.fleets, 0, year, case, base))
    at_once = at_once_profile(*groups_of(alone.fleets, 0, year, case), alone.power[0, :, year, case])
    room = room_of(site)
    left = None
    if site.connection_kw is not None and room is not None and room.is_known:
        left = tuple((site.connection_kw.middle - base - spread).tolist())
    return DayProfile(tuple(base.tolist()), tuple(at_once.tolist()), tuple(spread.tolist()), left)
