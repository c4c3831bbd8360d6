"""What follows from events, one after another: any order of them gives a sound state, and none of them breaks it."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from uuid import UUID

from domain.plan.events import PlanKind, TerrainEvent
from domain.plan.outcomes import LetterState, Outcome
from domain.plan.routes import Route
from domain.plan.state import Letter, TerrainState, Visit
from domain.plan.steps import STEPS, step_numbered

Date = datetime.date


def fold(state: TerrainState, event: TerrainEvent) -> TerrainState:
    """Return the state after one more event; what does not fit the plan, or is of another capability, moves nothing."""
    step = FOLDS.get(event.kind)
    moved = step(state, event) if step is not None else state
    return with_shared_words(moved, event.data).model_copy(update={"revision": event.revision})


def state_of(events: Iterable[TerrainEvent]) -> TerrainState:
    """Return the state that follows from all events of a terrain, oldest first."""
    state = TerrainState()
    for event in events:
        state = fold(state, event)
    return state


def with_shared_words(state: TerrainState, data: Mapping[str, Any]) -> TerrainState:
    """Take in the words that mean the same in every kind of event: a contact, a promise, a session."""
    changes: dict[str, Any] = {}
    if (contact := day_of(data.get("contact_on"))) is not None:
        changes["first_contact"] = min(contact, state.first_contact or contact)
        changes["last_contact"] = max(contact, state.last_contact or contact)
    if isinstance(promise := data.get("promise"), Mapping) and "id" in promise:
        changes["promises"] = replaced(state.promises, str(promise["id"]), day_of(promise.get("by")))
    if isinstance(session := data.get("session"), Mapping) and "id" in session:
        changes["sessions"] = replaced(state.sessions, str(session["id"]), moment_of(session.get("at")))
        changes["held"] = replaced(state.held, str(session["id"]), day_of(session.get("held")))
    return state.model_copy(update=changes) if changes else state


def replaced(before: Mapping[Any, Any], key: object, value: object) -> Mapping[Any, Any]:
    """Return a mapping with one value changed, or gone when it is None."""
    rest = {name: kept for name, kept in before.items() if name != key}
    return rest if value is None else {**rest, key: value}


def enter(state: TerrainState, event: TerrainEvent) -> TerrainState:
    """Take up a step: anew, or where it was left."""
    step, on = step_of(event), on_of(event)
    place = state.place_of(step) if step is not None else None
    if step is None or (state.visit is not None and state.step == step and state.visit.completed is None):
        return state
    if place is None:
        return started(state, step, on)
    resumed = state.visits[place].model_copy(update={"since": on, "completed": None})
    return with_visit(state, place, resumed)


def started(state: TerrainState, step: int, on: Date) -> TerrainState:
    """Return the state with a new visit of a step, which becomes the current one."""
    visit = Visit(step=step, round=state.round, entered=on, since=on)
    return state.model_copy(update={"visits": (*state.visits, visit), "at": len(state.visits)})


def with_visit(state: TerrainState, place: int, visit: Visit) -> TerrainState:
    """Return the state with one visit replaced, which becomes the current one."""
    return state.model_copy(update={"visits": (*state.visits[:place], visit, *state.visits[place + 1 :]), "at": place})


def complete(state: TerrainState, event: TerrainEvent) -> TerrainState:
    """Finish the current step."""
    if state.at is None or state.visit is None or state.step != step_of(event):
        return state
    return with_visit(state, state.at, state.visit.model_copy(update={"completed": on_of(event), "why": event.why}))


def go_back(state: TerrainState, event: TerrainEvent) -> TerrainState:
    """Return to a step that was entered earlier in this round; everything that was done stays done."""
    step = step_of(event)
    return state if step is None or state.place_of(step) is None else enter(state, event)


def repeat(state: TerrainState, event: TerrainEvent) -> TerrainState:
    """Do a step once more with an empty list; what was done before stays in the earlier visit."""
    step = step_of(event)
    return state if step is None or state.place_of(step) is None else started(state, step, on_of(event))


def tick(state: TerrainState, event: TerrainEvent) -> TerrainState:
    """Change what is done of the list of a step, wherever the terrain is now."""
    step = step_of(event)
    place = state.place_of(step) if step is not None else None
    if step is None or place is None:
        return state
    known = {item.id for item in STEPS[step].items}
    done = tuple(one for one in event.data.get("items", ()) if one in known)
    moved = with_visit(state, place, state.visits[place].model_copy(update={"done": done}))
    return moved.model_copy(update={"at": state.at})


def choose_route(state: TerrainState, event: TerrainEvent) -> TerrainState:
    """Take a route; only a postponed terrain has a day on which it comes back."""
    value = event.data.get("route")
    if value not in list(Route):
        return state
    until = day_of(event.data.get("until")) if value == Route.POSTPONED else None
    return state.model_copy(update={"route": Route(value), "route_on": on_of(event), "recheck": until})


def choose_outcome(state: TerrainState, event: TerrainEvent) -> TerrainState:
    """Take what came out of the start session."""
    value = event.data.get("outcome")
    if value not in list(Outcome):
        return state
    return state.model_copy(update={"outcome": Outcome(value), "outcome_on": on_of(event)})


def note_letter(state: TerrainState, event: TerrainEvent) -> TerrainState:
    """Take how far the letter of a company is."""
    value = event.data.get("state")
    if event.company is None or value not in list(LetterState):
        return state
    letter = Letter(state=LetterState(value), on=on_of(event))
    return state.model_copy(update={"letters": replaced(state.letters, event.company, letter)})


def name_director(state: TerrainState, event: TerrainEvent) -> TerrainState:
    """Take the director; null leaves the terrain without."""
    try:
        person = UUID(str(event.data["person"])) if event.data.get("person") else None
    except ValueError:
        return state
    return state.model_copy(update={"director": person})


def hold_sheet(state: TerrainState, event: TerrainEvent) -> TerrainState:
    """Take whether the figures of the plan map stay off the factsheet, or how many companies the team says there are."""
    held, there = event.data.get("held"), event.data.get("companies")
    changes: dict[str, Any] = {"sheet_held": held} if isinstance(held, bool) else {}
    if isinstance(there, int) and not isinstance(there, bool) and there >= 0:
        changes["companies_there"] = there
    return state.model_copy(update=changes)


def restart(state: TerrainState, event: TerrainEvent) -> TerrainState:
    """Begin the plan anew; everything of earlier rounds stays in the history."""
    if state.at is None:
        return state
    anew = {"round": state.round + 1, "route": None, "route_on": None, "recheck": None, "outcome": None, "outcome_on": None}
    return started(state.model_copy(update={**anew, "letters": {}}), 0, on_of(event))


def step_of(event: TerrainEvent) -> int | None:
    """Return the step an event is about; None when it names none of the plan."""
    value = event.data.get("step")
    return value if isinstance(value, int) and not isinstance(value, bool) and step_numbered(value) else None


def on_of(event: TerrainEvent) -> Date:
    """Return the day an event is about: what was said, or else when it was recorded."""
    return day_of(event.data.get("on")) or event.at.date()


def day_of(value: object) -> Date | None:
    """Return a day from an ISO text; None for anything else."""
    try:
        return Date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def moment_of(value: object) -> datetime.datetime | None:
    """Return a moment in UTC from an ISO text with its offset; None for anything else."""
    try:
        at = datetime.datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return at.astimezone(datetime.UTC) if at is not None and at.tzinfo is not None else None


FOLDS: dict[str, Callable[[TerrainState, TerrainEvent], TerrainState]] = {
    PlanKind.ENTERED: enter,
    PlanKind.COMPLETED: complete,
    PlanKind.WENT_BACK: go_back,
    PlanKind.REPEATED: repeat,
    PlanKind.TICKED: tick,
    PlanKind.ROUTE: choose_route,
    PlanKind.OUTCOME: choose_outcome,
    PlanKind.LETTER: note_letter,
    PlanKind.DIRECTOR: name_director,
    PlanKind.SHEET: hold_sheet,
    PlanKind.RESTARTED: restart,
}
