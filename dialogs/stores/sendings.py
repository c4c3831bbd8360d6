"""What the team sends companies, and what became of it; storage keeps these promises inside the same transaction."""

import datetime
from collections.abc import Collection, Mapping, Sequence
from typing import Protocol
from uuid import UUID

from domain.notices.sending import Receipt, Sending, SendingResult, SendingState


class Sendings(Protocol):
    """Words for companies: each decided once."""

    async def make(self, new: Sending, once: str = "") -> bool:
        """Keep a new one; False when there is one with this key already."""

    async def of_session(self, session_id: UUID) -> Sequence[Sending]:
        """Return what was made about a session, in order."""

    async def find(self, key: UUID) -> Sending | None:
        """Return one; None when there is none (any more)."""

    async def open(self) -> Sequence[Sending]:
        """Return what waits for the team, in the order of the sessions."""

    async def approved(self, kinds: Collection[str], since: datetime.datetime) -> Sequence[Sending]:
        """Return what was approved since a moment, or is about a session that did not begin then; the newest first."""

    async def write(self, key: UUID, text: str) -> Sending | None:
        """Change the words of what is open; None when it is not open any more."""

    async def revise(self, draft: Sending) -> Sending | None:
        """Change words, title, audience and moment of what is open; None when it is not open any more."""

    async def of_terrain(self, kind: str, terrain: str) -> Sequence[Sending]:
        """Return what was made of one kind for a terrain and not dropped, the newest first."""

    async def call_back(self, key: UUID, at: datetime.datetime) -> Sending | None:
        """Drop what was approved for a later moment; None when that moment came, or it is no such thing."""

    async def receipts(self, sent: Sending) -> Sequence[Receipt]:
        """Return what became of it for each company."""

    async def decide(self, key: UUID, state: SendingState, at: datetime.datetime) -> Sending | None:
        """Approve or drop what is open; None when somebody else was first."""

    async def deliveries(self, those: Collection[Sending]) -> Mapping[UUID, SendingResult]:
        """Return what became of each of these, as far as anything was planned."""
