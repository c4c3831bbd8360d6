"""How much of all charger power is drawn at the busiest moment when everybody plugs in on return: measured, not guessed."""

import numpy as np

from domain.demand.arrays import Numbers
from domain.demand.parameters import Simultaneity
from domain.demand.quantities import Case


def simultaneity(vehicles: Numbers, charger_kw: Numbers, case: Case, table: Simultaneity) -> Numbers:
    """Return the share of (vehicles x charger power) at the busiest moment, for arrays of one shape.

    Linear between the measured points, in vehicles and in charger power; beyond the outer points it stays what it is there.
    """
    powers = sorted({point.charger_kw for point in table.points})
    curves = np.array([curve(vehicles, power, case, table) for power in powers])
    after = np.clip(np.searchsorted(powers, charger_kw), 1, max(1, len(powers) - 1))
    if len(powers) == 1:
        only: Numbers = curves[0]
        return only
    left, right = np.asarray(powers)[after - 1], np.asarray(powers)[after]
    part = np.clip((charger_kw - left) / (right - left), 0.0, 1.0)
    below = np.take_along_axis(curves, after[None] - 1, axis=0)[0]
    above = np.take_along_axis(curves, after[None], axis=0)[0]
    share: Numbers = below * (1 - part) + above * part
    return share


def curve(vehicles: Numbers, charger_kw: float, case: Case, table: Simultaneity) -> Numbers:
    """Return the share at one measured charger power; few vehicles are all on at once."""
    points = sorted((point for point in table.points if point.charger_kw == charger_kw), key=lambda point: point.vehicles)
    counts = [table.all_at_once_up_to] + [point.vehicles for point in points]
    shares = [1.0] + [(point.low, point.middle, point.high)[case] for point in points]
    return np.interp(vehicles, counts, shares)
