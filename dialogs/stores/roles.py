"""What the commands about roles may look up and change; storage keeps these promises inside the same turn."""

from collections.abc import Sequence
from typing import Protocol

from domain.access.roles import Grant, Somebody


class RoleBook(Protocol):
    """The roles of one tenant, kept by the administrator whose turn it is. Every change stays in the history."""

    async def give(self, object_id: str, grant: Grant) -> bool:
        """Give a role; False when they hold it already."""

    async def take(self, object_id: str, grant: Grant) -> bool:
        """Take a role back; False when they do not hold it."""

    async def somebody(self, object_id: str) -> Somebody:
        """Return who has this Entra object id, whether we met them or not."""

    async def mentioned(self, teams_id: str) -> Somebody | None:
        """Return whom Teams mentions by this id; None when we do not know them."""

    async def named(self, name: str) -> Sequence[Somebody]:
        """Return whose name holds every word of `name`, accents and capitals aside: whom we met, and linked teams."""

    async def names(self) -> Sequence[tuple[str, str]]:
        """Return (object id, name) of everybody we know by name: the newest thousands, to look for typing errors in."""

    async def holders(self) -> Sequence[Somebody]:
        """Return everybody who holds a role in the tables, by name."""
