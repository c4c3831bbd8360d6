"""What a dialog may ask about papers that were offered; storage keeps these promises inside the same turn."""

from typing import Protocol
from uuid import UUID

from domain.papers.papers import Paper, PaperStanding


class Papers(Protocol):
    """The papers that were offered to this person and are still open."""

    async def answer(self, paper_id: UUID) -> PaperStanding:
        """Note that this person answered; return what its state was before. Another person's paper is GONE."""

    async def keep(self, paper: Paper) -> UUID:
        """Keep something for this person, so that work can read it; return its id."""

    async def read(self, paper_id: UUID) -> Paper | None:
        """Return something that was kept for this person; None when it is gone."""

    async def newest(self) -> UUID | None:
        """Return the paper that was offered last."""

    async def drop(self, paper_id: UUID) -> None:
        """Erase a paper of this person: they have it."""
