"""The rounds of the bot: looking every quarter of an hour what has become due, in one transaction."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from bot.turn.outbox import Outbox
from bot.turn.turns import NamesSource
from dialogs.notices.office import NOBODY
from dialogs.rounds.kinds import go_round
from dialogs.turn.known import House
from storage.database.transactions import Database, transaction
from storage.stores import Stores


@dataclass(frozen=True, slots=True)
class RoundsJob:
    """Goes round on one database; `clock` tells the time in UTC."""

    database: Database
    house: House
    register: NamesSource
    clock: Callable[[], datetime.datetime]
    outbox: Outbox

    async def go(self) -> dict[str, int]:
        """Plan everything that is due by now; return how many notices of what. Raises DatabaseGone or RaceLost.

        Two workers may do this at the same time: what both find is planned once.
        """
        names, now = await self.register.refresh(), self.clock()
        async with transaction(self.database) as connection:
            stores = Stores(
                connection,
                NOBODY,
                NOBODY,
                names,
                tenant=self.house.tenant,
                now=now,
                quiet=self.house.quiet,
                mails=self.house.mails,
            )
            planned = await go_round(stores, self.house, now)
            await self.outbox.wake_all(connection, stores.wakes)
        return planned
