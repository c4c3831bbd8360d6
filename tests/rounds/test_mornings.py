"""What a director ought to know in the morning: keys that stay the same, so that nothing is said twice."""

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.attention_kinds import ATTENTION_KINDS
from dialogs.turn.attention_kind import Scene
from domain.plan.routes import Route
from domain.plan.state import TerrainState, Visit
from domain.rounds.silence import SILENT_DAYS, silent_since, week_key

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


class NobodyCalled:
    """Stores in which nobody is to be called."""

    @property
    def calls(self) -> "NobodyCalled":
        return self

    async def due(self, *_: object) -> dict[str, object]:
        """Return no calls."""
        return {}


async def keys(there: TerrainState, later: int = 0) -> set[str]:
    """Return the keys of what is told of a terrain, so many days later."""
    nobody: Any = NobodyCalled()  # what is late and where it is silent needs no store
    scene = Scene(nobody, NOW + days(later), SILENT_DAYS, {"t": there})
    return {one.key for kind in ATTENTION_KINDS if kind.told for one in await kind.find(scene)}


async def test_the_texts_of_keys_stand_with_what_was_told_and_never_change() -> None:
    there = state(step=2, held=30, entered=60, promises={"entry:3": TODAY - days(3), "b": TODAY - days(1)})
    assert await keys(there) == {
        "late:t:step:2027-02-28",
        "late:t:promise:entry:3:2027-02-26",
        "late:t:promise:b:2027-02-28",
        "silent:t:2027-01-30",
    }
    done = {"visits": (Visit(step=2, round=1, entered=TODAY, since=TODAY, completed=TODAY - days(60)),), "at": 0}
    assert await keys(TerrainState.model_validate(done)) == {"late:t:next:2027-01-31"}
    cold = TerrainState(route=Route.POSTPONED, recheck=TODAY)
    assert await keys(cold) == {"late:t:recheck:2027-02-28"}


async def test_a_second_late_promise_is_news_and_the_first_is_not_said_again() -> None:
    one = await keys(state(held=None, promises={"a": TODAY - days(3)}))
    both = await keys(state(held=None, promises={"a": TODAY - days(3), "b": TODAY - days(1)}))
    assert len(one) == 1
    assert len(both) == 2
    assert both > one


@given(st.integers(0, 400), st.integers(0, 60))
async def test_what_stays_late_has_the_same_key_every_day(later: int, held: int) -> None:
    there = state(held=held, promises={"a": TODAY - days(3)})
    assert await keys(there) <= await keys(there, later)


def test_a_week_has_one_key_also_around_new_year() -> None:
    assert week_key(datetime.date(2026, 12, 28)) == week_key(datetime.date(2027, 1, 3)) == "digest:2026-W53"
    assert week_key(datetime.date(2027, 1, 4)) == "digest:2027-W01"
