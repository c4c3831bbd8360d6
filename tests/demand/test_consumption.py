"""What vehicles use, by kind, on a winter working day and over the year; and what that is in kWh and CO2 a year."""

import pytest

from domain.demand.companies import outlook_of
from domain.demand.consumption import day_kwh_per_km, year_kwh_per_km
from domain.demand.outlooks import YearOutlook
from domain.demand.parameters import STANDARD, Parameters
from domain.demand.quantities import Year
from domain.demand.sites import site_of
from domain.intake.answers import Value
from domain.intake.vehicles import VehicleClass
from tests.demand.companies import NONE, TEN_TRACTORS, answers_of, site

Told = dict[str, Value]
RIGID, LIGHT = VehicleClass.RIGID, VehicleClass.LIGHT_TRUCK


def used(vehicle: VehicleClass, told: Told | None = None) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Return the use in the year and on the heaviest day, low to high."""
    answers = answers_of(told or {})
    found = year_kwh_per_km(vehicle, answers, STANDARD), day_kwh_per_km(vehicle, answers, STANDARD)
    year, day = (tuple(round(value, 2) for value in one.cases) for one in found)
    return year, day


@pytest.mark.parametrize(
    ("vehicle", "told", "year", "day"),
    [
        (VehicleClass.VAN, {}, (0.22, 0.27, 0.35), (0.25, 0.35, 0.41)),
        (VehicleClass.TRACTOR, {}, (0.92, 1.15, 1.50), (1.0, 1.45, 1.64)),
        (RIGID, {"rigid.cooled": "no"}, (0.75, 1.0, 1.36), (0.82, 1.25, 1.43)),
        (RIGID, {"rigid.cooled": "yes"}, (0.88, 1.25, 1.36), (0.96, 1.56, 1.79)),
        (RIGID, {"rigid.cooled": "sometimes"}, (0.75, 1.12, 1.36), (0.82, 1.41, 1.79)),
        (RIGID, {}, (0.75, 1.0, 1.36), (0.82, 1.25, 1.79)),  # not known: they may be cooled
        (LIGHT, {"light_truck.heavy": "no"}, (0.36, 0.50, 0.73), (0.41, 0.65, 0.75)),
        (LIGHT, {"light_truck.heavy": "yes"}, (0.60, 0.80, 0.88), (0.69, 1.04, 1.20)),
        (LIGHT, {"light_truck.heavy": True}, (0.60, 0.80, 0.88), (0.69, 1.04, 1.20)),
        (LIGHT, {}, (0.36, 0.50, 0.88), (0.41, 0.65, 1.20)),
    ],
)
def test_each_kind_in_the_year_and_on_a_winter_day(
    vehicle: VehicleClass, told: Told, year: tuple[float, ...], day: tuple[float, ...]
) -> None:
    assert used(vehicle, told) == (year, day)


def in_2030(*told: Told) -> YearOutlook:
    return outlook_of(site(TEN_TRACTORS, *told)).years[Year.Y2030]


def of_tractors(told: Told) -> YearOutlook:
    """Return ten tractors of 160 km of which the use is not answered."""
    without = {name: value for name, value in TEN_TRACTORS.items() if name not in ("tractor.kwh_per_km", "model.efficiency")}
    return outlook_of(site_of(answers_of(NONE, without, told))).years[Year.Y2030]


def test_the_day_is_a_winter_day_and_the_year_is_not() -> None:
    found = of_tractors({})
    assert found.kwh.middle == pytest.approx(10 * 160 * 1.15 * 1.26 / 0.92)  # 100 kW is direct current
    assert found.kwh_year.middle == pytest.approx(10 * 160 * 1.15 / 0.92 * 260)
    assert of_tractors({"tractor.days": 6}).kwh_year.middle == pytest.approx(10 * 160 * 1.15 / 0.92 * 312)


def test_slow_charging_loses_more() -> None:
    assert of_tractors({"tractor.planned_kw": 22}).kwh.middle == pytest.approx(10 * 160 * 1.15 * 1.26 / 0.90)
    assert of_tractors({"tractor.planned_kw": 22.5}).kwh.middle == pytest.approx(10 * 160 * 1.15 * 1.26 / 0.92)
    assert of_tractors({"model.efficiency": 80}).kwh.middle == pytest.approx(10 * 160 * 1.15 * 1.26 / 0.80)


def test_what_a_company_says_goes_before_for_the_day_and_the_year() -> None:
    found = in_2030({"tractor.kwh_per_km": 1.3})
    assert found.kwh.middle == pytest.approx(10 * 160 * 1.3 / 0.95)
    assert found.kwh_year.middle == pytest.approx(found.kwh.middle * 260)


def test_co2_is_the_diesel_less_the_electricity() -> None:
    found = in_2030({"tractor.kwh_per_km": 1.14})
    km = 10 * 160 * 260
    # 416,000 km are 124,925 l of 3.256 kg; 1.14 / 0.95 is 1.2 kWh a km of 0.374 kg.
    assert found.co2_tonnes.middle == pytest.approx((km / 3.33 * 3.256 - km * 1.2 * 0.374) / 1000)
    assert found.co2_tonnes.middle == pytest.approx(220.1, abs=0.1)
    assert found.co2_tonnes.low < found.co2_tonnes.middle < found.co2_tonnes.high


def test_without_vehicles_nothing_is_spared() -> None:
    found = outlook_of(site({})).years[Year.Y2030]
    assert (found.kwh_year.high, found.co2_tonnes.high) == (0, 0)


def test_parameters_say_whether_they_are_for_the_heaviest_day() -> None:
    for kind in ("van", "light_truck", "light_truck_heavy", "rigid", "rigid_cooled", "tractor"):
        assert getattr(STANDARD.kwh_per_km, kind).counts_for == "year"
    for vehicle in VehicleClass:
        assert STANDARD.winter_factor.of(vehicle).counts_for == "heaviest day"
        assert "Winter" in STANDARD.consumption_source(vehicle)


def test_a_changed_kind_changes_only_those() -> None:
    colder = Parameters.changed_by({"kwh_per_km": {"rigid_cooled": {"default": 1.3}}})
    assert year_kwh_per_km(RIGID, answers_of({"rigid.cooled": "yes"}), colder).middle == 1.3
    assert year_kwh_per_km(RIGID, answers_of({"rigid.cooled": "no"}), colder).middle == 1.0
