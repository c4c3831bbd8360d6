"""The whole register of companies at once, for an import: loaded in four statements, stored with COPY."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.companies.companies import Company, Contact
from storage.companies.register_rows import COMPANY
from storage.tables.registers import company_contact, objection
from storage.tables.terrain import terrain


@dataclass(frozen=True, slots=True)
class StoredContact:
    """A contact with its own id and that of its company."""

    id: UUID
    company: UUID
    contact: Contact

    @property
    def key(self) -> str:
        """Return what tells it from the others of its company."""
        return self.contact.key


@dataclass(frozen=True, slots=True)
class KnownCompanies:
    """Everything an import of companies is compared with; objections are digests of addresses."""

    terrains: frozenset[str]
    companies: Sequence[Company]
    contacts: Sequence[StoredContact]
    objections: frozenset[str]


async def load_register(connection: AsyncConnection) -> KnownCompanies:
    """Return all of it: two seconds for 185,000 companies with a contact each."""
    terrains = await connection.execute(select(terrain.c.id))
    companies = await connection.execute(select(*COMPANY))
    parts = (company_contact.c.name, company_contact.c.position, company_contact.c.email, company_contact.c.phone)
    contacts = await connection.execute(select(company_contact.c.id, company_contact.c.company_id, *parts))
    objections = await connection.execute(select(objection.c.digest))
    return KnownCompanies(
        terrains=frozenset(terrains.scalars()),
        companies=[Company(*row) for row in companies],
        contacts=[StoredContact(row[0], row[1], Contact(*row[2:])) for row in contacts],
        objections=frozenset(objections.scalars()),
    )


NEW_ROWS = """
    create temporary table new_company (id uuid, terrain_id text, name text, name_key text, kvk text) on commit drop;
    create temporary table new_contact (id uuid, company_id uuid, key text, name text, "position" text, email text, phone text)
        on commit drop
"""
MERGE_COMPANIES = """
    insert into company (id, terrain_id, name, name_key, kvk, import_id)
    select id, terrain_id, name, name_key, kvk, :import_id from new_company
    on conflict (id) do update set name = excluded.name, name_key = excluded.name_key, kvk = excluded.kvk,
        import_id = excluded.import_id, test = false
"""
MERGE_CONTACTS = """
    insert into company_contact (id, company_id, key, name, "position", email, phone, import_id)
    select id, company_id, key, name, "position", email, phone, :import_id from new_contact
    on conflict (id) do update set key = excluded.key, name = excluded.name, "position" = excluded."position",
        email = excluded.email, phone = excluded.phone, import_id = excluded.import_id, at = excluded.at
"""


async def save_register(
    connection: AsyncConnection, companies: Iterable[Company], contacts: Iterable[StoredContact], import_id: int
) -> None:
    """Add or overwrite these, in the transaction of `connection`. 100,000 of each take some five seconds."""
    for statement in NEW_ROWS.split(";"):
        await connection.execute(text(statement))
    await copy_rows(
        connection,
        "copy new_company (id, terrain_id, name, name_key, kvk) from stdin",
        ((one.id, one.terrain_id, one.name, one.key, one.kvk) for one in companies),
    )  # fmt: skip
    await copy_rows(
        connection,
        'copy new_contact (id, company_id, key, name, "position", email, phone) from stdin',
        (
            (one.id, one.company, one.key, one.contact.name, one.contact.position, one.contact.email, one.contact.phone)
            for one in contacts
        ),
    )
    await connection.execute(text(MERGE_COMPANIES), {"import_id": import_id})
    await connection.execute(text(MERGE_CONTACTS), {"import_id": import_id})


async def copy_rows(connection: AsyncConnection, statement: str, rows: Iterable[Sequence[Any]]) -> None:
    """Send rows through COPY, in the same transaction."""
    driver: Any = (await connection.get_raw_connection()).driver_connection
    async with driver.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            await copy.write_row(row)
