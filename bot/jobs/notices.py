"""Telling notices when their time has come: words are made now, and kept to be sent in the same transaction."""

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

import structlog

from bot.turn.outbox import Outbox
from bot.turn.posts import keep_post
from bot.turn.turns import NamesSource
from dialogs.lookup.terrain_names import TerrainNames
from dialogs.notice_kinds import KINDS, find_kind
from dialogs.notices.kind import NoticeKind
from dialogs.notices.office import NOBODY
from dialogs.turn.known import House
from dialogs.turn.posts import Post
from dialogs.turn.replies import Reply
from domain.calendar.here import HERE, date_here
from domain.notices.channels import Channel
from domain.notices.notice import Failing, NewNotice, Notice
from storage.database.transactions import Database, Transaction, transaction
from storage.mail.mailboxes import mailbox_of
from storage.notices.delivery import (
    MINUTE,
    Target,
    channels_off,
    company_heard,
    drop_notices,
    due_notices,
    forgotten,
    lock_target,
    note_failing,
    note_told,
    put_off,
    settle_notices,
    told_since,
)
from storage.notices.notices import Notices
from storage.stores import Stores
from storage.turn.turns import reach

MOST_A_MINUTE = 10  # to any channel or person
WAKE = "notify"  # the job in the queue
REPORTED = datetime.timedelta(days=1)
DAILY = tuple(kind.name for kind in KINDS if kind.daily or kind.counts)
log = structlog.get_logger(__name__)


@dataclass(slots=True)
class Message:
    """What a kind of notice may use: what dialogs know as Telling."""

    stores: Stores[TerrainNames]
    house: House
    now: datetime.datetime
    channel: Channel | None = None
    person: UUID | None = None
    addressee: UUID | None = None

    @property
    def may_name(self) -> bool:
        """Say whether companies may be named here."""
        return self.channel is not None and self.channel.linked


class Notifier:
    """Tells notices on one database."""

    def __init__(
        self, database: Database, house: House, register: NamesSource, clock: Callable[[], datetime.datetime], outbox: Outbox
    ) -> None:
        """`clock` tells the time in UTC."""
        self.database, self.house, self.register, self.clock, self.outbox = database, house, register, clock, outbox

    async def notify(self, to: str) -> None:
        """Tell a channel, a person or an addressee what is due; harmless when nothing is. Raises DatabaseGone or RaceLost."""
        target = Target.of(to)
        async with transaction(self.database) as connection:
            await lock_target(connection, target)
            await DueNotices(self, connection, target, self.clock()).tell()

    async def look_after(self) -> None:
        """Learn what arrived, report channels that are off, and wake up for what was forgotten."""
        async with transaction(self.database) as connection:
            failed = await settle_notices(connection, self.clock())
            if failed:
                log.warning("notices.failed", count=failed)
            await self.report_off(connection)
            await self.outbox.wake_all(connection, await forgotten(connection, self.clock()))

    async def report_off(self, connection: Transaction) -> None:
        """Tell whoever let a channel follow something that it cannot be reached any more; once each time."""
        now = self.clock()
        notices = Notices(connection, now, self.house.quiet)
        await notices.plan(
            *(
                NewNotice("channel_off", person=asked, data={"channel": str(channel)}, key=f"off:{channel}:{off_at.isoformat()}")
                for channel, asked, off_at in await channels_off(connection, now - REPORTED)
            )
        )
        await self.outbox.wake_all(connection, notices.wakes)


@dataclass(slots=True)
class DueNotices:
    """What is due for one target, told at one moment."""

    notifier: Notifier
    connection: Transaction
    target: Target
    now: datetime.datetime
    failing: Failing = Failing.OFF

    async def tell(self) -> None:
        """Tell everything that is due as far as it may be told now; the rest waits for its moment."""
        opens = self.notifier.house.quiet.after(self.now)
        due = await due_notices(self.connection, self.target, self.now)
        if opens > self.now:
            await self.wait([one for one in due if not one.urgent], opens)
            due = [one for one in due if one.urgent]
        if not due:
            return
        message = await self.message()
        if message is None:
            await note_failing(self.connection, [one.id for one in due], self.failing)
            return
        room, oldest = await self.room()
        groups = list(grouped(due))
        for group in groups[:room]:
            await self.tell_group(message, group)
        await self.wait([one for group in groups[room:] for one in group], oldest + MINUTE)

    async def wait(self, waiting: Sequence[Notice], until: datetime.datetime) -> None:
        """Have notices wait until a moment, and wake up then."""
        if waiting:
            await put_off(self.connection, [one.id for one in waiting], until)
            await self.notifier.outbox.wake_all(self.connection, [self.target.wake(until)])

    async def room(self) -> tuple[int, datetime.datetime]:
        """Return how many messages may still go to the target in this minute, and when the oldest of them went."""
        told = await told_since(self.connection, self.target, self.now - MINUTE)
        return max(0, MOST_A_MINUTE - len(told)), told[0] if told else self.now

    async def message(self) -> Message | None:
        """Return what words are made with; None when the target cannot be reached."""
        names, quiet = await self.notifier.register.refresh(), self.notifier.house.quiet
        stores = Stores(self.connection, NOBODY, NOBODY, names, now=self.now, quiet=quiet, mails=self.notifier.house.mails)
        if self.target.channel is not None:
            found = await stores.channels.anywhere(self.target.channel)
            if found is None or not found.active:
                self.failing = Failing.AWAY if found is not None and found.why.returns else Failing.OFF
                return None
            stores.tenant = found.tenant
            return Message(stores, self.notifier.house, self.now, channel=found)
        if self.target.addressee is not None:
            self.failing = Failing.MAIL
            return Message(stores, self.notifier.house, self.now, addressee=self.target.id) if self.notifier.house.mails else None
        tenant = await self.tenant()
        if not tenant:
            return None
        stores.tenant, stores.person = tenant, self.target.id
        return Message(stores, self.notifier.house, self.now, person=self.target.person)

    async def tenant(self) -> str:
        """Return the tenant of a person who can be reached, in a chat or else by mail; empty for nobody."""
        there = await reach(self.connection, self.target.id)
        if there is not None or not self.notifier.house.mails:
            return there[0] if there is not None else ""
        mailbox = await mailbox_of(self.connection, self.target.id, self.now)
        return mailbox.tenant if mailbox is not None else ""

    async def tell_group(self, message: Message, group: Sequence[Notice]) -> None:
        """Keep the words about notices that are told together; what cannot be made is noted, and the others go on."""
        kind, ids = find_kind(group[0].kind), [one.id for one in group]
        if kind is not None and kind.daily and (tomorrow := await self.had_today()) is not None:
            await self.wait(group, tomorrow)
            return
        try:
            async with self.connection.begin_nested():
                replies = await kind.compose(message, group) if kind is not None else ()
                turn = await self.keep(group, replies, whole=kind is not None and kind.mailed) if replies else None
        except Exception as error:
            log.exception("notice.broken", kind=group[0].kind, exc_info=error)
            await note_failing(self.connection, ids, Failing.BROKEN)
            return
        if turn is None:
            await drop_notices(self.connection, ids)
        else:
            await note_told(self.connection, ids, turn, self.now)
        await self.notifier.outbox.wake_all(self.connection, message.stores.wakes)
        message.stores.wakes.clear()

    async def had_today(self) -> datetime.datetime | None:
        """Return when a person's company may have the next message of the daily kinds; None when that is now."""
        today = datetime.datetime.combine(date_here(self.now), datetime.time(0), HERE)
        if self.target.person is None or not await company_heard(self.connection, self.target.person, today, DAILY):
            return None
        return self.notifier.house.quiet.after(today + datetime.timedelta(days=1))

    async def keep(self, group: Sequence[Notice], replies: Sequence[Reply], *, whole: bool) -> UUID | None:
        """Keep what is told as a turn that the sweep brings; `whole` says that a mail may tell it too."""
        first, outbox = group[0], self.notifier.outbox
        key = f"notice:{first.id}:{first.tries}"
        about = {one.about for one in group}
        if self.target.channel is not None:
            thread = f"terrain:{first.terrain}" if len({one.terrain for one in group}) == 1 and first.terrain else first.bundle
            post = Post(self.target.channel, tuple(replies), thread, key, about.pop() if len(about) == 1 else None)
            return await keep_post(self.connection, post, outbox.papers, self.now)
        if self.target.addressee is not None:
            return await outbox.write_to(self.connection, self.target.id, replies, self.now, key) if whole else None
        return await outbox.tell(self.connection, self.target.id, replies, self.now, key, whole=whole)


def grouped(due: Sequence[Notice]) -> Iterable[Sequence[Notice]]:
    """Return notices that are told together: those of one bundle, or of one daily kind; the others one by one, in order."""
    groups: dict[object, list[Notice]] = {}
    for one in due:
        kind: NoticeKind | None = find_kind(one.kind)
        together: object = one.bundle or (one.kind if kind is not None and kind.daily else one.id)
        groups.setdefault(together, []).append(one)
    return groups.values()
