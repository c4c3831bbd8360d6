"""What a director ought to know in the morning: keys that stay the same, so that nothing is said twice."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.plan.lateness import Lag
from domain.plan.routes import Route
from domain.plan.state import TerrainState, Visit
from domain.rounds.silence import SILENT_DAYS, alarm_keys, lag_keys, silent_since, week_key

TODAY = datetime.date(2027, 3, 1)
NOW = datetime.datetime(2027, 3, 1, 8, tzinfo=datetime.UTC)


def days(count: int) -> datetime.timedelta:
    """Return so many days."""
    return datetime.timedelta(days=count)


def state(step: int = 2, held: int | None = 30, entered: int = 7, **more: object) -> TerrainState:
    """Return a terrain in a step since so many days, a week without more, with a session so many days ago."""
    sessions = {} if held is None else {"s": TODAY - days(held)}
    visit = Visit(step=step, round=1, entered=TODAY - days(entered), since=TODAY - days(entered))
    return TerrainState.model_validate({"visits": (visit,), "at": 0, "held": sessions, **more})


def test_it_is_silent_after_three_weeks_without_a_next_session() -> None:
    assert silent_since(state(held=SILENT_DAYS), NOW, TODAY) is None
    assert silent_since(state(held=SILENT_DAYS + 1), NOW, TODAY) == TODAY - days(SILENT_DAYS + 1)
    assert silent_since(state(held=10), NOW, TODAY, days=9) == TODAY - days(10)


@pytest.mark.parametrize(
    "where",
    [
        state(held=None),
        state(sessions={"next": NOW + days(3)}),
        state(step=6),
        state(step=0),
        state(route=Route.BROAD),
    ],
    ids=["no session yet", "a next one is planned", "built", "not begun", "others lead"],
)
def test_it_is_not_silent_where_nobody_expects_a_session(where: TerrainState) -> None:
    assert silent_since(where, NOW, TODAY) is None


def test_a_second_late_promise_is_news_and_the_first_is_not_said_again() -> None:
    one = alarm_keys("t", state(held=None, promises={"a": TODAY - days(3)}), NOW, TODAY, 21)
    both = alarm_keys("t", state(held=None, promises={"a": TODAY - days(3), "b": TODAY - days(1)}), NOW, TODAY, 21)
    assert len(one) == 1
    assert len(both) == 2
    assert set(both) - set(one)
    assert not set(one) - set(both)


def test_directors_and_channels_know_what_is_late_by_the_same_keys() -> None:
    there = state(step=0, held=None, entered=60, promises={"a": TODAY - days(3), "b": TODAY - days(1)})
    assert [lag for _, lag in lag_keys("t", there, TODAY)] == [Lag.STEP, Lag.PROMISE, Lag.PROMISE]
    assert tuple(key for key, _ in lag_keys("t", there, TODAY)) == alarm_keys("t", there, NOW, TODAY, 21)


@given(st.integers(0, 400), st.integers(0, 60))
def test_what_stays_late_has_the_same_key_every_day(later: int, held: int) -> None:
    there = state(held=held, promises={"a": TODAY - days(3)})
    before = alarm_keys("t", there, NOW, TODAY, 21)
    after = alarm_keys("t", there, NOW + days(later), TODAY + days(later), 21)
    assert set(before) <= set(after)


def test_a_week_has_one_key_also_around_new_year() -> None:
    assert week_key(datetime.date(2026, 12, 28)) == week_key(datetime.date(2027, 1, 3)) == "digest:2026-W53"
    assert week_key(datetime.date(2027, 1, 4)) == "digest:2027-W01"
