"""What of a step's list is done: ticked by hand, or proven by what is recorded elsewhere."""

from domain.plan.state import TerrainState
from domain.plan.steps import STEPS, ChecklistItem, Proof


def proven(state: TerrainState, item: ChecklistItem, step: int) -> bool:
    """Say whether an item is done by itself."""
    match item.proof:
        case Proof.DIRECTOR:
            return state.director is not None
        case Proof.ROUTE:
            return state.route is not None
        case Proof.OUTCOME:
            return state.outcome is not None
        case Proof.CONTACT:
            return state.first_contact is not None
        case Proof.SESSION:
            visit = state.visit_of(step)
            days = (*state.held.values(), *filter(None, (state.outcome_on,)))  # an outcome comes out of a session
            return visit is not None and any(day >= visit.entered for day in days)
        case None:
            return False


def done(state: TerrainState, step: int) -> frozenset[str]:
    """Return the ids of what is done of a step, in this round."""
    visit = state.visit_of(step)
    ticked = set(visit.done) if visit is not None else set()
    return frozenset(ticked | {item.id for item in STEPS[step].items if proven(state, item, step)})


def open_items(state: TerrainState, step: int, *, must: bool) -> tuple[ChecklistItem, ...]:
    """Return what is not done of a step: its must-items, or the others."""
    finished = done(state, step)
    return tuple(item for item in STEPS[step].items if item.must is must and item.id not in finished)
