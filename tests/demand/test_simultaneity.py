"""The measured simultaneity: its points, the lines between them, what lies beyond, and simulated depots beside the model."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.demand.alone import alone_of
from domain.demand.companies import outlook_of
from domain.demand.outlooks import Fit
from domain.demand.parameters import STANDARD, SimultaneityPoint
from domain.demand.quantities import Case, Year
from domain.demand.simultaneity import returning_together, simultaneity
from domain.demand.sites import site_of
from domain.intake.answers import Answers, Value
from domain.intake.vehicles import VehicleClass
from tests.demand.companies import NONE, answers_of
from tests.demand.depots import Crowd, daily_peaks

TABLE = STANDARD.simultaneity


def share(hours: float, vehicles: float, case: Case = Case.MIDDLE) -> float:
    """Return the share for one fleet."""
    return float(simultaneity(np.array([hours]), np.array([vehicles]), case, TABLE)[0])


@pytest.mark.parametrize("point", TABLE.points)
def test_the_points_are_the_measured_ones(point: SimultaneityPoint) -> None:
    for case, measured in zip(Case, (point.low, point.middle, point.high), strict=True):
        five = TABLE.all_at_once_up_to / point.vehicles  # five are all on at once, and more never draw less
        assert share(point.hours, point.vehicles, case) == pytest.approx(max(measured, five))


@pytest.mark.parametrize("vehicles", [0, 1, 4.5, 5])
def test_five_or_fewer_are_all_on(vehicles: float) -> None:
    assert {share(hours, vehicles, case) for hours in (0.1, 2, 3, 20) for case in Case} == {1.0}


def test_ten_vehicles_by_hours_of_charging() -> None:
    assert [round(share(hours, 10), 2) for hours in (2.2, 2.9, 3.3, 4.0)] == [0.61, 0.66, 0.69, 0.74]


def test_it_goes_in_lines_between_the_points() -> None:
    assert share(3, 10) == pytest.approx((0.60 + 0.74) / 2)
    assert share(2, 15) == pytest.approx((10 * 0.60 + 20 * 0.56) / 2 / 15)  # between 10 and 20 vehicles: so many charge at once
    assert share(2, 7.5) == pytest.approx((5 + 10 * 0.60) / 2 / 7.5)  # from five, all at once, to the first point


def test_beyond_the_points_it_stays_as_it_is() -> None:
    assert share(2, 500) == share(2, 50) == pytest.approx(0.53)
    assert share(0.1, 10) == share(1.35, 10) == pytest.approx(0.53)
    assert share(30, 10) == share(9.2, 10) == pytest.approx(0.91)


@given(st.floats(0.1, 15), st.floats(0, 200), st.floats(0, 50), st.floats(0, 5), st.sampled_from(Case))
def test_more_vehicles_and_more_hours_never_draw_less(hours: float, few: float, more: float, longer: float, case: Case) -> None:
    assert (few + more) * share(hours, few + more, case) >= few * share(hours, few, case) - 1e-9
    assert share(hours + longer, few, case) >= share(hours, few, case) - 1e-9
    for less, rather in pairwise(Case):
        assert share(hours, few, less) <= share(hours, few, rather) + 1e-9


@pytest.mark.parametrize("vehicles", [10, 50])
@pytest.mark.parametrize("vehicle", VehicleClass)
def test_a_simulated_depot_of_each_class_peaks_as_the_model_says(vehicle: VehicleClass, vehicles: int) -> None:
    alone = alone_of([site_of(fleet(vehicle, vehicles))], STANDARD)
    place, at = list(VehicleClass).index(vehicle), (Year.Y2030, Case.MIDDLE)
    kwh, kw = float(alone.fleets.kwh[0, place][at]), float(alone.fleets.kw[0, place][at])
    peaks = daily_peaks(Crowd(vehicles, kw / vehicles, kwh / kw))
    assert alone.at_once_kw[0][at] == pytest.approx(peaks.mean(), rel=0.1)
    assert alone.at_once_kw[0, Year.Y2030, Case.HIGH] >= np.percentile(peaks, 95)  # and a bad day is within the band


def fleet(vehicle: VehicleClass, vehicles: int) -> Answers:
    """Return a company with so many vehicles of a class, electric in 2030, about which nothing else is said."""
    return answers_of(
        NONE, {f"{vehicle}.total": vehicles, f"{vehicle}.electric_2030": vehicles, f"{vehicle}.at_night": 100,
               f"{vehicle}.long_trips": 0}
    )  # fmt: skip


TRACTORS: dict[str, Value] = {
    "tractor.total": 25, "tractor.electric_now": 25, "tractor.electric_2030": 25, "tractor.electric_2035": 25,
    "tractor.at_night": 100, "tractor.long_trips": 0, "tractor.chargers": 0, "tractor.planned_kw": 100,
    "tractor.km_per_day": 294, "tractor.kwh_per_km": 1.3, "tractor.back": "18:00", "tractor.out": "08:00", "model.efficiency": 95,
    "connection.size": "large", "grid.contracted_kw": 1500, "grid.peak_kw": 50,
}  # fmt: skip


def test_25_tractors_are_not_surely_told_that_they_fit_at_once() -> None:
    found = outlook_of(site_of(answers_of(NONE, TRACTORS))).years[Year.Y2030]
    assert found.fit is not Fit.FITS  # 1,803 kW on a day like others, of 1,450
    assert found.at_once_kw.low <= 1375
    assert found.at_once_kw.high >= 2175


def test_all_back_at_one_moment_is_all_at_once_for_as_long_as_it_takes() -> None:
    peaks = daily_peaks(Crowd(25, 100, 4.0), returns_deviate=0, energy_deviates=0)
    assert peaks.mean() == pytest.approx(2500)
    found = outlook_of(site_of(answers_of(NONE, TRACTORS, {"model.at_once": 100}))).years[Year.Y2030]
    assert (found.at_once_kw.low, found.at_once_kw.high) == (2500, 2500)


def crowd(*classes: tuple[float, float, int]) -> list[float]:
    """Return with how many each of these classes comes back: vehicles, kW of each, and the quarter of the return."""
    vehicles = np.array([count for count, _, _ in classes]).reshape(1, -1, 1, 1).astype(float)
    kw = np.array([count * each for count, each, _ in classes]).reshape(1, -1, 1, 1).astype(float)
    start = np.array([quarter for _, _, quarter in classes]).reshape(1, -1, 1)
    return [round(float(one), 2) for one in returning_together(vehicles, kw, start, TABLE).ravel()]


def test_classes_that_return_together_are_one_crowd() -> None:
    assert crowd((10, 50, 72), (10, 50, 72)) == [20, 20]
    assert crowd((10, 50, 72), (10, 50, 76)) == [20, 20]  # within an hour
    assert crowd((10, 50, 72), (10, 50, 77)) == [10, 10]
    assert crowd((10, 50, 95), (10, 50, 1)) == [20, 20]  # over midnight
    # (495 + 500)^2 / (45 x 11^2 + 5 x 100^2) = 17.86: the five tractors make the peak. The vans are still 45.
    assert crowd((45, 11, 72), (5, 100, 72)) == [45, 17.86]


@pytest.mark.parametrize(
    "crowds",
    [
        (Crowd(25, 50, 3.0), Crowd(25, 50, 3.0)),
        (Crowd(10, 100, 4.0), Crowd(10, 50, 3.0)),
        (Crowd(45, 11, 2.5), Crowd(5, 100, 4.5)),
    ],
)
def test_simulated_crowds_of_two_classes_peak_as_the_model_says(crowds: tuple[Crowd, Crowd]) -> None:
    together = crowd(*((one.vehicles, one.kw, 72) for one in crowds))
    model = sum(one.vehicles * one.kw * share(one.hours, count) for one, count in zip(crowds, together, strict=True))
    assert model == pytest.approx(daily_peaks(*crowds).mean(), rel=0.1)
