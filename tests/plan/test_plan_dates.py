"""The days of the step plan: norms, what is late, what comes back by itself, and the calendar."""

import datetime

from domain.plan.advice import Advice, advise
from domain.plan.calendar import Standing, due, standing, window
from domain.plan.coverage import Coverage
from domain.plan.events import PlanKind
from domain.plan.forecast import StepPosition, forecast
from domain.plan.lateness import Lag, late
from domain.plan.months import later
from domain.plan.routes import Route
from tests.plan.plans import START, complete, enter, made, state_after, through

Date = datetime.date


def test_a_postponed_cold_terrain_returns_on_its_recheck_date() -> None:
    later_on = made(PlanKind.ROUTE, route=Route.POSTPONED, until="2026-09-01")
    for events in ((later_on,), (*through(1), later_on)):
        state = state_after(*events)
        assert standing(state) is Standing.POSTPONED
        assert late(state, Date(2026, 8, 31)) == ()
        assert [one.lag for one in late(state, Date(2026, 9, 1))] == [Lag.RECHECK]
        assert advise(state, Coverage(), START, Date(2026, 9, 1))[0] is Advice.RECHECK
    again = state_after(*through(1), later_on, made(PlanKind.ROUTE, 190, route=Route.COLD))
    assert standing(again) is Standing.ACTIVE
    assert again.recheck is None


def test_each_step_has_its_norm_and_execution_counts_from_first_contact() -> None:
    assert window(state_after(*through(2)), 2) == (Date(2026, 4, 2), Date(2026, 5, 2))
    assert window(state_after(), 2) is None
    spoken = made("note_added", contact_on="2026-01-15")
    assert window(state_after(spoken, *through(6)), 6) == (Date(2026, 10, 15), Date(2031, 1, 15))
    assert window(state_after(*through(6)), 6) == (Date(2026, 12, 2), Date(2031, 3, 2))


def test_steps_3_and_4_share_the_norm_of_the_appendix() -> None:
    state = state_after(*through(3), complete(3, 60), enter(4, 60))
    assert window(state, 3) == window(state, 4) == (Date(2026, 4, 2), Date(2026, 6, 2))


def test_a_step_is_late_after_its_norm_and_so_is_a_long_pause() -> None:
    state = state_after(enter(0))
    assert due(state) == Date(2026, 4, 2)
    assert late(state, Date(2026, 4, 2)) == ()
    assert [one.lag for one in late(state, Date(2026, 4, 3))] == [Lag.STEP]
    paused = state_after(enter(0), complete(0))
    assert [one.lag for one in late(paused, Date(2026, 5, 1))] == [Lag.NEXT]
    assert late(state_after(*through(7), complete(7)), Date(2030, 1, 1)) == ()


def test_promises_become_late_whoever_made_them() -> None:
    state = state_after(
        made("action_opened", promise={"id": "a", "by": "2026-03-10"}),
        made("action_opened", promise={"id": "b", "by": "2026-03-09"}),
        made("action_opened", promise={"id": "c", "by": "2026-03-09"}),
        made("action_closed", promise={"id": "c", "by": None}),
    )
    (overdue,) = late(state, Date(2026, 3, 11))
    assert (overdue.lag, overdue.due, overdue.count) == (Lag.PROMISE, Date(2026, 3, 9), 2)


def test_the_calendar_goes_on_from_today_and_keeps_what_was() -> None:
    steps = forecast(state_after(enter(0), complete(0, 20), enter(1, 20)), Date(2026, 8, 1))
    assert [one.place for one in steps] == [StepPosition.DONE, StepPosition.NOW, *[StepPosition.AHEAD] * 6]
    assert steps[0].span == (Date(2026, 3, 2), Date(2026, 3, 22))
    assert steps[1].span == (Date(2026, 8, 1), Date(2026, 8, 1))
    assert steps[2].span == (Date(2026, 9, 1), Date(2026, 10, 1))
    assert steps[3].span == steps[4].span == (Date(2026, 10, 1), Date(2027, 1, 1))
    assert steps[6].span == (Date(2026, 12, 2), Date(2031, 3, 2))
    assert steps[7].span is None


def test_skipped_steps_show_as_skipped() -> None:
    steps = forecast(state_after(enter(2)), Date(2026, 3, 5))
    assert [one.place for one in steps][:3] == [StepPosition.SKIPPED, StepPosition.SKIPPED, StepPosition.NOW]


def test_months_end_where_months_end() -> None:
    assert later(Date(2026, 1, 31), 1) == Date(2026, 2, 28)
    assert later(Date(2026, 11, 30), 15) == Date(2028, 2, 29)
