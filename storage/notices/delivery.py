"""Telling notices: claiming what is due for one channel or one person, and noting what came of it."""

import datetime
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, and_, delete, exists, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.notices.notice import Failing, Notice, Wake
from storage.notices.notices import PARTS, TARGETS, WAITS, wake_for
from storage.tables.channel import channel
from storage.tables.notice import notice, subscription
from storage.tables.people import person
from storage.tables.turn import turn
from storage.turn.turns import TRIED_LONG_ENOUGH

MINUTE = datetime.timedelta(minutes=1)
# What is due and not told after this was forgotten by the queue.
OVERDUE = datetime.timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Target:
    """Whom notices are for: a channel, a person, or an addressee, who is no person here."""

    channel: UUID | None = None
    person: UUID | None = None
    addressee: UUID | None = None

    @classmethod
    def of(cls, to: str) -> "Target":
        """Read what is in the queue; raises ValueError for anything else."""
        kind, _, key = to.partition(":")
        match kind:
            case "channel":
                return cls(channel=UUID(key))
            case "person":
                return cls(person=UUID(key))
            case "addressee":
                return cls(addressee=UUID(key))
        raise ValueError(kind)

    @property
    def id(self) -> UUID:
        return self.channel or self.person or self.addressee or UUID(int=0)

    @property
    def these(self) -> ColumnElement[bool]:
        if self.channel is not None:
            return notice.c.channel_id == self.channel
        return notice.c.person_id == self.person if self.addressee is None else notice.c.addressee_id == self.addressee

    def wake(self, at: datetime.datetime) -> Wake:
        """Return what has a worker look again at a moment."""
        return wake_for(self.channel, self.person, self.addressee, at)


async def lock_target(connection: AsyncConnection, target: Target) -> None:
    """Let only one worker at a time tell notices to a target; they stay in order, and nothing is told twice."""
    await connection.execute(select(func.pg_advisory_xact_lock(target.id.int >> 65)))


async def due_notices(connection: AsyncConnection, target: Target, now: datetime.datetime) -> Sequence[Notice]:
    """Return what is due for a target, oldest first; of very many at least what is urgent.

    Of what comes in parts nothing is due until its last part is: somebody who is still deciding is told of once.
    """
    later = (notice.c.bundle != "") & (notice.c.due_at > now) & (notice.c.due_at <= now + PARTS)
    coming = select(notice.c.bundle).where(target.these, WAITS, later).correlate(None)
    due = select(notice).where(target.these, WAITS, notice.c.due_at <= now, notice.c.urgent | notice.c.bundle.not_in(coming))
    rows = await connection.execute(due.order_by(notice.c.urgent.desc(), notice.c.id).limit(1000))
    found = (
        Notice(
            row.id, row.kind, row.terrain_id, row.intake_id, row.data, row.bundle, row.at, row.tries, row.urgent, row.key or ""
        )
        for row in rows
    )
    return sorted(found, key=lambda one: one.id)


async def told_since(connection: AsyncConnection, target: Target, since: datetime.datetime) -> Sequence[datetime.datetime]:
    """Return when something was told to a target since a moment, oldest first; what was told together counts once."""
    those = target.these & (notice.c.posted_at > since) & notice.c.turn_id.is_not(None)
    told = select(notice.c.turn_id, func.min(notice.c.posted_at).label("at")).where(those).group_by(notice.c.turn_id)
    return sorted(row.at for row in await connection.execute(told))


async def company_heard(connection: AsyncConnection, person_id: UUID, since: datetime.datetime, kinds: Collection[str]) -> bool:
    """Say whether anybody of a person's company was told something of these kinds since a moment.

    Until the end of this transaction nobody else asks this about the company, so that two colleagues are not both told.
    """
    company = (await connection.execute(select(person.c.intake_id).where(person.c.id == person_id))).scalar_one()
    await connection.execute(select(func.pg_advisory_xact_lock(company.int >> 65)))
    colleagues = select(person.c.id).where(person.c.intake_id == company)
    told = (notice.c.posted_at > since) & notice.c.turn_id.is_not(None) & notice.c.kind.in_(kinds)
    return bool((await connection.execute(select(exists().where(notice.c.person_id.in_(colleagues), told)))).scalar_one())


async def note_told(connection: AsyncConnection, ids: Collection[int], turn_id: UUID, now: datetime.datetime) -> None:
    """Note that a turn brings these notices."""
    await connection.execute(update(notice).where(notice.c.id.in_(ids)).values(turn_id=turn_id, posted_at=now))


async def drop_notices(connection: AsyncConnection, ids: Collection[int]) -> None:
    """Forget notices about which there is nothing to tell any more; of what the team approved it is kept that it did not go."""
    approved = notice.c.id.in_(ids) & notice.c.key.startswith("sending:")
    await connection.execute(update(notice).where(approved).values(failing=Failing.WITHHELD))
    await connection.execute(delete(notice).where(notice.c.id.in_(ids), notice.c.failing.is_(None)))


async def withhold(connection: AsyncConnection, turns: Collection[UUID]) -> None:
    """Note that what these turns would have brought was not wanted any more when it was to go."""
    await connection.execute(update(notice).where(notice.c.turn_id.in_(turns)).values(failing=Failing.WITHHELD))


async def note_failing(connection: AsyncConnection, ids: Collection[int], why: Failing) -> None:
    """Note that notices did not arrive."""
    await connection.execute(update(notice).where(notice.c.id.in_(ids)).values(failing=why))


async def put_off(connection: AsyncConnection, ids: Collection[int], until: datetime.datetime) -> None:
    """Have notices wait for another moment."""
    await connection.execute(update(notice).where(notice.c.id.in_(ids)).values(due_at=until))


async def take_back(
    connection: AsyncConnection, turns: Collection[UUID], until: datetime.datetime
) -> tuple[set[UUID], set[Wake]]:
    """Have notices that nobody saw yet be told later, in words of then; return which turns went with that, and the wakes.

    What is urgent goes on, with all that is told together with it; so does a turn that brings no notice.
    """
    brought = select(notice.c.turn_id, notice.c.urgent, *TARGETS)
    rows = (await connection.execute(brought.where(notice.c.turn_id.in_(turns)).with_for_update())).all()
    gone = {row.turn_id for row in rows} - {row.turn_id for row in rows if row.urgent}
    if gone:
        untold = {"turn_id": None, "posted_at": None, "due_at": until}
        await connection.execute(update(notice).where(notice.c.turn_id.in_(gone)).values(untold))
        await connection.execute(delete(turn).where(turn.c.id.in_(gone)))
    return gone, {Target(row.channel_id, row.person_id, row.addressee_id).wake(until) for row in rows if row.turn_id in gone}


async def forgotten(connection: AsyncConnection, now: datetime.datetime) -> Sequence[Wake]:
    """Return for whom something was due that no job told."""
    late = select(*TARGETS).where(WAITS, notice.c.due_at < now - OVERDUE).distinct()
    rows = await connection.execute(late)
    return [wake_for(*row, now) for row in rows]


async def settle_notices(connection: AsyncConnection, now: datetime.datetime) -> int:
    """Learn from turns what arrived and what did not. What arrived is not kept; return how many did not."""
    brings = and_(turn.c.id == notice.c.turn_id, ~notice.c.arrived, notice.c.failing.is_(None))
    refused = turn.c.ids.contains([None])
    too_late = turn.c.sent_at.is_(None) & (turn.c.at < now - TRIED_LONG_ENOUGH)
    arrived = and_(turn.c.sent_at.is_not(None), ~refused)
    await connection.execute(update(notice).where(brings, arrived).values(data={}, arrived=True))
    off = exists().where(channel.c.id == notice.c.channel_id, ~channel.c.active)
    failed = 0
    mail = turn.c.conversation.startswith("mail:") & (refused | too_late)
    whys = ((refused & off, Failing.OFF), (mail, Failing.MAIL), (refused, Failing.REFUSED), (too_late, Failing.LATE))
    for condition, why in whys:
        failed += (await connection.execute(update(notice).where(brings, condition).values(failing=why))).rowcount
    return failed


async def erase_notices_about(connection: AsyncConnection, intakes: Collection[UUID]) -> None:
    await connection.execute(delete(notice).where(notice.c.intake_id.in_(intakes)))


async def channels_off(connection: AsyncConnection, since: datetime.datetime) -> Sequence[tuple[UUID, UUID, datetime.datetime]]:
    """Return channels that follow something and were switched off since a moment: the channel, who asked for it, and when."""
    asked = person.c.id == subscription.c.person_id
    rows = await connection.execute(
        select(channel.c.id, person.c.id.label("asked"), channel.c.off_at)
        .join(subscription, subscription.c.channel_id == channel.c.id)
        .join(person, asked)
        .where(~channel.c.active, channel.c.off_at > since)
        .distinct()
    )
    return [(row.id, row.asked, row.off_at) for row in rows]
