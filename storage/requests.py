"""What people ask of the team or of a colleague, kept and answered in the transaction of a turn."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.requests import Closed, Request, RequestKind
from storage.tables.desk import request
from storage.tables.people import intake, person

# Only a wish to join an intake names one: it is granted or not, and answered by that.
WISH = request.c.intake_id.is_not(None)


@dataclass(frozen=True, slots=True)
class Requests:
    """What one person may ask and answer; `about` is the intake they work on by telephone."""

    connection: AsyncConnection
    person: UUID
    about: UUID | None

    async def keep(self, kind: RequestKind, text: str, *, to: UUID | None = None) -> int:
        """Keep a request and return its number."""
        values = {"kind": kind, "person_id": self.person, "intake_id": to, "about": self.about, "text": text}
        made = await self.connection.execute(request.insert().values(**values).returning(request.c.number))
        return int(made.scalar_one())

    async def waiting(self, limit: int) -> Sequence[Request]:
        """Return what waits for the team, oldest first, with the company or name of who asks."""
        found = await self.connection.execute(
            select(request, person.c.name, intake.c.company)
            .join(person, person.c.id == request.c.person_id)
            .join(intake, intake.c.id == person.c.intake_id)
            .where(request.c.answered_at.is_(None))
            .order_by(request.c.number)
            .limit(limit)
        )
        return tuple(
            Request(
                row.number,
                RequestKind(row.kind),
                ", ".join(filter(None, (row.name, row.company))),
                row.text,
                row.at,
                is_wish=row.intake_id is not None,
            )
            for row in found
        )

    async def mine(self) -> Sequence[Request]:
        """Return what this person asked, with the answers."""
        own = select(request).where(request.c.person_id == self.person).order_by(request.c.number)
        return tuple(
            Request(row.number, RequestKind(row.kind), "", row.text, row.at, row.answer or "")
            for row in await self.connection.execute(own)
        )

    async def answer(self, number: int, answer: str) -> Closed | None:
        """Close an open request with an answer; None when there is none, or when it is a wish to be let in."""
        return await self.close(number, answer, ~WISH)

    async def grant(self, number: int, answer: str, *, within: UUID | None = None) -> Closed | None:
        """Close an open wish to join an intake; None when there is none, or with `within` when it is about another one."""
        return await self.close(number, answer, WISH if within is None else WISH & (request.c.intake_id == within))

    async def close(self, number: int, answer: str, such: ColumnElement[bool]) -> Closed | None:
        """Close an open request of such a kind and return who asked."""
        this = (request.c.number == number) & request.c.answered_at.is_(None) & such & (person.c.id == request.c.person_id)
        reachable = (person.c.reference != {}).label("reachable")
        closed = await self.connection.execute(
            update(request).where(this).values(answer=answer, answered_at=func.now()).returning(request, reachable)
        )
        row = closed.one_or_none()
        return Closed(RequestKind(row.kind), row.person_id, row.intake_id, row.text, row.reachable) if row else None
