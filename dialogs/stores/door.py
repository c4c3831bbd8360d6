"""What dialogs may do about taking part without Teams: the devices, links for one more, and codes that join both doors."""

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from domain.door.keys import KeyHolder
from domain.door.sessions import DoorSession


class DoorSessions(Protocol):
    """The devices on which this person takes part without Teams."""

    async def all(self) -> Sequence[DoorSession]:
        """Return those that work now, the newest first."""

    async def revoke(self, session: UUID) -> bool:
        """End one; False when it had ended already."""

    async def new_link(self) -> str:
        """Make a link for one more device and return its secret; one that was not used stops working."""


class DoorKeys(Protocol):
    """Codes with which somebody who came without Teams is known in Teams."""

    async def make(self) -> str:
        """Make a code that lets whoever types it in Teams be this person; one that was made before stops working."""

    async def holder(self, person_id: UUID) -> KeyHolder | None:
        """Return whoever a code is of, locked; None when they are known in Teams by now, or hold a role."""
