"""Finding companies by words of their name, among intakes and in the register, in one list without doubles."""

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Label, Row, Select, case, func, literal, literal_column, or_, select, true, union_all
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.companies.companies import company_key
from domain.companies.company_file import NamedCompany
from domain.companies.company_row import TEST
from domain.companies.talk_file import CompanyFile
from domain.disclosure.audiences import Observer
from storage.companies.links import claiming
from storage.companies.talks import load_file
from storage.disclosure.gate import visible
from storage.tables.people import intake
from storage.tables.registers import company, company_link

SIMPLE: ColumnElement[str] = literal_column("'simple'::regconfig")
KNOWN = intake.c.company_key != ""
CLAIMS = "(niet gekoppeld)"


@dataclass(frozen=True, slots=True)
class Companies:
    """The companies that the team may see, for the length of one turn: those that let us keep their answers, and the register."""

    connection: AsyncConnection
    now: datetime.datetime

    async def named(self, name: str, terrain_id: str | None = None) -> Sequence[NamedCompany]:
        """Return the companies with exactly this name, case, accents and legal form aside; at most 20."""
        key = company_key(name)
        if not key:
            return ()
        return await self.such((intake.c.company_key == key) & KNOWN, company.c.name_key == key, terrain_id, 20)

    async def with_words(self, words: Sequence[Sequence[str]], terrain_id: str | None, limit: int) -> Sequence[NamedCompany]:
        """Return companies with, for each of `words`, a word in their name that begins with one of its beginnings."""
        typed = " & ".join(f"({' | '.join(f'{beginning}:*' for beginning in one)})" for one in words)
        query = func.to_tsquery(SIMPLE, typed)
        among_intakes = KNOWN & func.to_tsvector(SIMPLE, intake.c.company_key).op("@@")(query)
        return await self.such(among_intakes, func.to_tsvector(SIMPLE, company.c.name_key).op("@@")(query), terrain_id, limit)

    async def on_terrain(self, terrain_id: str, limit: int = 1000) -> Sequence[NamedCompany]:
        return await self.such(KNOWN, true(), terrain_id, limit)

    async def names(self, ids: Collection[UUID]) -> Mapping[UUID, str]:
        """Return the names of these companies, whether an id is of an intake or of the register."""
        if not ids:
            return {}
        seen = (intake.c.id.in_(ids), KNOWN, visible(Observer.TEAM, self.now, trials=True))
        began = select(intake.c.id, called(intake.c.company, intake.c.test)).where(*seen)
        listed = select(company.c.id, called(company.c.name, company.c.test)).where(company.c.id.in_(ids))
        return {row.id: row.name for row in await self.connection.execute(union_all(began, listed))}

    async def file(self, about: NamedCompany) -> CompanyFile:
        """Return what the team may know of a company now, for a talk with it."""
        return await load_file(self.connection, about, self.now)

    async def one(self, company_id: str) -> NamedCompany | None:
        """Return the company that a button means; None when it is gone."""
        kind, _, text = company_id.partition(":")
        try:
            wanted = UUID(text)
        except ValueError:
            return None
        nobody = literal(value=False)
        among_intakes, in_register = (intake.c.id == wanted) & KNOWN, company.c.id == wanted
        found = await self.such(among_intakes if kind == "i" else nobody, in_register if kind == "r" else nobody, None, 1)
        return found[0] if found else None

    async def such(
        self, among_intakes: ColumnElement[bool], in_register: ColumnElement[bool], terrain_id: str | None, limit: int
    ) -> Sequence[NamedCompany]:
        """Return such companies, an intake and the row of the register that goes with it as one."""
        here = (intake.c.terrain_id == terrain_id, company.c.terrain_id == terrain_id) if terrain_id else (true(), true())
        seen = visible(Observer.TEAM, self.now, trials=True)
        began = list(await self.connection.execute(intakes().where(among_intakes, seen, here[0]).limit(limit)))
        listed = list(await self.connection.execute(registered().where(in_register, here[1]).limit(limit)))
        links = await self.links({row.id for row in began}, {row.id for row in listed})
        behind = set(links) - {row.id for row in began}  # their name in the register was found, not the one they gave
        began += list(await self.connection.execute(intakes().where(intake.c.id.in_(behind), seen))) if behind else []
        claims = await claiming(self.connection, {row.id for row in began} - set(links))
        by_intake = {row.id: named(row, row.id, links.get(row.id), claims=row.id in claims) for row in began}
        linked = {register: of for of, register in links.items() if of in by_intake}
        alone = [named(row, linked.get(row.id), row.id) for row in listed if linked.get(row.id) not in by_intake]
        return (*by_intake.values(), *alone)

    async def links(self, began: Collection[UUID], listed: Collection[UUID]) -> dict[UUID, UUID]:
        """Return which intake goes with which row of the register: what an invitation or the team said, never what was typed."""
        if not began and not listed:
            return {}
        found = await self.connection.execute(
            select(company_link.c.intake_id, company_link.c.company_id)
            .where(or_(company_link.c.intake_id.in_(began), company_link.c.company_id.in_(listed)))
            .order_by(company_link.c.at.desc(), company_link.c.company_id)
        )
        return {row.intake_id: row.company_id for row in found}


def intakes() -> Select[Any]:
    """Return the query for companies that began an intake."""
    columns = (intake.c.id, called(intake.c.company, intake.c.test), intake.c.company_key.label("key"), intake.c.terrain_id)
    return select(*columns).order_by(intake.c.company_key, intake.c.id)


def registered() -> Select[Any]:
    """Return the query for companies in the register."""
    columns = (company.c.id, called(company.c.name, company.c.test), company.c.name_key.label("key"), company.c.terrain_id)
    return select(*columns).order_by(company.c.name_key, company.c.id)


def called(name: ColumnElement[str], test: ColumnElement[bool]) -> Label[str]:
    """Return in SQL what a company is called: of one that was made to try things it says so."""
    return (name + case((test, TEST), else_="")).label("name")


def named(row: Row[Any], intake_id: UUID | None, register: UUID | None, *, claims: bool = False) -> NamedCompany:
    """Return a row as a company; what only claims to be one of the register is told from that by its name."""
    return NamedCompany(f"{row.name} {CLAIMS}" if claims else row.name, row.key, row.terrain_id or "", intake_id, register)
