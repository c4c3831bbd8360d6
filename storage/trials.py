"""Companies that are made to try things: an intake with invented answers and a row of the register, both marked as such."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.companies.claims import Link, LinkedBy
from domain.companies.companies import company_key
from domain.companies.company_file import NamedCompany
from domain.companies.company_row import TEST
from domain.companies.trials import NAME, trial_answers
from domain.consent.consents import TEXTS, Decision, Purpose, State, valid_until
from domain.intake.path import Depth
from domain.intake.stage import Stage
from storage.companies.links import link
from storage.erasure import erase_intakes
from storage.intake.snapshots import write_snapshot
from storage.tables.people import answer, intake
from storage.tables.registers import company, company_link

SOURCE = "import"  # of its answers: nobody gave them


@dataclass(frozen=True, slots=True)
class Trials:
    """The companies that count nowhere, for one person of the team and the length of one turn."""

    connection: AsyncConnection
    person: UUID
    now: datetime.datetime

    async def make(self, terrain_id: str, terrain_name: str) -> NamedCompany:
        """Make one on a terrain, with an intake that is filled in, and return it."""
        taken = {one.name for one in await self.all()}
        number = next(number for number in range(1, len(taken) + 2) if NAME.format(number=number) + TEST not in taken)
        name, made = NAME.format(number=number), uuid4()
        answers = trial_answers(number, {"id": terrain_id, "name": terrain_name})
        yes = {one: Decision(State.GIVEN_BY_PHONE, TEXTS[one].version, self.now, valid_until(self.now)) for one in Purpose}
        row = {"id": made, "test": True, "phoned": True, "contacts": 0, "revision": 1, "depth": Depth.FULL,
               "stage": Stage.COMPLETE, "company": name, "company_key": company_key(name), "terrain_id": terrain_id,
               "confirmed_at": self.now, "current": write_snapshot({}, answers, yes)}  # fmt: skip
        await self.connection.execute(intake.insert().values(row))
        log = {"intake_id": made, "source": SOURCE, "revision": 1, "at": self.now}
        given = [log | {"name": key, "value": one.value, "certainty": one.certainty} for key, one in answers.items()]
        await self.connection.execute(answer.insert(), given)
        listed = {"terrain_id": terrain_id, "name": name, "name_key": company_key(name), "test": True}
        new = insert(company).values(listed).on_conflict_do_nothing().returning(company.c.id)
        register: UUID | None = (await self.connection.execute(new)).scalar_one_or_none()
        if register is not None:
            await link(self.connection, Link(register, made, LinkedBy.TEAM, self.person))
        return NamedCompany(name + TEST, company_key(name), terrain_id, made, register)

    async def all(self, terrain_id: str | None = None) -> Sequence[NamedCompany]:
        """Return those of one terrain, or of all."""
        there = (intake.c.terrain_id == terrain_id,) if terrain_id is not None else ()
        rows = await self.connection.execute(
            select(intake).where(intake.c.test, *there).order_by(intake.c.created_at, intake.c.id)
        )
        return tuple(NamedCompany(row.company + TEST, row.company_key, row.terrain_id or "", row.id) for row in rows)

    async def drop(self, intake_id: UUID) -> bool:
        """Erase one with everything that hangs on it; False when there is none."""
        this = select(intake.c.id).where(intake.c.id == intake_id, intake.c.test)
        if (await self.connection.execute(this.with_for_update())).one_or_none() is None:
            return False
        linked = select(company_link.c.company_id).where(company_link.c.intake_id == intake_id)
        await self.connection.execute(delete(company).where(company.c.test, company.c.id.in_(linked)))
        await erase_intakes(self.connection, [intake_id])
        return True
