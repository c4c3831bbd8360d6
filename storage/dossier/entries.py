"""The entries of dossiers: kept, changed and closed, each change with its version and its line in the log of the terrain."""

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, delete, false, func, or_, select, true, tuple_, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.companies.company_file import NamedCompany
from domain.dossier.entries import ActionOwner, Entry, EntryKind, EntryVersion, NewEntry, read_day, read_person
from domain.dossier.events import EntryEvent, event_for
from storage.access.team_list import team_of
from storage.plan.events import Dossiers, erase_about_entries
from storage.tables.entries import dossier_entry, dossier_version
from storage.tables.people import intake, person
from storage.tables.registers import company

OPEN = dossier_entry.c.closed_at.is_(None)
NAME = func.coalesce(func.nullif(intake.c.company, ""), company.c.name, "")


@dataclass(slots=True)
class Entries:
    """The entries of all dossiers, for one person and the length of one turn."""

    connection: AsyncConnection
    dossiers: Dossiers

    async def add(self, new: NewEntry, at: datetime.datetime) -> Entry:
        """Keep a new entry and return it with its number; the one that is there already when its key was used before."""
        await self.dossiers.lock(new.terrain)
        about = {"intake_id": new.intake, "company_id": new.register}
        values = {"kind": new.kind, "terrain_id": new.terrain, "key": new.key, **about, **columns_of(new.data)}
        fresh = insert(dossier_entry).values(**values, made_at=at).on_conflict_do_nothing(index_elements=["key"])
        number = (await self.connection.execute(fresh.returning(dossier_entry.c.number))).scalar_one_or_none()
        if number is not None:
            return await self.note(number, EntryEvent.ADDED, at)
        known = await self.connection.execute(with_names().where(dossier_entry.c.key == new.key))
        return entry_of(known.one())

    async def change(
        self, number: int, seen: int, data: Mapping[str, str], about: NamedCompany | None, at: datetime.datetime
    ) -> Entry | None:
        """Change an open entry that is still at revision `seen`: what it says, and which company it is about."""
        ids = {"intake_id": about.intake if about else None, "company_id": about.register if about else None}
        return await self.write(number, seen, OPEN, {**columns_of(data), **ids}, EntryEvent.CHANGED, at)

    async def close(self, number: int, seen: int, at: datetime.datetime) -> Entry | None:
        return await self.write(number, seen, OPEN, {"closed_at": at}, EntryEvent.CLOSED, at)

    async def reopen(self, number: int, seen: int, at: datetime.datetime) -> Entry | None:
        """Open a closed entry again."""
        return await self.write(number, seen, ~OPEN, {"closed_at": None}, EntryEvent.REOPENED, at)

    async def write(
        self,
        number: int,
        seen: int,
        such: ColumnElement[bool],
        values: Mapping[str, Any],
        what: EntryEvent,
        at: datetime.datetime,
    ) -> Entry | None:
        """Change one row if it still is as it was seen. The terrain is locked first, as everywhere."""
        before = await self.entry(number)
        if before is None:
            return None
        await self.dossiers.lock(before.terrain)
        this = (dossier_entry.c.number == number) & (dossier_entry.c.revision == seen) & such
        done = await self.connection.execute(update(dossier_entry).where(this).values(revision=seen + 1, **values))
        return await self.note(number, what, at) if done.rowcount == 1 else None

    async def note(self, number: int, what: EntryEvent, at: datetime.datetime) -> Entry:
        """Keep an entry as it is now, and tell the log of its terrain."""
        entry = await self.entry(number)
        if entry is None:
            raise LookupError("an entry vanished in its own transaction")
        version = {"number": number, "revision": entry.revision, "data": dict(entry.data), "closed": entry.closed_at is not None}
        await self.connection.execute(dossier_version.insert().values(**version, person_id=self.dossiers.person, at=at))
        event = event_for(entry, what, at)
        await self.dossiers.record(event)
        if "contact_on" in event.data and entry.register is not None:
            await mark_approached(self.connection, entry.register, at)
        return entry

    async def entry(self, number: int) -> Entry | None:
        """Return an entry; None when there is none."""
        row = (await self.connection.execute(with_names().where(dossier_entry.c.number == number))).one_or_none()
        return entry_of(row) if row else None

    async def of_terrain(self, terrain_id: str, kinds: Collection[EntryKind] = (), *, limit: int = 100) -> Sequence[Entry]:
        """Return the open entries of a terrain, newest first."""
        such = dossier_entry.c.kind.in_(kinds) if kinds else true()
        these = with_names().where(dossier_entry.c.terrain_id == terrain_id, OPEN, such)
        return await self.all(these.order_by(dossier_entry.c.number.desc()).limit(limit))

    async def of_company(self, about: NamedCompany) -> Sequence[Entry]:
        """Return everything about a company, closed or not, newest first; at most 200."""
        by_intake = dossier_entry.c.intake_id == about.intake if about.intake else false()
        by_register = dossier_entry.c.company_id == about.register if about.register else false()
        return await self.all(with_names().where(or_(by_intake, by_register)).order_by(dossier_entry.c.number.desc()).limit(200))

    async def actions_of(self, person_id: UUID, *, limit: int = 100) -> Sequence[Entry]:
        """Return the open actions of somebody, by day."""
        mine = with_names().where(dossier_entry.c.owner == person_id, dossier_entry.c.kind == EntryKind.ACTION, OPEN)
        return await self.all(mine.order_by(dossier_entry.c.due.asc().nulls_last(), dossier_entry.c.number).limit(limit))

    async def all(self, query: Select[Any]) -> tuple[Entry, ...]:
        return tuple(entry_of(row) for row in await self.connection.execute(query))

    async def versions(self, wanted: Collection[tuple[int, int]]) -> Mapping[tuple[int, int], EntryVersion]:
        """Return entries as they were at these revisions."""
        key = tuple_(dossier_version.c.number, dossier_version.c.revision)
        query = (
            select(dossier_version.c.number, dossier_version.c.revision, dossier_version.c.data, NAME.label("company"))
            .join(dossier_entry, dossier_entry.c.number == dossier_version.c.number)
            .outerjoin(intake, intake.c.id == dossier_entry.c.intake_id)
            .outerjoin(company, company.c.id == dossier_entry.c.company_id)
            .where(key.in_(wanted))
        )
        rows = await self.connection.execute(query) if wanted else ()
        return {(row.number, row.revision): EntryVersion(row.number, row.revision, row.data, row.company) for row in rows}

    async def members(self, tenant: str, named: Collection[str]) -> Sequence[ActionOwner]:
        """Return the project team by name: these object ids, and who belongs to it by a role or a linked team."""
        return await team_of(self.connection, tenant, named)


def columns_of(data: Mapping[str, str]) -> dict[str, Any]:
    """Return the columns that follow from what was filled in."""
    return {"data": dict(data), "owner": read_person(data.get("owner", "")), "due": read_day(data.get("due", ""))}


def with_names() -> Select[Any]:
    """Return the query for entries with the name of their company."""
    return (
        select(dossier_entry, NAME.label("company"), func.coalesce(person.c.name, "").label("owner_name"))
        .outerjoin(person, person.c.id == dossier_entry.c.owner)
        .outerjoin(intake, intake.c.id == dossier_entry.c.intake_id)
        .outerjoin(company, company.c.id == dossier_entry.c.company_id)
    )


def entry_of(row: Row[Any]) -> Entry:
    return Entry(
        row.number,
        EntryKind(row.kind),
        row.terrain_id,
        row.data,
        row.revision,
        row.made_at,
        row.intake_id,
        row.company_id,
        row.company,
        row.owner_name,
        row.closed_at,
    )


async def erase_entries(connection: AsyncConnection, companies: Collection[UUID], intakes: Collection[UUID]) -> None:
    """Erase what was written down about these companies of the register, as far as it is not about yet another intake.

    What was written about the intakes themselves goes with their rows.
    """
    of_them = or_(dossier_entry.c.intake_id.is_(None), dossier_entry.c.intake_id.in_(intakes))
    gone = delete(dossier_entry).where(dossier_entry.c.company_id.in_(companies), of_them)
    rows = (await connection.execute(gone.returning(dossier_entry.c.terrain_id, dossier_entry.c.number))).all()
    for terrain_id in sorted({row.terrain_id for row in rows}):
        await erase_about_entries(connection, terrain_id, [row.number for row in rows if row.terrain_id == terrain_id])


async def mark_approached(connection: AsyncConnection, company_id: UUID, at: datetime.datetime) -> None:
    """Note the first message to a company; a later one changes nothing."""
    first = (company.c.id == company_id) & company.c.approached_at.is_(None)
    await connection.execute(update(company).where(first).values(approached_at=at))
