"""What must hold for any companies at all."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.linear_programme import least_peak
from domain.demand.alone import alone_of, load_of
from domain.demand.arrays import Flags
from domain.demand.bases import base_of
from domain.demand.companies import day_of, outlook_of
from domain.demand.cuts import Bound, Load, least_level
from domain.demand.outlooks import Fit
from domain.demand.parameters import STANDARD
from domain.demand.quantities import QUARTER_HOURS, QUARTERS, Case, Quantity, Year
from domain.demand.sites import Site
from domain.demand.terrains import terrain_outlook
from tests.demand.companies import any_site

CLOSE = 1e-6
COMPANIES = st.lists(any_site(), min_size=1, max_size=4)
few = settings(max_examples=25, deadline=None)


@few
@given(COMPANIES)
def test_together_asks_no_more_than_apart(sites: Sequence[Site]) -> None:
    for year in terrain_outlook(sites).years.values():
        for less, more in (
            (year.group_kw, year.together_kw),
            (year.together_kw, year.spread_kw),
            (year.group_kw, year.at_once_kw),
        ):
            for case in ("low", "middle", "high"):
                assert getattr(less, case) <= getattr(more, case) + CLOSE * (1 + getattr(more, case))


@few
@given(COMPANIES)
def test_the_peak_of_the_sum_is_that_of_the_days_added_up(sites: Sequence[Site]) -> None:
    outlook = terrain_outlook(sites)
    for year, found in outlook.years.items():
        days = [day for site in sites if (day := day_of(site, year)) is not None]
        if len(days) < len(sites):
            continue
        used = np.sum([day.base for day in days], axis=0)
        for name, kw in (("at_once", found.at_once_kw), ("spread", found.spread_kw)):
            drawn = np.sum([getattr(day, name) for day in days], axis=0)
            assert kw.middle == pytest.approx((used + drawn).max() - used.max(), rel=CLOSE, abs=CLOSE)
    if all(site.measured is None for site in sites):  # then everybody's own peak is above the same level all day
        for found in outlook.years.values():
            assert found.at_once_kw.middle <= found.sum_of_peaks_kw.middle + CLOSE


@few
@given(COMPANIES, st.randoms(use_true_random=False))
def test_the_order_of_companies_changes_nothing(sites: Sequence[Site], chance: Random) -> None:
    shuffled = chance.sample(sites, len(sites))
    for year, found in terrain_outlook(sites).years.items():
        other = terrain_outlook(shuffled).years[year]
        for name in ("kwh", "left_kwh", "at_once_kw", "spread_kw", "together_kw", "group_kw", "sum_of_peaks_kw"):
            ours, theirs = getattr(found, name), getattr(other, name)
            assert (ours.low, ours.middle, ours.high) == pytest.approx(
                (theirs.low, theirs.middle, theirs.high), rel=CLOSE, abs=CLOSE
            )
        assert (found.given, found.estimated) == (other.given, other.estimated)


@few
@given(any_site())
def test_energy_is_charged_or_named_as_left_over(site: Site) -> None:
    fleets = alone_of([site], STANDARD).fleets
    assert np.allclose(fleets.fits_kwh + fleets.left_kwh, fleets.kwh)
    assert (fleets.left_kwh >= 0).all()
    for year, outlook in outlook_of(site).years.items():
        day = day_of(site, year)
        assert day is not None
        for profile in (day.at_once, day.spread):
            charged = sum(profile) * QUARTER_HOURS
            assert charged == pytest.approx(outlook.kwh.middle - outlook.left_kwh.middle, rel=CLOSE, abs=CLOSE)


@few
@given(any_site())
def test_the_day_keeps_to_the_peak_and_to_the_hours(site: Site) -> None:
    alone = alone_of([site], STANDARD)
    for year, outlook in outlook_of(site).years.items():
        day = day_of(site, year)
        assert day is not None
        total = np.array(day.base) + np.array(day.spread)
        assert total.max() - max(day.base) == pytest.approx(alone.spread_kw[0, year, 1], rel=CLOSE, abs=CLOSE)
        there = {quarter for fleet in site.fleets for quarter in fleet.windows[1].quarters()}
        assert all(kw < CLOSE for quarter, kw in enumerate(day.spread) if quarter not in there)
        assert outlook.spread_kw.low <= outlook.spread_kw.middle <= outlook.spread_kw.high


@few
@given(any_site(), st.lists(st.booleans(), min_size=QUARTERS, max_size=QUARTERS))
def test_no_peak_is_below_the_bound_of_any_set_of_quarters(site: Site, some: list[bool]) -> None:
    alone, quarters = alone_of([site], STANDARD), np.array(some)
    for year, case in np.ndindex(3, 3):
        base = base_of(site, Case(case))
        load = load_of(alone.fleets, 0, year, case, base)
        assert alone.spread_kw[0, year, case] + base.max() >= hand_bound(load, quarters) - CLOSE * (1 + abs(base.max()))


def hand_bound(load: Load, quarters: Flags) -> float:
    """Return (energy that cannot be charged outside A + base in A) / |A|, as it is written down."""
    if not quarters.any():
        return -np.inf
    inside = sum(max(0.0, energy - most[~quarters].sum()) for energy, most in zip(load.energy[0], load.most[0], strict=True))
    return float(inside + load.base[quarters].sum()) / int(quarters.sum())


@few
@given(any_site(), st.floats(0, 500))
def test_more_room_never_hurts_a_company(site: Site, extra: float) -> None:
    better = [Fit.NOT, Fit.SPREAD_ONLY, Fit.FITS]
    if site.connection_kw is None or not site.connection_kw.is_known:
        return
    wider = with_more_room(site, extra)
    for year, before in outlook_of(site).years.items():
        after = outlook_of(wider).years[year]
        if before.fit in better and after.fit in better:
            assert better.index(after.fit) >= better.index(before.fit)


@few
@given(COMPANIES, st.floats(0, 500))
def test_more_room_never_hurts_a_terrain(sites: Sequence[Site], extra: float) -> None:
    wider = [with_more_room(site, extra) for site in sites]
    for year, before in terrain_outlook(sites).years.items():
        after = terrain_outlook(wider).years[year]
        assert after.together_kw.middle <= before.together_kw.middle + CLOSE * (1 + before.together_kw.middle)


def with_more_room(site: Site, extra: float) -> Site:
    """Return a company with so much more connection, where its connection is known."""
    now = site.connection_kw
    more = now and Quantity(now.low + extra, now.middle + extra, now.high + extra, now.basis)
    return replace(site, connection_kw=more)


@st.composite
def any_load(draw: st.DrawFn) -> Load:
    """Return any problem that can be solved: companies, groups, any quarters, a base, and limits that leave enough."""
    companies, seed = draw(st.integers(1, 4)), draw(st.integers(0, 2**32 - 1))
    chance = np.random.default_rng(seed)
    there = chance.random((companies, 4, QUARTERS)) < draw(st.sampled_from((0.1, 0.5, 0.9)))
    most = there * chance.uniform(1, 400, (companies, 4, 1)) * (chance.random((companies, 4, 1)) < 0.7)
    energy = most.sum(axis=2) * chance.random((companies, 4)) * draw(st.sampled_from((0.05, 0.5, 1.0)))
    base = chance.uniform(0, 200, QUARTERS) * draw(st.sampled_from((0.0, 1.0)))
    if not draw(st.booleans()):
        return Load(energy, most, base)
    own = [least_level(Load(energy[c : c + 1], most[c : c + 1], np.zeros(QUARTERS))).kw for c in range(companies)]
    return Load(energy, most, base, np.repeat(np.array(own)[:, None] * (1 + chance.random((companies, 1))), QUARTERS, axis=1))


@few
@given(any_load())
def test_highs_finds_the_same_peak(load: Load) -> None:
    level = least_level(load)
    assert level.kw == pytest.approx(least_peak(load), rel=CLOSE, abs=CLOSE)
    assert Bound(load).of(level.critical).kw == pytest.approx(level.kw)  # and the bound of its critical quarters is tight


@few
@given(any_site())
def test_highs_finds_the_same_peak_for_one_company(site: Site) -> None:
    alone, base = alone_of([site], STANDARD), base_of(site, Case.MIDDLE)
    for year in Year:
        peak = least_peak(load_of(alone.fleets, 0, year, 1, base)) - base.max()
        assert alone.spread_kw[0, year, 1] == pytest.approx(peak, rel=CLOSE, abs=CLOSE)
