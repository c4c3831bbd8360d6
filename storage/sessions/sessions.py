"""Keeping sessions: each with every version of itself, and who comes; nothing is overwritten that somebody else changed."""

import datetime
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, and_, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.companies.audience import AudienceMember
from domain.disclosure.audiences import Observer
from domain.intake.sections.company import CompanyPart
from domain.sessions.session import Session, read_session, write_session
from domain.sessions.visitors import UNDECIDED, Coming, Mark, Visitor, issue_of
from storage.disclosure.gate import read_terrain
from storage.tables.companies import addressee
from storage.tables.people import intake
from storage.tables.session import session, session_version, visitor

CALLED = func.coalesce(func.nullif(intake.c.company, ""), visitor.c.company)
# Who is on a list, as `visitor_of` reads them, in the order in which they came.
LISTED: Select[Any] = (
    select(visitor, CALLED.label("called"), addressee.c.id.label("addressee"), addressee.c.stopped_at)
    .outerjoin(intake, intake.c.id == visitor.c.intake_id)
    .outerjoin(addressee, addressee.c.visitor_id == visitor.c.number)
    .order_by(visitor.c.number)
)
MARKED: dict[Mark, dict[str, Any]] = {
    Mark.COMES: {"coming": Coming.YES, "attended": None, "waiting": 0},
    Mark.STAYS_AWAY: {"coming": Coming.NO, "attended": None, "waiting": 0},
    Mark.WAS_THERE: {"coming": Coming.YES, "attended": True, "waiting": 0},
    Mark.WAS_NOT: {"attended": False},
    Mark.MAY_BE_NAMED: {"may_name": True},
}


@dataclass(frozen=True, slots=True)
class Sessions:
    """The sessions of all terrains, for one person and the length of one turn."""

    connection: AsyncConnection
    person: UUID | None

    async def add(self, fresh: Session, at: datetime.datetime) -> Session:
        """Keep a new session and return it as kept."""
        kept = replace(fresh, revision=1)
        await self.connection.execute(session.insert().values(id=kept.id, **columns_of(kept)))
        await self.note(kept, at)
        return kept

    async def find(self, session_id: UUID) -> Session | None:
        """Return a session; None when it is not there."""
        row = (await self.connection.execute(select(session.c.whole).where(session.c.id == session_id))).one_or_none()
        return read_session(row.whole) if row else None

    async def these(self, sessions: Collection[UUID]) -> Mapping[UUID, Session]:
        """Return these sessions, as far as they are there."""
        return {one.id: one for one in await self.read(select(session.c.whole).where(session.c.id.in_(sessions)))}

    async def of_terrain(self, terrain_id: str) -> Sequence[Session]:
        """Return every session of a terrain, oldest first; at most a hundred."""
        return await self.read(
            select(session.c.whole).where(session.c.terrain_id == terrain_id).order_by(session.c.starts_at).limit(100)
        )

    async def at_the_same_time(self, start: datetime.datetime, end: datetime.datetime) -> Sequence[Session]:
        """Return the sessions still to come that overlap with this time, anywhere."""
        overlap = (session.c.starts_at < end) & (session.c.ends_at > start) & session.c.is_open
        return await self.read(select(session.c.whole).where(overlap).limit(50))

    async def read(self, statement: Select[Any]) -> Sequence[Session]:
        return tuple(read_session(row.whole) for row in await self.connection.execute(statement))

    async def save(self, changed: Session, at: datetime.datetime) -> Session | None:
        """Keep a change of a session that is still as it was read; None when somebody else was first."""
        kept = replace(changed, revision=changed.revision + 1)
        same = (session.c.id == kept.id) & (session.c.revision == changed.revision)
        done = await self.connection.execute(update(session).where(same).values(**columns_of(kept)))
        if done.rowcount != 1:
            return None
        await self.note(kept, at)
        return kept

    async def note(self, kept: Session, at: datetime.datetime) -> None:
        """Keep this version, and who made it."""
        values = {"session_id": kept.id, "revision": kept.revision, "whole": write_session(kept)}
        await self.connection.execute(session_version.insert().values(**values, person_id=self.person, at=at))

    async def visitors(self, planned: Session, now: datetime.datetime) -> Sequence[Visitor]:
        """Return who was invited or entered, in that order; whether they may be named follows from their consent now."""
        seen = await read_terrain(self.connection, planned.plan.terrain, Observer.COMPANIES, now)
        named = {one.intake for one in seen}
        found = await self.connection.execute(LISTED.where(visitor.c.session_id == planned.id, visitor.c.party == ""))
        return tuple(visitor_of(row, may_name=row.intake_id in named if row.intake_id else row.may_name) for row in found)

    async def invite(self, planned: Session, chosen: Sequence[AudienceMember]) -> frozenset[UUID]:
        """Note that these companies are invited, once each; return the keys of those that were not before."""
        rows = [
            {
                "session_id": planned.id, "intake_id": one.intake, "company_id": None if one.intake else one.register,
                "company": one.name[:120], "coming": Coming.INVITED, "issue": issue_of(one.problem), "part": one.part,
            }
            for one in chosen
        ]  # fmt: skip
        if not rows:
            return frozenset()
        key = func.coalesce(visitor.c.intake_id, visitor.c.company_id)
        fresh = insert(visitor).values(rows).on_conflict_do_nothing().returning(key)
        return frozenset((await self.connection.execute(fresh)).scalars())

    async def unanswered(self, intake_id: UUID, now: datetime.datetime) -> Sequence[Session]:
        """Return the sessions still to come to which a company was invited and did not answer, the first one first."""
        asked = (visitor.c.intake_id == intake_id) & visitor.c.coming.in_(UNDECIDED)
        ahead = session.c.is_open & (session.c.starts_at > now)
        those = select(session.c.whole).join(visitor, visitor.c.session_id == session.c.id).where(asked, ahead)
        return await self.read(those.order_by(session.c.starts_at, session.c.id))

    async def problems(self, terrain_id: str, now: datetime.datetime) -> Sequence[str]:
        """Return the problems that companies of a terrain named, most named first: of those that count in totals."""
        seen = await read_terrain(self.connection, terrain_id, Observer.TOTAL, now)
        counted = Counter(str(one.answers.known("together.problem") or "") for one in seen)
        return tuple(issue for issue, _ in counted.most_common() if issue_of(issue))

    async def enter(self, session_id: UUID, given: Visitor) -> bool:
        """Keep a company that the team enters itself; False when there was one of this name, and then it is as entered now."""
        await self.connection.execute(select(session.c.id).where(session.c.id == session_id).with_for_update())  # one by one
        values = {"company": given.company[:120], "name": given.name[:120], "people": given.people, "issue": given.issue}
        values |= {"part": given.part, "coming": given.coming, "may_name": given.may_name, "chosen_group": given.group[:10]}
        values |= {"party": given.party, "email": given.email, "mail_agreed": bool(given.email)}
        same = (func.lower(column) == func.lower(values[column.name]) for column in (visitor.c.company, visitor.c.name))
        nobody = (visitor.c.intake_id.is_(None), visitor.c.company_id.is_(None), visitor.c.person_id.is_(None))
        this = and_(visitor.c.session_id == session_id, *nobody, visitor.c.party == given.party, *same)
        known = await self.connection.execute(update(visitor).where(this).values(**values).returning(visitor.c.number))
        numbers = known.scalars().all()
        if not numbers:
            new = visitor.insert().values(session_id=session_id, **values).returning(visitor.c.number)
            await self.address((await self.connection.execute(new)).scalar_one(), mailed=bool(given.email))
            return True
        for number in numbers:
            await self.address(number, mailed=bool(given.email))
        return False

    async def address(self, number: int, *, mailed: bool) -> None:
        """Note that a visitor may be mailed; whoever asked for no more mail stays as they are."""
        if mailed:
            await self.connection.execute(insert(addressee).values(visitor_id=number).on_conflict_do_nothing())

    async def mark(self, session_id: UUID, number: int, mark: Mark) -> bool:
        """Note who was there, who comes after all, or who may be named; False when there is no such visitor."""
        this = (visitor.c.session_id == session_id) & (visitor.c.number == number)
        values = MARKED[mark]
        return (await self.connection.execute(update(visitor).where(this).values(**values))).rowcount == 1


def columns_of(kept: Session) -> dict[str, Any]:
    plan = kept.plan
    return {
        "terrain_id": plan.terrain,
        "format": plan.format,
        "starts_at": plan.start,
        "ends_at": plan.end,
        "is_open": kept.is_open,
        "revision": kept.revision,
        "whole": write_session(kept),
    }


def visitor_of(row: Row[Any], *, may_name: bool) -> Visitor:
    return Visitor(
        number=row.number,
        company=row.called,
        name=row.name,
        people=row.people,
        issue=row.issue,
        part=CompanyPart(row.part),
        coming=Coming(row.coming),
        attended=row.attended,
        group=row.chosen_group,
        intake=row.intake_id,
        may_name=may_name,
        waiting=row.waiting,
        party=row.party,
        person=row.person_id,
        tells=row.tells,
        register=row.company_id,
        addressee=row.addressee,
        email=row.email,
        stopped=row.stopped_at is not None,
    )
