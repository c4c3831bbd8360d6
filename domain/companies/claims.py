"""What somebody types about their company is a claim; what an invitation or the team says is a link."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class LinkedBy(StrEnum):
    """How it is known that an intake is of a company in the register."""

    INVITATION = "invitation"
    TEAM = "team"


@dataclass(frozen=True, slots=True)
class Link:
    """An intake that is of a company in the register. `said` is whoever of the team made the code or said yes."""

    company: UUID
    intake: UUID
    by: LinkedBy
    said: UUID | None = None


class ClaimKind(StrEnum):
    """What the team is asked."""

    SAME = "same"  # is this intake of this company?
    GONE = "gone"  # somebody who claimed this company had everything erased: must the company go too?
    CONTACT = "contact"  # somebody who gave the name or address of this contact was erased: must the contact go too?


@dataclass(frozen=True, slots=True)
class Claim:
    """One question to the team about a company of the register. `who` and `called` are of the intake; empty when that is gone.

    `kvk` says that the numbers are the same, and not the mere name; `taken` that another intake is linked to this company.
    """

    number: int
    kind: ClaimKind
    company: str
    terrain: str
    who: str = ""
    called: str = ""
    contact: str = ""
    intake: UUID | None = None
    kvk: bool = False
    taken: bool = False


class ClaimOutcome(StrEnum):
    """What came of the team's answer."""

    LINKED = "linked"
    ERASED = "erased"
    KEPT = "kept"
    TAKEN = "taken"  # another intake is linked to this company
    CHANGED = "changed"  # the intake says otherwise by now
    GONE = "gone"  # there is no such question, or it was answered


@dataclass(frozen=True, slots=True)
class ClaimAnswer:
    """The outcome, and of which company and intake."""

    outcome: ClaimOutcome
    company: str = ""
    intake: UUID | None = None
