"""What a dialog may ask and keep of sessions; storage keeps these promises inside the same turn."""

import datetime
from collections.abc import Collection, Mapping, Sequence
from typing import Protocol
from uuid import UUID

from domain.access.roles import Role
from domain.companies.audience import AudienceMember
from domain.sessions.session import Session
from domain.sessions.visitors import Coming, Mark, Visitor
from domain.sessions.waiting import Seat


class Sessions(Protocol):
    """The sessions of all terrains."""

    async def add(self, fresh: Session, at: datetime.datetime) -> Session:
        """Keep a new session and return it as kept."""

    async def find(self, session_id: UUID) -> Session | None:
        """Return a session; None when it is not there."""

    async def these(self, sessions: Collection[UUID]) -> Mapping[UUID, Session]:
        """Return these sessions, as far as they are there."""

    async def of_terrain(self, terrain_id: str) -> Sequence[Session]:
        """Return every session of a terrain, oldest first."""

    async def at_the_same_time(self, start: datetime.datetime, end: datetime.datetime) -> Sequence[Session]:
        """Return the sessions still to come that overlap with this time, anywhere."""

    async def save(self, changed: Session, at: datetime.datetime) -> Session | None:
        """Keep a change of a session that is still as it was read; None when somebody else was first."""

    async def visitors(self, planned: Session, now: datetime.datetime) -> Sequence[Visitor]:
        """Return who was invited or entered."""

    async def invite(self, planned: Session, chosen: Sequence[AudienceMember]) -> frozenset[UUID]:
        """Note that these companies are invited, once each; return the keys of those that were not before."""

    async def unanswered(self, intake_id: UUID, now: datetime.datetime) -> Sequence[Session]:
        """Return the sessions still to come to which a company was invited and did not answer, the first one first."""

    async def problems(self, terrain_id: str, now: datetime.datetime) -> Sequence[str]:
        """Return the keys of the problems that companies of a terrain named, most named first."""

    async def enter(self, session_id: UUID, given: Visitor) -> bool:
        """Keep a company that the team enters itself; False when there was one of this name, and then it is as entered now."""

    async def mark(self, session_id: UUID, number: int, mark: Mark) -> bool:
        """Note who was there, who comes after all, or who may be named; False when there is no such visitor."""


class Places(Protocol):
    """The places at all sessions: the last one goes to one of two who answer at the same time."""

    async def answer(self, session_id: UUID, intake_id: UUID, given: Visitor, *, waits: bool = False) -> Seat | None:
        """Keep what an invited company answers, as far as there is room; `waits`: it knows that there is none. None when it was
        not invited.
        """

    async def move_up(self, session_id: UUID) -> Sequence[Visitor]:
        """Give the places that are free to who waits, from the front of the line; return who got one, as they waited."""

    async def awaited(self, now: datetime.datetime) -> Sequence[Session]:
        """Return the sessions still to come for which somebody waits."""

    async def put_first(self, session_id: UUID, number: int) -> bool:
        """Let somebody go first of who waits; False when they do not wait."""


class Partners(Protocol):
    """The partners at all sessions: municipality, grid operator and park manager, as themselves."""

    async def of_session(self, session_id: UUID) -> Sequence[Visitor]:
        """Return the partners of a session, in the order in which they were invited or entered."""

    async def invite(self, session_id: UUID, person_id: UUID, role: Role, name: str) -> bool:
        """Note that a partner is invited as themselves; False when they were already."""

    async def answer(self, session_id: UUID, person_id: UUID, coming: Coming, tells: str) -> Visitor | None:
        """Keep what a partner answers; return how it was before, None when they were not invited."""

    async def invitations(self, person_id: UUID, now: datetime.datetime) -> Sequence[tuple[Session, Visitor]]:
        """Return the sessions still to come to which somebody was invited as a partner, the first one first."""
