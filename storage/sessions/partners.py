"""Keeping which partners a session invited as themselves, what they answered, and in which block they tell."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.access.roles import Role
from domain.sessions.session import Session, read_session
from domain.sessions.visitors import Coming, Visitor
from storage.sessions.sessions import LISTED, visitor_of
from storage.tables.session import session, visitor


@dataclass(frozen=True, slots=True)
class Partners:
    """The partners of all sessions."""

    connection: AsyncConnection

    async def of_session(self, session_id: UUID) -> Sequence[Visitor]:
        """Return the partners of a session, in the order in which they were invited or entered."""
        return await self._read(visitor.c.session_id == session_id)

    async def invite(self, session_id: UUID, person_id: UUID, role: Role, name: str) -> bool:
        """Note that a partner is invited as themselves; False when they were already."""
        values = {"session_id": session_id, "person_id": person_id, "party": role, "company": "", "name": name[:120]}
        fresh = insert(visitor).values(**values, coming=Coming.INVITED).on_conflict_do_nothing().returning(visitor.c.number)
        return (await self.connection.execute(fresh)).one_or_none() is not None

    async def answer(self, session_id: UUID, person_id: UUID, coming: Coming, tells: str) -> Visitor | None:
        """Keep what a partner answers; return how it was before, None when they were not invited."""
        this = (visitor.c.session_id == session_id) & (visitor.c.person_id == person_id)
        before = await self._read(this)
        if before:
            await self.connection.execute(update(visitor).where(this).values(coming=coming, tells=tells[:40]))
        return before[0] if before else None

    async def invitations(self, person_id: UUID, now: datetime.datetime) -> Sequence[tuple[Session, Visitor]]:
        """Return the sessions still to come to which somebody was invited as a partner, the first one first."""
        ahead = select(session.c.whole, visitor.c.number).join(visitor, visitor.c.session_id == session.c.id)
        mine = (visitor.c.person_id == person_id, visitor.c.party != "", session.c.is_open, session.c.starts_at > now)
        rows = (await self.connection.execute(ahead.where(*mine).order_by(session.c.starts_at, session.c.id))).all()
        own = {one.number: one for one in await self._read(visitor.c.number.in_([row.number for row in rows]))} if rows else {}
        return tuple((read_session(row.whole), own[row.number]) for row in rows)

    async def _read(self, this: ColumnElement[Any]) -> Sequence[Visitor]:
        found = LISTED.where(this, visitor.c.party != "")
        return tuple(visitor_of(row, may_name=False) for row in await self.connection.execute(found))
