"""Finding companies by words of their name, among intakes and in the register, in one list without doubles."""

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, and_, case, func, literal, literal_column, or_, select, true, union_all
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.companies import company_key
from domain.disclosed import Audience
from domain.dossier.companies import NamedCompany
from domain.dossier.talks import CompanyFile
from storage.companies import ANSWERED_KVK
from storage.disclosure import visible
from storage.tables.people import intake
from storage.tables.registers import company
from storage.talks import load_file

SIMPLE: ColumnElement[str] = literal_column("'simple'::regconfig")
KNOWN = intake.c.company_key != ""


@dataclass(frozen=True, slots=True)
class Companies:
    """The companies that the team may see, for the length of one turn: who lets us keep its answers, and the register."""

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
        """Return the companies of a terrain."""
        return await self.such(KNOWN, true(), terrain_id, limit)

    async def names(self, ids: Collection[UUID]) -> Mapping[UUID, str]:
        """Return the names of these companies, whether an id is of an intake or of the register."""
        if not ids:
            return {}
        seen = (intake.c.id.in_(ids), KNOWN, visible(Audience.TEAM, self.now))
        began = select(intake.c.id, intake.c.company.label("name")).where(*seen)
        listed = select(company.c.id, company.c.name).where(company.c.id.in_(ids))
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
        seen = visible(Audience.TEAM, self.now)
        began = list(await self.connection.execute(intakes().where(among_intakes, seen, here[0]).limit(limit)))
        listed = list(await self.connection.execute(registered().where(in_register, here[1]).limit(limit)))
        links = await self.links({row.id for row in began}, {row.id for row in listed})
        behind = set(links) - {row.id for row in began}  # their name in the register was found, not the one they gave
        began += list(await self.connection.execute(intakes().where(intake.c.id.in_(behind), seen))) if behind else []
        by_intake = {row.id: named(row, row.id, links.get(row.id)) for row in began}
        linked = {register: of for of, register in links.items() if of in by_intake}
        alone = [named(row, linked.get(row.id), row.id) for row in listed if linked.get(row.id) not in by_intake]
        return (*by_intake.values(), *alone)

    async def links(self, began: Collection[UUID], listed: Collection[UUID]) -> dict[UUID, UUID]:
        """Return which intake goes with which row of the register: what the team said, then KvK number, then name."""
        if not began and not listed:
            return {}
        by_kvk = (company.c.kvk != "") & (company.c.kvk == ANSWERED_KVK)
        no_other = or_(company.c.kvk == "", ANSWERED_KVK == "")
        by_name = and_(company.c.name_key != "", company.c.name_key == intake.c.company_key, no_other)
        said = company.c.intake_id == intake.c.id
        unsaid = company.c.intake_id.is_(None) & (company.c.terrain_id == intake.c.terrain_id) & or_(by_kvk, by_name)
        how = case((said, 0), (by_kvk, 1), else_=2)
        found = await self.connection.execute(
            select(intake.c.id, company.c.id.label("register"), how.label("how"))
            .join(company, or_(said, unsaid))
            .where(or_(intake.c.id.in_(began), company.c.id.in_(listed)))
            .order_by(how.desc(), company.c.id)
        )
        return {row.id: row.register for row in found}


def intakes() -> Select[Any]:
    """Return the query for companies that began an intake."""
    columns = (intake.c.id, intake.c.company.label("name"), intake.c.company_key.label("key"), intake.c.terrain_id)
    return select(*columns).order_by(intake.c.company_key, intake.c.id)


def registered() -> Select[Any]:
    """Return the query for companies in the register."""
    columns = (company.c.id, company.c.name, company.c.name_key.label("key"), company.c.terrain_id)
    return select(*columns).order_by(company.c.name_key, company.c.id)


def named(row: Row[Any], intake_id: UUID | None, register: UUID | None) -> NamedCompany:
    """Return a row as a company."""
    return NamedCompany(row.name, row.key, row.terrain_id or "", intake_id, register)
