"""What is sensible to do next at a terrain, most pressing first; which of it somebody may do is for the conversation."""

import datetime
from collections.abc import Iterator
from enum import StrEnum

from domain.plan.calendar import Standing, standing
from domain.plan.checklist import done, open_items
from domain.plan.coverage import Coverage
from domain.plan.lateness import Lag, late
from domain.plan.months import later
from domain.plan.outcomes import LetterState, Outcome
from domain.plan.state import TerrainState

# Own assumptions: the plan asks for short pauses and personal contact without naming times, and for "enough" companies.
QUIET_MONTHS = 2
ENOUGH_COMPANIES = 5


class Advice(StrEnum):
    """What one can do next."""

    RECHECK = "recheck"
    BEGIN = "begin"
    DIRECTOR = "director"
    PROMISES = "promises"
    ROUTE = "route"
    SESSION = "session"
    OUTCOME = "outcome"
    LETTERS = "letters"
    COMPLETE = "complete"
    CHECKLIST = "checklist"
    NEXT = "next"
    INVITE = "invite"
    CALL = "call"
    CONTACT = "contact"
    MANDATES = "mandates"
    FOLLOW = "follow"
    RESTART = "restart"


def advise(state: TerrainState, coverage: Coverage, now: datetime.datetime, today: datetime.date) -> tuple[Advice, ...]:
    """Return what to do next, most sensible first and each once; never nothing."""
    return tuple(dict.fromkeys(weigh(state, coverage, now, today)))


def weigh(state: TerrainState, coverage: Coverage, now: datetime.datetime, today: datetime.date) -> Iterator[Advice]:
    """Yield what to do, most pressing first."""
    lags = {one.lag for one in late(state, today)}
    if Lag.RECHECK in lags:
        yield Advice.RECHECK
    if Lag.PROMISE in lags:
        yield Advice.PROMISES
    match standing(state):
        case Standing.NEW:
            yield from (Advice.BEGIN, *without_director(state), Advice.ROUTE)
        case Standing.POSTPONED:
            yield from (Advice.ROUTE, Advice.CONTACT)
        case Standing.ALONE | Standing.DORMANT | Standing.DONE:
            yield from (Advice.RESTART, Advice.CONTACT)
        case Standing.FOLLOWING:
            yield from (*without_director(state), Advice.FOLLOW, Advice.CONTACT, Advice.CHECKLIST)
        case Standing.ACTIVE:
            yield from (*without_director(state), *in_step(state, now), *with_companies(state, coverage, today))


def without_director(state: TerrainState) -> Iterator[Advice]:
    """Yield that somebody has to lead, when nobody does."""
    if state.director is None:
        yield Advice.DIRECTOR


def in_step(state: TerrainState, now: datetime.datetime) -> Iterator[Advice]:
    """Yield what the step itself asks for."""
    visit = state.visit
    if visit is None:
        return
    if visit.completed is not None:
        yield Advice.NEXT
        return
    left = open_items(state, visit.step, must=True)
    if not left:
        yield Advice.COMPLETE
    if visit.step == 1 and state.route is None:
        yield Advice.ROUTE
    if visit.step == 2:
        yield from in_start_session(state, now)
    if state.outcome is Outcome.TOGETHER and any(one.state is LetterState.ASKED for one in state.letters.values()):
        yield Advice.LETTERS
    if left:
        yield Advice.CHECKLIST


def in_start_session(state: TerrainState, now: datetime.datetime) -> Iterator[Advice]:
    """Yield what the start session asks for: first a day, then what came out of it, then the letters."""
    was_held = "session" in done(state, 2)
    if state.next_session(now) is None and not was_held:
        yield Advice.SESSION
    if state.outcome is None and was_held:
        yield Advice.OUTCOME
    if state.outcome is Outcome.TOGETHER and not state.letters:
        yield Advice.LETTERS


def with_companies(state: TerrainState, coverage: Coverage, today: datetime.date) -> Iterator[Advice]:
    """Yield what the companies ask for: inviting, helping with the intake, speaking to them, mandates."""
    step = state.step or 0
    if step in (1, 2, 3) and coverage.approached < ENOUGH_COMPANIES:
        yield Advice.INVITE
    if step >= 2 and coverage.started > coverage.short:
        yield Advice.CALL
    if state.last_contact is None or later(state.last_contact, QUIET_MONTHS) < today:
        yield Advice.CONTACT
    if step >= 2 and coverage.mandated < coverage.short:
        yield Advice.MANDATES
    yield from (Advice.INVITE, Advice.CHECKLIST, Advice.CONTACT)
