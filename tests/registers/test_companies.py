"""Companies of the register: how they are counted, found and tied to what a company answers itself."""

import datetime
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from domain.companies.claims import Link, LinkedBy
from domain.companies.companies import Company, Contact, Ground, company_key
from domain.intake.answers import Answer
from storage.companies.links import link, links_on, meets
from storage.companies.register_rows import (
    Tally,
    companies_named,
    companies_on,
    contacts_of,
    count_companies,
    load_company,
)
from storage.forms.responses import mark_approached
from storage.intake.snapshots import write_snapshot
from storage.tables.people import intake
from storage.tables.registers import company, company_contact, import_run

NOW = datetime.datetime(2026, 11, 24, 9, 0, tzinfo=datetime.UTC)


async def add(connection: AsyncConnection, name: str, *, on: str = "9001", kvk: str = "") -> UUID:
    row = {"terrain_id": on, "name": name, "name_key": company_key(name), "kvk": kvk}
    made: UUID = (await connection.execute(company.insert().values(row).returning(company.c.id))).scalar_one()
    return made


async def answered(connection: AsyncConnection, name: str, *, on: str = "9001", kvk: str = "") -> UUID:
    fresh = uuid4()
    current = write_snapshot({}, {"company.kvk": Answer(kvk, revision=1)} if kvk else {})
    row = {"id": fresh, "company": name, "company_key": company_key(name), "terrain_id": on, "current": current}
    await connection.execute(intake.insert().values(row))
    return fresh


async def test_companies_are_counted_per_terrain_and_once_approached(register: AsyncEngine) -> None:
    async with register.begin() as connection:
        jansen = await add(connection, "Jansen Transport B.V.")
        await add(connection, "De Boer Logistiek")
        await add(connection, "Jansen Transport", on="9002")
        await mark_approached(connection, jansen, NOW)
        await mark_approached(connection, jansen, NOW + datetime.timedelta(days=3))

        assert await count_companies(connection) == {"9001": Tally(2, 1), "9002": Tally(1, 0)}
        assert await count_companies(connection, "9002", "nowhere") == {"9002": Tally(1, 0)}
        found = await load_company(connection, jansen)
        assert found == Company(jansen, "9001", "Jansen Transport B.V.", approached_at=NOW)
        assert await load_company(connection, uuid4()) is None


async def test_a_company_is_found_by_name_without_its_legal_form(register: AsyncEngine) -> None:
    async with register.begin() as connection:
        await add(connection, "Jansen Transport B.V.")
        await add(connection, "JANSEN transport", on="9002")
        await add(connection, "Janssen Transport")

        assert [one.terrain_id for one in await companies_named(connection, "jansen transport bv")] == ["9001", "9002"]
        assert [one.name for one in await companies_named(connection, "Jansen Transport", "9002")] == ["JANSEN transport"]
        assert await companies_named(connection, "B.V.") == ()
        assert [one.name for one in await companies_on(connection, "9001")] == ["Jansen Transport B.V.", "Janssen Transport"]


async def test_what_an_intake_says_is_a_claim_and_no_link(register: AsyncEngine) -> None:
    async with register.begin() as connection:
        jansen = await add(connection, "Jansen Transport", kvk="12345678")
        boer = await add(connection, "De Boer Logistiek")
        by_kvk = await answered(connection, "Jansen & Zoon", kvk="12345678")
        by_name = await answered(connection, "de boer logistiek BV")
        await answered(connection, "Jansen Transport", kvk="87654321")
        await answered(connection, "Jansen Transport", on="9002", kvk="12345678")

        claimed = await connection.execute(select(company.c.id, intake.c.id).join(intake, meets()))
        assert {tuple(row) for row in claimed} == {(jansen, by_kvk), (boer, by_name)}
        assert await links_on(connection, "9001") == ()


async def test_a_company_is_linked_to_one_intake(register: AsyncEngine) -> None:
    async with register.begin() as connection:
        boer, noor = await add(connection, "De Boer Logistiek"), uuid4()
        said, other = await answered(connection, "DBL"), await answered(connection, "De Boer Logistiek")
        made = Link(boer, said, LinkedBy.TEAM, noor)
        assert await link(connection, made)
        assert await link(connection, made)
        assert not await link(connection, Link(boer, other, LinkedBy.INVITATION))
        assert await links_on(connection, "9001") == (made,)


async def test_contacts_come_with_where_they_are_from(register: AsyncEngine) -> None:
    async with register.begin() as connection:
        run = {"kind": "companies", "file": "lijst.csv", "digest": "", "source": "Handelsregister", "ground": Ground.INTEREST}
        made = await connection.execute(import_run.insert().values(**run, added=1, changed=0).returning(import_run.c.id))
        jansen, fatima = await add(connection, "Jansen Transport"), Contact("Fatima Jansen", "directeur", "f@jansen.example")
        row = {"company_id": jansen, "key": fatima.key, "import_id": made.scalar_one(), "at": NOW, "email": fatima.email}
        await connection.execute(company_contact.insert().values(row | {"name": fatima.name, "position": fatima.position}))

        ((contact, provenance),) = await contacts_of(connection, jansen)
        assert contact == fatima
        assert (provenance.source, provenance.ground, provenance.at) == ("Handelsregister", Ground.INTEREST, NOW)


def test_a_contact_is_told_apart_by_address_or_else_by_name_or_number() -> None:
    assert Contact("Fatima", email="F@Jansen.example").key == "f@jansen.example"
    assert Contact("Élan de Vries").key == "elan de vries"
    assert Contact(phone="+31 6 1234").key == "3161234"
    assert not Contact(position="directeur").known
