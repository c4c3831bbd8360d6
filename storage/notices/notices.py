"""Planning notices in the transaction of the change that causes them, and what channels follow."""

import datetime
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, and_, bindparam, delete, false, func, literal, or_, select, text, update
from sqlalchemy.dialects.postgresql import JSONB, insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.door.sessions import TENANT as DOOR
from domain.notices.notice import Failing, Happening, NewNotice, Subscription, Undelivered, Wake
from domain.notices.quiet import Quiet
from domain.notices.topics import TOPICS, Topic
from storage.tables.channel import channel
from storage.tables.notice import notice, subscription
from storage.tables.people import intake, person
from storage.tables.turn import turn
from storage.turn.addressees import know_contacts, name_of

PARTS = datetime.timedelta(minutes=1)  # own assumption: whoever decides about things one by one is at the next one within it
FAILED = notice.c.failing.is_not(None) & (notice.c.failing != Failing.WITHHELD)
TARGETS = (notice.c.channel_id, notice.c.person_id, notice.c.addressee_id)
WAITS = notice.c.posted_at.is_(None) & notice.c.failing.is_(None)
# What happens while a channel is off is kept as not delivered: it is listed, and told when the channel is on again.
# Where a channel follows a terrain by name, that holds instead of how it follows all of them. Of what a company does again and
# again (`seldom`) what comes within a day of the last post waits for the end of that day.
FAN_OUT = text("""
    insert into notice (kind, channel_id, terrain_id, intake_id, data, bundle, at, failing, due_at)
    select said.topic, mine.channel_id, said.terrain, said.about, said.data,
        case when mine.gathered then 'day:' || mine.terrain_id else said.bundle end, :at,
        case when channel.active then null when channel.off_why in ('team', 'channel') then 'away' else 'off' end,
        case when mine.gathered then :gathering when said.in_parts then :soon when said.seldom then greatest(:due, next.at)
            else :due end
    from jsonb_to_recordset(:said) as said(topic text, terrain text, about uuid, data jsonb, bundle text,
        in_parts boolean, seldom boolean, place bigint)
    cross join lateral (
        select distinct on (subscription.channel_id) subscription.* from subscription
        where subscription.terrain_id in ('', said.terrain)
        order by subscription.channel_id, subscription.terrain_id desc
    ) as mine
    join channel on channel.id = mine.channel_id
    cross join lateral (
        select max(case when told.posted_at is null then told.due_at else told.posted_at + interval '1 day' end) as at
        from notice as told
        where said.seldom and told.channel_id = mine.channel_id and told.intake_id = said.about
            and told.bundle = said.bundle and told.failing is null
    ) as next
    where mine.topics ? said.topic
    order by said.place
    returning channel_id, due_at, failing
""").bindparams(bindparam("said", type_=JSONB))


def wake_for(channel_id: UUID | None, person_id: UUID | None, addressee_id: UUID | None, at: datetime.datetime) -> Wake:
    """Return what has a worker look at a moment at what is due for one of these."""
    if channel_id is not None:
        return Wake.channel(channel_id, at)
    return Wake.person(person_id, at) if person_id is not None else Wake.addressee(addressee_id or UUID(int=0), at)


@dataclass(slots=True)
class Notices:
    """The notices of everybody, for the length of one transaction. `wakes` gathers what the queue is to be told at its end;
    `tenant` and `person` are those of whoever acts.
    """

    connection: AsyncConnection
    now: datetime.datetime
    quiet: Quiet
    tenant: str = ""
    person: UUID | None = None
    wakes: list[Wake] = field(default_factory=list)

    async def plan(self, *new: NewNotice) -> int:
        """Plan notices; return how many were not planned before."""
        if not new:
            return 0
        await know_contacts(self.connection, {one.addressee for one in new if one.addressee is not None})
        rows = [self.row_of(one) for one in new]
        fresh = insert(notice).on_conflict_do_nothing().returning(*TARGETS, notice.c.due_at)
        found = (await self.connection.execute(fresh, rows)).all()
        self.wake(found)
        return len(found)

    def row_of(self, new: NewNotice) -> dict[str, Any]:
        """Return a new notice as it waits; quiet hours are looked at again when it is told."""
        after = max(new.after or self.now, self.now)
        return {
            "kind": new.kind,
            "channel_id": new.channel,
            "person_id": new.person,
            "addressee_id": new.addressee,
            "terrain_id": new.terrain,
            "intake_id": new.about,
            "data": dict(new.data),
            "key": new.key or None,
            "bundle": new.bundle,
            "urgent": new.urgent,
            "at": self.now,
            "due_at": after if new.urgent else self.quiet.after(after),
        }

    async def happened(self, *happenings: Happening) -> int:
        """Plan a notice for every channel that follows what happened; return how many."""
        if not happenings:
            return 0
        said = [
            {
                "topic": one.topic,
                "terrain": one.terrain,
                "about": str(one.about) if one.about else None,
                "data": dict(one.data),
                "bundle": one.bundle,
                "in_parts": TOPICS[one.topic].comes_in_parts,
                "seldom": bool(TOPICS[one.topic].counts_one),
                "place": place,
            }
            for place, one in enumerate(happenings)
        ]
        moments = {
            "at": self.now,
            "due": self.quiet.after(self.now),
            "soon": self.quiet.after(self.now + PARTS),
            "gathering": self.quiet.gathering(self.now),
        }
        found = (await self.connection.execute(FAN_OUT, {"said": said, **moments})).all()
        self.wakes += dict.fromkeys(Wake.channel(row.channel_id, row.due_at) for row in found if row.failing is None)
        return len(found)

    def wake(self, rows: Sequence[Row[Any]]) -> None:
        """Take down for whom something is due, and when."""
        self.wakes += dict.fromkeys(wake_for(row.channel_id, row.person_id, row.addressee_id, row.due_at) for row in rows)

    def next_moment(self, at: datetime.datetime) -> datetime.datetime:
        """Return the first moment from `at` on at which we are not quiet."""
        return self.quiet.after(at)

    async def follow(self, wanted: Subscription) -> None:
        """Let a channel follow a terrain, or every one, instead of how it followed that before."""
        values = {"topics": list(wanted.topics), "gathered": wanted.gathered, "person_id": self.person, "at": self.now}
        new = insert(subscription).values(channel_id=wanted.channel, terrain_id=wanted.terrain, **values)
        same = ["channel_id", "terrain_id"]
        await self.connection.execute(new.on_conflict_do_update(index_elements=same, set_=values))

    async def unfollow(self, channel_id: UUID, terrain: str | None = None) -> int:
        """Let a channel follow a terrain no longer (None: nothing at all); return how many subscriptions ended."""
        mine = subscription.c.channel_id == channel_id
        mine = mine if terrain is None else mine & (subscription.c.terrain_id == terrain)
        return (await self.connection.execute(delete(subscription).where(mine))).rowcount

    async def followed(self, channel_id: UUID) -> Sequence[Subscription]:
        """Return what a channel follows, every terrain first."""
        return await self._subscriptions(subscription.c.channel_id == channel_id)

    async def following(self, topic: Topic, terrains: Collection[str]) -> Sequence[Subscription]:
        """Return the subscriptions that include a topic on one of these terrains, of channels where the bot can post."""
        there = subscription.c.terrain_id.in_(("", *terrains)) & subscription.c.topics.has_key(topic.value)
        return await self._subscriptions(there & channel.c.active)

    async def _subscriptions(self, which: ColumnElement[bool]) -> Sequence[Subscription]:
        rows = await self.connection.execute(
            select(subscription)
            .join(channel, channel.c.id == subscription.c.channel_id)
            .where(which)
            .order_by(subscription.c.channel_id, subscription.c.terrain_id)
        )
        known = {topic.value for topic in Topic}
        return tuple(
            Subscription(row.channel_id, row.terrain_id, tuple(Topic(one) for one in row.topics if one in known), row.gathered)
            for row in rows
        )

    def _of_tenant(self) -> ColumnElement[bool]:
        """Return the condition that a notice is for a channel or a person of this tenant, or for somebody without Teams."""
        mine = select(channel.c.id).where(channel.c.tenant == self.tenant)
        ours = select(person.c.id).where(person.c.tenant.in_((self.tenant, DOOR)))
        return or_(notice.c.channel_id.in_(mine), notice.c.person_id.in_(ours), notice.c.addressee_id.is_not(None))

    async def undelivered(self, limit: int) -> Sequence[Undelivered]:
        """Return what did not arrive, newest first. People are called by their company, as the team knows them."""
        company = func.nullif(intake.c.company, "")
        place = func.concat_ws(", ", func.nullif(channel.c.team_name, ""), func.nullif(channel.c.name, ""))
        person_called = func.nullif(person.c.name, "")
        called = func.coalesce(func.nullif(place, ""), company, person_called, name_of(notice.c.addressee_id), literal(""))
        rows = await self.connection.execute(
            select(notice, called.label("called"))
            .outerjoin(channel, channel.c.id == notice.c.channel_id)
            .outerjoin(person, person.c.id == notice.c.person_id)
            .outerjoin(intake, intake.c.id == person.c.intake_id)
            .where(FAILED, self._of_tenant())
            .order_by(notice.c.at.desc(), notice.c.id.desc())
            .limit(limit)
        )
        return tuple(Undelivered(row.id, row.kind, row.terrain_id, row.called, Failing(row.failing), row.at) for row in rows)

    async def again(self, ids: Collection[int] = ()) -> int:
        """Send what did not arrive once more (without ids: all of it); return how many there are."""
        those = FAILED & self._of_tenant()
        those = those & notice.c.id.in_(ids) if ids else those
        fresh = {"failing": None, "posted_at": None, "turn_id": None, "tries": notice.c.tries + 1}
        return await self._wake_all(update(notice).where(those).values(due_at=self.quiet.after(self.now), **fresh))

    async def missed(self, channels: Collection[UUID]) -> int:
        """Send what did not arrive in channels that were off and are on again; return how much that is."""
        those = notice.c.failing.in_((Failing.OFF, Failing.AWAY)) & notice.c.channel_id.in_(channels)
        fresh = {"failing": None, "posted_at": None, "turn_id": None, "tries": notice.c.tries + 1}
        return await self._wake_all(update(notice).where(those).values(due_at=self.quiet.after(self.now), **fresh))

    def _waiting(self, channel_id: UUID | None) -> ColumnElement[bool]:
        """Return the condition of what waits: in one channel, or everything for channels and, when we are quiet, for people.

        What is to be brought and was not begun waits as well when we are quiet: the next sweep takes it back.
        """
        opens = self.quiet.after(self.now)
        unseen = select(turn.c.id).where(turn.c.id == notice.c.turn_id, turn.c.sent_at.is_(None), turn.c.ids == []).exists()
        held = and_(notice.c.failing.is_(None), ~notice.c.urgent, unseen) if opens > self.now else false()
        waits = or_(WAITS, held)
        if channel_id is not None:
            return waits & (notice.c.channel_id == channel_id)
        until_then = or_(notice.c.due_at == opens, held) if opens > self.now else false()
        return waits & self._of_tenant() & or_(notice.c.channel_id.is_not(None), until_then)

    async def waiting(self, channel_id: UUID | None = None) -> tuple[int, int]:
        """Count what waits for its time, for channels and for people: in one channel, or in all of this tenant."""
        people = func.count(notice.c.person_id) + func.count(notice.c.addressee_id)
        counted = select(func.count(notice.c.channel_id), people).where(self._waiting(channel_id))
        to_channels, to_people = (await self.connection.execute(counted)).one()
        return int(to_channels), int(to_people)

    async def send_now(self, channel_id: UUID | None = None) -> int:
        """Do not let that wait any longer, quiet or not; return how many there are."""
        return await self._wake_all(update(notice).where(self._waiting(channel_id)).values(urgent=True, due_at=self.now))

    async def _wake_all(self, changing: Any) -> int:  # noqa: ANN401 - an update of any shape
        found = (await self.connection.execute(changing.returning(*TARGETS, notice.c.due_at))).all()
        self.wake(found)
        return len(found)
