"""Keeping drafts around sessions: one of a kind for each session, whatever happens at the same time."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, Row, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.rounds.follow_ups import Draft, DraftState, FollowUp
from storage.tables.follow_up import follow_up as table
from storage.tables.session import session

SHOWN = 20


@dataclass(frozen=True, slots=True)
class FollowUps:
    """The drafts of all sessions, in one transaction; `person` is whoever acts."""

    connection: AsyncConnection
    person: UUID | None

    async def make(self, session_id: UUID, kind: FollowUp, text: str, at: datetime.datetime) -> Draft | None:
        """Keep a new draft and return it; None when there is one of this kind already."""
        values = {"id": uuid4(), "session_id": session_id, "kind": kind, "text": text, "state": DraftState.OPEN, "at": at}
        new = insert(table).values(values).on_conflict_do_nothing().returning(*table.c)
        row = (await self.connection.execute(new)).one_or_none()
        return draft_of(row) if row else None

    async def kinds(self, session_id: UUID) -> frozenset[FollowUp]:
        """Return the kinds that were made for a session."""
        found = await self.connection.execute(select(table.c.kind).where(table.c.session_id == session_id))
        return frozenset(FollowUp(row.kind) for row in found)

    async def find(self, draft: UUID) -> Draft | None:
        """Return a draft; None when there is none (any more)."""
        row = (await self.connection.execute(select(table).where(table.c.id == draft))).one_or_none()
        return draft_of(row) if row else None

    async def open(self) -> Sequence[Draft]:
        """Return what waits for the team, the session that was first before the others; at most SHOWN."""
        waiting = select(table).join(session).where(table.c.state == DraftState.OPEN).order_by(session.c.starts_at, table.c.at)
        return await self._read(waiting.limit(SHOWN))

    async def approved(self, since: datetime.datetime) -> Sequence[Draft]:
        """Return what was approved since a moment, or is for a session that did not begin then."""
        recent = (table.c.at >= since) | (session.c.starts_at >= since)
        return await self._read(select(table).join(session).where(table.c.state == DraftState.APPROVED, recent))

    async def write(self, draft: UUID, text: str) -> Draft | None:
        """Change the words of an open draft; None when it is not open any more."""
        return await self._change(table.c.id == draft, {"text": text})

    async def decide(self, draft: UUID, state: DraftState, at: datetime.datetime) -> Draft | None:
        """Approve or drop an open draft; None when somebody else was first."""
        return await self._change(table.c.id == draft, {"state": state, "person_id": self.person, "at": at})

    async def _change(self, which: ColumnElement[bool], values: dict[str, Any]) -> Draft | None:
        changed = update(table).where(which, table.c.state == DraftState.OPEN).values(values).returning(*table.c)
        row = (await self.connection.execute(changed)).one_or_none()
        return draft_of(row) if row else None

    async def _read(self, query: Any) -> Sequence[Draft]:  # noqa: ANN401 - a query of any shape
        return tuple(draft_of(row) for row in await self.connection.execute(query))


def draft_of(row: Row[Any]) -> Draft:
    return Draft(row.id, row.session_id, FollowUp(row.kind), row.text, DraftState(row.state), row.at)
