"""What a dialog may ask and do about claims, and about companies that others named."""

from collections.abc import Collection, Sequence
from typing import Protocol
from uuid import UUID

from domain.companies.claims import Claim, ClaimAnswer
from domain.companies.nominations import NamedOther, Nomination


class Claims(Protocol):
    """Questions to the team about companies of the register: each is asked once."""

    async def waiting(self, limit: int) -> Sequence[Claim]:
        """Return what waits for the team, oldest first."""

    async def answer(self, number: int, *, yes: bool) -> ClaimAnswer:
        """Take the team's answer, once, and do what it means."""

    async def only_claims(self, intake_id: UUID) -> bool:
        """Say whether an intake claims a company of the register that it is not linked to."""


class Nominations(Protocol):
    """Who named which company; storage keeps these promises inside the same turn."""

    async def of(self, intake_id: UUID) -> Sequence[Nomination]:
        """Return what a company named, oldest first; whether those are refused is not among it."""

    async def keep(self, intake_id: UUID, terrain_id: str, names: Collection[NamedOther], *, may_tell: bool) -> None:
        """Keep that a company named these on a terrain, each once; the newest word on whether they may hear it counts.

        Nothing is kept for a terrain that is not in the register.
        """

    async def waiting(self, terrain_id: str | None = None, limit: int = 100) -> Sequence[Nomination]:
        """Return what the team has to decide about, oldest first, of who named it as far as the team may see them."""

    async def tellers(self, terrain_id: str, name: str) -> Sequence[str]:
        """Return the companies that named one and let us say so to it, by name."""

    async def settle(self, number: int) -> Nomination | None:
        """Note that nothing is to be done about a nomination, and return it; None when it is gone or that was said."""

    async def tie(self, number: int, company_id: UUID) -> bool:
        """Let a nomination be of another company of the same terrain, by another name; False when that cannot be."""

    async def refused(self, companies: Collection[UUID]) -> frozenset[UUID]:
        """Return which of these companies of the register do not want to be approached."""
