"""What a dialog may ask and keep of versions of items; storage keeps these promises inside the same turn."""

import datetime
from collections.abc import Sequence
from typing import Protocol

from domain.knowledge.items import Item
from domain.knowledge.versions import ItemVersion, VersionState


class Knowledge(Protocol):
    """What the team wrote of items in chat."""

    async def newest(self) -> Sequence[ItemVersion]:
        """Return of each item the last version that was approved, and the one that waits for a yes."""

    async def history(self, key: str) -> Sequence[ItemVersion]:
        """Return the last versions of an item that were approved, newest first."""

    async def propose(self, item: Item, at: datetime.datetime, over: int | None = None) -> ItemVersion | None:
        """Keep a version that waits for a yes, in the place of number `over`; None when somebody else was first."""

    async def decide(self, number: int, state: VersionState, at: datetime.datetime) -> ItemVersion | None:
        """Approve or drop a version that waits; None when somebody else was first."""
