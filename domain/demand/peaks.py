"""The peak of one company alone, for many at once: when all plug in on return, and the least possible one.

The least peak of a few windows on a level base needs no search: between the ends of K windows there are at most 2K
stretches, and the tightest bound over all sets of stretches is the answer (see `cuts` for the bound).
"""

from itertools import product

import numpy as np

from domain.demand.arrays import Numbers, Whole
from domain.demand.quantities import QUARTERS

ROUNDING = 1e-9


def spread_peaks(energy: Numbers, kw: Numbers, start: Whole, length: Whole) -> Numbers:
    """Return the least possible peak (N,) of groups (N, K), in kW on top of a level base.

    `energy` in kW-quarters, no more than `kw` allows within `length`; `kw` is the power of all chargers of a group.
    """
    there = energy > 0
    order = np.argsort(~there, axis=1, kind="stable")  # groups that need something come first
    counts, peaks = there.sum(axis=1), np.zeros(len(energy))
    for count in range(1, energy.shape[1] + 1):
        rows = np.flatnonzero(counts == count)
        if len(rows):
            at = (rows[:, None], order[rows, :count])
            peaks[rows] = tightest_bounds(energy[at], kw[at], start[at], length[at])
    return peaks


def tightest_bounds(energy: Numbers, kw: Numbers, start: Whole, length: Whole) -> Numbers:
    """Return the largest bound (N,) over all sets of stretches between the ends of the windows (N, K)."""
    ends = np.sort(np.concatenate((start, (start + length) % QUARTERS), axis=1), axis=1)
    lasts = np.diff(ends, axis=1, append=ends[:, :1] + QUARTERS)  # how long each stretch is
    there = (ends[:, None, :] - start[:, :, None]) % QUARTERS < length[:, :, None]
    sets = np.array([some for some in product((0.0, 1.0), repeat=ends.shape[1]) if any(some)]).T
    inside = (there * lasts[:, None, :]) @ sets  # (N, K, sets): how much of each window lies in each set
    must = np.maximum(energy[:, :, None] - kw[:, :, None] * (length[:, :, None] - inside), 0).sum(axis=1)
    hours = lasts @ sets
    bounds: Numbers = np.divide(must, hours, out=np.zeros_like(must), where=hours > 0).max(axis=1)
    return bounds


def at_once_power(energy: Numbers, kw: Numbers, share: Numbers, length: Whole) -> Numbers:
    """Return the power (N, K) that a group draws from its return on: the measured share, or more when time is short."""
    least = np.divide(energy, length, out=np.zeros_like(energy), where=length > 0)
    return np.where(energy > 0, np.maximum(kw * share, least), 0.0)


def at_once_peaks(energy: Numbers, power: Numbers, start: Whole) -> Numbers:
    """Return the highest sum (N,) of groups that each draw `power` (N, K) from `start` until their energy is in."""
    lasts = np.divide(energy, power, out=np.zeros_like(energy), where=power > 0)
    since = (start[:, :, None] - start[:, None, :]) % QUARTERS  # (N, moment, group): only a return can make a new peak
    drawing = since < np.ceil(lasts - ROUNDING)[:, None, :]
    peaks: Numbers = (drawing * power[:, None, :]).sum(axis=2).max(axis=1, initial=0.0)
    return peaks
