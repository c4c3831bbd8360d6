"""Searching for a terrain while somebody types: in a list on a card, and beside the box where one writes a message."""

import datetime
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from uuid import uuid4

from bot.turn.tries import Tries
from bot.turn.turns import NamesSource
from dialogs.lookup.terrain_names import TerrainNames
from dialogs.terrains.message_extension import DroppedCard, Looker, Shared, card_again, cards_to_share, offered
from dialogs.turn.events import Sender
from dialogs.turn.known import House
from storage.database.transactions import Database, Transaction, transaction
from storage.stores import Stores
from storage.terrains.seal_keys import read_seals
from storage.turn.lookers import look_up

TERRAINS = "terrains"  # the list that a card asks for


class Searching:
    """Finds what somebody may see. Nothing is locked and nothing is kept."""

    def __init__(self, database: Database, house: House, register: NamesSource, clock: Callable[[], datetime.datetime]) -> None:
        """Keep what every search needs; `clock` tells the time in UTC."""
        self._database, self._house, self._register, self._clock = database, house, register, clock
        self._tries = Tries()

    async def suggest(self, sender: Sender, dataset: str, typed: str) -> Sequence[tuple[str, str]]:
        """Return (title, value) pairs of a list on a card."""
        if dataset != TERRAINS:
            return ()
        names = await self._register.refresh()
        async with transaction(self._database) as connection:
            looker = await self._looker(connection, sender)
        return [(name.label, name.id) for name in offered(names, looker, typed)]

    async def share(self, sender: Sender, typed: str) -> Sequence[Shared]:
        """Return cards to drop in a chat."""
        async with self._looking(sender) as (stores, looker):
            return await cards_to_share(stores, looker, typed, stores.now, await read_seals(stores.connection, stores.now))

    async def again(self, sender: Sender, carried: Mapping[str, object]) -> DroppedCard | None:
        """Return a card that was dropped as this person may see it now; None when it is no card of ours.

        None too for whoever made up many of them a moment ago.
        """
        who = (sender.tenant, sender.object_id)
        if self._tries.are_too_many(who, self._clock()):
            return None
        async with self._looking(sender) as (stores, looker):
            found = await card_again(stores, looker, carried, stores.now, await read_seals(stores.connection, stores.now))
        if found is not None and found.forged:
            self._tries.note(who, self._clock())
        return found

    @asynccontextmanager
    async def _looking(self, sender: Sender) -> AsyncIterator[tuple[Stores[TerrainNames], Looker]]:
        names, now = await self._register.refresh(), self._clock()
        async with transaction(self._database) as connection:
            looker = await self._looker(connection, sender)
            yield Stores(connection, uuid4(), uuid4(), names, tenant=sender.tenant, object_id=sender.object_id, now=now), looker

    async def _looker(self, connection: Transaction, sender: Sender) -> Looker:
        grants, own = await look_up(connection, sender.tenant, sender.object_id)
        return Looker(self._house.roles_of(sender, grants), own)
