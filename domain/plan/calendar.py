"""When a step is expected to be done, and what is late: rules over a state and a day, without a clock of their own."""

import datetime
from enum import StrEnum

from domain.plan.months import later
from domain.plan.outcomes import Outcome
from domain.plan.routes import Route
from domain.plan.state import TerrainState
from domain.plan.steps import LAST, Clock, step_numbered

Date = datetime.date

# Own assumption: the plan asks to go on soon after a step without naming a time.
PAUSE_MONTHS = 1


class Standing(StrEnum):
    """What we do for a terrain now."""

    NEW = "new"  # nothing was begun
    ACTIVE = "active"
    FOLLOWING = "following"  # a broad initiative leads, we are its back office
    POSTPONED = "postponed"  # cold, until the recheck date
    ALONE = "alone"  # the companies solve it themselves
    DORMANT = "dormant"  # no need now
    DONE = "done"  # the last step is complete


def standing(state: TerrainState) -> Standing:
    """Return what we do for a terrain. What came out of the start session counts more than the route to it."""
    if state.visit is None:
        return Standing.POSTPONED if state.route is Route.POSTPONED else Standing.NEW
    if state.step == LAST and state.visit.completed is not None:
        return Standing.DONE
    by_outcome = {Outcome.ALONE: Standing.ALONE, Outcome.NO_NEED: Standing.DORMANT, Outcome.TOGETHER: Standing.ACTIVE}
    by_route = {Route.BROAD: Standing.FOLLOWING, Route.POSTPONED: Standing.POSTPONED}
    if state.outcome is not None:
        return by_outcome[state.outcome]
    return by_route.get(state.route, Standing.ACTIVE) if state.route is not None else Standing.ACTIVE


def clock_start(state: TerrainState, step: int) -> Date | None:
    """Return the day from which the norm of a step counts; None when it did not begin.

    Without a first contact the execution counts from the first entry in this round: too late rather than too early.
    """
    visit = state.visit_of(step)
    plan = step_numbered(step)
    if visit is None or plan is None:
        return None
    if plan.norm.clock is Clock.CONTACT:
        return state.first_contact or min(one.entered for one in state.visits if one.round == state.round)
    research = state.visit_of(3) if plan.norm.clock is Clock.RESEARCH else None
    return research.since if research is not None else visit.since


def window(state: TerrainState, step: int) -> tuple[Date, Date] | None:
    """Return the first and last day on which a step that began is expected to be complete; None without a norm."""
    start, plan = clock_start(state, step), step_numbered(step)
    if start is None or plan is None or plan.norm.most == 0:
        return None
    return later(start, plan.norm.least), later(start, plan.norm.most)


def step_due(state: TerrainState) -> Date | None:
    """Return the last day on which the current step is in time; after it is complete, the day to take up the next."""
    if state.visit is None:
        return None
    if state.visit.completed is not None:
        return later(state.visit.completed, PAUSE_MONTHS)
    expected = window(state, state.visit.step)
    return expected[1] if expected else None


def due(state: TerrainState) -> Date | None:
    """Return the last day on which nothing of a terrain is late: the step, the recheck, or a promise; None for never."""
    now = standing(state)
    days = [*state.promises.values()]
    if now is Standing.ACTIVE and (step := step_due(state)) is not None:
        days.append(step)
    if now is Standing.POSTPONED and state.recheck is not None:
        days.append(state.recheck - datetime.timedelta(days=1))
    return min(days, default=None)
