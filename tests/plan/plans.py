"""Making events of a terrain in a few words, and any events at all for properties."""

import datetime
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

from domain.plan.events import NewEvent, PlanKind, TerrainEvent
from domain.plan.folding import state_of
from domain.plan.outcomes import LetterState, Outcome
from domain.plan.routes import Route
from domain.plan.state import TerrainState
from domain.plan.steps import STEPS

START = datetime.datetime(2026, 3, 2, 9, 0, tzinfo=datetime.UTC)
COMPANIES = tuple(UUID(int=number) for number in range(1, 4))


def made(kind: str, days: int = 0, *, why: str = "", company: UUID | None = None, **data: object) -> NewEvent:
    """Return an event of terrain t-1, so many days after the start of the tests."""
    at = START + datetime.timedelta(days=days)
    return NewEvent("t-1", kind, at, {"on": at.date().isoformat(), **data}, why, company)


def recorded(*events: NewEvent) -> list[TerrainEvent]:
    """Return events as the log would number them."""
    return [
        TerrainEvent(event.terrain, event.kind, event.at, event.data, event.why, event.company, id=number, revision=number)
        for number, event in enumerate(events, start=1)
    ]


def days() -> st.SearchStrategy[str]:
    """Return days as ISO texts, and texts that are none."""
    return st.one_of(st.dates(datetime.date(2025, 1, 1), datetime.date(2029, 1, 1)).map(str), st.just("straks"))


def any_data() -> st.SearchStrategy[dict[str, Any]]:
    """Return data that fits some kind, or none of them."""
    step_numbers = st.one_of(st.integers(-1, 9), st.none(), st.just("2"))
    items = st.lists(st.sampled_from([item.id for step in STEPS for item in step.items] + ["bestaat niet"]), max_size=4)
    return st.fixed_dictionaries(
        {},
        optional={
            "step": step_numbers,
            "on": days(),
            "items": items,
            "route": st.sampled_from([*Route, "nergens heen"]),
            "until": days(),
            "outcome": st.sampled_from([*Outcome, "anders"]),
            "state": st.sampled_from([*LetterState, "kwijt"]),
            "person": st.sampled_from([str(COMPANIES[0]), "niemand", None]),
            "contact_on": days(),
            "promise": st.fixed_dictionaries({"id": st.sampled_from("ab"), "by": st.one_of(days(), st.none())}),
            "session": st.fixed_dictionaries(
                {
                    "id": st.sampled_from("st"),
                    "at": st.sampled_from(["2026-12-01T10:00:00+01:00", "straks", None]),
                    "held": days(),
                }
            ),
        },
    )


def any_events() -> st.SearchStrategy[list[NewEvent]]:
    """Return any events in any order, sensible or not."""
    kinds = st.sampled_from([*PlanKind, "note_added"])
    companies = st.sampled_from([None, *COMPANIES])
    whys = st.sampled_from(["", "omdat het zo is"])
    moments = st.integers(0, 900).map(lambda number: START + datetime.timedelta(days=number))
    event = st.builds(NewEvent, st.just("t-1"), kinds, moments, any_data(), whys, companies)
    return st.lists(event, max_size=14)


MUSTS = {step.number: [item.id for item in step.items if item.must] for step in STEPS}


def state_after(*events: NewEvent) -> TerrainState:
    """Return the state after these events."""
    return state_of(recorded(*events))


def enter(step: int, days: int = 0) -> NewEvent:
    """Return the entry of a step."""
    return made(PlanKind.ENTERED, days, step=step)


def complete(step: int, days: int = 0, why: str = "") -> NewEvent:
    """Return the completion of a step."""
    return made(PlanKind.COMPLETED, days, step=step, why=why)


def through(step: int) -> list[NewEvent]:
    """Return entries and completions of all steps before this one, and its entry, on one day."""
    before = [event for number in range(step) for event in (enter(number), complete(number))]
    return [*before, enter(step)]
