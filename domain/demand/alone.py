"""Every company by itself: its peaks per year and case, on top of its highest use now."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from domain.demand.arrays import Flags, Numbers, Whole
from domain.demand.bases import bases_of
from domain.demand.cuts import Load
from domain.demand.fleets import Fleets, fleets_of
from domain.demand.parameters import Parameters
from domain.demand.peaks import at_once_peaks, at_once_power, spread_peaks
from domain.demand.profiles import at_once_profiles
from domain.demand.quantities import QUARTER_HOURS, QUARTERS, Year
from domain.demand.sites import Site

AT_A_TIME = 256  # companies whose days are drawn at once: they stay in the memory of the processor


@dataclass(frozen=True, slots=True)
class Alone:
    """S companies by 3 years by 3 cases, in kW. `power` (S, K, 3, 3) is what a class draws from its return on.

    `bases` (S, 3 cases, 96) are their use without charging.
    """

    fleets: Fleets
    power: Numbers
    at_once_kw: Numbers
    spread_kw: Numbers
    bases: Numbers


def alone_of(sites: Sequence[Site], parameters: Parameters) -> Alone:
    """Return the peaks of each company without its neighbours."""
    fleets, bases = fleets_of(sites, parameters), bases_of(sites)
    shape = fleets.kwh.shape[:1] + fleets.kwh.shape[2:]
    parts = [peaks_of(fleets, bases, slice(first, first + AT_A_TIME)) for first in range(0, len(sites), AT_A_TIME)]
    power, at_once, spread = (np.concatenate(rows) for rows in zip(*parts, strict=True)) if parts else (np.zeros(0),) * 3
    powers = np.moveaxis(power.reshape(*shape, fleets.kwh.shape[1]), -1, 1)
    return Alone(fleets, powers, at_once.reshape(shape), spread.reshape(shape), bases)


def peaks_of(fleets: Fleets, bases: Numbers, some: slice) -> tuple[Numbers, Numbers, Numbers]:
    """Return the power (N, K) of some companies' classes, and their peaks (N,) at once and spread; N is S x 3 x 3."""
    energy, kw, share = (per_group(one[some]) for one in (fleets.fits_kwh / QUARTER_HOURS, fleets.kw, fleets.share))
    start, length = per_window(fleets.start[some]), per_window(fleets.length[some])
    base = np.repeat(bases[some, None], len(Year), axis=1).reshape(-1, QUARTERS)
    power, spread = at_once_power(energy, kw, share, length), spread_peaks(energy, kw, start, length, base)
    at_once = at_once_peaks(at_once_profiles(energy, start, power), base)
    return power, np.maximum(at_once, spread), spread


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
