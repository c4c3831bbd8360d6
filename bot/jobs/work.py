"""Doing work that was started in a conversation: once, in one transaction, with progress beside it and the result told."""

import datetime
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID, uuid4

import structlog

from bot.exchange import Outgoing
from bot.jobs.calculation import Crew
from bot.sentences import new_code, went_wrong
from bot.turn.outbox import Outbox, turn_about
from bot.turn.papers import By
from bot.turn.replies import card_activity, progress_card
from bot.turn.turns import NamesSource
from dialogs.lookup.terrain_names import TerrainNames
from dialogs.notices.office import roles_of
from dialogs.turn.known import House
from dialogs.turn.replies import Say
from dialogs.works import find_work
from storage.database.transactions import Database, DatabaseGone, RaceLost, Transaction, transaction
from storage.notices.channels import linked_team_at
from storage.stores import Stores
from storage.turn.saving import save_turn
from storage.work.works import NewWork, card_of, claim_work, finish_work, is_sent

# A card that changes every five seconds is alive, and stays far below Teams' limits.
PROGRESS_SECONDS = 5.0
NOT_ANY_MORE = "Dit kan ik u niet meer geven. Uw rol is intussen veranderd."
Made = TypeVar("Made")
log = structlog.get_logger(__name__)


class Erased(Exception):  # noqa: N818 - named for what happened
    """Whoever asked was erased while the work was done: nothing of it is kept."""


class Works:
    """Does work on one database."""

    def __init__(
        self, database: Database, house: House, register: NamesSource, clock: Callable[[], datetime.datetime], outbox: Outbox
    ) -> None:
        """`clock` tells the time in UTC."""
        self.database, self.house, self.register, self.clock, self.outbox = database, house, register, clock, outbox
        self.seconds: Callable[[], float] = time.monotonic
        self.crew = Crew(1)

    async def run(self, work_id: UUID) -> None:
        """Do one piece of work; harmless when it is done already. Raises DatabaseGone or RaceLost, to be tried again."""
        try:
            async with transaction(self.database) as connection:
                work = await claim_work(connection, work_id)
                if work is not None:
                    await self._do(connection, work)
        except (DatabaseGone, RaceLost):
            raise
        except Erased:
            log.info("work.dropped")
        except Exception as error:  # noqa: BLE001 - whatever breaks, the person hears something
            await self._apologise(work_id, error)

    def close(self) -> None:
        """Let go of the process for calculating."""
        self.crew.leave()

    async def _do(self, connection: Transaction, work: NewWork) -> None:
        """Do it, and tell the result in the same transaction."""
        kind = find_work(work.kind)
        if kind is None:
            raise LookupError(work.kind)
        started, person = self.seconds(), work.person_id or work.turn_id
        names, now = await self.register.refresh(), self.clock()
        stores = Stores(
            connection, person, person, names, tenant=work.tenant, now=now, quiet=self.house.quiet, mails=self.house.mails
        )
        doing = Doing(self, work, stores, self.house, person, now, started)
        roles = await roles_of(stores, self.house, person)
        may = kind.right is None or roles.may(kind.right)
        replies = await kind.handler(doing) if may else [Say(NOT_ANY_MORE)]
        if not await finish_work(connection, work.id):
            raise Erased
        by = By(roles.grants, await linked_team_at(connection, work.tenant, work.conversation))
        await self.outbox.tell_result(connection, work, replies, await card_of(connection, work), self.clock(), by=by)
        await self.outbox.wake_all(connection, stores.wakes)
        log.info("work.done", kind=work.kind, seconds=round(self.seconds() - started, 1))

    async def _apologise(self, work_id: UUID, error: Exception) -> None:
        """Tell that it went wrong, and do not try again: it would go wrong again."""
        code = new_code()
        log.error("work.failed", code=code, exc_info=error)
        async with transaction(self.database) as connection:
            work = await claim_work(connection, work_id)
            if work is not None and await finish_work(connection, work.id):
                said = [Say(went_wrong(code))]
                await self.outbox.tell_result(connection, work, said, await card_of(connection, work), self.clock(), failed=True)


@dataclass(slots=True)
class Doing:
    """One piece of work while it is done: what dialogs know as Working."""

    works: Works
    work: NewWork
    stores: Stores[TerrainNames]
    house: House
    person: UUID
    now: datetime.datetime
    shown_at: float
    shown: UUID | None = None

    @property
    def ids(self) -> Mapping[str, str]:
        return self.work.ids

    async def aside(self, function: Callable[..., Made], *given: object) -> Made:
        """Calculate in a process of its own."""
        return await self.works.crew.aside(function, *given)

    async def progress(self, done: int, of: int) -> None:
        """Show how far it is, in a transaction of its own: seldom, and never while the last one still waits to be sent."""
        if self.works.seconds() - self.shown_at < PROGRESS_SECONDS:
            return
        self.shown_at = self.works.seconds()
        with suppress(DatabaseGone, RaceLost):  # nobody misses one of many
            async with transaction(self.works.database) as connection:
                await self._show(connection, done, of)

    async def _show(self, connection: Transaction, done: int, of: int) -> None:
        card = await card_of(connection, self.work)
        if card is None or (self.shown is not None and not await is_sent(connection, self.shown)):
            return
        activity = card_activity(progress_card(self.work.title, done, of))
        outgoing, key = [Outgoing("update", activity, card)], f"work:{self.work.id}:{uuid4()}"
        new = turn_about(self.work, key, outgoing, self.works.clock())
        await save_turn(connection, new)
        self.shown = new.id
