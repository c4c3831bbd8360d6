"""Companies as arrays: company x class x year x case, so that a terrain costs hardly more than a company."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from domain.demand.arrays import Numbers, Whole
from domain.demand.parameters import Parameters
from domain.demand.quantities import QUARTER_HOURS, Case, Year
from domain.demand.simultaneity import returning_together, simultaneity
from domain.demand.sites import Fleet, Site
from domain.intake.vehicles import VehicleClass

CLASSES = {vehicle: place for place, vehicle in enumerate(VehicleClass)}
SHAPE = (len(VehicleClass), len(Year), len(Case))


@dataclass(frozen=True)
class Fleets:
    """S companies by K classes by 3 years by 3 cases. What is not there counts zero; see `Site` for what is not known.

    `vehicles` charge here, `kwh` is what they need at the meter on the heaviest day, `kw` the power of all their chargers;
    `share` is how much of that power is drawn at the busiest moment when all plug in on return. `start` and `length` are
    quarters (S, K, 3). `kwh_year` is what they charge here in a year, at the meter, and `co2_kg` what the diesel that they
    do not burn for it would have given off in that year, less what the electricity does.
    """

    vehicles: Numbers
    kwh: Numbers
    kw: Numbers
    share: Numbers
    start: Whole
    length: Whole
    kwh_year: Numbers
    co2_kg: Numbers

    @cached_property
    def fits_kwh(self) -> Numbers:
        """Return what chargers and hours can deliver of it."""
        return fitting(self.kwh, self.kw, self.length)

    @cached_property
    def left_kwh(self) -> Numbers:
        return self.kwh - self.fits_kwh


def fitting(kwh: Numbers, kw: Numbers, length: Whole) -> Numbers:
    """Return how much of the energy chargers and hours can deliver."""
    return np.minimum(kwh, kw * (QUARTER_HOURS * length)[:, :, None, :])


def fleets_of(sites: Sequence[Site], parameters: Parameters) -> Fleets:
    """Return the fleets of these companies as arrays."""
    rows = [(site, fleet) for site in sites for fleet in site.fleets]
    at = (
        np.array([place for place, site in enumerate(sites) for _ in site.fleets], dtype=np.intp),
        np.array([CLASSES[fleet.vehicle] for _, fleet in rows], dtype=np.intp),
    )
    listed = np.array([numbers_of(site, fleet, parameters) for site, fleet in rows], dtype=np.float64)
    listed = listed.reshape(len(rows), -1 if rows else len(COLUMNS) + len(Year), len(Case))
    columns = {name: listed[:, place, None, :] for place, name in enumerate(COLUMNS)}

    def spread(values: Numbers, *shape: int) -> Numbers:
        table = np.zeros((len(sites), *shape))
        table[at] = values
        return table

    def windows(name: str) -> Whole:
        return spread(columns[name][:, 0], len(VehicleClass), len(Case)).astype(np.int64)

    vehicles = listed[:, len(COLUMNS) :, :] * columns["on_site"]
    km_year = vehicles * columns["km"] * columns["days"] * parameters.weeks_per_year.default
    kwh_year = km_year * columns["kwh_per_km_year"] / columns["efficiency"]
    co2_kg = km_year * columns["diesel_kg_per_km"] - kwh_year * columns["electricity_kg"]
    counted, kw = spread(vehicles, *SHAPE), spread(vehicles * columns["charger_kw"], *SHAPE)
    kwh = spread(vehicles * columns["km"] * columns["kwh_per_km"] / columns["efficiency"], *SHAPE)
    start, length = windows("start"), windows("length")
    return Fleets(
        counted, kwh, kw, share_of(sites, parameters, counted, kw, (fitting(kwh, kw, length), start)), start, length,
        spread(kwh_year, *SHAPE), spread(co2_kg, *SHAPE),
    )  # fmt: skip


def share_of(
    sites: Sequence[Site], parameters: Parameters, vehicles: Numbers, kw: Numbers, charging: tuple[Numbers, Whole]
) -> Numbers:
    """Return the share of the power that is drawn at the busiest moment: the company's own, or as measured.

    What decides is for how many hours a vehicle charges, and how many come back together; `charging` is the energy that
    fits, and when they come back.
    """
    energy, start = charging
    hours = np.divide(energy, kw, out=np.zeros_like(kw), where=kw > 0)
    crowd = returning_together(vehicles, kw, start, parameters.simultaneity)
    measured = [simultaneity(hours[..., case], crowd[..., case], case, parameters.simultaneity) for case in Case]
    own = np.array([np.nan if site.at_once is None else site.at_once.middle for site in sites])[:, None, None, None]
    return np.where(np.isnan(own), np.stack(measured, axis=-1), own)


# What is listed of a fleet, three cases each; the numbers of vehicles come after it.
COLUMNS = (
    "km", "kwh_per_km", "on_site", "charger_kw", "start", "length", "efficiency", "kwh_per_km_year", "days", "diesel_kg_per_km",
    "electricity_kg",
)  # fmt: skip


def numbers_of(site: Site, fleet: Fleet, parameters: Parameters) -> list[float]:
    """Return what the arithmetic needs of a fleet, three cases at a time; a number of vehicles that is not known counts zero."""
    early, middle, late = fleet.windows
    year, days, efficiency = fleet.kwh_per_km_year or fleet.kwh_per_km, fleet.days_per_week, fleet.efficiency or site.efficiency
    usual, litre, far = parameters.days_per_week, parameters.diesel_kg_per_litre, parameters.diesel_km_per_litre.of(fleet.vehicle)
    power = parameters.electricity_kg_per_kwh
    return [
        *fleet.km.cases, *fleet.kwh_per_km.cases, *fleet.on_site.cases, *fleet.charger_kw.cases,
        early.start, middle.start, late.start, early.length, middle.length, late.length, *efficiency.cases, *year.cases,
        *((usual.low, usual.default, usual.high) if days is None else days.cases),
        litre.low / far.high, litre.default / far.default, litre.high / far.low, power.high, power.default, power.low,
        *(number for count in fleet.electric for number in (count.cases if count is not None else (0.0, 0.0, 0.0))),
    ]  # fmt: skip
