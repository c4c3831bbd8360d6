"""Keeping what the team sends companies: each is decided once, whoever presses at the same time."""

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.notices.notice import Failing
from domain.notices.sending import Receipt, Sending, SendingResult, SendingState
from storage.notices.notices import FAILED
from storage.tables.notice import notice
from storage.tables.sending import sending as table
from storage.tables.session import session

SHOWN = 20


@dataclass(frozen=True, slots=True)
class Sendings:
    """All of them, in one transaction; `person` is who acts."""

    connection: AsyncConnection
    person: UUID | None

    async def make(self, new: Sending, once: str = "") -> bool:
        """Keep a new one; False when there is one with this key already."""
        decided = self.person if new.state is not SendingState.OPEN else None
        values = {"id": new.id, "kind": new.kind, "terrain_id": new.terrain, "session_id": new.session, "once": once or None,
                  "text": new.text, "state": new.state, "person_id": decided, "at": new.at, **told_of(new)}  # fmt: skip
        made = insert(table).values(values).on_conflict_do_nothing().returning(table.c.id)
        return (await self.connection.execute(made)).one_or_none() is not None

    async def of_session(self, session_id: UUID) -> Sequence[Sending]:
        """Return what was made about a session, in order."""
        return await self._read(select(table).where(table.c.session_id == session_id).order_by(table.c.at, table.c.id))

    async def find(self, key: UUID) -> Sending | None:
        """Return one; None when there is none (any more)."""
        return next(iter(await self._read(select(table).where(table.c.id == key))), None)

    async def open(self) -> Sequence[Sending]:
        """Return what waits for the team, the session that was first before the others; at most SHOWN."""
        waiting = select(table).outerjoin(session).where(table.c.state == SendingState.OPEN)
        return await self._read(waiting.order_by(session.c.starts_at, table.c.at).limit(SHOWN))

    async def approved(self, kinds: Collection[str], since: datetime.datetime) -> Sequence[Sending]:
        """Return what was approved since a moment, or is about a session that did not begin then; the newest first."""
        recent = (table.c.at >= since) | (session.c.starts_at >= since)
        those = (table.c.state == SendingState.APPROVED, table.c.kind.in_(kinds), recent)
        return await self._read(select(table).outerjoin(session).where(*those).order_by(table.c.at.desc()))

    async def write(self, key: UUID, text: str) -> Sending | None:
        """Change the words of what is open; None when it is not open any more."""
        return await self._change(key, {"text": text})

    async def revise(self, draft: Sending) -> Sending | None:
        """Change words, title, audience and moment of what is open; None when it is not open any more."""
        return await self._change(draft.id, {"text": draft.text, **told_of(draft)})

    async def of_terrain(self, kind: str, terrain: str) -> Sequence[Sending]:
        """Return what was made of one kind for a terrain and not dropped, the newest first; at most SHOWN."""
        those = (table.c.kind == kind, table.c.terrain_id == terrain, table.c.state != SendingState.DROPPED)
        return await self._read(select(table).where(*those).order_by(table.c.at.desc(), table.c.id).limit(SHOWN))

    async def call_back(self, key: UUID, at: datetime.datetime) -> Sending | None:
        """Drop what was approved for a later moment; None when that moment came, or it is no such thing."""
        later = (table.c.id == key) & (table.c.state == SendingState.APPROVED) & (table.c.due_at > at)
        values = {"state": SendingState.DROPPED, "person_id": self.person, "at": at}
        row = (await self.connection.execute(update(table).where(later).values(values).returning(*table.c))).one_or_none()
        return sending_of(row) if row else None

    async def receipts(self, sent: Sending) -> Sequence[Receipt]:
        """Return what became of it for each company; the notices know."""
        told = select(notice.c.intake_id, notice.c.arrived, notice.c.failing).where(notice.c.key == sent.key)
        rows = await self.connection.execute(told.where(notice.c.intake_id.is_not(None)).order_by(notice.c.id))
        return tuple(Receipt(row.intake_id, row.arrived, row.failing) for row in rows)

    async def decide(self, key: UUID, state: SendingState, at: datetime.datetime) -> Sending | None:
        """Approve or drop what is open; None when somebody else was first."""
        return await self._change(key, {"state": state, "person_id": self.person, "at": at})

    async def deliveries(self, those: Collection[Sending]) -> Mapping[UUID, SendingResult]:
        """Return what became of each of these, as far as anything was planned: the notices know."""
        count = func.count()
        became = (count.filter(notice.c.arrived), count.filter(FAILED), count.filter(notice.c.failing == Failing.WITHHELD))
        by_key = {one.key: one.id for one in those}
        rows = await self.connection.execute(
            select(notice.c.key, count, *became).where(notice.c.key.in_(by_key)).group_by(notice.c.key)
        )
        return {by_key[key]: SendingResult(*numbers) for key, *numbers in rows}

    async def _change(self, key: UUID, values: Mapping[str, Any]) -> Sending | None:
        still: ColumnElement[bool] = (table.c.id == key) & (table.c.state == SendingState.OPEN)
        row = (await self.connection.execute(update(table).where(still).values(values).returning(*table.c))).one_or_none()
        return sending_of(row) if row else None

    async def _read(self, query: Any) -> Sequence[Sending]:  # noqa: ANN401 - a query of any shape
        return tuple(sending_of(row) for row in await self.connection.execute(query))


def sending_of(row: Row[Any]) -> Sending:
    """Return a row as what it keeps."""
    return Sending(
        row.id, row.kind, row.terrain_id, row.text, SendingState(row.state), row.at, row.session_id,
        row.title, row.audience, row.due_at,
    )  # fmt: skip


def told_of(one: Sending) -> Mapping[str, Any]:
    """Return the columns of a message of the team's own."""
    return {"title": one.title, "audience": one.audience, "due_at": one.due_at}
