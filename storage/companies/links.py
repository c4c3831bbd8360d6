"""Which intake is of which company in the register: said by an invitation or the team, never by what somebody typed."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.companies.claims import Link, LinkedBy
from storage.companies.register_rows import ANSWERED_KVK, REAL
from storage.tables.people import intake
from storage.tables.registers import company, company_link
from storage.tables.session import visitor

SAME_KVK = and_(company.c.kvk != "", company.c.kvk == ANSWERED_KVK)
SAME_NAME = and_(
    company.c.name_key != "", company.c.name_key == intake.c.company_key, or_(company.c.kvk == "", ANSWERED_KVK == "")
)
LINKED = (
    select(company_link.c.company_id)
    .where(company_link.c.company_id == company.c.id, company_link.c.intake_id == intake.c.id)
    .exists()
)


def meets() -> ColumnElement[bool]:
    """Return the condition under which an intake claims a company: on its terrain, by KvK number, or by name.

    A name does not count where both KvK numbers are known and differ. A claim opens nothing, and erases nothing.
    """
    return and_(company.c.terrain_id == intake.c.terrain_id, REAL, or_(SAME_KVK, SAME_NAME))


async def link(connection: AsyncConnection, made: Link) -> bool:
    """Link an intake to a company, once; False when another intake is linked to it."""
    values = {"company_id": made.company, "intake_id": made.intake, "how": made.by.value, "person_id": made.said}
    await connection.execute(insert(company_link).values(**values).on_conflict_do_nothing())
    linked = await connection.execute(select(company_link.c.intake_id).where(company_link.c.company_id == made.company))
    if linked.scalar_one_or_none() != made.intake:
        return False
    await take_invitations(connection, made)
    return True


async def take_invitations(connection: AsyncConnection, made: Link) -> None:
    """Give an intake the invitations of the company that it is now, but for those it has itself: it answers them."""
    own = select(visitor.c.session_id).where(visitor.c.intake_id == made.intake)
    those = (visitor.c.company_id == made.company, visitor.c.intake_id.is_(None), visitor.c.session_id.not_in(own))
    await connection.execute(update(visitor).where(*those).values(intake_id=made.intake))


async def links_on(connection: AsyncConnection, terrain_id: str) -> tuple[Link, ...]:
    found = await connection.execute(
        select(company_link).join(company, company.c.id == company_link.c.company_id).where(company.c.terrain_id == terrain_id)
    )
    return tuple(Link(row.company_id, row.intake_id, LinkedBy(row.how), row.person_id) for row in found)


async def linked_to(connection: AsyncConnection, intakes: Collection[UUID]) -> Sequence[UUID]:
    """Return the companies that these intakes are linked to."""
    found = await connection.execute(select(company_link.c.company_id).where(company_link.c.intake_id.in_(intakes)))
    return tuple(found.scalars())


async def claiming(connection: AsyncConnection, intakes: Collection[UUID]) -> frozenset[UUID]:
    """Return which of these intakes claim a company of the register that they are not linked to."""
    found = select(intake.c.id).join(company, meets()).where(intake.c.id.in_(intakes), ~LINKED)
    return frozenset((await connection.execute(found)).scalars()) if intakes else frozenset()
