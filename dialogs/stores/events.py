"""What a dialog may ask and record about terrains; storage keeps these promises inside the same turn."""

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from domain.plan.events import NewEvent, TerrainEvent
from domain.plan.state import TerrainState


class Dossiers(Protocol):
    """The log of every terrain and what follows from it."""

    async def record(self, *events: NewEvent, seen: int | None = None) -> TerrainState | None:
        """Record events of one terrain, by this person, and return what holds then.

        With `seen`, the revision that somebody decided on, nothing is recorded when the terrain has moved on since: None.
        """

    async def state(self, terrain_id: str) -> TerrainState:
        """Return how far a terrain is; an empty state when nothing happened yet."""

    async def states(self, terrain_ids: Collection[str]) -> Mapping[str, TerrainState]:
        """Return the same of several terrains, at once."""

    async def history(
        self, terrain_id: str, *, limit: int = 50, before: int | None = None, kinds: Collection[str] = ()
    ) -> Sequence[TerrainEvent]:
        """Return events of a terrain, newest first: of these kinds (all when none is named), older than id `before`."""
