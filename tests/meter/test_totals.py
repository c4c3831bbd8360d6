"""What a meter told counts in the totals of a terrain, and a new or removed one is a change like an answer."""

import datetime
from collections.abc import Mapping
from uuid import UUID, uuid5

import pytest

from dialogs.demand.cards import outlook_for
from domain.consent.consents import Purpose
from domain.demand.measured import MeasuredDays
from domain.demand.parameters import STANDARD
from domain.demand.quantities import Strategy, Year
from domain.disclosure.candidates import calculate
from domain.disclosure.parts import Parts
from domain.disclosure.shares import Counted, Hidden
from domain.disclosure.sums import INPUTS, PartMark
from domain.intake.answers import Value
from tests.demand.companies import answers_of

SPACE = UUID(int=7)
LOW = MeasuredDays((10.0,) * 96, (10.0,) * 96)
HIGH = MeasuredDays((560.0,) * 96, (580.0,) * 96)
WORKING_HOURS = tuple(560.0 if 24 <= quarter < 72 else 100.0 for quarter in range(96))
QUIET_NIGHTS = MeasuredDays(WORKING_HOURS, WORKING_HOURS)
BASE: dict[str, Value] = {
    "tractor.total": 10, "tractor.electric_2030": 10, "connection.size": "large", "grid.contracted_kw": 600, "grid.peak_kw": 150,
}  # fmt: skip


def company(number: int, measured: MeasuredDays | None = None) -> Counted:
    hidden = Hidden(uuid5(SPACE, f"mark {number}"), uuid5(SPACE, f"key {number}"))
    return Counted(answers_of(BASE), hidden, frozenset({Purpose.TOTAL}), frozenset(), measured)


def signs(measured: MeasuredDays | None) -> Mapping[str, PartMark]:
    parts = Parts.of([company(1, measured)], STANDARD)
    return parts.shares(Year.Y2030)[0].member.marks


def test_a_profile_is_an_input_that_others_are_compared_on() -> None:
    """Two totals before and after a company gave its meter must not tell the difference: it counts as a changed answer."""
    without, low, high = signs(None)[INPUTS], signs(LOW)[INPUTS], signs(HIGH)[INPUTS]
    assert len({without, low, high}) == 3
    assert signs(LOW)[INPUTS] == low


@pytest.mark.parametrize("kw", [0.0, 150.0, 420.0, 650.0])
def test_a_meter_that_says_what_was_typed_gives_the_same_outlook(kw: float) -> None:
    typed = outlook_for(answers_of(BASE, {"grid.peak_kw": kw}), STANDARD)
    steady = MeasuredDays((kw,) * 96, (kw,) * 96)
    measured = outlook_for(answers_of({name: one for name, one in BASE.items() if name != "grid.peak_kw"}), STANDARD, steady)
    for year, one in typed.years.items():
        other = measured.years[year]
        assert (one.fit, one.kwh, one.vehicles) == (other.fit, other.kwh, other.vehicles)
        assert one.spread_kw.middle == pytest.approx(other.spread_kw.middle, abs=1e-6)
        assert one.at_once_kw.middle == pytest.approx(other.at_once_kw.middle, abs=1e-6)


def peaks_with(measured: MeasuredDays | None) -> Mapping[Strategy, float]:
    """Return the peaks of two such companies in 2030, on top of what both use now."""
    at = datetime.datetime(2026, 11, 30, tzinfo=datetime.UTC)
    parts = Parts.of([company(1, measured), company(2, measured)], STANDARD)
    return calculate("t", parts, at).live.years[Year.Y2030].kw


def test_the_total_reckons_with_what_was_measured() -> None:
    """What both charge in twelve hours fits in what they use less by night, when each spreads it."""
    without, with_night = peaks_with(None), peaks_with(QUIET_NIGHTS)
    assert without[Strategy.SPREAD] == pytest.approx(8334.9 / 12)
    assert with_night[Strategy.SPREAD] == pytest.approx(0)
    assert with_night[Strategy.AT_ONCE] < without[Strategy.AT_ONCE]


def test_a_day_without_hours_that_differ_asks_the_same_on_top_of_it() -> None:
    assert peaks_with(LOW) == peaks_with(HIGH) == peaks_with(None)
