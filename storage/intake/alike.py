"""Finding intakes by the name of their company."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.companies.companies import company_key
from domain.inbox.requests import CompanyMatch
from storage.tables.people import intake, person


async def companies_like(connection: AsyncConnection, name: str, own: UUID) -> tuple[CompanyMatch, ...]:
    """Return other intakes than one's own whose company has this name, each with its first contact."""
    first = select(person.c.id).where(person.c.intake_id == intake.c.id).order_by(person.c.created_at).limit(1).scalar_subquery()
    key = company_key(name)
    if not key:
        return ()
    found = await connection.execute(
        select(intake.c.id, intake.c.company, first.label("first"))
        .where(intake.c.company_key == key, intake.c.company_key != "", intake.c.id != own, ~intake.c.test)
        .limit(5)
    )
    return tuple(CompanyMatch(row.id, row.first, row.company) for row in found)
