"""A company as the list of a terrain shows it to the team: how far it is, how often it was spoken to, and what comes next."""

import datetime
from dataclasses import dataclass
from uuid import UUID

from domain.consent.consents import Purpose
from domain.intake.sections.company import CompanyPart
from domain.intake.stage import Stage

TEST = " (proef)"  # behind the name of a company that counts nowhere


@dataclass(frozen=True, slots=True)
class LastContact:
    """The newest contact with a company: its sort (domain.dossier.forms.ContactSort), its day, and what came of a call."""

    sort: str
    day: datetime.date
    outcome: str = ""  # see domain.dossier.forms.CallOutcome


@dataclass(frozen=True, slots=True)
class CompanyRow:
    """One company of a terrain: in the register, with an intake, or both. `name` is never empty where the team knows one.

    `mandate` and `letter` are None where never asked, False where asked, True where signed. `nominated_by` are the names of the
    companies that named it, for the team alone. `next_call` is the day agreed for the next call. `withdrawn` took its first
    consent back or does not want to be approached; `test` counts nowhere.
    """

    name: str
    terrain: str
    intake: UUID | None = None
    register: UUID | None = None
    part: CompanyPart = CompanyPart.UNKNOWN
    stage: Stage | None = None
    confirmed: bool = False
    agreed: frozenset[Purpose] = frozenset()
    mandate: bool | None = None
    letter: bool | None = None
    contacts: int = 0
    last: LastContact | None = None
    next_call: datetime.date | None = None
    nominated_by: tuple[str, ...] = ()
    withdrawn: bool = False
    reachable: bool = False
    test: bool = False
    changed_at: datetime.datetime | None = None

    @property
    def called(self) -> str:
        """Return its name without what marks a test company: as the register and a code know it."""
        return self.name.removesuffix(TEST) if self.test else self.name

    @property
    def key(self) -> str:
        """Return what a button carries to mean this company: its intake first."""
        return f"i:{self.intake}" if self.intake is not None else f"r:{self.register}"
