"""Imported contacts are forgotten: with their company, with themselves, when they ask, and after two years."""

import datetime
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.jobs.queue import tidy
from domain.companies.claims import Link, LinkedBy
from domain.companies.companies import company_key
from domain.intake.answers import Answer
from storage.companies.erasure import erase_contact
from storage.companies.links import link
from storage.erasure import erase_expired, erase_person
from storage.intake.snapshots import write_snapshot
from storage.tables.people import intake, person
from storage.tables.registers import company, company_claim, company_contact, objection
from tests.registers.conftest import Noor
from tests.registers.files import BOER, JANSEN

SANNE = "9001,Jansen Transport,12345678,Sanne Vos,planner,sanne@jansen.example,"


async def answers(
    connection: AsyncConnection, name: str, *, on: str = "9001", who: str = "Fatima", email: str = "", kvk: str = ""
) -> UUID:
    """Let somebody answer for a company; returns who it is."""
    company_id, who_id = uuid4(), uuid4()
    known = {"company.kvk": Answer(kvk, revision=1)} if kvk else {}
    known |= {f"contact.email@{who_id.hex}": Answer(email, revision=1)} if email else {}
    row = {"id": company_id, "company": name, "company_key": company_key(name), "terrain_id": on}
    row["current"] = write_snapshot({}, known)
    await connection.execute(intake.insert().values(row))
    await connection.execute(person.insert().values(
        id=who_id, tenant="t", object_id=who_id.hex, name=who, intake_id=company_id
    ))  # fmt: skip
    return who_id


async def is_linked(connection: AsyncConnection, who: UUID, to: str = "Jansen Transport B.V.") -> None:
    """Link the intake of somebody to a company, as an invitation does."""
    own = (await connection.execute(select(person.c.intake_id).where(person.c.id == who))).scalar_one()
    theirs = (await connection.execute(select(company.c.id).where(company.c.name == to))).scalar_one()
    assert await link(connection, Link(theirs, own, LinkedBy.INVITATION))


async def questions(noor: Noor) -> list[tuple[str, bool]]:
    """What the team is asked about companies whose claimant is gone: the company, and whether it is about one contact."""
    asked = select(company.c.name, company_claim.c.contact_id.is_not(None)).join(company_claim)
    return await noor.rows(asked.where(company_claim.c.intake_id.is_(None)).order_by(company_claim.c.number))


async def withdrawn(noor: Noor) -> dict[str, bool]:
    """Which companies are not to be approached again."""
    found = await noor.rows(select(company.c.name, company.c.withdrawn_at.is_not(None)))
    return dict(found)


async def names(noor: Noor) -> list[str]:
    """Whom we can still approach."""
    return [name for _, name, _, _ in await noor.contacts()]


async def test_whoever_is_linked_and_withdraws_takes_company_contacts_along(noor: Noor) -> None:
    await noor.imports_companies(JANSEN, SANNE, BOER)
    async with noor.engine.begin() as connection:
        fatima = await answers(connection, "JT", on="9002")
        await is_linked(connection, fatima)
        await erase_person(connection, fatima)

    assert await names(noor) == ["Piet de Boer"]
    assert await withdrawn(noor) == {"Jansen Transport B.V.": True, "De Boer Logistiek": False}
    assert await questions(noor) == []
    assert await noor.imports_companies(JANSEN, SANNE, BOER) == 0
    assert await names(noor) == ["Piet de Boer"]


@pytest.mark.parametrize(
    ("name", "kvk"), [("Jansen & Zn.", "12345678"), ("jansen transport", "")], ids=["by KvK number", "by name"]
)
async def test_a_typed_name_or_number_takes_nothing_along_and_the_team_is_asked(noor: Noor, name: str, kvk: str) -> None:
    await noor.imports_companies(JANSEN, SANNE, BOER)
    async with noor.engine.begin() as connection:
        for _ in range(2):
            await erase_person(connection, await answers(connection, name, kvk=kvk, who="Iemand"))
    assert await names(noor) == ["Piet de Boer", "Fatima Jansen", "Sanne Vos"]
    assert await withdrawn(noor) == {"Jansen Transport B.V.": False, "De Boer Logistiek": False}
    assert await noor.rows(select(objection.c.digest)) == []
    assert await questions(noor) == [("Jansen Transport B.V.", False)]


async def test_a_namesake_elsewhere_or_with_another_number_takes_nothing_along(noor: Noor) -> None:
    await noor.imports_companies(JANSEN)
    async with noor.engine.begin() as connection:
        await erase_person(connection, await answers(connection, "Jansen Transport", on="9002"))
        await erase_person(connection, await answers(connection, "Jansen Transport", kvk="99999999"))
    assert await names(noor) == ["Fatima Jansen"]
    assert await withdrawn(noor) == {"Jansen Transport B.V.": False}
    assert await questions(noor) == []


async def test_nobody_objects_for_a_company_that_is_linked_to_another_intake(noor: Noor) -> None:
    await noor.imports_companies(JANSEN)
    async with noor.engine.begin() as connection:
        await is_linked(connection, await answers(connection, "Jansen Transport", kvk="12345678"))
        await erase_person(connection, await answers(connection, "Jansen Transport", who="Iemand", kvk="12345678"))
    assert await names(noor) == ["Fatima Jansen"]
    assert await questions(noor) == []


@pytest.mark.parametrize(("who", "email"), [("FATIMA Jansen", ""), ("Fa", "Fatima@Jansen.example")])
async def test_a_colleague_who_goes_takes_only_themselves_along(noor: Noor, who: str, email: str) -> None:
    await noor.imports_companies(JANSEN, SANNE)
    async with noor.engine.begin() as connection:
        fatima = await answers(connection, "Jansen Transport", who=who, email=email, kvk="12345678")
        await is_linked(connection, fatima)
        joined = (await connection.execute(select(person.c.intake_id))).scalar_one()
        await connection.execute(person.insert().values(id=uuid4(), tenant="t", object_id="x", intake_id=joined))
        await erase_person(connection, fatima)

    assert await names(noor) == ["Sanne Vos"]
    await noor.imports_companies(JANSEN, SANNE)
    assert await names(noor) == ["Sanne Vos"]
    assert await withdrawn(noor) == {"Jansen Transport B.V.": False}


@pytest.mark.parametrize(
    ("who", "email", "at"),
    [
        ("FATIMA Jansen", "", "Jansen Transport"),
        ("Fa", "Fatima@Jansen.example", "Jansen Transport"),
        ("Fa", "Fatima@Jansen.example", "De Boer Logistiek"),
    ],
    ids=["their name", "their address", "an address elsewhere"],
)
async def test_a_contact_of_a_company_one_is_not_linked_to_is_asked_about(noor: Noor, who: str, email: str, at: str) -> None:
    await noor.imports_companies(JANSEN, SANNE, BOER)
    async with noor.engine.begin() as connection:
        stranger = await answers(connection, at, who=who, email=email)
        joined = (await connection.execute(select(person.c.intake_id))).scalar_one()
        await connection.execute(person.insert().values(id=uuid4(), tenant="t", object_id="x", intake_id=joined))
        await erase_person(connection, stranger)
    assert await names(noor) == ["Piet de Boer", "Fatima Jansen", "Sanne Vos"]
    assert await noor.rows(select(objection.c.digest)) == []
    assert await questions(noor) == [("Jansen Transport B.V.", True)]


async def test_an_intake_that_only_grew_old_takes_no_contacts_along(noor: Noor) -> None:
    await noor.imports_companies(JANSEN)
    async with noor.engine.begin() as connection:
        await is_linked(connection, await answers(connection, "Jansen Transport", kvk="12345678"))
        await erase_expired(connection, datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=1))
    assert await names(noor) == ["Fatima Jansen"]


@pytest.mark.parametrize(
    ("asked", "gone"),
    [
        ({"email": " FATIMA@jansen.example"}, 1),
        ({"phone": "0031 6 12345678"}, 1),
        ({"email": "niemand@jansen.example"}, 0),
        ({"phone": "06-00000000"}, 0),
    ],
)
async def test_who_asks_is_erased_and_stays_away(noor: Noor, asked: dict[str, str], gone: int) -> None:
    await noor.imports_companies(JANSEN, BOER)
    async with noor.engine.begin() as connection:
        assert await erase_contact(connection, **asked) == gone
    await noor.imports_companies(JANSEN, BOER)
    assert await names(noor) == ["Piet de Boer", *["Fatima Jansen"] * (1 - gone)]


async def test_contacts_end_two_years_after_their_import_and_companies_stay(noor: Noor) -> None:
    await noor.imports_companies(JANSEN, BOER)
    async with noor.engine.begin() as connection:
        await connection.execute(
            update(company_contact)
            .where(company_contact.c.name == "Fatima Jansen")
            .values(at=text("now() - interval '2 years 2 days'"))
        )
    await tidy(noor.engine, datetime.datetime.now(datetime.UTC))
    assert await names(noor) == ["Piet de Boer"]
    assert len(await noor.companies()) == 2
