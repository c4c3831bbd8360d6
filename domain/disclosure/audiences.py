"""What an observer gets to see of a company, and who the observers are."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from domain.consent.consents import Decision, Purpose
from domain.demand.measured import MeasuredDays
from domain.disclosure.rules import Party
from domain.disclosure.shares import Counted, Hidden
from domain.intake.answers import Answers


class Observer(StrEnum):
    """Those who look. The purpose is what a company must have agreed to; TEAM needs the first consent alone."""

    TEAM = "team"
    TOTAL = "total"
    COMPANIES = "companies"
    MUNICIPALITY = "municipality"
    OPERATOR = "operator"
    ADVISERS = "advisers"


PURPOSE = {
    Observer.TOTAL: Purpose.TOTAL,
    Observer.COMPANIES: Purpose.COMPANIES,
    Observer.MUNICIPALITY: Purpose.MUNICIPALITY,
    Observer.OPERATOR: Purpose.OPERATOR,
    Observer.ADVISERS: Purpose.ADVISERS,
}
AUDIENCES = {
    Party.MUNICIPALITY: Observer.MUNICIPALITY,
    Party.GRID_OPERATOR: Observer.OPERATOR,
    Party.ADVISERS: Observer.ADVISERS,
}


@dataclass(frozen=True, slots=True)
class Disclosed:
    """One company as an audience may see it. `consents` are its decisions on sharing, `allowed` what it agrees to now and
    `before` what it agreed to before it last decided.

    `hidden` is how it is named in published totals. `measured` is what its meter told: to reckon with, and for nobody to see.
    """

    intake: UUID
    terrain: str
    company: str
    answers: Answers
    consents: Mapping[Purpose, Decision]
    allowed: frozenset[Purpose]
    before: frozenset[Purpose]
    hidden: Hidden
    revision: int
    phoned: bool
    measured: MeasuredDays | None = None

    @property
    def counted(self) -> Counted:
        return Counted(self.answers, self.hidden, self.allowed, self.before, self.measured)


@dataclass(frozen=True, slots=True)
class Shown:
    """The companies that a party sees one by one; `held_back` agreed too, but would give another company away."""

    companies: tuple[Disclosed, ...]
    held_back: int = 0
