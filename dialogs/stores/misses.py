"""What a dialog may ask and keep of what was not understood; storage keeps these promises inside the same turn."""

import datetime
from collections.abc import Sequence
from typing import Protocol

from domain.knowledge.misses import Miss, MissState


class Misses(Protocol):
    """Sentences that were not understood."""

    async def keep(self, state: MissState, near: str, words: str = "") -> int:
        """Count a sentence, and keep its words when there are any; return its number."""

    async def count(self, since: datetime.datetime) -> int:
        """Return how many sentences were not understood since a moment."""

    async def newest(self, limit: int) -> Sequence[Miss]:
        """Return the newest of which we have the words, without the name and the company of who said them."""
