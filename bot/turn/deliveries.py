"""What is ready to be sent, and what became of it: the half of the turns that comes after their commit."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from bot.exchange import Delivery
from bot.mail.links import SEALED_TO, TOKEN, person_of
from bot.turn.acknowledged import Acknowledged
from bot.turn.outbox import Outbox
from bot.turn.posts import ready_posts
from bot.turn.receipts import Receipts
from bot.turn.results import TurnResult, remaining
from dialogs.turn.events import Sender
from dialogs.turn.known import House
from domain.access.roles import NO_ROLES
from domain.papers.papers import Paper
from storage.companies.addressees import stop_addressee
from storage.database.transactions import Database, DatabaseGone, RaceLost, Transaction, transaction
from storage.mail.mailboxes import stop_mail
from storage.notices.delivery import take_back
from storage.papers.papers import Holder, kept_paper, linked_paper
from storage.terrains.seal_keys import read_seals
from storage.turn.turns import claim_one, claim_unsent, count_unsent, find_turn, reach


class Deliveries:
    """Turns that were stored, and papers, on one database."""

    def __init__(self, database: Database, clock: Callable[[], datetime.datetime], house: House, outbox: Outbox) -> None:
        """Gather receipts of what was sent; `clock` tells the time in UTC, `house` who holds which role by the settings."""
        self.database, self.clock, self.house, self.quiet, self.outbox = database, clock, house, house.quiet, outbox
        self.receipts = Receipts(database, clock)

    async def linked_paper(self, token: str) -> Paper | None:
        """Return the paper behind a link; None when there is none (any more), or the person it was made for lost their role."""
        async with transaction(self.database) as connection:
            return self.given_now(await linked_paper(connection, token, self.clock()))

    async def stop_mail(self, token: str) -> None:
        """Mail somebody no more, by what only we can have made for them; anything else does nothing."""
        async with transaction(self.database) as connection:
            if not TOKEN.fullmatch(token):
                return
            seals = await read_seals(connection, self.clock())
            if (person := person_of(token, seals)) is not None:
                await stop_mail(connection, person, self.clock())
            elif (addressee := person_of(token, seals, SEALED_TO)) is not None:
                await stop_addressee(connection, addressee, self.clock())

    async def read_paper(self, paper: UUID) -> bytes | None:
        """Return what is in a paper; None when it is gone, or the person it was made for lost their role."""
        async with transaction(self.database) as connection:
            found = self.given_now(await kept_paper(connection, paper))
        return found.content if found else None

    def given_now(self, found: tuple[Paper, Holder] | None) -> Paper | None:
        """Return a paper when it may be given at this moment, whatever held when it was made."""
        if found is None or not found[1].in_force:
            return None
        paper, holder = found
        roles = self.house.roles_of(Sender(*holder.who, "", ""), holder.grants) if holder.who else NO_ROLES
        return paper if paper.held <= roles.grants else None

    async def reach(self, person: UUID) -> Mapping[str, Any] | None:
        """Return how to reach a person; None when they cannot be reached."""
        async with transaction(self.database) as connection:
            there = await reach(connection, person)
        return there[1] if there is not None else None

    async def knows(self, message: Acknowledged) -> bool:
        """Say whether an activity was stored, by whatever process."""
        async with transaction(self.database) as connection:
            return await find_turn(connection, message.tenant, message.conversation, message.activity) is not None

    async def may_send(self, delivery: Delivery) -> bool | None:
        """Say whether a late answer may go out now under Teams' limits; None when another process sends it."""
        try:
            async with transaction(self.database) as connection:
                return await claim_one(connection, delivery.id, self.clock())
        except (DatabaseGone, RaceLost):
            return False

    def note_sent(self, delivery: Any, ids: list[str | None]) -> None:  # noqa: ANN401 - any delivery of the edge
        """Note what was sent; written later, many turns at once."""
        self.receipts.note(delivery.id, ids)

    async def depth(self) -> int:
        """Return how many turns still have something to send."""
        async with transaction(self.database) as connection:
            return await count_unsent(connection)

    async def write_notes(self) -> None:
        """Write what was sent; raises what the database raises."""
        await self.receipts.write()

    async def unsent(self, limit: int) -> list[TurnResult]:
        """Claim turns that stayed behind; raises what the database raises."""
        await self.receipts.write()
        async with transaction(self.database) as connection:
            now = self.clock()
            rows = await self.now_or_later(connection, await claim_unsent(connection, limit, now), now)
            rows = await ready_posts(connection, rows, now)
        return [remaining(row) for row in rows]

    async def now_or_later(
        self, connection: Transaction, rows: Sequence[dict[str, Any]], now: datetime.datetime
    ) -> Sequence[dict[str, Any]]:
        """Return what may be sent now: while we are quiet, notices that were not begun are taken back until we are not."""
        opens = self.quiet.after(now)
        unseen = [row["id"] for row in rows if not row["ids"]]
        if opens <= now or not unseen:
            return rows
        gone, wakes = await take_back(connection, unseen, opens)
        await self.outbox.wake_all(connection, tuple(wakes))
        return [row for row in rows if row["id"] not in gone]
