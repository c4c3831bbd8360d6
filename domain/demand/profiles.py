"""A day in quarter-hours: what all vehicles together draw when they plug in on return, and when they are spread."""

import numpy as np

from domain.demand.arrays import Numbers, Whole
from domain.demand.cuts import Load
from domain.demand.levels import Pieces, by_groups, most_level, pieces_of
from domain.demand.quantities import QUARTERS


def at_once_profile(energy: Numbers, start: Whole, power: Numbers) -> Numbers:
    """Return (96,) kW of groups that each draw `power` from `start` until their `energy` (kW-quarters) is in."""
    only: Numbers = at_once_profiles(energy[None], start[None], power[None])[0]
    return only


def at_once_profiles(energy: Numbers, start: Whole, power: Numbers) -> Numbers:
    """Return (N, 96) kW, the mean of each quarter, of groups (N, K) that draw `power` from `start` until their energy is in."""
    drawn = np.zeros((len(energy), QUARTERS))
    lasts = np.divide(energy, power, out=np.zeros_like(energy), where=power > 0)
    for group in range(energy.shape[1]):
        rows = np.flatnonzero(lasts[:, group] > 0)
        if not len(rows):
            continue
        since = (np.arange(QUARTERS) - start[rows, group, None]) % QUARTERS
        drawn[rows] += power[rows, group, None] * np.clip(lasts[rows, group, None] - since, 0.0, 1.0)
    return drawn


def spread_profile(load: Load) -> Numbers:
    """Return (96,) kW of charging at one company, as level as can be: the highest level is the lowest possible, then the next.

    Its use may be below zero, and nothing need be charged at all.
    """
    quarters, ones = np.arange(QUARTERS)[None], np.ones((1, QUARTERS), dtype=np.int64)
    only: Numbers = most_level(load.energy, Pieces(quarters, ones, load.base[None], load.most, quarters))[0]
    return only


def spread_profiles(energy: Numbers, kw: Numbers, start: Whole, length: Whole, base: Numbers) -> Numbers:
    """Return (N, 96) kW of the groups (N, K) of N companies, each as level as can be on its own `base` (N, 96).

    `energy` in kW-quarters, no more than `kw` allows within `length`.
    """
    drawn = np.zeros(base.shape)
    for rows, at in by_groups(energy, base):
        pieces = pieces_of(kw[at], start[at], length[at], base[rows])
        drawn[rows] = np.take_along_axis(most_level(energy[at], pieces), pieces.place, axis=1)
    return drawn
