"""Calling companies: who can be called, who calls whom now, what came of it, and what is due."""

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Date, cast, delete, func, not_, or_, select
from sqlalchemy.dialects.postgresql import distinct_on, insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.companies.calls import HELD, CallReach, DueCalls
from domain.companies.claims import Link, LinkedBy
from domain.companies.company_file import NamedCompany
from domain.disclosure.audiences import Observer
from domain.dossier.forms import CallOutcome, ContactForm, ContactSort
from storage.companies.erasure import withdraw
from storage.companies.links import link
from storage.disclosure.gate import visible
from storage.forms.responses import OF_TRIAL
from storage.tables.companies import calling, company_nomination
from storage.tables.forms import form_response, form_version
from storage.tables.people import intake, person
from storage.tables.registers import company, company_contact, company_link

SOMEBODY = "Een collega"
HAS_NUMBER = (
    select(company_contact.c.id).where(company_contact.c.company_id == company.c.id, company_contact.c.phone != "").exists()
)
IS_LINKED = select(company_link.c.company_id).where(company_link.c.company_id == company.c.id).exists()
SILENT = person.c.place["hearing"].astext == "silent"  # see dialogs/turn/place.py
CONTACT = form_response.c.form == ContactForm.key
SORT, OUTCOME, AGAIN = (form_response.c.data[name].astext for name in ("form", "outcome", "again"))
DAY = func.coalesce(form_response.c.data["day"].astext, "")
SPOKEN = (ContactSort.PHONE, ContactSort.VISIT, ContactSort.TALK)


@dataclass(frozen=True, slots=True)
class Calls:
    """The calls of one person of the team, for the length of one turn."""

    connection: AsyncConnection
    person: UUID
    now: datetime.datetime

    async def reach(self, terrain: str) -> CallReach:
        """Return of which companies of the register there is a number, and which intakes asked for no messages."""
        numbers = await self.connection.execute(select(company.c.id).where(company.c.terrain_id == terrain, HAS_NUMBER))
        speaks = select(person.c.id).where(person.c.intake_id == intake.c.id)
        asked = speaks.where(SILENT).exists() & not_(speaks.where(not_(func.coalesce(SILENT, False))).exists())
        quiet = await self.connection.execute(select(intake.c.id).where(intake.c.terrain_id == terrain, asked))
        return CallReach(frozenset(numbers.scalars()), frozenset(quiet.scalars()))

    async def namers(self, register: UUID) -> Sequence[str]:
        """Return the companies that named this one and let it hear that, by name."""
        named = (
            select(intake.c.company)
            .join(company_nomination, company_nomination.c.intake_id == intake.c.id)
            .where(company_nomination.c.company_id == register, company_nomination.c.may_tell, visible(Observer.TEAM, self.now))
            .order_by(company_nomination.c.number)
        )
        return [name for name in (await self.connection.execute(named)).scalars() if name]

    async def begin(self, about: NamedCompany) -> str:
        """Note that this person calls a company now, and no other one; return who of the team does already, empty for nobody."""
        await self.alone()
        column, key = calling.c.company_id, about.register
        if key is None:
            column, key = calling.c.intake_id, about.intake
        fresh = insert(calling).values({column.name: key, "person_id": self.person, "at": self.now})
        free = or_(calling.c.person_id == self.person, calling.c.at <= self.now - HELD)
        mine = fresh.on_conflict_do_update(index_elements=[column], set_={"person_id": self.person, "at": self.now}, where=free)
        number = (await self.connection.execute(mine.returning(calling.c.number))).scalar_one_or_none()
        if number is not None:
            others = (calling.c.person_id == self.person) & (calling.c.number != number)
            await self.connection.execute(delete(calling).where(others))
            return ""
        names = select(person.c.name).join(calling, calling.c.person_id == person.c.id).where(column == key)
        return (await self.connection.execute(names)).scalar_one_or_none() or SOMEBODY

    async def alone(self) -> None:
        """Wait for whoever is choosing a company at this moment: two directors never hold what the other waits for."""
        await self.connection.execute(select(func.pg_advisory_xact_lock(func.hashtextextended("calling", 0))))

    async def end(self) -> None:
        """Note that this person calls nobody now."""
        await self.alone()
        await self.connection.execute(delete(calling).where(calling.c.person_id == self.person))

    async def refuse(self, register: UUID) -> bool:
        """Note that a company of the register does not want to be approached: its contacts and what was written about it go.

        False when an intake is linked to it: that one speaks for it.
        """
        unlinked = select(company.c.id).where(company.c.id == register, ~IS_LINKED)
        if (await self.connection.execute(unlinked)).scalar_one_or_none() is None:
            return False
        await withdraw(self.connection, [register])
        return True

    async def link(self, register: UUID, intake_id: UUID) -> bool:
        """Tie an intake that was filled in by telephone to the company that was called; False when another is tied to it."""
        return await link(self.connection, Link(register, intake_id, LinkedBy.TEAM, self.person))

    async def done(self, terrain: str, since: datetime.datetime) -> Mapping[CallOutcome, int]:
        """Return how many calls this person made on a terrain since a moment, by what came of them."""
        first = (form_version.c.number == form_response.c.number) & (form_version.c.revision == 1)
        rows = await self.connection.execute(
            select(OUTCOME, func.count())
            .join(form_version, first)
            .where(
                CONTACT,
                OUTCOME.in_(list(CallOutcome)),
                form_response.c.terrain_id == terrain,
                form_response.c.made_at >= since,
                form_version.c.person_id == self.person,
            )
            .group_by(OUTCOME)
        )
        return {CallOutcome(outcome): count for outcome, count in rows}

    async def due(self, terrains: Collection[str], today: datetime.date) -> Mapping[str, DueCalls]:
        """Return what is to be called on these terrains today or was before: of companies that may still be called."""
        which = func.coalesce(form_response.c.company_id, company_link.c.company_id)
        who = func.coalesce(which, form_response.c.intake_id)
        spoken = SORT.in_(SPOKEN) & (func.coalesce(OUTCOME, "") != CallOutcome.NOT_REACHED)  # what was agreed is done by then
        newest = (
            select(form_response.c.terrain_id, form_response.c.intake_id, which.label("company_id"), AGAIN.label("again"))
            .ext(distinct_on(who))
            .outerjoin(company_link, company_link.c.intake_id == form_response.c.intake_id)
            .where(
                CONTACT,
                ~OF_TRIAL,
                form_response.c.terrain_id.in_(terrains),
                or_(form_response.c.intake_id.is_not(None), form_response.c.company_id.is_not(None)),
                or_(AGAIN.is_not(None), spoken),
            )
            .order_by(who, DAY.desc(), form_response.c.number.desc())
            .subquery()
        )
        day = cast(newest.c.again, Date)
        rows = await self.connection.execute(
            select(newest.c.terrain_id, func.count(), func.min(day), func.max(day))
            .join(company, company.c.id == newest.c.company_id)
            .outerjoin(intake, intake.c.id == newest.c.intake_id)
            .where(newest.c.again <= today.isoformat(), company.c.withdrawn_at.is_(None), HAS_NUMBER)
            .where(or_(newest.c.intake_id.is_(None), visible(Observer.TEAM, self.now)))
            .group_by(newest.c.terrain_id)
        )
        return {terrain: DueCalls(count, first, last) for terrain, count, first, last in rows}
