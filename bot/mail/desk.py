"""What is to go by mail, kept in the transaction of what causes it: what is told, or a knock for whoever has a window."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from bot.mail.letters import NEWS, letter_of
from cards.papers.letter import MailText
from dialogs.turn.known import House
from domain.calendar.here import date_here
from domain.notices.quiet import NEVER, Quiet
from storage.companies.addressees import mailbox_to
from storage.database.transactions import Transaction
from storage.mail.mailboxes import mailbox_of
from storage.mail.turns import keep_mail


@dataclass(frozen=True, slots=True)
class MailDesk:
    """Writes mails; `quiet` is when nothing of ours goes. Not `on`: there is no server for mail, and nothing is written."""

    on: bool = False
    quiet: Quiet = NEVER

    @classmethod
    def of(cls, house: House) -> "MailDesk":
        """Return the desk of this house."""
        return cls(house.mails, house.quiet)

    async def may_mail(self, connection: Transaction, person: UUID, now: datetime.datetime) -> bool:
        """Say whether somebody can be mailed."""
        return self.on and await mailbox_of(connection, person, now) is not None

    async def write(
        self, connection: Transaction, person: UUID, replies: Sequence[object], now: datetime.datetime, key: str
    ) -> UUID | None:
        """Keep what is told to somebody as a mail, and return its turn; None when we may not mail them."""
        return await self._keep(connection, person, letter_of(replies), now, key)

    async def write_to(
        self, connection: Transaction, addressee: UUID, replies: Sequence[object], now: datetime.datetime, key: str
    ) -> UUID | None:
        """Keep what is told to who is no person here as a mail, and return its turn; None when we may not mail them."""
        if not self.on or await mailbox_to(connection, addressee) is None:
            return None
        return await keep_mail(connection, addressee, key, {"letter": letter_of(replies).model_dump(mode="json")}, now)

    async def knock(self, connection: Transaction, person: UUID, now: datetime.datetime) -> UUID | None:
        """Mail somebody that there is news, once a day and not while we are quiet; return the turn of that mail."""
        opens = self.quiet.after(now)
        return await self._keep(connection, person, NEWS, opens, f"news:{date_here(opens).isoformat()}")

    async def _keep(
        self, connection: Transaction, person: UUID, letter: MailText, at: datetime.datetime, key: str
    ) -> UUID | None:
        mailbox = await mailbox_of(connection, person, at) if self.on else None
        if mailbox is None:
            return None
        return await keep_mail(connection, mailbox, key, {"letter": letter.model_dump(mode="json")}, at)
