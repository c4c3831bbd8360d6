"""Counting companies: everybody once, whether they got a message, a code, or came by themselves."""

import datetime
from uuid import UUID, uuid4

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from domain.companies.companies import company_key
from domain.consent.consents import Decision, Purpose, State
from domain.intake.answers import Answer
from domain.intake.stage import Stage
from domain.plan.coverage import Coverage
from storage.companies.coverage import count_coverages
from storage.database.transactions import transaction
from storage.intake.snapshots import write_snapshot
from storage.tables.forms import form_response
from storage.tables.inbox import invitation
from storage.tables.people import intake, person
from storage.tables.registers import company
from storage.tables.terrain import terrain

NOW = datetime.datetime(2026, 11, 23, 9, 0, tzinfo=datetime.UTC)
LATER = (NOW + datetime.timedelta(days=500)).isoformat()
EARLIER = (NOW - datetime.timedelta(days=500)).isoformat()


async def begin(connection: AsyncConnection, name: str, stage: Stage = Stage.STARTED, **more: object) -> UUID:
    """Let a company on t-1 begin; `total` allows it to be counted until a day, `kept` the first consent."""
    made = uuid4()
    consents = {}
    if "total" in more:
        until = datetime.datetime.fromisoformat(str(more["total"]))
        consents = {Purpose.TOTAL: Decision(State.GIVEN, "2026-11", NOW, until, revision=3)}
    current = write_snapshot({}, {"company.kvk": Answer(str(more.get("kvk", "")), revision=1)}, consents)
    values = {"id": made, "company": name, "company_key": company_key(name), "terrain_id": more.get("terrain", "t-1")}
    await connection.execute(intake.insert().values(values | {"stage": stage, "current": current}))
    place = {"kept": {"state": "given", "text_version": "2026-11", "until": str(more.get("kept", LATER))}}
    await connection.execute(person.insert().values(id=uuid4(), tenant="t", object_id=str(made), intake_id=made, place=place))
    return made


async def list_company(connection: AsyncConnection, name: str, *, approached: bool, kvk: str = "") -> UUID:
    """Put a company of t-1 in the register."""
    made = uuid4()
    values = {"id": made, "terrain_id": "t-1", "name": name, "name_key": company_key(name), "kvk": kvk}
    await connection.execute(company.insert().values(values | {"approached_at": NOW if approached else None}))
    return made


async def register(connection: AsyncConnection) -> None:
    """Make terrain t-1."""
    values = {"id": "t-1", "name": "Hessenpoort", "invented": False, "origin_file": "x", "origin_at": NOW}
    await connection.execute(terrain.insert().values(values))


async def test_a_terrain_without_companies_counts_nothing(database: AsyncEngine) -> None:
    async with transaction(database) as connection:
        assert (await count_coverages(connection, ["t-1"], NOW))["t-1"] == Coverage()


async def test_every_company_counts_once_however_it_came(database: AsyncEngine) -> None:
    async with transaction(database) as connection:
        await register(connection)
        await list_company(connection, "Jansen Transport BV", approached=True)
        await list_company(connection, "De Boer", approached=True, kvk="12345678")
        await list_company(connection, "Zwijger Logistiek", approached=True)
        await list_company(connection, "Nog Niemand", approached=False)
        await begin(connection, "Jansen Transport", Stage.SHORT)
        await begin(connection, "Boer en Zonen", Stage.COMPLETE, kvk="12345678")
        await begin(connection, "Zelf Gekomen")
        for name in ("Met Code", "met code", "Zwijger Logistiek", ""):
            values = {"code": uuid4().hex[:8], "terrain_id": "t-1", "company": name, "until": NOW}
            await connection.execute(invitation.insert().values(values))
        counted = (await count_coverages(connection, ["t-1"], NOW))["t-1"]
    assert (counted.known, counted.approached) == (4, 5)
    assert (counted.started, counted.short, counted.complete) == (3, 2, 1)


async def test_only_consents_that_hold_count_and_only_this_terrain(database: AsyncEngine) -> None:
    async with transaction(database) as connection:
        await begin(connection, "Mag Wel", total=LATER)
        await begin(connection, "Verlopen", total=EARLIER)
        await begin(connection, "Zegt Niets")
        await begin(connection, "Elders", total=LATER, terrain="t-2")
        await begin(connection, "Niet Bewaren", total=LATER, kept=EARLIER)
        counted = (await count_coverages(connection, ["t-1"], NOW))["t-1"]
    assert (counted.started, counted.consented) == (3, 1)


async def test_a_mandate_counts_when_it_is_signed_and_open(database: AsyncEngine) -> None:
    async with transaction(database) as connection:
        one, two, three = [await begin(connection, name) for name in ("Een", "Twee", "Drie")]
        for about, data, closed in (
            (one, {"asked": "2026-11-01", "signed": "2026-11-10"}, None),
            (one, {"signed": "2026-11-12"}, None),
            (two, {"asked": "2026-11-01"}, None),
            (three, {"signed": "2026-11-01"}, NOW),
        ):
            values = {"form": "mandate", "terrain_id": "t-1", "intake_id": about, "data": data, "closed_at": closed}
            await connection.execute(form_response.insert().values(values))
        assert (await count_coverages(connection, ["t-1"], NOW))["t-1"].mandated == 1
