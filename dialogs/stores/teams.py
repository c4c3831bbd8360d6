"""What linking teams may look up and change; storage keeps these promises inside the same turn."""

from collections.abc import Collection, Sequence
from typing import Protocol
from uuid import UUID

from domain.access.roles import LinkedTeam, TeamMember


class TeamLinks(Protocol):
    """The Teams teams whose members are the project team. Every change stays in the history."""

    async def link(self, team: str, name: str, members: Sequence[TeamMember], named: Collection[str] = ()) -> LinkedTeam:
        """Link a team, or read a linked one again; guests count when they are `named` (object ids) now or were before."""

    async def reread(self, team: str, name: str, members: Sequence[TeamMember]) -> LinkedTeam | None:
        """Bring a linked team up to date; None when it is not linked (any more)."""

    async def admit(self, team: str, guests: Collection[str]) -> LinkedTeam | None:
        """Let guests of a linked team count; None when it is not linked."""

    async def leave(self, team: str, ids: Collection[str]) -> None:
        """Take people out of a linked team at once; `ids` are Entra object ids or Teams' own."""

    async def unlink(self, team: str) -> LinkedTeam | None:
        """Let go of a team; None when it was not linked."""

    async def all(self) -> Sequence[LinkedTeam]:
        """Return every linked team, by name."""

    async def linker(self, team: str) -> UUID | None:
        """Return the person who linked a team; None when there is none we met."""
