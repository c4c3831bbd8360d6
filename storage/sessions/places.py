"""Places at a session: who gets one, who waits, and who moves up, one after the other however many answer at once."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.sessions.session import Session, read_session
from domain.sessions.visitors import Coming, Visitor
from domain.sessions.waiting import Seat, in_line, moving_up, seat
from storage.sessions.sessions import LISTED, visitor_of
from storage.tables.session import session, visitor


@dataclass(frozen=True, slots=True)
class Places:
    """The places of all sessions. Every method locks the session first, so that the last place goes to one of two."""

    connection: AsyncConnection

    async def answer(self, session_id: UUID, intake_id: UUID, given: Visitor, *, waits: bool = False) -> Seat | None:
        """Keep what an invited company answers, as far as there is room; `waits`: it knows that there is none. None when it was
        not invited.
        """
        there, places = await self._locked(session_id)
        mine = next((one for one in there if one.intake == intake_id), None)
        if mine is None:
            return None
        found = seat(there, mine.number, given, places, waits=waits)
        if found.coming is None:
            return found
        line = 0
        if found.coming is Coming.WAITING:
            line = mine.waiting if mine.coming is Coming.WAITING else max([0, *(one.waiting for one in in_line(there))]) + 1
        values = {"coming": found.coming, "people": given.people, "issue": given.issue, "name": given.name[:120]}
        values |= {"chosen_group": given.group[:10], "waiting": line}
        await self.connection.execute(update(visitor).where(visitor.c.number == mine.number).values(**values))
        return found

    async def move_up(self, session_id: UUID) -> Sequence[Visitor]:
        """Give the places that are free to who waits, from the front of the line; return who got one, as they waited."""
        there, places = await self._locked(session_id)
        moved = moving_up(there, places)
        for one in moved:
            await self._set(one, Coming.YES, 0)
        return moved

    async def awaited(self, now: datetime.datetime) -> Sequence[Session]:
        """Return the sessions still to come for which somebody waits."""
        waits = select(visitor.c.session_id).where(visitor.c.coming == Coming.WAITING)
        ahead = select(session.c.whole).where(session.c.is_open, session.c.starts_at > now, session.c.id.in_(waits))
        return tuple(read_session(row.whole) for row in await self.connection.execute(ahead.order_by(session.c.starts_at)))

    async def put_first(self, session_id: UUID, number: int) -> bool:
        """Let somebody go first of who waits; False when they do not wait."""
        line = in_line((await self._locked(session_id))[0])
        mine = next((one for one in line if one.number == number), None)
        if mine is not None and mine != line[0]:
            await self._set(mine, Coming.WAITING, line[0].waiting - 1)
        return mine is not None

    async def _set(self, one: Visitor, coming: Coming, waiting: int) -> None:
        this = update(visitor).where(visitor.c.number == one.number)
        await self.connection.execute(this.values(coming=coming, waiting=waiting))

    async def _locked(self, session_id: UUID) -> tuple[Sequence[Visitor], int]:
        """Return the companies of a session, and how many people it has room for: nobody, when it is not there or over."""
        held = select(session.c.whole).where(session.c.id == session_id).with_for_update()
        row = (await self.connection.execute(held)).one_or_none()
        found = read_session(row.whole) if row is not None else None
        if found is None:
            return (), 0
        rows = await self.connection.execute(LISTED.where(visitor.c.session_id == session_id, visitor.c.party == ""))
        return tuple(visitor_of(one, may_name=False) for one in rows), found.plan.people if found.is_open else 0
