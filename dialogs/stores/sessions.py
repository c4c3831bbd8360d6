"""What a dialog may ask and keep of sessions; storage keeps these promises inside the same turn."""

import datetime
from collections.abc import Collection, Mapping, Sequence
from typing import Protocol
from uuid import UUID

from domain.companies.audience import AudienceMember
from domain.sessions.session import Session
from domain.sessions.visitors import Mark, Visitor


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

    async def answer(self, session_id: UUID, intake_id: UUID, given: Visitor) -> bool:
        """Keep what an invited company answers; False when it was not invited."""

    async def enter(self, session_id: UUID, given: Visitor) -> bool:
        """Keep a company that the team enters itself; False when there was one of this name, and then it is as entered now."""

    async def mark(self, session_id: UUID, number: int, mark: Mark) -> bool:
        """Note who was there, who comes after all, or who may be named; False when there is no such visitor."""
