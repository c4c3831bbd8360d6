"""Asking the team what erasing does not do by itself: forgetting a company or a contact that somebody only claimed to be."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import Select, or_, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.companies.links import meets
from storage.tables.people import intake
from storage.tables.registers import company, company_claim, company_contact, company_link

# The team said of this intake that it is not this company's.
DENIED = (
    select(company_claim.c.number)
    .where(
        company_claim.c.company_id == company.c.id, company_claim.c.intake_id == intake.c.id, company_claim.c.answer.is_(False)
    )
    .exists()
)


async def object_to_companies(connection: AsyncConnection, intake_id: UUID) -> None:
    """Ask of companies that an intake claims whether they must go too; once, and not of what is linked or forgotten already."""
    linked = select(company_link.c.company_id).where(company_link.c.company_id == company.c.id).exists()
    contacts = select(company_contact.c.id).where(company_contact.c.company_id == company.c.id).exists()
    claimed = (
        select(company.c.id)
        .join(intake, meets())
        .where(intake.c.id == intake_id, ~linked, ~DENIED, or_(company.c.withdrawn_at.is_(None), contacts))
    )
    await ask(connection, ["company_id"], claimed)


async def object_to_contacts(connection: AsyncConnection, contacts: Collection[UUID]) -> None:
    """Ask of contacts whether they must go; once."""
    if contacts:
        those = select(company_contact.c.company_id, company_contact.c.id).where(company_contact.c.id.in_(contacts))
        await ask(connection, ["company_id", "contact_id"], those)


async def ask(connection: AsyncConnection, columns: list[str], those: "Select[tuple[UUID]] | Select[tuple[UUID, UUID]]") -> None:
    """Keep questions to the team, unless they wait already. Nothing is kept of whoever was erased."""
    await connection.execute(insert(company_claim).from_select(columns, those).on_conflict_do_nothing())
