"""Forgetting imported contacts: with the company's withdrawal, with a person, on request, and when their time is over."""

import datetime
from collections.abc import Collection
from uuid import UUID

from sqlalchemy import ColumnElement, and_, delete, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.companies import digests_of, folded
from storage.companies import answered_kvk
from storage.invitations import revoke_codes_for
from storage.tables.people import intake, person
from storage.tables.registers import company, company_contact, objection


async def withdraw_companies(connection: AsyncConnection, intakes: Collection[UUID]) -> None:
    """Erase the contacts of the companies these intakes are of, and note that they are not to be approached again.

    A mere name counts when no other intake on that terrain could be this company's: forgetting too much is the lesser evil.
    """
    theirs = await connection.execute(
        select(company.c.id).select_from(company.join(intake, is_of())).where(intake.c.id.in_(intakes))
    )
    companies = {row.id for row in theirs}
    await revoke_codes_for(connection, companies, intakes)
    if not companies:
        return
    await erase_contacts(connection, company_contact.c.company_id.in_(companies))
    done = {"withdrawn_at": func.coalesce(company.c.withdrawn_at, func.now()), "intake_id": None}
    await connection.execute(update(company).where(company.c.id.in_(companies)).values(done))


def is_of() -> ColumnElement[bool]:
    """Return the condition under which an intake is of a company: said by the team, by KvK number, or by name alone."""
    other = intake.alias()
    number, others = answered_kvk(intake), answered_kvk(other)
    same_number = and_(company.c.kvk != "", number == company.c.kvk)
    no_number = or_(company.c.kvk == "", number == "")
    same_name = and_(company.c.name_key != "", intake.c.company_key == company.c.name_key, no_number)
    same = or_(other.c.company_key == company.c.name_key, and_(company.c.kvk != "", company.c.kvk == others))
    there = select(other.c.id).where(other.c.terrain_id == company.c.terrain_id, other.c.id != intake.c.id, same)
    another = there.correlate(company, intake).exists()
    unsaid = and_(company.c.intake_id.is_(None), company.c.terrain_id == intake.c.terrain_id)
    return or_(company.c.intake_id == intake.c.id, and_(unsaid, or_(same_number, and_(same_name, ~another))))


async def forget_contact(connection: AsyncConnection, person_id: UUID) -> None:
    """Erase the imported contact that is this person: by their name, or the address they gave, at their own company."""
    found = await connection.execute(
        select(person.c.name, person.c.intake_id, intake.c.current)
        .join(intake, intake.c.id == person.c.intake_id)
        .where(person.c.id == person_id)
    )
    row = found.one()
    given = row.current.get("answers", {}).get(f"company.email@{person_id.hex}") or [""]
    name, email = folded(row.name), str(given[0] or "").casefold()
    contacts = await connection.execute(
        select(company_contact.c.id, company_contact.c.name, company_contact.c.email)
        .select_from(company_contact.join(company).join(intake, is_of()))
        .where(intake.c.id == row.intake_id)
    )
    ids = [one.id for one in contacts if folded(one.name) == name or (email and one.email.casefold() == email)]
    await erase_contacts(connection, company_contact.c.id.in_(ids))


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
    return await erase_contacts(connection, company_contact.c.id.in_(ids))


async def erase_contacts(connection: AsyncConnection, those: ColumnElement[bool]) -> int:
    """Erase contacts, and keep them from being imported again."""
    gone = delete(company_contact).where(those).returning(company_contact.c.email, company_contact.c.phone)
    rows = (await connection.execute(gone)).all()
    await keep_out(connection, {digest for row in rows for digest in digests_of(email=row.email, phone=row.phone)})
    return len(rows)


async def keep_out(connection: AsyncConnection, digests: Collection[str]) -> None:
    """Note addresses and numbers that may not be imported again."""
    if digests:
        rows = [{"digest": digest} for digest in sorted(digests)]
        await connection.execute(insert(objection).on_conflict_do_nothing(), rows)


async def erase_old_contacts(connection: AsyncConnection, before: datetime.datetime) -> int:
    """Erase contacts that were imported before a moment; return how many there were. They may be imported again."""
    return (await connection.execute(delete(company_contact).where(company_contact.c.at < before))).rowcount
