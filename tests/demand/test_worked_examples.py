"""Examples that can be checked by hand."""

import pytest

from domain.demand.companies import day_of, outlook_of
from domain.demand.outlooks import Fit, YearOutlook
from domain.demand.quantities import Case, Strategy, Year
from domain.demand.sites import site_of
from domain.demand.terrains import terrain_outlook
from domain.intake.answers import Answers, Value
from domain.intake.vehicles import VehicleClass
from tests.demand.companies import LARGE, TEN_TRACTORS, site, with_day


def in_2030(*parts: dict[str, Value]) -> YearOutlook:
    """Return a company's outlook for 2030."""
    return outlook_of(site(*parts)).years[Year.Y2030]


def test_ten_tractors_of_160_km() -> None:
    found = in_2030(TEN_TRACTORS)
    assert found.kwh.middle * 0.95 == pytest.approx(2080)  # 10 x 160 x 1.3, at the vehicles
    assert found.kwh.middle == pytest.approx(2189.47, abs=0.01)  # at the meter
    assert found.spread_kw.middle == pytest.approx(182.46, abs=0.01)  # over twelve hours
    # Each charges 2.19 h: the mean lies between 0.60 at 2 h and 0.74 at 4 h, a bad day between 0.90 and 1. Ten on a good day
    # would draw 352 kW, less than five, who are all on at once.
    hours = 2189.47 / 1000
    bad, mean = 900 + 100 * (hours - 2) / 2, 600 + 140 * (hours - 2) / 2
    assert (found.at_once_kw.low, found.at_once_kw.middle, found.at_once_kw.high) == pytest.approx((500, mean, bad), abs=0.01)
    assert found.left_kwh.high == 0
    assert found.kwh.is_exact  # the company gave every number itself


def test_the_room_decides_what_fits() -> None:
    assert in_2030(TEN_TRACTORS, LARGE).fit is Fit.SPREAD_ONLY  # 250 kW left: 600 does not fit, 182 does
    assert in_2030(TEN_TRACTORS, LARGE, {"grid.contracted_kw": 900}).fit is Fit.FITS
    assert in_2030(TEN_TRACTORS, LARGE, {"grid.peak_kw": 390}).fit is Fit.NOT
    assert in_2030(TEN_TRACTORS).fit is Fit.UNKNOWN


def test_the_first_year_it_stops_fitting() -> None:
    growing = {"tractor.electric_now": 1, "tractor.electric_2030": 5, "tractor.electric_2035": 20}
    found = outlook_of(site(TEN_TRACTORS, growing, LARGE))
    assert found.stops(Strategy.SPREAD) is Year.Y2035  # 365 kW of 250
    assert found.stops(Strategy.AT_ONCE) is Year.Y2030  # five at once are 500 kW
    assert found.room is not None
    assert found.room.kw.middle == 250


def test_two_classes_share_the_night() -> None:
    # Vans from 16 to 20 h need 4 x 11 kW all the time they are there; the tractors fill the rest of the night.
    vans: dict[str, Value] = {
        "van.total": 4, "van.electric_2030": 4, "van.km_per_day": 100, "van.kwh_per_km": 0.418, "van.back": "16:00",
        "van.out": "20:00", "van.at_night": 100, "van.long_trips": 0, "van.planned_kw": 11, "van.chargers": 0,
    }  # fmt: skip
    tractors: dict[str, Value] = {"tractor.electric_2030": 2, "tractor.km_per_day": 95}
    found = in_2030(TEN_TRACTORS, tractors, vans)
    assert found.kwh.middle == pytest.approx(176 + 260)  # 4 x 100 x 0.418 / 0.95, and 2 x 95 x 1.3 / 0.95
    # Until 18 h only the vans are there: 44 kW. Then 348 kWh remain for twelve hours: 29 kW. So the vans make the peak.
    assert found.spread_kw.middle == pytest.approx(44)
    day = day_of(site(TEN_TRACTORS, tractors, vans), Year.Y2030)
    assert day is not None
    assert max(day.spread) == pytest.approx(44)
    assert sum(day.spread) / 4 == pytest.approx(436)
    assert day.spread[10] == pytest.approx(260 / 10)  # the tractors wait until the vans are gone at 20 h


def test_what_charger_and_hours_cannot_deliver_is_left_for_on_the_way() -> None:
    found = in_2030(TEN_TRACTORS, {"tractor.planned_kw": 11, "tractor.back": "22:00"})
    assert found.kwh.middle - found.left_kwh.middle == pytest.approx(10 * 11 * 8)
    assert found.left_kwh.middle == pytest.approx(2189.47 - 880, abs=0.01)
    assert found.spread_kw.middle == found.at_once_kw.middle == pytest.approx(110)


def test_five_vehicles_or_fewer_are_all_on_at_once() -> None:
    assert in_2030(TEN_TRACTORS, {"tractor.electric_2030": 5}).at_once_kw.middle == pytest.approx(500)


def test_classes_that_return_at_other_times_do_not_add_up() -> None:
    vans: dict[str, Value] = {
        "van.total": 2, "van.electric_2030": 2, "van.km_per_day": 38, "van.kwh_per_km": 0.275, "van.back": "12:00",
        "van.out": "17:00", "van.at_night": 100, "van.long_trips": 0, "van.planned_kw": 11, "van.chargers": 0,
    }  # fmt: skip
    found = in_2030(TEN_TRACTORS, vans)  # the vans are full after an hour
    assert found.at_once_kw.middle == in_2030(TEN_TRACTORS).at_once_kw.middle


def test_a_measured_day_counts_instead_of_the_highest_use() -> None:
    busy_at_night = [100.0] * 24 + [20.0] * 48 + [100.0] * 24  # 100 kW from 18 to 6 h, 20 kW by day
    by_day = [20.0] * 24 + [100.0] * 48 + [20.0] * 24
    for day, peak in ((busy_at_night, 282.46), (by_day, 202.46)):  # 182.46 kW of charging on what is used at night
        assert fit_on(day, peak + 1) is Fit.SPREAD_ONLY
        assert fit_on(day, peak - 1) is Fit.NOT


def fit_on(day: list[float], contract: float) -> Fit:
    """Return whether ten tractors fit beside a measured day."""
    found = outlook_of(with_day(site(TEN_TRACTORS, LARGE, {"grid.contracted_kw": contract}), day)).years[Year.Y2030]
    assert found.spread_kw.middle == pytest.approx(182.46, abs=0.01)  # the power of charging itself does not depend on it
    return found.fit


def test_peaks_that_come_at_other_moments_do_not_add_up() -> None:
    # Both need 800 kWh: one by night, one by day.
    night: dict[str, Value] = {"tractor.electric_2030": 1, "tractor.km_per_day": 400, "tractor.kwh_per_km": 1.9}
    day: dict[str, Value] = {**night, "tractor.back": "06:00", "tractor.out": "18:00"}
    found = terrain_outlook([site(TEN_TRACTORS, night), site(TEN_TRACTORS, day)], grid_room_kw=70)
    year = found.years[Year.Y2030]
    alone = 400 * 1.9 / 0.95 / 12
    # By itself each is level in hours of its own, so apart too there is one at a time: their own peaks never add up.
    assert year.spread_kw.middle == pytest.approx(alone)
    assert year.sum_of_peaks_kw.middle == pytest.approx(200)
    assert year.at_once_kw.middle == pytest.approx(100)
    assert year.together_kw.middle == year.group_kw.middle == pytest.approx(alone)
    assert (year.saved_kw, year.saved_share) == pytest.approx((0, 0))
    assert found.fits(Year.Y2030, Strategy.SPREAD)
    assert not found.fits(Year.Y2030, Strategy.AT_ONCE)
    assert year.company_kwh == pytest.approx((800, 800))


def test_together_neighbours_use_each_others_hours() -> None:
    # The first has all night for 800 kWh: 66.7 kW. The second only from 18 to 22 h for 400 kWh: 100 kW. Apart they ask 166.7 kW
    # until 22 h. Tuned to each other, in a group contract, 1,200 kWh over twelve hours: 100 kW all night, the second's peak.
    night: dict[str, Value] = {"tractor.electric_2030": 1, "tractor.km_per_day": 400, "tractor.kwh_per_km": 1.9}
    short: dict[str, Value] = {
        "tractor.electric_2030": 1,
        "tractor.km_per_day": 380,
        "tractor.kwh_per_km": 1.0,
        "tractor.out": "22:00",
    }
    year = terrain_outlook([site(TEN_TRACTORS, night), site(TEN_TRACTORS, short)]).years[Year.Y2030]
    assert year.spread_kw.middle == pytest.approx(800 / 12 + 100)
    assert year.group_kw.middle == pytest.approx(1200 / 12)
    assert year.at_once_kw.middle == pytest.approx(200)  # both are back at 18 h


def test_a_measured_day_leaves_room_beside_the_neighbours() -> None:
    # 100 kW by day, nothing by night, beside a company that uses 100 kW at night only: all together 100 kW at any time. Two
    # hundred more at night, from 18 h on, is what the grid has to bring then, whatever each uses at most.
    by_day = with_day(site(TEN_TRACTORS, {"tractor.electric_2030": 2}), [0.0] * 24 + [100.0] * 48 + [0.0] * 24)
    at_night = with_day(site({}), [100.0] * 24 + [0.0] * 48 + [100.0] * 24)
    year = terrain_outlook([by_day, at_night]).years[Year.Y2030]
    assert year.at_once_kw.middle == pytest.approx(200)
    assert year.sum_of_peaks_kw.middle == pytest.approx(100)  # on top of its own 100 kW by day


def test_a_group_contract_brings_more_than_keeping_to_ones_own_connection() -> None:
    # The first has all night for 2,189 kWh, the second only from 18 to 22 h for 400 kWh: 100 kW.
    short: dict[str, Value] = {
        "tractor.electric_2030": 1,
        "tractor.km_per_day": 380,
        "tractor.kwh_per_km": 1.0,
        "tractor.out": "22:00",
    }
    companies = [site(TEN_TRACTORS), site(TEN_TRACTORS, short)]
    year = terrain_outlook(companies).years[Year.Y2030]
    assert year.spread_kw.middle == pytest.approx(182.456 + 100, abs=0.01)
    # Within its own 182 kW the first cannot step aside: it needs every hour. Together it still adds up.
    assert year.together_kw.middle == pytest.approx(282.456, abs=0.01)
    # Without limits 2,589 kWh spread over twelve hours.
    assert year.group_kw.middle == pytest.approx((2189.47 + 400) / 12, abs=0.01)


def test_a_company_of_which_nothing_is_known_has_no_estimate() -> None:
    found = outlook_of(site({"van.total": 0}))
    assert found.is_possible  # no vehicles at all: nothing to charge
    assert found.years[Year.Y2030].kwh.high == 0
    nothing = outlook_of(site_of(Answers()))
    assert not nothing.is_possible
    assert set(nothing.sharpen) >= {f"{vehicle}.total" for vehicle in VehicleClass}


def test_the_cases_of_a_window_are_from_long_to_short() -> None:
    windows = site(TEN_TRACTORS).fleets[0].windows
    assert windows[Case.LOW] == windows[Case.HIGH]
    assert windows[Case.MIDDLE].hours == 12
