"""Companies as arrays: company x class x year x case, so that a terrain costs hardly more than a company."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from domain.demand.arrays import Numbers, Whole
from domain.demand.parameters import Parameters
from domain.demand.quantities import QUARTER_HOURS, Case, Year
from domain.demand.simultaneity import simultaneity
from domain.demand.sites import Fleet, Site
from domain.intake.vehicles import VehicleClass

CLASSES = {vehicle: place for place, vehicle in enumerate(VehicleClass)}
SHAPE = (len(VehicleClass), len(Year), len(Case))


@dataclass(frozen=True)
class Fleets:
    """S companies by K classes by 3 years by 3 cases. What is not there counts zero; see `Site` for what is not known.

    `vehicles` charge here, `kwh` is what they need at the meter, `kw` the power of all their chargers; `share` is how much
    of that power is drawn at the busiest moment when all plug in on return. `start` and `length` are quarters (S, K, 3).
    """

    vehicles: Numbers
    kwh: Numbers
    kw: Numbers
    share: Numbers
    start: Whole
    length: Whole

    @cached_property
    def fits_kwh(self) -> Numbers:
        """Return what chargers and hours can deliver of it."""
        return np.minimum(self.kwh, self.kw * (QUARTER_HOURS * self.length)[:, :, None, :])

    @cached_property
    def left_kwh(self) -> Numbers:
        return self.kwh - self.fits_kwh


def fleets_of(sites: Sequence[Site], parameters: Parameters) -> Fleets:
    """Return the fleets of these companies as arrays."""
    rows = [(place, fleet) for place, site in enumerate(sites) for fleet in site.fleets]
    at = (np.array([place for place, _ in rows], dtype=np.intp), np.array([CLASSES[f.vehicle] for _, f in rows], dtype=np.intp))
    numbers = np.array([numbers_of(fleet) for _, fleet in rows], dtype=np.float64).reshape(len(rows), 6 + len(Year), len(Case))
    km, kwh_per_km, on_site, charger, start, length = (numbers[:, place, None, :] for place in range(6))
    efficiency = np.array([sites[place].efficiency.cases for place, _ in rows]).reshape(len(rows), 1, len(Case))
    vehicles = numbers[:, 6:, :] * on_site
    charger = np.broadcast_to(charger, vehicles.shape)
    measured = [simultaneity(vehicles[..., case], charger[..., case], case, parameters.simultaneity) for case in Case]
    own = np.array([np.nan if (quantity := sites[place].at_once) is None else quantity.middle for place, _ in rows])
    share = np.where(np.isnan(own)[:, None, None], np.stack(measured, axis=-1), own[:, None, None])

    def spread(values: Numbers, *shape: int) -> Numbers:
        table = np.zeros((len(sites), *shape))
        table[at] = values
        return table

    return Fleets(
        vehicles=spread(vehicles, *SHAPE),
        kwh=spread(vehicles * km * kwh_per_km / efficiency, *SHAPE),
        kw=spread(vehicles * charger, *SHAPE),
        share=spread(share, *SHAPE),
        start=spread(start[:, 0], len(VehicleClass), len(Case)).astype(np.int64),
        length=spread(length[:, 0], len(VehicleClass), len(Case)).astype(np.int64),
    )


def numbers_of(fleet: Fleet) -> list[float]:
    """Return what the arithmetic needs of a fleet, three cases at a time; a number of vehicles that is not known counts zero."""
    early, middle, late = fleet.windows
    return [
        *fleet.km.cases, *fleet.kwh_per_km.cases, *fleet.on_site.cases, *fleet.charger_kw.cases,
        early.start, middle.start, late.start, early.length, middle.length, late.length,
        *(number for count in fleet.electric for number in (count.cases if count is not None else (0.0, 0.0, 0.0))),
    ]  # fmt: skip
