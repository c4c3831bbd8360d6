"""What the rounds of the bot may look up and keep; storage keeps these promises inside the same transaction."""

import datetime
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Protocol
from uuid import UUID

from domain.access.roles import Grant
from domain.intake.intake import Intake
from domain.plan.events import TerrainEvent
from domain.rounds.follow_ups import Draft, DraftState, FollowUp
from domain.rounds.people import Ending, Led, Recipient, Unfinished
from domain.sessions.session import Session


class Rounds(Protocol):
    """What the rounds ask of people, companies, sessions and terrains."""

    async def unfinished(self, now: datetime.datetime) -> Sequence[Unfinished]:
        """Return who asked to be reminded of an intake that is not finished, and can be reached."""

    async def told(self, kind: str, intakes: Collection[UUID]) -> Mapping[UUID, Mapping[str, datetime.datetime]]:
        """Return the keys of what companies were told through anybody, or what waits for its time, and when."""

    async def contacts(self, intakes: Collection[UUID], now: datetime.datetime) -> Sequence[Recipient]:
        """Return of each company the one who hears from us: the first who can be reached and wants that."""

    async def ending(self, now: datetime.datetime) -> Sequence[Ending]:
        """Return every yes that ends within thirty days, with the person to hear that: whoever gave it, or else a colleague."""

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


class FollowUps(Protocol):
    """Drafts around sessions: one of a kind for each session."""

    async def make(self, session_id: UUID, kind: FollowUp, text: str, at: datetime.datetime) -> Draft | None:
        """Keep a new draft and return it; None when there is one of this kind already."""

    async def kinds(self, session_id: UUID) -> frozenset[FollowUp]:
        """Return the kinds that were made for a session."""

    async def find(self, draft: UUID) -> Draft | None:
        """Return a draft; None when there is none (any more)."""

    async def open(self) -> Sequence[Draft]:
        """Return what waits for the team, in the order of the sessions."""

    async def approved(self, since: datetime.datetime) -> Sequence[Draft]:
        """Return what was approved since a moment, or is for a session that did not begin then."""

    async def write(self, draft: UUID, text: str) -> Draft | None:
        """Change the words of an open draft; None when it is not open any more."""

    async def decide(self, draft: UUID, state: DraftState, at: datetime.datetime) -> Draft | None:
        """Approve or drop an open draft; None when somebody else was first."""
