"""Turns after they were stored: noting what was sent, and finding what a crash left unsent."""

import datetime
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import (
    DateTime,
    Select,
    Uuid,
    and_,
    bindparam,
    case,
    column,
    delete,
    func,
    or_,
    select,
    text,
    tuple_,
    union,
    update,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.notices.pacing import LONGEST, PER_CONVERSATION, PER_TENANT, SentMessages, Waiting, admit
from storage.tables.people import person
from storage.tables.turn import turn

PACING = 7_201_104  # any number, as long as every version of this program takes the same
CLAIM = datetime.timedelta(minutes=1)
AGAIN = datetime.timedelta(seconds=30)
AT_ONCE = PER_CONVERSATION[0].most  # more than this of one conversation cannot go in one round
TRIED_LONG_ENOUGH = datetime.timedelta(days=1)
TENANT = datetime.timedelta(seconds=max(limit.seconds for limit in PER_TENANT))
MAILS = turn.c.conversation.startswith("mail:")  # they go another way: storage/mail/turns.py
IN_ORDER = (turn.c.at, turn.c.number)  # what is told at one moment, such as several notices, has one `at`
LEFT = func.jsonb_array_length(turn.c.outgoing) - func.jsonb_array_length(turn.c.ids)
SENT = (
    func.jsonb_to_recordset(bindparam("sent", type_=JSONB))
    .table_valued(column("id", Uuid), column("ids", JSONB), name="sent")
    .render_derived(with_types=True)
)
COMPLETE = func.jsonb_array_length(turn.c.ids) + func.jsonb_array_length(SENT.c.ids) >= func.jsonb_array_length(turn.c.outgoing)
# What was sent is not kept: it may be about somebody who is erased next. Of a turn of nobody we still know only the key stays.
ORPHANED = and_(COMPLETE, turn.c.person_id.is_(None))
NOTE = (
    update(turn)
    .where(turn.c.id == SENT.c.id)
    .values(
        ids=turn.c.ids.op("||")(SENT.c.ids),
        sent_at=case((COMPLETE, bindparam("noted_at", type_=DateTime(timezone=True)))),
        lease_until=bindparam("again_at", type_=DateTime(timezone=True)),
        outgoing=case((COMPLETE, text("'[]'::jsonb")), else_=turn.c.outgoing),
        reference=case((ORPHANED, text("'{}'::jsonb")), else_=turn.c.reference),
    )
)


async def note_sent(connection: AsyncConnection, sent: Sequence[tuple[UUID, list[str | None]]], now: datetime.datetime) -> None:
    """Note the ids of what was sent, for many turns at once; fewer ids than replies leaves the rest to be sent."""
    rows = [{"id": str(turn_id), "ids": ids} for turn_id, ids in sent]
    await connection.execute(NOTE, {"sent": rows, "noted_at": now, "again_at": now + AGAIN})


async def claim_unsent(connection: AsyncConnection, limit: int, now: datetime.datetime) -> list[dict[str, Any]]:
    """Claim turns of today that were not all sent, whose lease ended, and that Teams' limits allow; ours for a minute.

    Claims of all processes stand in one line, so that each sees what the others are sending.
    """
    await connection.execute(select(func.pg_advisory_xact_lock(PACING)))
    due = (
        select(turn.c.id, turn.c.tenant, turn.c.conversation, LEFT.label("messages"))
        .where(turn.c.id.in_(first_of_everybody(limit, now)))
        .order_by(*IN_ORDER)
        .with_for_update(skip_locked=True)
    )
    waiting = [Waiting(row.id, row.tenant, row.conversation, row.messages) for row in await connection.execute(due)]
    if not waiting:
        return []
    allowed = admit(waiting, await recent_sendings(connection, waiting, now), now)
    ours = turn.c.id.in_(allowed) & turn.c.sent_at.is_(None)
    claim = update(turn).where(ours).values(lease_until=now + CLAIM, resumed_at=now).returning(turn)
    claimed = (await connection.execute(claim)).mappings()
    return sorted(map(dict, claimed), key=lambda row: (row["at"], row["number"]))


def first_of_everybody(limit: int, now: datetime.datetime) -> Select[Any]:
    """Return the statement that finds what waits longest in every conversation: one with much to send holds nobody up."""
    rank = func.row_number().over(partition_by=(turn.c.tenant, turn.c.conversation), order_by=IN_ORDER)
    waits = (turn.c.sent_at.is_(None), turn.c.lease_until <= now, turn.c.at > now - TRIED_LONG_ENOUGH, ~MAILS)
    ranked = select(turn.c.id, *IN_ORDER, rank.label("rank")).where(*waits).subquery()
    return select(ranked.c.id).where(ranked.c.rank <= AT_ONCE).order_by(ranked.c.rank, ranked.c.at, ranked.c.number).limit(limit)


async def count_unsent(connection: AsyncConnection) -> int:
    """Count the turns of which something is still to be sent, by whatever process."""
    return int((await connection.execute(select(func.count()).select_from(turn).where(turn.c.sent_at.is_(None)))).scalar_one())


async def claim_one(connection: AsyncConnection, turn_id: UUID, now: datetime.datetime) -> bool | None:
    """Say whether a late answer may be sent now; None when another process took it over meanwhile.

    It counts from now when it may be sent; when not, nobody else takes it for a minute.
    """
    await connection.execute(select(func.pg_advisory_xact_lock(PACING)))
    this = (turn.c.id == turn_id) & turn.c.resumed_at.is_(None) & turn.c.sent_at.is_(None)
    row = (await connection.execute(select(turn.c.tenant, turn.c.conversation, LEFT.label("messages")).where(this))).one_or_none()
    if row is None:
        return None
    waiting = [Waiting(turn_id, row.tenant, row.conversation, row.messages)]
    allowed = bool(admit(waiting, await recent_sendings(connection, waiting, now), now))
    resumed = {"resumed_at": now} if allowed else {}
    await connection.execute(update(turn).where(this).values(lease_until=now + CLAIM, **resumed))
    return allowed


async def recent_sendings(connection: AsyncConnection, waiting: Sequence[Waiting], now: datetime.datetime) -> list[SentMessages]:
    """Return what was sent lately: in these conversations as far back as any limit looks, elsewhere in these tenants as
    far back as theirs looks. Replies count from the moment they were stored, what we send by ourselves from its claim.
    """
    chats = select(turn).where(
        tuple_(turn.c.tenant, turn.c.conversation).in_({(one.tenant, one.conversation) for one in waiting}),
        or_(turn.c.at >= now - LONGEST, turn.c.resumed_at >= now - LONGEST),
    )
    tenants = select(turn).where(
        turn.c.tenant.in_({one.tenant for one in waiting}), or_(turn.c.at >= now - TENANT, turn.c.resumed_at >= now - TENANT)
    )
    both = union(chats, tenants).subquery()
    count = func.greatest(func.jsonb_array_length(both.c.outgoing), func.jsonb_array_length(both.c.ids))
    others = both.c.id.not_in([one.id for one in waiting])
    taken = and_(others, or_(both.c.sent_at.is_not(None), both.c.lease_until > now))
    found = await connection.execute(
        select(
            both.c.tenant, both.c.conversation, func.coalesce(both.c.resumed_at, both.c.at).label("at"), count.label("messages")
        ).where(taken)
    )
    return [SentMessages(row.tenant, row.conversation, row.at, row.messages) for row in found]


async def reach(connection: AsyncConnection, person_id: UUID) -> tuple[str, dict[str, Any]] | None:
    """Return the tenant and the conversation reference of a person; None when they cannot be reached."""
    row = (await connection.execute(select(person.c.tenant, person.c.reference).where(person.c.id == person_id))).one_or_none()
    return (row.tenant, row.reference) if row and row.reference else None


async def find_turn(connection: AsyncConnection, tenant: str, conversation: str, activity: str) -> dict[str, Any] | None:
    """Return a stored turn by its key; None when this activity is new."""
    key = (turn.c.tenant == tenant) & (turn.c.conversation == conversation) & (turn.c.activity == activity)
    row = (await connection.execute(select(turn).where(key))).one_or_none()
    return dict(row._mapping) if row else None  # noqa: SLF001 - SQLAlchemy's own name


async def withdraw(connection: AsyncConnection, tenant: str, conversation: str, activity: str) -> bool:
    """Withdraw what was to be sent later; False when it is being sent, was sent, or is not there."""
    key = (turn.c.tenant == tenant) & (turn.c.conversation == conversation) & (turn.c.activity == activity)
    gone = await connection.execute(delete(turn).where(key, turn.c.sent_at.is_(None), turn.c.resumed_at.is_(None)))
    return gone.rowcount == 1
