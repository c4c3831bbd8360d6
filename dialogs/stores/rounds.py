"""What the rounds of the bot may look up and keep; storage keeps these promises inside the same transaction."""

import datetime
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Protocol
from uuid import UUID

from domain.access.roles import Grant
from domain.intake.intake import Intake
from domain.plan.events import TerrainEvent
from domain.rounds.people import Ending, Led
from domain.sessions.session import Session


class Rounds(Protocol):
    """What the rounds ask of people, companies, sessions and terrains."""

    async def told(self, kind: str, intakes: Collection[UUID]) -> Mapping[UUID, Mapping[str, datetime.datetime]]:
        """Return the keys of what companies were told through anybody, or what waits for its time, and when."""

    async def ending(self, now: datetime.datetime) -> Sequence[Ending]:
        """Return every yes that ends within thirty days, with whoever gave it."""

    async def company_of(self, person_id: UUID) -> tuple[Mapping[str, Any], Intake] | None:
        """Return the place of a person, and the intake of their company as they see it; None when they are gone."""

    async def sessions(self, since: datetime.datetime, until: datetime.datetime) -> Sequence[Session]:
        """Return every session that begins between two moments, in order."""

    async def editor(self, session_id: UUID) -> UUID | None:
        """Return who last changed a session, as far as they can be reached."""

    async def led(self) -> Sequence[Led]:
        """Return every terrain in the plan with its state, and who leads it, as far as they can be reached."""

    async def directors(self) -> Sequence[UUID]:
        """Return everybody who leads a terrain and can be reached."""

    async def followers(self) -> Sequence[UUID]:
        """Return every channel that follows something, where the bot can post."""

    async def official(self, person_id: UUID) -> tuple[str, str, tuple[Grant, ...]] | None:
        """Return the tenant, the object id and the roles of somebody; None when they are gone."""

    async def moved(
        self, terrains: Collection[str] | None, since: datetime.datetime, kinds: Collection[str], limit: int
    ) -> Sequence[TerrainEvent]:
        """Return what happened of these kinds on terrains (None: on all of them), newest first."""
