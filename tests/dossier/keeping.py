"""Keeping entries without a conversation, on one terrain with its companies."""

import datetime
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import UUID, uuid4

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.companies.claims import Link, LinkedBy
from domain.dossier.forms import ContactForm
from domain.forms.declaration import Form
from domain.forms.responses import NewResponse, Response
from domain.intake.answers import Answer
from storage.companies.links import link
from storage.database.transactions import transaction
from storage.forms.responses import Responses
from storage.intake.snapshots import write_snapshot
from storage.plan.events import Dossiers
from storage.tables.people import intake
from storage.tables.registers import company
from storage.tables.terrain import terrain

NOW = datetime.datetime(2026, 11, 23, 9, 0, tzinfo=datetime.UTC)


NOOR = UUID("00000000-0000-4000-8000-00000000000a")


@asynccontextmanager
async def desk(database: AsyncEngine, person: UUID = NOOR) -> AsyncIterator[Responses]:
    """Open the entries for one turn of somebody."""
    async with transaction(database) as connection:
        yield Responses(connection, Dossiers(connection, person))


async def add(database: AsyncEngine, form: type[Form] = ContactForm, **about: object) -> Response:
    """Keep an entry on terrain t-1."""
    data = about.pop("data", {"text": "Gebeld met Jansen."})
    async with desk(database) as entries:
        return await entries.add(NewResponse(form, "t-1", data, **about), NOW)  # type: ignore[arg-type]


async def began(database: AsyncEngine, name: str = "jansen transport", kvk: str = "") -> UUID:
    """Make an intake of a company on terrain t-1."""
    made = uuid4()
    current = write_snapshot({}, {"company.kvk": Answer(kvk, revision=1)} if kvk else {})
    values = {"id": made, "company": name.title(), "company_key": name, "terrain_id": "t-1", "current": current}
    async with transaction(database) as connection:
        await connection.execute(intake.insert().values(**values))
    return made


async def listed(database: AsyncEngine, name: str = "jansen transport", kvk: str = "", of: UUID | None = None) -> UUID:
    """Put a company of terrain t-1 in the register, perhaps linked to an intake."""
    made = uuid4()
    park = {"id": "t-1", "name": "Hessenpoort", "invented": True, "origin_file": "test", "origin_at": NOW}
    async with transaction(database) as connection:
        there = (await connection.execute(select(func.count()).select_from(terrain))).scalar_one()
        if not there:
            await connection.execute(terrain.insert().values(**park))
        values = {"id": made, "terrain_id": "t-1", "name": name.title(), "name_key": name, "kvk": kvk}
        await connection.execute(company.insert().values(**values))
        if of is not None:
            assert await link(connection, Link(made, of, LinkedBy.TEAM, NOOR))
    return made


async def log(database: AsyncEngine) -> list[tuple[str, object]]:
    """Return the log of terrain t-1, oldest first, as (kind, number of the entry)."""
    async with desk(database) as entries:
        events = await entries.dossiers.history("t-1", limit=500)
    return [(event.kind, event.data.get("entry")) for event in reversed(events)]
