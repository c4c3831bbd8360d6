"""What a dialog may ask and do about claims; storage keeps these promises inside the same turn."""

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from domain.companies.claims import Claim, ClaimAnswer


class Claims(Protocol):
    """Questions to the team about companies of the register: each is asked once."""

    async def waiting(self, limit: int) -> Sequence[Claim]:
        """Return what waits for the team, oldest first."""

    async def answer(self, number: int, *, yes: bool) -> ClaimAnswer:
        """Take the team's answer, once, and do what it means."""

    async def only_claims(self, intake_id: UUID) -> bool:
        """Say whether an intake claims a company of the register that it is not linked to."""
