"""The companies that were made to try things."""

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from domain.companies.company_file import NamedCompany


class Trials(Protocol):
    """Companies that count nowhere; storage keeps these promises inside the same turn."""

    async def make(self, terrain_id: str, terrain_name: str) -> NamedCompany:
        """Make one on a terrain, with an intake that is filled in, and return it."""

    async def all(self, terrain_id: str | None = None) -> Sequence[NamedCompany]:
        """Return those of one terrain, or of all."""

    async def drop(self, intake_id: UUID) -> bool:
        """Erase one with everything that hangs on it; False when there is none."""
