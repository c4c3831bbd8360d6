"""Wishes to join an intake: granted by a colleague or the team, accepted by whoever wished it, and who is in an intake."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select, union_all, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.companies.companies import company_key
from domain.inbox.requests import Closed, Colleague, CompanyMatch, RequestKind, Wish
from storage.inbox.requests import WISH, Requests, standing_of
from storage.tables.inbox import invitation, request, standing
from storage.tables.people import intake, person
from storage.tables.registers import company, company_link

TEAM, COLLEAGUE = "team", "colleague"
REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Wishes:
    """The wishes that one person has and decides on; `tenant` is theirs, and says who is of another organisation."""

    connection: AsyncConnection
    person: UUID
    tenant: str
    now: datetime.datetime

    async def grant(self, number: int, answer: str, *, within: UUID | None = None, allow: bool = False) -> Closed | None:
        """Close an open wish; None when there is none, or with `within` (of a colleague) when it is about another intake."""
        such = WISH if within is None else WISH & (request.c.intake_id == within)
        closed = await Requests(self.connection, self.person, None).close(number, answer, such)
        if closed is not None:
            by = (TEAM if within is None else COLLEAGUE) if allow else REFUSED
            this = update(request).where(request.c.number == number)
            await self.connection.execute(this.values(granted_by=by, answered_at=self.now))
        return closed

    async def granted(self, number: int | None, since: datetime.datetime) -> Wish | None:
        """Return a wish of this person that was granted since then and waits for their yes; without number the newest."""
        this = (request.c.number == number,) if number is not None else ()
        waits = (request.c.granted_by.in_((TEAM, COLLEAGUE)), request.c.settled_at.is_(None), request.c.answered_at > since)
        mine = (
            select(request, intake.c.company_key)
            .join(intake, intake.c.id == request.c.intake_id)
            .where(request.c.person_id == self.person, *waits, *this)
            .order_by(request.c.number.desc())
        )
        rows = await self.connection.execute(mine)
        # That intake may be called something else since: then it is not what was asked for.
        wishes = (Wish(row.number, row.intake_id, row.text) for row in rows if company_key(row.text) == row.company_key)
        return next(wishes, None)

    async def settle(self, number: int) -> bool:
        """Note that this person said yes or no to what was granted; False when that happened before."""
        mine = (request.c.number == number) & (request.c.person_id == self.person) & request.c.settled_at.is_(None)
        return (await self.connection.execute(update(request).where(mine).values(settled_at=self.now))).rowcount == 1

    async def withdraw(self) -> int:
        """Close every wish of this person that was not settled; return how many there were."""
        mine = (request.c.person_id == self.person) & (request.c.kind == RequestKind.JOIN) & request.c.settled_at.is_(None)
        waits = mine & (request.c.answered_at.is_(None) | request.c.granted_by.in_((TEAM, COLLEAGUE)))
        done = {"settled_at": self.now, "answered_at": func.coalesce(request.c.answered_at, self.now)}
        said = {"answer": func.coalesce(request.c.answer, "ingetrokken")}
        return (await self.connection.execute(update(request).where(waits).values(done | said))).rowcount

    async def inside(self, intake_id: UUID) -> Sequence[Colleague]:
        """Return who answers in an intake, the first contact first, as this person is to see them."""
        found = await self.connection.execute(
            select(person.c.id, person.c.name, person.c.tenant, standing.c.guest)
            .outerjoin(standing, standing.c.person_id == person.c.id)
            .where(person.c.intake_id == intake_id)
            .order_by(person.c.created_at, person.c.id)
        )
        return tuple(Colleague(row.id, row.name, standing_of(row, self.tenant)) for row in found)

    async def is_vouched_for(self, intake_id: UUID) -> bool:
        """Say whether the team knows an intake as that of its company: by an invitation, a call, or an earlier yes."""
        return await is_vouched_for(self.connection, intake_id)

    async def may_move(self, person_id: UUID) -> bool:
        """Say whether somebody can go to another intake without losing answers; False when they are gone."""
        theirs = select(intake.c.revision).join(person, person.c.intake_id == intake.c.id).where(person.c.id == person_id)
        revision = (await self.connection.execute(theirs)).scalar_one_or_none()
        return revision is not None and revision <= 1


async def is_vouched_for(connection: AsyncConnection, intake_id: UUID) -> bool:
    """Say whether the team ever named the company of an intake: in a code it made, in the register, or by its yes to a wish.

    Only under the name it has now: whoever was invited as one company and calls itself another is known to nobody.
    """
    coded = select(invitation.c.company).where(
        invitation.c.intake_id == intake_id, invitation.c.by_team, invitation.c.used_at.is_not(None)
    )
    linked = (
        select(company.c.name)
        .join(company_link, company_link.c.company_id == company.c.id)
        .where(company_link.c.intake_id == intake_id)
    )
    granted = select(request.c.text).where(request.c.intake_id == intake_id, request.c.granted_by == TEAM)
    key = (await connection.execute(select(intake.c.company_key).where(intake.c.id == intake_id))).scalar_one_or_none()
    names = await connection.execute(union_all(coded, linked, granted))
    return bool(key) and any(company_key(name) == key for name in names.scalars())


async def note_guests(connection: AsyncConnection, guests: Sequence[tuple[UUID, bool]]) -> None:
    """Keep what Teams told of people: whether they are guests. Whoever was erased meanwhile is passed over."""
    told = dict(guests)
    there = await connection.execute(select(person.c.id).where(person.c.id.in_(told)).order_by(person.c.id))
    rows = [{"person_id": row.id, "guest": told[row.id]} for row in there]
    if rows:
        new = insert(standing)
        fresh = new.on_conflict_do_update(index_elements=["person_id"], set_={"guest": new.excluded.guest})
        await connection.execute(fresh, rows)


async def companies_called(connection: AsyncConnection, name: str, besides: UUID) -> tuple[CompanyMatch, ...]:
    """Return intakes whose company has this name, each with its first contact; not the one that it is `besides`."""
    first = select(person.c.id).where(person.c.intake_id == intake.c.id).order_by(person.c.created_at).limit(1).scalar_subquery()
    key = company_key(name)
    if not key:
        return ()
    found = await connection.execute(
        select(intake.c.id, intake.c.company, first.label("first"))
        .where(intake.c.company_key == key, intake.c.company_key != "", intake.c.id != besides)
        .limit(5)
    )
    return tuple(CompanyMatch(row.id, row.first, row.company) for row in found)
