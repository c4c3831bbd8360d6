"""How far a terrain is now: the form in which what followed from its events is kept."""

import datetime
from collections.abc import Mapping
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from domain.plan.outcomes import LetterState, Outcome
from domain.plan.routes import Route

Date = datetime.date


class StateValue(BaseModel):
    """Plain JSON that never changes, with room for fields of a newer version."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Visit(StateValue):
    """One time that a step was taken up: in which round of the plan, from when, and what of its list is done.

    `since` is the last entry, `entered` the first. A visit is never removed: going back and forth keeps its list.
    """

    step: int
    round: int
    entered: Date
    since: Date
    completed: Date | None = None
    done: tuple[str, ...] = ()
    why: str = ""


class Letter(StateValue):
    """The letter of intent of one company."""

    state: LetterState
    on: Date


class TerrainState(StateValue):
    """What holds for one terrain now; empty when nothing happened yet. `at` is the place of the current visit.

    `sheet_held`: the team shows no figures of the plan map on the factsheet; `companies_there` is how many it says there are.
    """

    revision: int = 0
    round: int = 1
    visits: tuple[Visit, ...] = ()
    at: int | None = None
    route: Route | None = None
    route_on: Date | None = None
    recheck: Date | None = None
    outcome: Outcome | None = None
    outcome_on: Date | None = None
    letters: Mapping[UUID, Letter] = {}
    director: UUID | None = None
    first_contact: Date | None = None
    last_contact: Date | None = None
    sessions: Mapping[str, datetime.datetime] = {}
    held: Mapping[str, Date] = {}
    promises: Mapping[str, Date] = {}
    sheet_held: bool = False
    companies_there: int | None = None

    @property
    def visit(self) -> Visit | None:
        """Return the visit of the step it is in; None before the first."""
        return None if self.at is None else self.visits[self.at]

    @property
    def step(self) -> int | None:
        """Return the number of the step it is in; None before the first."""
        return self.visit.step if self.visit else None

    def visit_of(self, step: int) -> Visit | None:
        """Return the newest visit of a step in this round; None when it was not entered yet."""
        place = self.place_of(step)
        return None if place is None else self.visits[place]

    def place_of(self, step: int) -> int | None:
        """Return how far the newest visit of a step in this round is."""
        places = [place for place, visit in enumerate(self.visits) if (visit.step, visit.round) == (step, self.round)]
        return places[-1] if places else None

    def next_session(self, now: datetime.datetime) -> datetime.datetime | None:
        """Return when the first session from now on is."""
        return min((at for at in self.sessions.values() if at >= now), default=None)
