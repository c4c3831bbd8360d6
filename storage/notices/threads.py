"""Threads of the bot in channels: one per subject, opened by the first post, found again by every later one."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, ScalarSelect, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables.channel import channel, thread
from storage.tables.turn import turn
from storage.turn.turns import TRIED_LONG_ENOUGH

# A thread that is not open yet is waited for; posts to it are looked at again after this.
PATIENCE = datetime.timedelta(seconds=5)

# What a turn that opens a thread got back from Teams: the thread's conversation.
ROOT: ScalarSelect[Any] = select(turn.c.ids[0].astext).where(turn.c.id == thread.c.opener).scalar_subquery()
OPENED = thread.c.root.is_(None) & ROOT.is_not(None)


@dataclass(frozen=True, slots=True)
class Thread:
    """Where a subject's thread is: its conversation once it is open, and the turn that opened it or is to."""

    opener: UUID
    root: str | None


async def reach_channel(connection: AsyncConnection, channel_id: UUID) -> tuple[str, str, Mapping[str, Any]] | None:
    """Return tenant, conversation and reference of a channel; None when it is unknown or switched off."""
    columns = (channel.c.tenant, channel.c.conversation, channel.c.reference)
    there = select(*columns).where(channel.c.id == channel_id, channel.c.active)
    row = (await connection.execute(there)).one_or_none()
    return (row.tenant, row.conversation, row.reference) if row else None


async def find_thread(
    connection: AsyncConnection, channel_id: UUID, subject: str, turn_id: UUID, now: datetime.datetime
) -> Thread:
    """Return a subject's thread; this turn becomes its opener when there is none, or when the opener never made it."""
    this = (thread.c.channel_id == channel_id) & (thread.c.subject == subject)
    new = insert(thread).values(channel_id=channel_id, subject=subject, opener=turn_id).on_conflict_do_nothing()
    await connection.execute(new)
    await connection.execute(update(thread).where(this, OPENED).values(root=ROOT))
    lost = thread.c.root.is_(None) & (thread.c.opener != turn_id) & ~still_coming(now)
    await connection.execute(update(thread).where(this, lost).values(opener=turn_id))
    row = (await connection.execute(select(thread.c.opener, thread.c.root).where(this))).one()
    return Thread(row.opener, row.root)


def still_coming(now: datetime.datetime) -> ColumnElement[bool]:
    """Say whether the turn that opens a thread may still do so; one that Teams refused has an id of null."""
    unsent = turn.c.sent_at.is_(None) & (turn.c.at > now - TRIED_LONG_ENOUGH) & (func.jsonb_array_length(turn.c.ids) == 0)
    return select(turn.c.id).where(turn.c.id == thread.c.opener, unsent).exists()


async def postpone(connection: AsyncConnection, turn_id: UUID, now: datetime.datetime) -> None:
    """Have a claimed turn looked at again in a moment; it was not sent and counts for nothing."""
    await connection.execute(update(turn).where(turn.c.id == turn_id).values(lease_until=now + PATIENCE, resumed_at=None))


async def settle_threads(connection: AsyncConnection) -> None:
    """Keep where threads are that were opened, before the turns that opened them are erased."""
    await connection.execute(update(thread).where(OPENED).values(root=ROOT))
