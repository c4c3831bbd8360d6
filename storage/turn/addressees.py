"""Who is mailed without being a person here: made when something is planned for them, called as the team knows them."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import ColumnElement, ScalarSelect, Select, delete, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables.companies import addressee
from storage.tables.registers import company, company_contact
from storage.tables.session import visitor
from storage.tables.turn import turn

PLACE = "mail:to:"  # of a conversation by mail with who is no person here


def place_of(one: UUID) -> str:
    """Return the conversation of an addressee."""
    return f"{PLACE}{one}"


def name_of(which: ColumnElement[UUID]) -> ScalarSelect[str]:
    """Return in SQL what the company of an addressee is called."""
    joined = (
        addressee.outerjoin(company_contact, company_contact.c.id == addressee.c.contact_id)
        .outerjoin(company, company.c.id == company_contact.c.company_id)
        .outerjoin(visitor, visitor.c.number == addressee.c.visitor_id)
    )
    called = func.coalesce(company.c.name, func.nullif(visitor.c.company, ""), visitor.c.name)
    return select(called).select_from(joined).where(addressee.c.id == which).scalar_subquery()


async def know_contacts(connection: AsyncConnection, addressees: Collection[UUID]) -> None:
    """Note as addressees the contacts among these. Both have one id, so that whoever is only looked at leaves nothing."""
    if addressees:
        those = select(company_contact.c.id, company_contact.c.id.label("contact_id")).where(company_contact.c.id.in_(addressees))
        await connection.execute(insert(addressee).from_select(["id", "contact_id"], those).on_conflict_do_nothing())


async def erase_mail_to(connection: AsyncConnection, addressees: Select[UUID]) -> None:
    """Erase what was to go to addressees, given as the statement for their ids; the notices go with them."""
    those = addressees.subquery()
    await connection.execute(delete(turn).where(turn.c.conversation.in_(select(func.concat(PLACE, those.c[0])))))
