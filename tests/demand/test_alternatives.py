"""What else helps: each alternative is reckoned, so by hand it must fit with it, and not with a step less."""

from dataclasses import replace

import pytest

from cards.views.demand.alternative_words import alternative_words
from domain.demand.companies import outlook_of
from domain.demand.outlooks import Fit
from domain.demand.parameters import STANDARD
from domain.demand.quantities import Year
from domain.demand.verdicts.alternatives import Alternative, FoundAlternative, alternatives_of
from domain.intake.answers import Value
from domain.intake.vehicles import VehicleClass
from tests.demand.companies import LARGE, TEN_TRACTORS, site
from tests.language import faults

Told = dict[str, Value]
NIGHT: Told = {"grid.night_kw": 150}


def found(*parts: Told) -> dict[Alternative, float]:
    """Return the alternatives of ten tractors."""
    company = site(TEN_TRACTORS, LARGE, NIGHT, *parts)
    return {one.kind: one.amount for one in alternatives_of(company, outlook_of(company), STANDARD)}


def test_fewer_or_weaker_charging_points_make_it_fit_without_spreading() -> None:
    # 250 kW of room. Five tractors at once are 500 kW; all is at once with two points of 100 kW, and with ten of 22 kW: 220 kW.
    helps = found()
    assert helps[Alternative.FEWER_POINTS] >= 2
    assert helps[Alternative.WEAKER_POINTS] == 22
    for points, fit in ((helps[Alternative.FEWER_POINTS], Fit.FITS), (helps[Alternative.FEWER_POINTS] + 1, Fit.SPREAD_ONLY)):
        fewer = site(TEN_TRACTORS, LARGE, NIGHT, {"tractor.planned_kw": 100 * points / 10})
        assert outlook_of(fewer).years[Year.Y2030].fit is fit


def test_more_power_in_certain_hours_makes_it_fit() -> None:
    # 182 kW of charging in all twelve hours of the night; 100 kW is left, so 82 kW is short: 90 in steps of ten.
    assert found({"grid.contracted_kw": 250}) == {Alternative.HOURS: 90}


def test_the_own_battery_is_said_where_it_holds_what_is_short() -> None:
    told: Told = {"grid.contracted_kw": 330}  # 180 kW of room for 182.46: 29 kWh short in twelve hours
    assert Alternative.BATTERY not in found(told)
    assert Alternative.BATTERY not in found(told, {"own.battery_kwh": 30})  # of which 24 kWh may be used
    assert found(told, {"own.battery_kwh": 40})[Alternative.BATTERY] == pytest.approx(29.5, abs=0.1)


def test_a_battery_leaves_no_sure_no() -> None:
    told: Told = {"grid.contracted_kw": 330}
    without, held = (site(TEN_TRACTORS, LARGE, NIGHT, told, {"own.battery_kwh": kwh}) for kwh in (0, 40))
    assert outlook_of(without).years[Year.Y2030].fit_is_sure
    year = outlook_of(held).years[Year.Y2030]
    assert (year.fit, year.fit_is_sure) == (Fit.NOT, False)


def test_nothing_is_said_where_it_fits_or_is_not_known() -> None:
    assert found({"grid.contracted_kw": 2000}) == {}
    unknown = replace(site(TEN_TRACTORS), connection_kw=None)
    assert alternatives_of(unknown, outlook_of(unknown), STANDARD) == ()


def test_each_is_said_in_everyday_words() -> None:
    each = [FoundAlternative(kind, Year.Y2030, 22, 40, VehicleClass.TRACTOR) for kind in Alternative]
    lines = alternative_words(each)
    assert len(lines) == len(Alternative)
    assert [faults(line) for line in lines] == [[]] * len(lines)
