"""Forgetting imported contacts: with the company's withdrawal, with a person, on request, and when their time is over."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, delete, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.companies.companies import digests_of, folded
from storage.companies.links import linked_to, meets
from storage.companies.objections import object_to_companies, object_to_contacts
from storage.forms.responses import erase_responses
from storage.inbox.invitations import revoke_codes_for
from storage.intake.snapshots import read_value
from storage.plan.events import erase_from_dossiers
from storage.tables.companies import addressee
from storage.tables.people import answer, intake, person
from storage.tables.registers import company, company_contact, objection
from storage.tables.session import visitor
from storage.turn.addressees import erase_mail_to


async def withdraw_of(connection: AsyncConnection, intake_id: UUID) -> None:
    """Withdraw the companies that an intake is linked to. Of those it merely claims to be the team is asked."""
    await withdraw(connection, await linked_to(connection, [intake_id]), [intake_id])
    await object_to_companies(connection, intake_id)


async def withdraw(connection: AsyncConnection, companies: Collection[UUID], intakes: Collection[UUID] = ()) -> None:
    """Erase what the team wrote about companies, their contacts, and codes that are not used yet; and note that they are not
    to be approached again.
    """
    await revoke_codes_for(connection, companies, intakes)
    if not companies:
        return
    await erase_about(connection, companies, intakes)
    await erase_contacts(connection, company_contact.c.company_id.in_(companies))
    done = {"withdrawn_at": func.coalesce(company.c.withdrawn_at, func.now())}
    await connection.execute(update(company).where(company.c.id.in_(companies)).values(done))


async def erase_about(connection: AsyncConnection, companies: Collection[UUID], intakes: Collection[UUID]) -> None:
    """Erase what the team wrote down and recorded about companies of the register, apart from what is of other intakes."""
    await erase_from_dossiers(connection, companies)
    await erase_responses(connection, companies, intakes)


async def forget_contact(connection: AsyncConnection, person_id: UUID) -> None:
    """Erase the imported contact that is this person: by their name, or the address they gave, at their linked company.

    A contact of any other company is not theirs to erase, whatever they typed: of that one the team is asked.
    """
    found = await connection.execute(
        select(person.c.name, person.c.intake_id, intake.c.current)
        .join(intake, intake.c.id == person.c.intake_id)
        .where(person.c.id == person_id)
    )
    row = found.one()
    name, emails = folded(row.name), await emails_of(connection, row.current, person_id)
    companies = await linked_to(connection, [row.intake_id])
    theirs = await contacts_like(connection, company_contact.c.company_id.in_(companies), name, emails)
    await erase_contacts(connection, company_contact.c.id.in_(theirs))
    claimed = select(company.c.id).join(intake, meets()).where(intake.c.id == row.intake_id)
    perhaps = company_contact.c.company_id.not_in(companies) & company_contact.c.company_id.in_(claimed)
    same_address = func.lower(func.btrim(company_contact.c.email)).in_(emails)
    elsewhere = company_contact.c.company_id.not_in(companies) & same_address
    await object_to_contacts(connection, await contacts_like(connection, or_(perhaps, elsewhere), name, emails))


async def emails_of(connection: AsyncConnection, current: dict[str, Any], person_id: UUID) -> frozenset[str]:
    """Return every address that somebody gave, also those they changed later, in small letters."""
    name = f"contact.email@{person_id.hex}"
    earlier = (await connection.execute(select(answer.c.value).where(answer.c.name == name))).scalars()
    return frozenset(str(one or "").strip().lower() for one in (read_value(current, name), *earlier)) - {""}


async def contacts_like(
    connection: AsyncConnection, those: ColumnElement[bool], name: str, emails: Collection[str]
) -> list[UUID]:
    """Return which of these contacts have this name or one of these addresses."""
    found = await connection.execute(select(company_contact.c.id, company_contact.c.name, company_contact.c.email).where(those))
    return [one.id for one in found if (name and folded(one.name) == name) or one.email.strip().lower() in emails]


async def erase_contact(connection: AsyncConnection, *, email: str = "", phone: str = "") -> int:
    """Erase a contact everywhere and keep it from being imported again; return how many there were."""
    digests, digits = digests_of(email=email, phone=phone), func.regexp_replace(company_contact.c.phone, r"\D", "", "g")
    same_end = func.right(digits, 8) == "".join(letter for letter in phone if letter.isdigit())[-8:]
    maybe = or_(func.lower(company_contact.c.email) == email.strip().lower(), same_end) if phone else (
        func.lower(company_contact.c.email) == email.strip().lower()
    )  # fmt: skip
    columns = (company_contact.c.id, company_contact.c.email, company_contact.c.phone)
    rows = await connection.execute(select(*columns).where(maybe))
    ids = [row.id for row in rows if digests & digests_of(email=row.email, phone=row.phone)]
    await keep_out(connection, digests)
    forgotten = await forget_entered(connection, email) if email else 0
    return await erase_contacts(connection, company_contact.c.id.in_(ids)) + forgotten


async def forget_entered(connection: AsyncConnection, email: str) -> int:
    """Forget who was entered for sessions with an address, and what was to go there; return how often that was.

    That somebody of their company came stays: it names nobody.
    """
    entered = select(visitor.c.number).where(func.lower(visitor.c.email) == email.strip().lower())
    to_them = addressee.c.visitor_id.in_(entered)
    await erase_mail_to(connection, select(addressee.c.id).where(to_them))
    await connection.execute(delete(addressee).where(to_them))
    nobody = {"email": "", "mail_agreed": False, "name": ""}
    return (await connection.execute(update(visitor).where(visitor.c.number.in_(entered)).values(nobody))).rowcount


async def erase_contacts(connection: AsyncConnection, those: ColumnElement[bool]) -> int:
    """Erase contacts, and keep them from being imported again."""
    await erase_mail_to(connection, select(company_contact.c.id).where(those))
    gone = delete(company_contact).where(those).returning(company_contact.c.email, company_contact.c.phone)
    rows = (await connection.execute(gone)).all()
    await keep_out(connection, {digest for row in rows for digest in digests_of(email=row.email, phone=row.phone)})
    return len(rows)


async def keep_out(connection: AsyncConnection, digests: Collection[str]) -> None:
    """Note addresses and numbers that may not be imported again."""
    if digests:
        rows = [{"digest": digest} for digest in sorted(digests)]
        await connection.execute(insert(objection).on_conflict_do_nothing(), rows)
