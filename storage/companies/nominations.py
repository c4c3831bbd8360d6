"""Companies that others named: kept as companies of the register, tied to who named them, and gone with them."""

import datetime
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, delete, literal, select, true, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.companies.companies import company_key
from domain.companies.nominations import NamedOther, Nomination
from domain.disclosure.audiences import Observer
from storage.disclosure.gate import visible
from storage.tables.base import metadata
from storage.tables.companies import company_nomination as named
from storage.tables.people import intake
from storage.tables.registers import company, company_link
from storage.tables.terrain import terrain

BEGAN = select(company_link.c.company_id).where(company_link.c.company_id == company.c.id).exists()
NEW = ["terrain_id", "name", "name_key", "kvk", "test"]
# The team has something to decide: nobody approached it, it takes no part, and nobody said that nothing is to be done.
OPEN = named.c.settled_at.is_(None) & company.c.approached_at.is_(None) & ~BEGAN


@dataclass(frozen=True, slots=True)
class Nominations:
    """Who named which company, for the length of one turn."""

    connection: AsyncConnection
    now: datetime.datetime

    async def of(self, intake_id: UUID) -> Sequence[Nomination]:
        """Return what a company named, oldest first; whether those are refused is not among it."""
        rows = await self.connection.execute(reading(named.c.intake_id == intake_id))
        return tuple(nomination_of(row, refused=False) for row in rows)

    async def keep(self, intake_id: UUID, terrain_id: str, names: Collection[NamedOther], *, may_tell: bool) -> None:
        """Keep that a company named these on a terrain, each once; the newest word on whether they may hear it counts.

        Nothing is kept for a terrain that is not in the register.
        """
        for one in names:
            about = await self._company(terrain_id, one, of_test=self._is_test(intake_id))
            if about is None:
                continue
            values = {"company_id": about, "intake_id": intake_id, "may_tell": may_tell, "said": one.name, "at": self.now}
            kept = insert(named).values(values)
            await self.connection.execute(
                kept.on_conflict_do_update(index_elements=["company_id", "intake_id"], set_={"may_tell": may_tell})
            )

    async def waiting(self, terrain_id: str | None = None, limit: int = 100) -> Sequence[Nomination]:
        """Return what the team has to decide about, oldest first, of who named it as far as the team may see them."""
        there = (company.c.terrain_id == terrain_id,) if terrain_id is not None else ()
        rows = await self.connection.execute(
            reading(OPEN, *there, visible(Observer.TEAM, self.now)).join(intake, intake.c.id == named.c.intake_id).limit(limit)
        )
        return tuple(nomination_of(row) for row in rows)

    async def tellers(self, terrain_id: str, name: str) -> Sequence[str]:
        """Return the companies that named one and let us say so to it, by name."""
        rows = await self.connection.execute(
            select(intake.c.company)
            .join(named, named.c.intake_id == intake.c.id)
            .join(company, company.c.id == named.c.company_id)
            .where(company.c.terrain_id == terrain_id, company.c.name_key == company_key(name), named.c.may_tell,
                   intake.c.company != "", visible(Observer.TEAM, self.now))
            .order_by(intake.c.company_key)
        )  # fmt: skip
        return tuple(rows.scalars())

    async def settle(self, number: int) -> Nomination | None:
        """Note that nothing is to be done about a nomination, and return it; None when it is gone or that was said."""
        this = (named.c.number == number) & named.c.settled_at.is_(None)
        row = (await self.connection.execute(reading(this).with_for_update(of=named))).one_or_none()
        if row is not None:
            await self.connection.execute(update(named).where(this).values(settled_at=self.now))
        return nomination_of(row) if row is not None else None

    async def tie(self, number: int, company_id: UUID) -> bool:
        """Let a nomination be of another company of the same terrain, by another name; False when that cannot be."""
        row = (await self.connection.execute(reading(named.c.number == number).with_for_update(of=named))).one_or_none()
        if row is None:
            return False
        other = select(company.c.id).where(company.c.id == company_id, company.c.terrain_id == row.terrain_id)
        if company_id == row.company_id or (await self.connection.execute(other)).one_or_none() is None:
            return False
        values = {"company_id": company_id, **{name: getattr(row, name) for name in ("intake_id", "may_tell", "said", "at")}}
        await self.connection.execute(delete(named).where(named.c.number == number))
        await self.connection.execute(insert(named).values(values).on_conflict_do_nothing())
        await drop_alone(self.connection, [row.company_id])
        return True

    async def refused(self, companies: Collection[UUID]) -> frozenset[UUID]:
        """Return which of these companies of the register do not want to be approached."""
        rows = await self.connection.execute(
            select(company.c.id).where(company.c.id.in_(companies), company.c.withdrawn_at.is_not(None))
        )
        return frozenset(rows.scalars())

    def _is_test(self, intake_id: UUID) -> ColumnElement[bool]:
        return select(intake.c.test).where(intake.c.id == intake_id).scalar_subquery()

    async def _company(self, terrain_id: str, one: NamedOther, *, of_test: ColumnElement[bool]) -> UUID | None:
        """Return the company of a terrain that is meant: by its number, else by its name; made when there is none.

        What a test company named counts nowhere, until somebody else names it too.
        """
        there = select(terrain.c.id, literal(one.name), literal(one.key), literal(one.kvk), of_test)
        found = await self._known(terrain_id, one)
        if found is None:
            made = insert(company).from_select(NEW, there.where(terrain.c.id == terrain_id)).on_conflict_do_nothing()
            await self.connection.execute(made)
            found = await self._known(terrain_id, one)
        if found is not None:
            real = (company.c.id == found) & company.c.test & ~of_test
            await self.connection.execute(update(company).where(real).values(test=False))
        return found

    async def _known(self, terrain_id: str, one: NamedOther) -> UUID | None:
        """Return the company of this number, or of this name as far as no other number is known of it."""
        same_name = (company.c.name_key == one.key) & (company.c.kvk == "" if one.kvk else true())
        by_number = company.c.kvk == one.kvk if one.kvk else None
        ways = [way for way in (by_number, same_name) if way is not None]
        for way in ways:
            wanted = select(company.c.id).where(company.c.terrain_id == terrain_id, way).order_by(company.c.kvk, company.c.id)
            found: UUID | None = (await self.connection.execute(wanted.limit(1))).scalar_one_or_none()
            if found is not None:
                return found
        return None


async def forget_nominations(connection: AsyncConnection, intakes: Collection[UUID]) -> None:
    """Forget what these intakes named, with the companies that stood in the register only because of that."""
    gone = delete(named).where(named.c.intake_id.in_(intakes)).returning(named.c.company_id)
    await drop_alone(connection, (await connection.execute(gone)).scalars().all())


async def drop_alone(connection: AsyncConnection, companies: Collection[UUID]) -> None:
    """Erase those of these companies that no import brought, nobody approached or refused, and to which nothing else is tied."""
    ties = (column for table in metadata.sorted_tables for column in table.c
            if any(key.column is company.c.id for key in column.foreign_keys))  # fmt: skip
    tied = [select(column).where(column == company.c.id).exists() for column in ties]
    untouched = (company.c.import_id.is_(None), company.c.approached_at.is_(None), company.c.withdrawn_at.is_(None))
    if companies:
        await connection.execute(delete(company).where(company.c.id.in_(companies), *untouched, *(~one for one in tied)))


def reading(*those: ColumnElement[bool]) -> Select[Any]:
    """Return the statement that reads nominations, oldest first."""
    about = (company.c.name, company.c.terrain_id, company.c.withdrawn_at)
    return select(named, *about).join(company, company.c.id == named.c.company_id).where(*those).order_by(named.c.number)


def nomination_of(row: Any, *, refused: bool | None = None) -> Nomination:  # noqa: ANN401 - a row
    hidden = row.withdrawn_at is not None if refused is None else refused
    return Nomination(row.number, row.company_id, row.name, row.terrain_id, row.intake_id, row.may_tell, row.said, row.at,
                      hidden, row.settled_at)  # fmt: skip
