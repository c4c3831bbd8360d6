"""The peaks of companies alone on their own base, for many at once: when all plug in on return, and the least possible."""

import numpy as np

from domain.demand.arrays import Numbers, Whole
from domain.demand.levels import by_groups, least_levels, pieces_of


def spread_peaks(energy: Numbers, kw: Numbers, start: Whole, length: Whole, base: Numbers) -> Numbers:
    """Return the least possible peak (N,) of groups (N, K), in kW on top of the highest of the `base` (N, 96).

    `energy` in kW-quarters, no more than `kw` allows within `length`; `kw` is the power of all chargers of a group.
    """
    peaks = np.zeros(len(energy))
    for rows, at in by_groups(energy, base):
        levels = least_levels(energy[at], pieces_of(kw[at], start[at], length[at], base[rows]))
        peaks[rows] = levels - base[rows].max(axis=1)
    return peaks


def at_once_power(energy: Numbers, kw: Numbers, share: Numbers, length: Whole) -> Numbers:
    """Return the power (N, K) that a group draws from its return on: the measured share, or more when time is short."""
    least = np.divide(energy, length, out=np.zeros_like(energy), where=length > 0)
    return np.where(energy > 0, np.maximum(kw * share, least), 0.0)


def at_once_peaks(drawn: Numbers, base: Numbers) -> Numbers:
    """Return the peak (N,) of what is drawn (N, 96), in kW on top of the highest of the `base` (N, 96)."""
    peaks: Numbers = (base + drawn).max(axis=1) - base.max(axis=1)
    return peaks
