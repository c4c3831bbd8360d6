"""Every company by itself: its peaks per year and case, on top of its highest use now."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from domain.demand.arrays import Flags, Numbers, Whole
from domain.demand.cuts import Load, least_level
from domain.demand.fleets import Fleets, fleets_of
from domain.demand.parameters import Parameters
from domain.demand.peaks import at_once_peaks, at_once_power, spread_peaks
from domain.demand.profiles import at_once_profile
from domain.demand.quantities import QUARTER_HOURS, QUARTERS
from domain.demand.sites import Site


@dataclass(frozen=True, slots=True)
class Alone:
    """S companies by 3 years by 3 cases, in kW. `power` (S, K, 3, 3) is what a class draws from its return on."""

    fleets: Fleets
    power: Numbers
    at_once_kw: Numbers
    spread_kw: Numbers


def alone_of(sites: Sequence[Site], parameters: Parameters) -> Alone:
    """Return the peaks of each company without its neighbours."""
    fleets = fleets_of(sites, parameters)
    energy, kw, share = (per_group(one) for one in (fleets.fits_kwh / QUARTER_HOURS, fleets.kw, fleets.share))
    start, length = per_window(fleets.start), per_window(fleets.length)
    power = at_once_power(energy, kw, share, length)
    shape = fleets.kwh.shape[:1] + fleets.kwh.shape[2:]
    spread = spread_peaks(energy, kw, start, length).reshape(shape)
    at_once = at_once_peaks(energy, power, start).reshape(shape)
    powers = np.moveaxis(power.reshape(*shape, power.shape[-1]), -1, 1)
    for place, site in enumerate(sites):
        if site.day_kw is not None:
            day = np.array(site.day_kw)
            for year, case in np.ndindex(*shape[1:]):
                one = (fleets, place, year, case)
                spread[place, year, case] = least_level(load_of(*one, day)).kw - day.max()
                drawn = at_once_profile(*groups_of(*one), powers[place, :, year, case])
                at_once[place, year, case] = (day + drawn).max() - day.max()
    return Alone(fleets, powers, np.maximum(at_once, spread), spread)


def per_group(values: Numbers) -> Numbers:
    """Return (S, K, 3, 3) as (S x 3 x 3, K)."""
    rows: Numbers = np.moveaxis(values, 1, -1).reshape(-1, values.shape[1])
    return rows


def per_window(values: Whole) -> Whole:
    """Return (S, K, 3 cases) as (S x 3 x 3, K): the hours are the same in every year."""
    every_year = np.broadcast_to(values[:, :, None, :], (*values.shape[:2], values.shape[2], values.shape[2]))
    rows: Whole = np.moveaxis(every_year, 1, -1).reshape(-1, values.shape[1])
    return rows


def present(start: Whole, length: Whole) -> Flags:
    """Return in which of the 96 quarters vehicles are there, for windows of any shape."""
    first, lasts = start.astype(np.int16)[..., None], length.astype(np.int16)[..., None]  # a quarter of the memory
    there: Flags = (np.arange(QUARTERS, dtype=np.int16) - first) % QUARTERS < lasts
    return there


def groups_of(fleets: Fleets, place: int, year: int, case: int) -> tuple[Numbers, Whole]:
    """Return the energy in kW-quarters and the first quarter of the classes of one company."""
    return fleets.fits_kwh[place, :, year, case] / QUARTER_HOURS, fleets.start[place, :, case]


def load_of(fleets: Fleets, place: int, year: int, case: int, base: Numbers) -> Load:
    """Return what one company has to charge, as the exact optimum takes it."""
    there = present(fleets.start[place, :, case], fleets.length[place, :, case])
    energy = fleets.fits_kwh[place, :, year, case] / QUARTER_HOURS
    return Load(energy[None], (fleets.kw[place, :, year, case, None] * there)[None], base)
