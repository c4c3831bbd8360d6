"""The rules of the step plan: what may happen when, what is expected when, and what is late."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.plan.advice import advise
from domain.plan.calendar import Standing, due, standing
from domain.plan.checklist import done, open_items
from domain.plan.coverage import Coverage
from domain.plan.events import NewEvent, PlanKind
from domain.plan.folding import fold
from domain.plan.forecast import StepPosition, forecast
from domain.plan.lateness import late
from domain.plan.outcomes import Outcome
from domain.plan.routes import QUESTIONS, ROUTES, Route, find_route
from domain.plan.rules import (
    Verdict,
    may_choose_outcome,
    may_complete,
    may_enter,
    may_go_back,
    may_repeat,
    may_restart,
    next_step,
)
from domain.plan.state import TerrainState
from domain.plan.steps import STEPS
from tests.plan.plans import MUSTS, START, any_events, complete, enter, made, recorded, state_after, through

Date = datetime.date


def test_the_plan_has_eight_steps_in_order_with_their_sources() -> None:
    assert [step.number for step in STEPS] == list(range(8))
    assert [step.appendix for step in STEPS] == [0, 1, 2, 3, 3, 4, 5, 6]
    for step in STEPS:
        assert len({item.id for item in step.items}) == len(step.items)
        assert MUSTS[step.number]
        assert step.output
        assert step.who


def test_a_step_is_entered_after_the_one_before_it_was_completed() -> None:
    assert may_enter(state_after(), 0).verdict is Verdict.YES
    assert may_enter(state_after(), 2).verdict is Verdict.REASON
    assert "Rond eerst stap 0, Inventarisatie af." in may_enter(state_after(enter(0)), 1).sentence
    finished = state_after(enter(0), complete(0))
    assert may_enter(finished, 1).verdict is Verdict.YES
    assert may_enter(finished, 4).sentence == "U slaat stap 1, 2 en 3 over. Waarom?"
    assert may_enter(finished, 0).verdict is Verdict.NO
    assert next_step(finished) == STEPS[1]


def test_an_open_must_item_asks_for_a_reason() -> None:
    state = state_after(enter(0))
    ruling = may_complete(state)
    assert ruling.verdict is Verdict.REASON
    assert not ruling.allows("  ")
    assert ruling.allows("De plankaart komt later.")
    assert "Regisseur aangewezen" in ruling.sentence
    ticked = state_after(enter(0), made(PlanKind.TICKED, step=0, items=MUSTS[0]))
    assert may_complete(ticked).verdict is Verdict.YES
    assert may_complete(state_after(enter(0), complete(0))).verdict is Verdict.NO


def test_what_is_recorded_elsewhere_ticks_its_item() -> None:
    director = made(PlanKind.DIRECTOR, person="00000000-0000-0000-0000-000000000009")
    assert "director" in done(state_after(enter(0), director), 0)
    assert "route" in done(state_after(*through(1), made(PlanKind.ROUTE, route=Route.LOOSE)), 1)
    held = made("session_held", 9, session={"id": "s", "at": None, "held": "2026-03-10"})
    state = state_after(*through(2), held, made(PlanKind.OUTCOME, 9, outcome=Outcome.TOGETHER))
    assert open_items(state, 2, must=True) == ()


def test_going_back_loses_nothing() -> None:
    ticks = made(PlanKind.TICKED, step=1, items=["municipality"])
    before = state_after(*through(1), ticks)
    back = state_after(*through(1), ticks, made(PlanKind.WENT_BACK, 5, step=0, why="Nieuw initiatief"))
    assert (back.step, back.visit_of(1)) == (0, before.visit_of(1))
    assert back.visit is not None
    assert back.visit.completed is None
    again = state_after(*through(1), ticks, made(PlanKind.WENT_BACK, 5, step=0), complete(0, 6), enter(1, 7))
    assert "municipality" in done(again, 1)
    assert may_go_back(again, 0).verdict is Verdict.REASON
    assert may_go_back(again, 1).verdict is Verdict.NO
    assert may_go_back(again, 5).verdict is Verdict.NO


def test_repeating_a_step_starts_its_list_anew_and_keeps_the_old_one() -> None:
    ticks = made(PlanKind.TICKED, step=1, items=["municipality"])
    state = state_after(*through(1), ticks, made(PlanKind.REPEATED, 40, step=1, why="Geen goede oplossing"))
    assert done(state, 1) == frozenset()
    assert [visit.done for visit in state.visits if visit.step == 1] == [("municipality",), ()]
    assert may_repeat(state, 3).verdict is Verdict.NO


def test_the_outcome_decides_what_the_plan_does() -> None:
    assert may_choose_outcome(state_after(*through(1))).verdict is Verdict.NO
    assert may_choose_outcome(state_after(*through(2))).verdict is Verdict.YES
    for outcome, expected in ((Outcome.ALONE, Standing.ALONE), (Outcome.NO_NEED, Standing.DORMANT)):
        state = state_after(*through(2), made(PlanKind.OUTCOME, outcome=outcome))
        assert standing(state) is expected
        assert due(state) is None
        assert may_enter(state, 3).verdict is Verdict.NO
        assert may_restart(state).verdict is Verdict.REASON
    together = state_after(*through(2), made(PlanKind.OUTCOME, outcome=Outcome.TOGETHER), complete(2))
    assert standing(together) is Standing.ACTIVE
    assert may_enter(together, 3).verdict is Verdict.YES
    assert may_restart(together).verdict is Verdict.NO


def test_a_later_wish_starts_the_plan_again_and_keeps_the_history() -> None:
    asleep = [*through(2), made(PlanKind.OUTCOME, outcome=Outcome.NO_NEED)]
    state = state_after(*asleep, made(PlanKind.RESTARTED, 300, why="Drie bedrijven willen nu wel"))
    assert (state.step, state.round, state.outcome, state.route) == (0, 2, None, None)
    assert len(state.visits) == 4
    assert standing(state) is Standing.ACTIVE


def test_a_broad_initiative_makes_us_the_back_office() -> None:
    state = state_after(*through(1), made(PlanKind.ROUTE, route=Route.BROAD))
    assert standing(state) is Standing.FOLLOWING
    assert late(state, Date(2030, 1, 1)) == ()
    assert may_complete(state).verdict is Verdict.REASON


@pytest.mark.parametrize(
    ("yes", "route"),
    [
        ((), Route.POSTPONED),
        (("priority",), Route.COLD),
        (("company", "priority"), Route.WARM_COMPANY),
        (("park", "company"), Route.WARM_PARK),
        (("loose", "park"), Route.LOOSE),
        (("broad", "loose", "priority"), Route.BROAD),
    ],
)
def test_a_few_questions_lead_to_a_route(yes: tuple[str, ...], route: Route) -> None:
    assert find_route({question.id: question.id in yes for question in QUESTIONS}) is route
    assert ROUTES[route].reason


@given(events=any_events(), days=st.integers(-10, 1500))
def test_any_order_of_events_gives_a_sound_state(events: list[NewEvent], days: int) -> None:
    state = state_after(*events)
    today = START.date() + datetime.timedelta(days=days)
    entered = {event.data.get("step") for event in events if event.kind == PlanKind.ENTERED}
    restarted = {0} if any(event.kind == PlanKind.RESTARTED for event in events) else set()
    assert {visit.step for visit in state.visits} <= entered | restarted
    assert (state.visit is None) == (not state.visits)
    assert state.revision == len(events)
    assert bool(late(state, today)) == ((last := due(state)) is not None and last < today)
    assert TerrainState.model_validate(state.model_dump(mode="json")) == state
    assert advise(state, Coverage(), START, today)
    spans = [one.span for one in forecast(state, today) if one.span and one.place in (StepPosition.NOW, StepPosition.AHEAD)]
    assert all(first <= last for first, last in spans)
    assert spans == sorted(spans)


@given(events=any_events())
def test_no_event_ever_removes_what_was_done(events: list[NewEvent]) -> None:
    before = TerrainState()
    for event in recorded(*events):
        after = fold(before, event)
        kept = after.visits[: len(before.visits)]
        assert [(v.step, v.round, v.entered) for v in kept] == [(v.step, v.round, v.entered) for v in before.visits]
        if event.kind != PlanKind.TICKED:
            assert [v.done for v in kept] == [v.done for v in before.visits]
        before = after
