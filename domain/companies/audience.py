"""Whom something is for: the companies of which everything that is asked here is so, as far as they agreed to it."""

import datetime
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from uuid import UUID

from domain.consent.consents import Purpose
from domain.disclosure.audiences import Observer
from domain.intake.sections.company import CompanyPart
from domain.intake.stage import Stage
from domain.sessions.visitors import Coming


class Willingness(StrEnum):
    """How much one of its people must want to hear something."""

    CONSENT = "consent"  # what the company agreed to is enough: an invitation, and what changes about it
    NEWS = "news"  # nobody who asked for no messages
    REMINDER = "reminder"  # only who asked to be reminded of questions that are open


class OutOfReach(StrEnum):
    """Why nobody of a company hears it."""

    NO_TEAMS = "no_teams"  # nobody of it ever wrote to us here
    UNWILLING = "unwilling"  # they do not want to hear this
    NO_MAIL = "no_mail"  # the team can mail them, and no server mails for us


@dataclass(frozen=True, slots=True)
class Listener:
    """Somebody who answers for a company, can be reached, and wants to hear it."""

    person: UUID
    intake: UUID
    wished_on: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Turnout:
    """What a company answered to an invitation, and whether the team ticked that it was there."""

    coming: Coming
    attended: bool | None = None

    @property
    def was_there(self) -> bool:
        """Say whether it was there: as the team ticked it, and without a tick as it answered."""
        return self.attended if self.attended is not None else self.coming is Coming.YES


@dataclass(frozen=True, slots=True)
class AudienceMember:
    """One company. `intake` is None when it did not begin; `name` is empty where whoever asks may not know it.

    `listeners` are its people who can hear it; the company is told through the first, who came before the others. Of a company
    of the register that did not begin, and of whom the team entered, `addressees` may be mailed: the first of them is.
    """

    name: str
    terrain: str
    intake: UUID | None = None
    register: UUID | None = None
    agreed: frozenset[Purpose] = frozenset()
    part: CompanyPart = CompanyPart.UNKNOWN
    problem: str = ""
    stage: Stage | None = None
    confirmed: bool = False
    changed_at: datetime.datetime | None = None
    visits: Mapping[UUID, Turnout] = field(default_factory=dict)
    listeners: tuple[Listener, ...] = ()
    unreachable: OutOfReach | None = None
    addressees: tuple[UUID, ...] = ()

    @property
    def key(self) -> UUID | None:
        """Return what a choice means by it: the intake before the register, and of whom the team entered the addressee."""
        return self.intake or self.register or next(iter(self.addressees), None)

    @property
    def mailed(self) -> bool:
        """Say whether it is mailed by its address alone."""
        return bool(self.addressees) and self.unreachable is None

    @property
    def heard(self) -> bool:
        """Say whether it hears what it is told."""
        return bool(self.listeners) or self.mailed


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """Companies, by what is so of them; what is left out is not asked.

    `needs` is what they must have agreed to. KEEP is enough for what is about their own answers; None is for lists of the team:
    then companies of the register without an intake are among them. With `addresses` so are those of them that may be mailed,
    and whom the team entered for a session that is asked about. `companies` are keys of members. `coming` holds None for who
    is not on the list of `session`. `but` are the intakes that are left out.
    """

    needs: Purpose | None
    wish: Willingness = Willingness.NEWS
    observer: Observer = Observer.TEAM
    terrain: str | None = None
    companies: frozenset[UUID] | None = None
    parts: frozenset[CompanyPart] = frozenset()
    stages: frozenset[Stage | None] = frozenset()
    confirmed: bool | None = None
    session: UUID | None = None
    coming: frozenset[Coming | None] = frozenset()
    was_at: frozenset[UUID] = frozenset()
    never_at: frozenset[UUID] = frozenset()
    reachable: bool | None = None
    but: frozenset[UUID] = frozenset()
    addresses: bool = False

    @property
    def sessions(self) -> frozenset[UUID]:
        """Return the sessions that it asks about."""
        return self.was_at | self.never_at | ({self.session} if self.session else frozenset())

    def among(self, companies: Collection[UUID]) -> "Audience":
        """Return it within these companies, by intake, by their key in the register, or by addressee."""
        those = frozenset(companies)
        return replace(self, companies=those if self.companies is None else those & self.companies)

    def includes(self, one: AudienceMember) -> bool:
        """Say whether everything that is asked is so of a company that agreed."""
        visit = one.visits.get(self.session) if self.session else None
        there = {session for session, found in one.visits.items() if found.was_there}
        asked = (
            (bool(self.parts), one.part in self.parts),
            (bool(self.stages), one.stage in self.stages),
            (self.confirmed is not None, one.confirmed == self.confirmed),
            (self.session is not None, (visit.coming if visit else None) in self.coming),
            (bool(self.was_at), not self.was_at.isdisjoint(there)),
            (bool(self.never_at), self.never_at.isdisjoint(there)),
            (self.reachable is not None, (one.unreachable is None) == self.reachable),
            (bool(self.but), one.intake not in self.but),
        )
        return all(so for is_asked, so in asked if is_asked)
