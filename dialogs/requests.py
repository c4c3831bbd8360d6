"""What dialogs may keep of what people ask, and of the codes that let people in."""

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from domain.requests import Closed, Invitation, Request, RequestKind


class Requests(Protocol):
    """What people ask of the team or of a colleague."""

    async def keep(self, kind: RequestKind, text: str, *, to: UUID | None = None) -> int:
        """Keep a request and return its number; `to` is the intake it concerns when that is not one's own."""

    async def waiting(self, limit: int) -> Sequence[Request]:
        """Return what waits for the team, oldest first."""

    async def mine(self) -> Sequence[Request]:
        """Return what this person asked, with the answers."""

    async def answer(self, number: int, answer: str) -> Closed | None:
        """Close an open request with an answer and return who asked; None when there is none that can be answered so."""

    async def grant(self, number: int, answer: str, *, within: UUID | None = None) -> Closed | None:
        """Close an open wish to join an intake; None when there is none, or with `within` when it is about another one."""


class Invitations(Protocol):
    """Codes that let people in."""

    async def make(self, terrain_id: str | None, company: str, intake: UUID | None) -> str:
        """Make and return a new invitation code."""

    async def find(self, code: str) -> Invitation | None:
        """Return an unused invitation, however it was typed (case, dashes, blanks)."""

    async def use(self, code: str) -> bool:
        """Mark an invitation as used by this person; False when somebody else was first."""
