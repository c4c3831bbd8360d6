"""Responses to forms: kept, changed and closed, each change with its version and its line in the log of the terrain."""

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, case, delete, false, func, or_, select, true, tuple_, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.companies.company_file import NamedCompany
from domain.companies.company_row import TEST
from domain.dossier.events import EntryEvent, event_for
from domain.dossier.forms import ActionForm
from domain.forms.declaration import FORMS, Form
from domain.forms.responses import ActionOwner, NewResponse, Response, ResponseSource, ResponseVersion
from domain.intake.acceptance import key_in, read_day
from domain.intake.answers import Value
from storage.access.team_list import team_of
from storage.plan.events import Dossiers, erase_about_entries
from storage.tables.forms import form_response, form_version
from storage.tables.people import intake, person
from storage.tables.registers import company

OPEN = form_response.c.closed_at.is_(None)
TRIAL = case((or_(func.coalesce(intake.c.test, false()), func.coalesce(company.c.test, false())), TEST), else_="")
NAME = func.coalesce(func.nullif(intake.c.company, ""), company.c.name, "") + TRIAL
# Of a company that was made to try things: such a response counts nowhere.
TRIED, LISTED = intake.alias("tried"), company.alias("listed_trial")
OF_TRIAL = or_(
    select(TRIED.c.id).where(TRIED.c.id == form_response.c.intake_id, TRIED.c.test).exists(),
    select(LISTED.c.id).where(LISTED.c.id == form_response.c.company_id, LISTED.c.test).exists(),
)


@dataclass(slots=True)
class Responses:
    """The responses to all forms, for one person and the length of one turn."""

    connection: AsyncConnection
    dossiers: Dossiers

    async def add(self, new: NewResponse, at: datetime.datetime) -> Response:
        """Keep a new response and return it with its number; the one that is there already when it may be kept only once."""
        await self.dossiers.lock(new.terrain)
        values = {
            "form": new.form.key, "version": new.form.version, "terrain_id": new.terrain, "intake_id": new.intake,
            "company_id": new.register, "session_id": new.session, "step": new.step, "group_label": new.group,
            "respondent": new.respondent if new.form.named else None, "source": new.source, "key": new.key, "once": new.once,
        }  # fmt: skip
        fresh = insert(form_response).values(**values, **columns_of(new.data), made_at=at).on_conflict_do_nothing()
        number = (await self.connection.execute(fresh.returning(form_response.c.number))).scalar_one_or_none()
        if number is not None:
            return await self.note(number, EntryEvent.ADDED, at)
        of_card = form_response.c.key == new.key if new.key is not None else false()
        same = or_(of_card, form_response.c.once == new.once if new.once is not None else false())
        known = await self.connection.execute(with_names().where(same).order_by(of_card.desc()).limit(1))
        return response_of(known.one())

    async def change(
        self,
        number: int,
        seen: int,
        data: Mapping[str, Value],
        about: NamedCompany | None,
        at: datetime.datetime,
        source: ResponseSource = ResponseSource.CARD,
    ) -> Response | None:
        """Change an open response that is still at revision `seen`: what it says, and which company it is about."""
        ids = {"intake_id": about.intake if about else None, "company_id": about.register if about else None}
        values = {**columns_of(data), **ids, "source": source}
        return await self.write(number, seen, OPEN, values, EntryEvent.CHANGED, at)

    async def close(self, number: int, seen: int, at: datetime.datetime) -> Response | None:
        """Close an open response."""
        return await self.write(number, seen, OPEN, {"closed_at": at}, EntryEvent.CLOSED, at)

    async def reopen(self, number: int, seen: int, at: datetime.datetime) -> Response | None:
        """Open a closed response again."""
        return await self.write(number, seen, ~OPEN, {"closed_at": None}, EntryEvent.REOPENED, at)

    async def write(
        self,
        number: int,
        seen: int,
        such: ColumnElement[bool],
        values: Mapping[str, Any],
        what: EntryEvent,
        at: datetime.datetime,
    ) -> Response | None:
        """Change one row if it still is as it was seen. The terrain is locked first, as everywhere."""
        before = await self.entry(number)
        if before is None:
            return None
        await self.dossiers.lock(before.terrain)
        this = (form_response.c.number == number) & (form_response.c.revision == seen) & such
        done = await self.connection.execute(update(form_response).where(this).values(revision=seen + 1, **values))
        return await self.note(number, what, at) if done.rowcount == 1 else None

    async def note(self, number: int, what: EntryEvent, at: datetime.datetime) -> Response:
        """Keep how a response stands now, and tell the log of its terrain; of whom is not kept, neither is told."""
        entry = await self.entry(number)
        if entry is None:
            raise LookupError("a response vanished in its own transaction")
        version = {"number": number, "revision": entry.revision, "data": dict(entry.data), "source": entry.source}
        who = {"person_id": self.dossiers.person if entry.form.named else None, "closed": entry.closed_at is not None}
        await self.connection.execute(form_version.insert().values(**version, **who, at=at))
        if not entry.form.named:
            return entry
        event = event_for(entry, what, at)
        await self.dossiers.record(event)
        if "contact_on" in event.data and entry.register is not None:
            await mark_approached(self.connection, entry.register, at)
        return entry

    async def entry(self, number: int) -> Response | None:
        """Return a response; None when there is none."""
        row = (await self.connection.execute(with_names().where(form_response.c.number == number))).one_or_none()
        return response_of(row) if row else None

    async def of_terrain(self, terrain_id: str, forms: Collection[type[Form]] = (), *, limit: int = 100) -> Sequence[Response]:
        """Return the open responses of a terrain, newest first."""
        such = form_response.c.form.in_([form.key for form in forms]) if forms else true()
        these = with_names().where(form_response.c.terrain_id == terrain_id, OPEN, such)
        return await self.all(these.order_by(form_response.c.number.desc()).limit(limit))

    async def of_company(self, about: NamedCompany) -> Sequence[Response]:
        """Return everything about a company, closed or not, newest first; at most 200."""
        by_intake = form_response.c.intake_id == about.intake if about.intake else false()
        by_register = form_response.c.company_id == about.register if about.register else false()
        return await self.all(with_names().where(or_(by_intake, by_register)).order_by(form_response.c.number.desc()).limit(200))

    async def actions_of(self, person_id: UUID, *, limit: int = 100) -> Sequence[Response]:
        """Return the open actions of somebody, by day."""
        mine = with_names().where(form_response.c.owner == person_id, form_response.c.form == ActionForm.key, OPEN)
        return await self.all(mine.order_by(form_response.c.due.asc().nulls_last(), form_response.c.number).limit(limit))

    async def all(self, query: Select[Any]) -> tuple[Response, ...]:
        """Return the rows of a query as responses."""
        return tuple(response_of(row) for row in await self.connection.execute(query))

    async def versions(self, wanted: Collection[tuple[int, int]]) -> Mapping[tuple[int, int], ResponseVersion]:
        """Return responses as they stood at these revisions."""
        key = tuple_(form_version.c.number, form_version.c.revision)
        query = (
            select(form_version.c.number, form_version.c.revision, form_version.c.data, NAME.label("company"))
            .join(form_response, form_response.c.number == form_version.c.number)
            .outerjoin(intake, intake.c.id == form_response.c.intake_id)
            .outerjoin(company, company.c.id == form_response.c.company_id)
            .where(key.in_(wanted))
        )
        rows = await self.connection.execute(query) if wanted else ()
        return {(row.number, row.revision): ResponseVersion(row.number, row.revision, row.data, row.company) for row in rows}

    async def given(self, form: type[Form], terrain_id: str, session: UUID | None = None) -> Sequence[ResponseVersion]:
        """Return every version of the responses to a form about a terrain, or about one session on it, to fold."""
        of_session = form_response.c.session_id == session if session else true()
        query = (
            select(form_version, form_response.c.group_label)
            .join(form_response, form_response.c.number == form_version.c.number)
            .where(form_response.c.form == form.key, form_response.c.terrain_id == terrain_id, of_session, ~OF_TRIAL)
        )
        return tuple(
            ResponseVersion(row.number, row.revision, row.data, "", row.at, row.closed, row.group_label)
            for row in await self.connection.execute(query)
        )

    async def members(self, tenant: str, named: Collection[str]) -> Sequence[ActionOwner]:
        """Return the project team by name: these object ids, and who belongs to it by a role or a linked team."""
        return await team_of(self.connection, tenant, named)


def columns_of(data: Mapping[str, Value]) -> dict[str, Any]:
    """Return the columns that follow from what was filled in."""
    return {"data": dict(data), "owner": key_in(data.get("owner")), "due": read_day(str(data.get("due", "")))}


def with_names() -> Select[Any]:
    """Return the query for responses with the name of their company."""
    return (
        select(form_response, NAME.label("company"), func.coalesce(person.c.name, "").label("owner_name"))
        .outerjoin(person, person.c.id == form_response.c.owner)
        .outerjoin(intake, intake.c.id == form_response.c.intake_id)
        .outerjoin(company, company.c.id == form_response.c.company_id)
    )


def response_of(row: Row[Any]) -> Response:
    """Return a row as a response."""
    return Response(
        row.number,
        FORMS[row.form],
        row.terrain_id,
        row.data,
        row.revision,
        row.made_at,
        row.intake_id,
        row.company_id,
        row.company,
        row.owner_name,
        row.closed_at,
        row.session_id,
        row.step,
        row.group_label,
        ResponseSource(row.source),
        row.key,
    )


async def erase_responses(connection: AsyncConnection, companies: Collection[UUID], intakes: Collection[UUID]) -> None:
    """Erase what was written down about these companies of the register, as far as it is not about yet another intake.

    What was written about the intakes themselves goes with their rows.
    """
    of_them = or_(form_response.c.intake_id.is_(None), form_response.c.intake_id.in_(intakes))
    gone = delete(form_response).where(form_response.c.company_id.in_(companies), of_them)
    rows = (await connection.execute(gone.returning(form_response.c.terrain_id, form_response.c.number))).all()
    for terrain_id in sorted({row.terrain_id for row in rows}):
        await erase_about_entries(connection, terrain_id, [row.number for row in rows if row.terrain_id == terrain_id])


async def mark_approached(connection: AsyncConnection, company_id: UUID, at: datetime.datetime) -> None:
    """Note the first message to a company; a later one changes nothing."""
    first = (company.c.id == company_id) & company.c.approached_at.is_(None)
    await connection.execute(update(company).where(first).values(approached_at=at))
