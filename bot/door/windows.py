"""The windows of people without Teams, in the database: who is behind a cookie, and what is to be read there."""

import datetime
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from bot.door.bells import Bells
from dialogs.turn.events import Sender
from dialogs.turn.known import House
from domain.door.entering import DoorRefusal, DoorWay, Entered
from domain.door.sessions import DoorPerson
from storage.database.transactions import Database, RaceLost, Transaction, transaction
from storage.door.entering import enter
from storage.door.messages import Officials, put_message, take_message_away
from storage.door.window import DoorMessage, PageAsking, looking_in
from storage.mail.mailboxes import mail_link

# Redeems what somebody comes in by: (connection, way, key, device, who, now, until when what is made on the spot works).
Enter = Callable[
    [Transaction, DoorWay, str, str, str, datetime.datetime, datetime.datetime], Awaitable[Entered | DoorRefusal]
]  # storage/door/entering.py


class Windows:
    """All windows on one database."""

    def __init__(self, database: Database, house: House, clock: Callable[[], datetime.datetime], enter: Enter = enter) -> None:
        """`house` knows who holds a role by the settings; `clock` tells the time in UTC."""
        self._database, self._house, self._clock, self._enter = database, house, clock, enter
        self._looking = looking_in(database, clock)
        self.bells = Bells()

    async def enter(self, way: DoorWay, key: str, device: str, who: str) -> Entered | DoorRefusal:
        """Redeem what somebody comes in by; `who` is the digest of their address. Raises DatabaseGone or RaceLost."""
        try:
            return await self._try(way, key, device, who)
        except RaceLost:  # another was first, perhaps with the same code
            return await self._try(way, key, device, who)

    async def _try(self, way: DoorWay, key: str, device: str, who: str) -> Entered | DoorRefusal:
        now = self._clock()
        until = now + datetime.timedelta(days=self._house.code_days)
        async with transaction(self._database) as connection:
            return await self._enter(connection, way, key, device, who, now, until)

    async def mail_link(self, address: str) -> None:
        """Mail a link to whoever gave this address as their own, if there is somebody. Raises DatabaseGone or RaceLost."""
        async with transaction(self._database) as connection:
            await mail_link(connection, address, self._clock())

    async def look(self, secret: str, watermark: int) -> tuple[DoorPerson, Sequence[DoorMessage]] | None:
        """Return who is behind a cookie, and what is new to them; None when they do not come in this way (any more). Raises
        DatabaseGone or RaceLost.
        """
        found = await self._looking.ask(PageAsking(secret, watermark))
        if found is None or self._house.roles_of(Sender(found[0].tenant, found[0].object_id, "", "")).held:
            return None
        return found

    async def show(self, person: UUID, message: UUID, activity: Mapping[str, Any]) -> bool:
        """Show a message, or put it in the place of the one with this id; False when this person is not there (any more). Raises
        DatabaseGone or RaceLost.
        """
        house = self._house
        officials = Officials(house.tenant, house.team | house.admins)
        shown = await put_message(self._database, person, message, activity, self._clock(), officials)
        self.bells.ring(person)
        return shown

    async def take_away(self, person: UUID, message: UUID) -> None:
        """Take a message away. Raises DatabaseGone or RaceLost."""
        async with transaction(self._database) as connection:
            await take_message_away(connection, person, message)
