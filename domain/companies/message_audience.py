"""Whom a message of the team's own is for: a group in words, kept with the message and read strictly."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from domain.companies.audience import Audience, AudienceMember, OutOfReach
from domain.consent.consents import Purpose
from domain.intake.acceptance import key_in
from domain.intake.options import Option
from domain.intake.sections.company import CompanyPart
from domain.intake.stage import Stage
from domain.sessions.visitors import Coming

VERSION = 1


class MessageGroup(Option):
    """A group of companies of one terrain."""

    ALL = "all", "Alle deelnemers"
    SILENT = "silent", "Wie nog niet reageerde"
    PROBLEM = "problem", "Probleemhouders"
    SOLVER = "solver", "Oplossers"
    COMING = "coming", "Wie naar de bijeenkomst komt"
    UNMANDATED = "unmandated", "Wie geen machtiging gaf"


PARTS = {
    MessageGroup.PROBLEM: frozenset({CompanyPart.PROBLEM_OWNER, CompanyPart.BOTH}),
    MessageGroup.SOLVER: frozenset({CompanyPart.SOLVER, CompanyPart.BOTH}),
}


class LeftOut(StrEnum):
    """Why a company of the group does not get it."""

    NOT_STARTED = "not_started"  # in the register, without an intake: for them there is the invitation
    NO_CONSENT = "no_consent"
    UNWILLING = "unwilling"
    NO_WAY = "no_way"


@dataclass(frozen=True, slots=True)
class MessageAudience:
    """A group, of those who come to `session` where the group is about one."""

    group: MessageGroup
    session: UUID | None = None

    @property
    def kept(self) -> dict[str, object]:
        """Return it as it is kept."""
        return {"version": VERSION, "group": self.group.value, "session": str(self.session) if self.session else None}

    def on(self, terrain: str, signed: frozenset[UUID]) -> Audience:
        """Return its companies of a terrain that may be told; `signed` are the intakes that gave a mandate."""
        told = Audience(needs=Purpose.APPROACH, terrain=terrain)
        match self.group:
            case MessageGroup.SILENT:
                return replace(told, confirmed=False)
            case MessageGroup.COMING:
                return replace(told, session=self.session, coming=frozenset({Coming.YES}))
            case MessageGroup.UNMANDATED:
                return replace(told, stages=frozenset(Stage), but=signed)
            case MessageGroup.PROBLEM | MessageGroup.SOLVER:
                return replace(told, parts=PARTS[self.group])
            case _:
                return replace(told, stages=frozenset(Stage))


def read_audience(kept: Mapping[str, object] | None) -> MessageAudience | None:
    """Return an audience as it was kept; None for what is of another version, or none of ours: then nobody is told."""
    if kept is None or set(kept) != {"version", "group", "session"} or kept["version"] != VERSION:
        return None
    session = key_in(kept["session"]) if kept["session"] is not None else None
    group = next((one for one in MessageGroup if one.value == kept["group"]), None)
    about = (group is MessageGroup.COMING) == (session is not None) == (kept["session"] is not None)
    return MessageAudience(group, session) if group is not None and about else None


def left_out(one: AudienceMember) -> LeftOut | None:
    """Return why a company of a group is not told; None when it is."""
    if one.intake is None:
        return LeftOut.NOT_STARTED
    if Purpose.APPROACH not in one.agreed:
        return LeftOut.NO_CONSENT
    if one.unreachable is not None:
        return LeftOut.UNWILLING if one.unreachable is OutOfReach.UNWILLING else LeftOut.NO_WAY
    return None
