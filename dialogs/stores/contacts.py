"""What a dialog may ask and do about imported contacts; storage keeps these promises inside the same turn."""

from typing import Protocol
from uuid import UUID

from domain.companies.companies import Approached, Provenance


class Contacts(Protocol):
    """The contacts of companies in the register. Nothing here raises for what is not there."""

    async def approach(self, terrain_id: str, name: str) -> Approached:
        """Note that a company is approached, and return what must be told and minded then."""

    async def recognise(self, code: str, intake: UUID) -> Provenance | None:
        """Link an intake to the company that the team made this code for; return where its contacts come from, if it has any."""

    async def erase(self, *, email: str = "", phone: str = "") -> int:
        """Erase a contact everywhere and keep it out of later imports; return how many there were."""
