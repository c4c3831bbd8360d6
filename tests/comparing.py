"""A chat in which, before every turn, what the process remembers of somebody is laid beside what the database says."""

from dataclasses import dataclass, replace
from uuid import UUID

from bot.exchange import Arrival
from bot.turned import Turned, keys_of
from storage.loading import looking
from tests.chat import Chat


@dataclass
class Comparing(Chat):
    """`remembered` counts the turns of which the process remembered something."""

    remembered: int = 0

    async def takes(self, arrival: Arrival) -> Turned:
        """Compare, and let the current process take the turn."""
        await self.compare(arrival)
        return await super().takes(arrival)

    async def compare(self, arrival: Arrival) -> None:
        """Check that nothing is remembered, or just what is stored, or what its versions tell is out of date."""
        keys, turns = keys_of(arrival), self.turns
        remembered = turns.memory.recall(keys)
        if remembered is None:
            return
        await turns.notebook.write()
        stored = await looking(self.database).ask({**keys, "activity": ""})
        card = remembered.place["card"]
        shown = turns.notebook.card_of(UUID(card)) if card else None
        turns.memory.keep(keys, remembered)
        if stored is not None and remembered.seen == stored.seen:
            assert replace(remembered, card=remembered.card or shown, remembered=False) == stored
            self.remembered += 1
