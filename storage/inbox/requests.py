"""What people ask of the team or of a colleague, kept and answered in the transaction of a turn."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Subquery, distinct, func, select, true, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.door.sessions import TENANT
from domain.inbox.requests import Closed, Membership, Request, RequestKind
from storage.tables.inbox import request, standing
from storage.tables.people import intake, person

# What was asked for a company that was made to try things is a question to nobody.
TRIED = intake.alias("tried")
ASKED = ~select(TRIED.c.id).where(TRIED.c.id == request.c.about, TRIED.c.test).exists()
# Only a wish to join an intake names one: it is granted or not, and answered by that.
WISH = request.c.intake_id.is_not(None)
OPEN = request.c.answered_at.is_(None) & ASKED
ASKS = (person.c.name, person.c.tenant, standing.c.guest, intake.c.company, intake.c.id.label("asks"), intake.c.terrain_id)


@dataclass(frozen=True, slots=True)
class Requests:
    """What one person may ask and answer; `about` is the intake they work on by telephone."""

    connection: AsyncConnection
    person: UUID
    about: UUID | None
    tenant: str = ""

    async def keep(self, kind: RequestKind, text: str, *, to: UUID | None = None) -> int:
        values = {"kind": kind, "person_id": self.person, "intake_id": to, "about": self.about, "text": text}
        made = await self.connection.execute(request.insert().values(**values).returning(request.c.number))
        return int(made.scalar_one())

    async def waiting(self, limit: int) -> Sequence[Request]:
        """Return what waits for the team of at most so many people: whoever asked first comes first, with all of theirs."""
        first = func.min(request.c.number).over(partition_by=request.c.person_id)
        open_ones = select(request, first.label("first")).where(OPEN).subquery()
        ranked = select(open_ones, func.dense_rank().over(order_by=open_ones.c.first).label("place")).subquery()
        return await self.such(ranked, ranked.c.place <= limit)

    async def beside(self, number: int) -> Sequence[Request]:
        """Return everything open of whoever asked an open request, wishes to join aside; nothing when that is not open."""
        asker = select(request.c.person_id).where(request.c.number == number, OPEN, ~WISH).scalar_subquery()
        theirs = select(request).where(request.c.person_id == asker, OPEN, ~WISH).subquery()
        return await self.such(theirs, true())

    async def of_company(self, intake_id: UUID) -> Sequence[Request]:
        """Return what waits for the team of everybody who answers for a company, the oldest first."""
        return await self.such(select(request).where(OPEN, ~WISH).subquery(), intake.c.id == intake_id)

    async def such(self, those: Subquery, which: ColumnElement[bool]) -> Sequence[Request]:
        """Return requests with the company or name of whoever asks."""
        found = await self.connection.execute(
            select(those, *ASKS)
            .join(person, person.c.id == those.c.person_id)
            .join(intake, intake.c.id == person.c.intake_id)
            .outerjoin(standing, standing.c.person_id == person.c.id)
            .where(which)
            .order_by(*([those.c.place] if "place" in those.c else []), those.c.number)
        )
        return tuple(map(self.as_request, found))

    async def people_waiting(self) -> int:
        counted = select(func.count(distinct(request.c.person_id))).where(OPEN)
        return int((await self.connection.execute(counted)).scalar_one())

    def as_request(self, row: Any) -> Request:  # noqa: ANN401 - a row of `waiting`
        return Request(
            row.number,
            RequestKind(row.kind),
            ", ".join(filter(None, (row.name, row.company))),
            row.text,
            row.at,
            is_wish=row.intake_id is not None,
            person=row.person_id,
            standing=standing_of(row, self.tenant),
            intake=row.intake_id,
            answer=row.answer or "",
            company=row.asks,
            terrain=row.terrain_id or "",
        )

    async def mine(self) -> Sequence[Request]:
        """Return what this person asked, with the answers."""
        own = select(request).where(request.c.person_id == self.person).order_by(request.c.number)
        return tuple(
            Request(row.number, RequestKind(row.kind), "", row.text, row.at, row.answer or "")
            for row in await self.connection.execute(own)
        )

    async def answered(self, number: int) -> Request | None:
        """Return a question to the team with its answer, of whoever is still there; None when there is none."""
        this = (request.c.number == number) & (request.c.kind == RequestKind.QUESTION) & request.c.answered_at.is_not(None)
        found = await self.such(select(request).where(this).subquery(), true())
        return found[0] if found else None

    async def answer(self, number: int, answer: str) -> Closed | None:
        """Close an open request with an answer; None when there is none, or when it is a wish to be let in."""
        return await self.close(number, answer, ~WISH)

    async def close(self, number: int, answer: str, such: ColumnElement[bool]) -> Closed | None:
        """Close an open request of such a kind and return who asked."""
        this = (request.c.number == number) & request.c.answered_at.is_(None) & such & (person.c.id == request.c.person_id)
        reachable = (person.c.reference != {}).label("reachable")
        closed = await self.connection.execute(
            update(request).where(this).values(answer=answer, answered_at=func.now()).returning(request, reachable)
        )
        row = closed.one_or_none()
        return Closed(RequestKind(row.kind), row.person_id, row.intake_id, row.text, row.reachable) if row else None


def standing_of(row: Any, tenant: str) -> Membership:  # noqa: ANN401 - a row with `tenant` and `guest`
    """Return what somebody is to the organisation of whoever looks; without Teams nobody belongs to one."""
    if row.tenant == TENANT:
        return Membership.DOOR
    if row.tenant != tenant:
        return Membership.TEAMS if tenant == TENANT else Membership.ELSEWHERE
    return {None: Membership.UNKNOWN, True: Membership.GUEST, False: Membership.MEMBER}[row.guest]
