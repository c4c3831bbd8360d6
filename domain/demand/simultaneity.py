"""How much of all charger power is drawn at the busiest moment when everybody plugs in on return: measured, not guessed.

What decides is how many hours a vehicle charges and how many there are: returns lie some hours apart, so whoever charges
long still charges when the last ones come in.
"""

from collections.abc import Sequence

import numpy as np

from domain.demand.arrays import Numbers, Whole
from domain.demand.parameters import Simultaneity
from domain.demand.quantities import QUARTER_HOURS, QUARTERS, Case


def simultaneity(hours: Numbers, vehicles: Numbers, case: Case, table: Simultaneity) -> Numbers:
    """Return the share of (vehicles x charger power) at the busiest moment, for arrays of one shape.

    Between the measured points the share goes in a line with the hours, and the number that charges at once with the vehicles;
    beyond the outer points the share stays what it is there.
    """
    measured = list(table.curves)
    shares = np.array([share_of(vehicles, counts, drawing[case]) for counts, drawing in table.curves.values()])
    if len(measured) == 1:
        only: Numbers = shares[0]
        return only
    at = np.interp(hours, measured, np.arange(len(measured)))
    share: Numbers = (shares * np.maximum(0.0, 1.0 - np.abs(at - np.arange(len(measured)).reshape(-1, *[1] * at.ndim)))).sum(
        axis=0
    )
    return share


def share_of(vehicles: Numbers, counts: Sequence[float], drawing: Sequence[float]) -> Numbers:
    """Return the share of these vehicles at one measured time of charging; few vehicles are all on at once."""
    within = np.minimum(np.maximum(vehicles, counts[0]), counts[-1])
    share: Numbers = np.interp(within, counts, drawing) / within
    return share


def returning_together(vehicles: Numbers, kw: Numbers, start: Whole, table: Simultaneity) -> Numbers:
    """Return with how many vehicles each class comes back, itself included: (S, K, 3 years, 3 cases) like `vehicles` and `kw`.

    Classes whose returns, `start` in quarters (S, K, 3 cases), are close together are one crowd. A vehicle counts in it for
    the power that it draws: of 5 tractors and 45 vans the tractors make the peak, and so few of them may all be on at once.
    With equal powers this is the plain number. No class ever counts for fewer than it has itself.
    """
    apart = (start[:, :, None] - start[:, None, :]) % QUARTERS
    near = np.minimum(apart, QUARTERS - apart) * QUARTER_HOURS <= table.together_hours
    each = np.divide(kw * kw, vehicles, out=np.zeros_like(kw), where=vehicles > 0)
    crowd, squares = np.zeros_like(kw), np.zeros_like(kw)
    for other in range(kw.shape[1]):
        beside = near[:, :, other, None, :]
        crowd += beside * kw[:, other, None]
        squares += beside * each[:, other, None]
    return np.maximum(vehicles, np.divide(crowd * crowd, squares, out=np.zeros_like(kw), where=squares > 0))
