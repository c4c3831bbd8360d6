"""The level that charging needs on any use, below zero too: by hand, and beside the search that it takes the place of."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.demand.alone import alone_of, present
from domain.demand.arrays import Numbers, Whole
from domain.demand.companies import day_of, outlook_of
from domain.demand.cuts import Load, least_level
from domain.demand.parameters import STANDARD
from domain.demand.peaks import at_once_peaks, at_once_power, spread_peaks
from domain.demand.profiles import at_once_profiles, spread_profile, spread_profiles
from domain.demand.quantities import QUARTER_HOURS, QUARTERS, Case, Year
from domain.demand.terrains import terrain_outlook
from domain.intake.answers import Value
from tests.demand.companies import LARGE, TEN_TRACTORS, site, with_day

Company = tuple[Numbers, Numbers, Whole, Whole, Numbers]
few = settings(max_examples=40, deadline=None)
ALL_DAY, NOON = [-80.0] * QUARTERS, [20.0] * 40 + [-150.0] * 16 + [20.0] * 40


def level_by_level(load: Load) -> Numbers:
    """Return the most level charging as it is defined: settle the quarters that are critical, and go on with the rest."""
    charged, energy, most, base = np.zeros(QUARTERS), load.energy, load.most, load.base
    while energy.sum() > 1e-6 and np.isfinite(base).any():
        level = least_level(Load(energy, most, base))
        charged[level.critical] = level.kw - base[level.critical]
        most = np.where(level.critical, 0.0, most)
        energy, base = np.minimum(energy, most.sum(axis=2)), np.where(level.critical, -np.inf, base)
    return charged


@st.composite
def any_company(draw: st.DrawFn) -> Company:
    """Return energy, power, start, length and base of one company with up to four groups, solar power or not."""
    chance = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    start, length = chance.integers(0, QUARTERS, (1, 4)), chance.integers(0, QUARTERS + 1, (1, 4))
    kw = chance.uniform(1, 300, (1, 4)) * (chance.random((1, 4)) < 0.7)
    energy = kw * length * chance.random((1, 4)) * draw(st.sampled_from((0.05, 0.5, 1.0)))
    hours = chance.uniform(-300, 300, (1, 24)) * draw(st.sampled_from((0.0, 1.0))) + draw(st.sampled_from((-500, 0, 40)))
    return energy, kw, start, length, np.repeat(hours, 4, axis=1)


@few
@given(any_company())
def test_it_is_what_the_search_finds(company: Company) -> None:
    energy, kw, start, length, base = company
    load = Load(energy, kw[..., None] * present(start, length), base[0])
    assert spread_peaks(*company)[0] + base.max() == pytest.approx(least_level(load).kw, rel=1e-9, abs=1e-6)
    expected = level_by_level(load)
    assert spread_profile(load) == pytest.approx(expected, rel=1e-9, abs=1e-6)
    assert spread_profiles(*company)[0] == pytest.approx(expected, rel=1e-9, abs=1e-6)


@few
@given(any_company(), st.integers(1, 400))
def test_it_is_the_same_on_more_or_less_use_all_day(company: Company, more: int) -> None:
    energy, kw, start, length, base = company
    assert spread_peaks(energy, kw, start, length, base + more) == pytest.approx(spread_peaks(*company), abs=1e-6)


@few
@given(any_company(), st.lists(st.floats(0, 100), min_size=24, max_size=24))
def test_more_use_at_any_hour_never_lowers_the_peak(company: Company, more: list[float]) -> None:
    energy, kw, start, length, base = company
    busier = base + np.repeat([more], 4, axis=1)
    power = at_once_power(energy, kw, np.full(kw.shape, 0.6), length)
    drawn = at_once_profiles(energy, start, power)
    for one, other in (
        (spread_peaks(*company)[0], spread_peaks(energy, kw, start, length, busier)[0]),
        (at_once_peaks(drawn, base)[0], at_once_peaks(drawn, busier)[0]),
    ):
        assert busier.max() + other >= base.max() + one - 1e-6


@pytest.mark.parametrize("day", [ALL_DAY, NOON, [-0.1] * QUARTERS])
def test_use_below_zero_ends_and_adds_up(day: list[float]) -> None:
    company = with_day(site(TEN_TRACTORS, LARGE), day)
    outlook = outlook_of(company).years[Year.Y2030]
    found = day_of(company, Year.Y2030)
    assert found is not None
    assert sum(found.spread) * QUARTER_HOURS == pytest.approx(outlook.kwh.middle - outlook.left_kwh.middle)
    assert max(np.array(day) + found.spread) - max(day) == pytest.approx(outlook.spread_kw.middle)
    assert terrain_outlook([company, company]).years[Year.Y2030].spread_kw.middle >= 0


def test_solar_power_at_noon_is_room_at_noon() -> None:
    # Two hours of 40 kWh each from noon on, where 150 kW is fed back until 14 h: no more than without charging.
    at_noon: dict[str, Value] = {
        "tractor.electric_2030": 1, "tractor.km_per_day": 50, "tractor.kwh_per_km": 1.52,
        "tractor.back": "12:00", "tractor.out": "14:00",
    }  # fmt: skip
    company = with_day(site(TEN_TRACTORS, at_noon), NOON)
    assert alone_of([company], STANDARD).spread_kw[0, Year.Y2030, Case.MIDDLE] == 0
    day = day_of(company, Year.Y2030)
    assert day is not None
    assert set(np.round(day.spread[48:56], 6)) == {40.0}
