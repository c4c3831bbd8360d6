"""Reading everything about one company for a talk with it. Its answers come through the module that guards consent."""

import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.companies.company_file import NamedCompany
from domain.companies.talk_file import CompanyFile, Talker
from domain.intake.sections.company import JobRole
from domain.intake.stage import Stage
from storage.companies.register_rows import contacts_of, load_company
from storage.disclosure.gate import read_company
from storage.intake.snapshots import read_answers
from storage.tables.people import intake, person


async def load_file(connection: AsyncConnection, about: NamedCompany, now: datetime.datetime) -> CompanyFile:
    """Return what the team may know of a company now."""
    row = await load_company(connection, about.register) if about.register else None
    contacts = await contacts_of(connection, about.register) if about.register else ()
    known = CompanyFile(
        contacts=contacts,
        approached_at=row.approached_at if row else None,
        withdrawn=row is not None and row.withdrawn_at is not None,
    )
    return await with_answers(connection, about.intake, known, now) if about.intake else known


async def with_answers(connection: AsyncConnection, intake_id: UUID, known: CompanyFile, now: datetime.datetime) -> CompanyFile:
    """Return a file with the answers and the people of its intake."""
    disclosed = await read_company(connection, intake_id, now)
    if disclosed is None:
        return known
    people: Select[Any] = (
        select(person.c.id, person.c.name, intake.c.current, intake.c.stage, intake.c.confirmed_at)
        .select_from(intake)
        .outerjoin(person, person.c.intake_id == intake.c.id)
        .where(intake.c.id == intake_id)
        .order_by(person.c.created_at)
    )
    rows: list[Row[Any]] = list(await connection.execute(people))
    return CompanyFile(
        answers=disclosed.answers,
        stage=Stage(rows[0].stage) if rows and rows[0].stage in list(Stage) else None,
        confirmed=bool(rows) and rows[0].confirmed_at is not None,
        phoned=disclosed.phoned,
        allowed=disclosed.allowed,
        people=tuple(talker(row) for row in rows if row.id is not None),
        contacts=known.contacts,
        approached_at=known.approached_at,
        withdrawn=known.withdrawn,
        measured=disclosed.measured,
    )


def talker(row: Row[Any]) -> Talker:
    """Return one contact with what they said about themselves."""
    own = read_answers(row.current, row.id)
    work, sign, email = own.known("contact.role"), own.known("contact.may_sign"), own.known("contact.email")
    label = JobRole(work).label if isinstance(work, str) and work in list(JobRole) else ""
    return Talker(row.name, label, sign if isinstance(sign, bool) else None, email if isinstance(email, str) else "")
