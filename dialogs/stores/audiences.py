"""Whom anything is for; storage answers it through the consent gate."""

import datetime
from collections.abc import Mapping, Sequence
from typing import Protocol
from uuid import UUID

from domain.companies.audience import Audience, AudienceMember, Listener
from domain.mail.addresses import MailState


class Audiences(Protocol):
    """The one way to pick whom to invite, tell, remind or list."""

    async def members(self, audience: Audience, now: datetime.datetime) -> Sequence[AudienceMember]:
        """Return the companies of an audience, by name."""

    async def listeners(self, audience: Audience, now: datetime.datetime) -> Sequence[Listener]:
        """Return through whom each of these companies hears something: one person of each of which anybody does."""


class Addressees(Protocol):
    """Whom we mail who is no person here."""

    async def of_visitor(self, number: int) -> UUID | None:
        """Return the addressee of a visitor whom the team entered; None when they may not be mailed."""

    async def of_company(self, register: UUID) -> UUID | None:
        """Return the first contact of a company that may be mailed; None when there is none."""

    async def became(self, session_id: UUID) -> Mapping[int, MailState]:
        """Return what became of mail about a session, by the number of the visitor; of whom there was none there is nothing."""

    async def unheard(self, members: Sequence[AudienceMember], key: str) -> Sequence[UUID]:
        """Return the addressees of members who were not told something with this key, through whichever contact."""
