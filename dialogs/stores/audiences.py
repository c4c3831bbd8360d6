"""Whom anything is for; storage answers it through the consent gate."""

import datetime
from collections.abc import Sequence
from typing import Protocol

from domain.companies.audience import Audience, AudienceMember, Listener


class Audiences(Protocol):
    """The one way to pick whom to invite, tell, remind or list."""

    async def members(self, audience: Audience, now: datetime.datetime) -> Sequence[AudienceMember]:
        """Return the companies of an audience, by name."""

    async def listeners(self, audience: Audience, now: datetime.datetime) -> Sequence[Listener]:
        """Return through whom each of these companies hears something: one person of each of which anybody does."""
