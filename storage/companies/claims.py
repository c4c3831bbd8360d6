"""What people claim about companies of the register, asked of the team, and what comes of its answer."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.companies.claims import Claim, ClaimAnswer, ClaimKind, ClaimOutcome, Link, LinkedBy
from domain.disclosure.audiences import Audience
from storage.companies.erasure import erase_contacts, withdraw
from storage.companies.links import LINKED, SAME_KVK, claiming, link, meets
from storage.disclosure.gate import visible
from storage.tables.people import intake, person
from storage.tables.registers import company, company_claim, company_contact, company_link

OPEN = company_claim.c.answer.is_(None)
NOT_SEEN = company_claim.c.answered_at.is_(None)  # seen without an answer: another intake was linked then
ABOUT_ERASED = company_claim.c.intake_id.is_(None)


@dataclass(frozen=True, slots=True)
class Claims:
    """The questions about companies, for one person of the team and the length of one turn."""

    connection: AsyncConnection
    person: UUID
    now: datetime.datetime

    async def waiting(self, limit: int) -> Sequence[Claim]:
        """Return what waits for the team, oldest first. What was typed since, or imported, becomes a question here."""
        await self.note_claims()
        rows = await self.connection.execute(self.open_claims().order_by(company_claim.c.number).limit(limit))
        return tuple(claim_of(row) for row in rows)

    async def note_claims(self) -> None:
        """Keep every claim as a question, once: also when it was answered."""
        claimed = (
            select(company.c.id, intake.c.id)
            .join(intake, meets())
            .where(visible(Audience.TEAM, self.now), ~LINKED)
            .order_by(intake.c.created_at, company.c.id)
        )
        await self.connection.execute(
            insert(company_claim).from_select(["company_id", "intake_id"], claimed).on_conflict_do_nothing()
        )

    def open_claims(self) -> Select[Any]:
        """Return the query for questions that make sense now: an intake can have taken its claim back."""
        first = select(person.c.name).where(person.c.intake_id == intake.c.id).order_by(person.c.created_at).limit(1)
        taken = select(company_link.c.company_id).where(company_link.c.company_id == company.c.id).exists()
        stands = visible(Audience.TEAM, self.now) & or_(company_claim.c.stood, meets())
        return (
            select(
                company_claim.c.number,
                company_claim.c.intake_id,
                company.c.name.label("company"),
                company.c.terrain_id,
                func.coalesce(first.scalar_subquery(), "").label("who"),
                func.coalesce(intake.c.company, "").label("called"),
                company_contact.c.name.label("contact"),
                company_contact.c.email,
                func.coalesce(SAME_KVK, False).label("kvk"),
                taken.label("taken"),
            )
            .join(company, company.c.id == company_claim.c.company_id)
            .outerjoin(intake, intake.c.id == company_claim.c.intake_id)
            .outerjoin(company_contact, company_contact.c.id == company_claim.c.contact_id)
            .where(OPEN, or_(ABOUT_ERASED, stands), or_(NOT_SEEN, ~taken))
        )

    async def answer(self, number: int, *, yes: bool) -> ClaimAnswer:
        """Take the team's answer, once, and do what it means."""
        row = (await self.connection.execute(
            select(company_claim, company.c.name).join(company).where(company_claim.c.number == number, OPEN)
            .with_for_update(of=company_claim)
        )).one_or_none()  # fmt: skip
        if row is None:
            return ClaimAnswer(ClaimOutcome.GONE)
        outcome = await self.carry_out(row) if yes else ClaimOutcome.KEPT
        if outcome is not ClaimOutcome.CHANGED:  # nothing was answered then: asked again when it is claimed again
            seen = row.intake_id is not None and outcome is not ClaimOutcome.LINKED and await self.is_linked(row.company_id)
            done = yes and outcome in (ClaimOutcome.LINKED, ClaimOutcome.ERASED)
            said = {"answer": None if seen else done, "answered_at": self.now, "answered_by": self.person}
            await self.connection.execute(update(company_claim).where(company_claim.c.number == number).values(said))
        return ClaimAnswer(outcome, row.name, row.intake_id)

    async def carry_out(self, row: Row[Any]) -> ClaimOutcome:
        """Do what a yes means."""
        if row.contact_id is not None:
            await erase_contacts(self.connection, company_contact.c.id == row.contact_id)
            return ClaimOutcome.ERASED
        if row.intake_id is None:
            return await self.forget(row.company_id)
        return await self.link(row)

    async def forget(self, company_id: UUID) -> ClaimOutcome:
        """Forget a company, unless an intake that is still there is linked to it: that one speaks for it."""
        if await self.is_linked(company_id):
            return ClaimOutcome.TAKEN
        await withdraw(self.connection, [company_id])
        return ClaimOutcome.ERASED

    async def is_linked(self, company_id: UUID) -> bool:
        """Say whether an intake is linked to a company."""
        linked = select(company_link.c.company_id).where(company_link.c.company_id == company_id)
        return (await self.connection.execute(linked)).one_or_none() is not None

    async def link(self, row: Row[Any]) -> ClaimOutcome:
        """Link an intake to the company that it claims, if it still does."""
        still = select(company.c.id).join(intake, meets()).where(company.c.id == row.company_id, intake.c.id == row.intake_id)
        if not row.stood and (await self.connection.execute(still)).one_or_none() is None:
            return ClaimOutcome.CHANGED
        made = Link(row.company_id, row.intake_id, LinkedBy.TEAM, self.person)
        return ClaimOutcome.LINKED if await link(self.connection, made) else ClaimOutcome.TAKEN

    async def only_claims(self, intake_id: UUID) -> bool:
        """Say whether an intake claims a company of the register that it is not linked to."""
        return intake_id in await claiming(self.connection, [intake_id])


def claim_of(row: Row[Any]) -> Claim:
    kind = ClaimKind.SAME if row.intake_id else ClaimKind.GONE if row.contact is None else ClaimKind.CONTACT
    contact = ", ".join(filter(None, (row.contact, row.email)))
    return Claim(row.number, kind, row.company, row.terrain_id, row.who, row.called, contact, row.intake_id, row.kvk, row.taken)
