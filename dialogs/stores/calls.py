"""What a dialog may ask and do about calling companies; storage keeps these promises inside the same turn."""

import datetime
from collections.abc import Collection, Mapping, Sequence
from typing import Protocol
from uuid import UUID

from domain.companies.calls import CallReach, DueCalls
from domain.companies.company_file import NamedCompany
from domain.dossier.forms import CallOutcome


class Calls(Protocol):
    """The calls of one person of the team. Nothing here raises for what is not there."""

    async def reach(self, terrain: str) -> CallReach:
        """Return of which companies of the register there is a number, and which intakes asked for no messages."""

    async def namers(self, register: UUID) -> Sequence[str]:
        """Return the companies that named this one and let it hear that, by name."""

    async def begin(self, about: NamedCompany) -> str:
        """Note that this person calls a company now, and no other one; return who of the team does already, empty for nobody."""

    async def end(self) -> None:
        """Note that this person calls nobody now."""

    async def refuse(self, register: UUID) -> bool:
        """Note that a company of the register does not want to be approached: its contacts and what was written about it go.

        False when an intake is linked to it: that one speaks for it.
        """

    async def link(self, register: UUID, intake_id: UUID) -> bool:
        """Tie an intake that was filled in by telephone to the company that was called; False when another is tied to it."""

    async def done(self, terrain: str, since: datetime.datetime) -> Mapping[CallOutcome, int]:
        """Return how many calls this person made on a terrain since a moment, by what came of them."""

    async def due(self, terrains: Collection[str], today: datetime.date) -> Mapping[str, DueCalls]:
        """Return what is to be called on these terrains today or was before: of companies that may still be called."""
