"""Companies as the register knows them: on which terrain, and with whom to speak."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, FromClause, RowMapping, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.companies.companies import Company, Contact, Ground, Provenance, company_key
from storage.tables.people import intake
from storage.tables.registers import company, company_contact, import_run

COMPANY = (company.c.id, company.c.terrain_id, company.c.name, company.c.kvk, company.c.approached_at, company.c.withdrawn_at)


def answered_kvk(intakes: FromClause) -> ColumnElement[str]:
    """Return the KvK number that an intake gave; an empty text when it gave none."""
    return func.coalesce(intakes.c.current[("answers", "company.kvk", "value")].astext, "")


ANSWERED_KVK = answered_kvk(intake)
REAL = ~company.c.test  # what was made to try things, or named by that, counts nowhere


@dataclass(frozen=True, slots=True)
class Tally:
    """How many companies a terrain has in the register, and how many of them were approached."""

    known: int = 0
    approached: int = 0


async def count_companies(connection: AsyncConnection, *terrain_ids: str) -> Mapping[str, Tally]:
    """Return the tally per terrain, of these or of all; a terrain without companies is not in it."""
    each = (company.c.terrain_id, func.count(), func.count(company.c.approached_at))
    counted = select(*each).where(REAL).group_by(company.c.terrain_id)
    if terrain_ids:
        counted = counted.where(company.c.terrain_id.in_(terrain_ids))
    return {row[0]: Tally(row[1], row[2]) for row in await connection.execute(counted)}


async def companies_on(connection: AsyncConnection, terrain_id: str) -> tuple[Company, ...]:
    found = await connection.execute(select(*COMPANY).where(company.c.terrain_id == terrain_id).order_by(company.c.name_key))
    return tuple(read_company(row) for row in found.mappings())


async def load_company(connection: AsyncConnection, company_id: UUID) -> Company | None:
    """Return one company; None when the register does not have it."""
    row = (await connection.execute(select(*COMPANY).where(company.c.id == company_id))).mappings().one_or_none()
    return None if row is None else read_company(row)


async def companies_named(connection: AsyncConnection, name: str, terrain_id: str | None = None) -> tuple[Company, ...]:
    """Return the companies with exactly this name, case, accents and legal form aside; at most 20, perhaps on one terrain."""
    key = company_key(name)
    found = select(*COMPANY).where(company.c.name_key == key, company.c.name_key != "").order_by(company.c.terrain_id).limit(20)
    if terrain_id is not None:
        found = found.where(company.c.terrain_id == terrain_id)
    return tuple(read_company(row) for row in (await connection.execute(found)).mappings())


async def contacts_of(connection: AsyncConnection, company_id: UUID) -> tuple[tuple[Contact, Provenance], ...]:
    """Return whom to approach at a company, each with where that came from, by name."""
    columns = (company_contact.c.name, company_contact.c.position, company_contact.c.email, company_contact.c.phone)
    origin = (import_run.c.source, import_run.c.ground, import_run.c.file, company_contact.c.at)
    found = await connection.execute(
        select(*columns, *origin)
        .join(import_run, import_run.c.id == company_contact.c.import_id)
        .where(company_contact.c.company_id == company_id)
        .order_by(company_contact.c.name, company_contact.c.key)
    )
    return tuple(
        (Contact(row.name, row.position, row.email, row.phone), Provenance(row.source, Ground(row.ground), row.file, row.at))
        for row in found
    )


def read_company(row: RowMapping) -> Company:
    return Company(**{column.name: row[column.name] for column in COMPANY})
