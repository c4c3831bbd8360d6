"""A day in quarter-hours: what all vehicles together draw when they plug in on return, and when they are spread."""

import numpy as np

from domain.demand.arrays import Numbers, Whole
from domain.demand.cuts import Load, least_level
from domain.demand.quantities import QUARTERS

NOTHING = 1e-6  # kW-quarters


def at_once_profile(energy: Numbers, start: Whole, power: Numbers) -> Numbers:
    """Return (96,) kW of groups that each draw `power` from `start` until their `energy` (kW-quarters) is in."""
    since = (np.arange(QUARTERS)[None, :] - start[:, None]) % QUARTERS
    lasts = np.divide(energy, power, out=np.zeros_like(energy), where=power > 0)
    drawn: Numbers = (power[:, None] * np.clip(lasts[:, None] - since, 0, 1)).sum(axis=0)
    return drawn


def spread_profile(load: Load) -> Numbers:
    """Return (96,) kW of charging, as level as can be: first the highest level is as low as possible, then the next.

    In the critical quarters of a level nothing can be lower, so they are settled; the rest is a smaller problem.
    """
    charged, energy, most, base = np.zeros(QUARTERS), load.energy, load.most, load.base
    while energy.sum() > NOTHING and np.isfinite(base).any():
        level = least_level(Load(energy, most, base))
        settled = level.critical
        charged[settled] = level.kw - base[settled]
        most = np.where(settled, 0.0, most)
        energy = np.minimum(energy, most.sum(axis=2))
        base = np.where(settled, -np.inf, base)
    return charged
