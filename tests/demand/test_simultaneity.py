"""The measured simultaneity: its points, the lines between them, and what lies beyond."""

import numpy as np
import pytest

from domain.demand.parameters import STANDARD, SimultaneityPoint
from domain.demand.quantities import Case
from domain.demand.simultaneity import simultaneity


def share(vehicles: float, charger_kw: float, case: Case = Case.MIDDLE) -> float:
    """Return the share for one fleet."""
    return float(simultaneity(np.array([vehicles]), np.array([charger_kw]), case, STANDARD.simultaneity)[0])


@pytest.mark.parametrize("point", STANDARD.simultaneity.points)
def test_the_points_are_the_measured_ones(point: SimultaneityPoint) -> None:
    for case, measured in zip(Case, (point.low, point.middle, point.high), strict=True):
        assert share(point.vehicles, point.charger_kw, case) == pytest.approx(measured)


@pytest.mark.parametrize("vehicles", [0, 1, 4.5, 5])
def test_five_or_fewer_are_all_on(vehicles: float) -> None:
    assert {share(vehicles, kw, case) for kw in (7, 22, 75, 350) for case in Case} == {1.0}


def test_it_is_linear_between_the_points() -> None:
    assert share(15, 100) == pytest.approx((0.60 + 0.56) / 2)  # between 10 and 20 vehicles
    assert share(10, 75) == pytest.approx((0.74 + 0.60) / 2)  # between 50 and 100 kW
    assert share(15, 75) == pytest.approx((0.74 + 0.73 + 0.60 + 0.56) / 4)  # both
    assert share(7.5, 100) == pytest.approx((1.0 + 0.60) / 2)  # from all at once to the first point


def test_beyond_the_points_it_stays_as_it_is() -> None:
    assert share(500, 100) == share(50, 100) == 0.53
    assert share(10, 11) == share(10, 22) == 0.91
    assert share(10, 350) == share(10, 150) == 0.53
