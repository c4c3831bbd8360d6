"""What the conversation does with imported contacts: tell where they come from, know them again, and forget them."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.companies.claims import Link, LinkedBy
from domain.companies.companies import Approached, Company, Ground, Provenance
from storage.companies.erasure import erase_contact
from storage.companies.links import link
from storage.companies.register_rows import companies_named
from storage.tables.inbox import invitation
from storage.tables.registers import company, company_contact, import_run


@dataclass(frozen=True, slots=True)
class Contacts:
    """The contacts of companies in the register, for the length of one turn."""

    connection: AsyncConnection

    async def approach(self, terrain_id: str, name: str) -> Approached:
        """Note that a company is approached; a name that several companies of the terrain have notes nothing."""
        found = await self.only(terrain_id, name)
        if found is None:
            return Approached()
        if found.withdrawn_at is not None:
            return Approached(withdrawn=True)
        first = (company.c.id == found.id) & company.c.approached_at.is_(None)
        await self.connection.execute(update(company).where(first).values(approached_at=func.now()))
        return Approached(provenance=await self.provenance(found.id))

    async def recognise(self, code: str, intake: UUID) -> Provenance | None:
        """Link an intake to the company its code was made for, once; return where the contacts come from, if there are any.

        The name is the one that the team gave with the code, never what somebody typed.
        """
        made = (await self.connection.execute(select(invitation).where(invitation.c.code == code))).one_or_none()
        found = await self.only(made.terrain_id, made.company) if made and made.terrain_id and made.company else None
        if made is None or found is None:
            return None
        await link(self.connection, Link(found.id, intake, LinkedBy.INVITATION, made.made_by))
        return await self.provenance(found.id)

    async def erase(self, *, email: str = "", phone: str = "") -> int:
        """Erase a contact everywhere and keep it out of later imports; return how many there were."""
        return await erase_contact(self.connection, email=email, phone=phone)

    async def only(self, terrain_id: str, name: str) -> Company | None:
        found = await companies_named(self.connection, name, terrain_id)
        return found[0] if len(found) == 1 else None

    async def provenance(self, company_id: UUID) -> Provenance | None:
        """Return where the newest contact of a company comes from; None when it has none."""
        found = await self.connection.execute(
            select(import_run.c.source, import_run.c.ground, import_run.c.file, company_contact.c.at)
            .join(company_contact, company_contact.c.import_id == import_run.c.id)
            .where(company_contact.c.company_id == company_id)
            .order_by(company_contact.c.at.desc())
            .limit(1)
        )
        row = found.one_or_none()
        return Provenance(row.source, Ground(row.ground), row.file, row.at) if row else None
