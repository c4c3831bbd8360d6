"""Entries about companies: mandates counted once, what changes company, and all of it gone with the company."""

import datetime

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.companies.company_file import NamedCompany
from domain.dossier.forms import ContactForm, MandateForm
from storage.companies.coverage import count_coverages
from storage.database.transactions import transaction
from storage.erasure import erase_expired, erase_intake
from storage.tables.dossier import terrain_event
from storage.tables.forms import form_response, form_version
from tests.dossier.keeping import NOW, add, began, desk, listed


async def test_signed_mandates_are_counted_once_per_company(database: AsyncEngine) -> None:
    signed, asked = {"signed": "2026-11-20", "signer": "Fatima"}, {"asked": "2026-11-20"}
    one, other, register = await began(database), await began(database, "bakker"), await listed(database, "visser")
    for about, data in ((one, signed), (one, signed), (other, asked)):
        await add(database, MandateForm, data=data, intake=about)
    await add(database, MandateForm, data=signed, register=register)
    await add(database, MandateForm, data=signed, register=await listed(database, "linked", of=one))
    await add(database, MandateForm, data=signed, intake=one)
    withdrawn = await add(database, MandateForm, data=signed, intake=other)
    async with desk(database) as entries:
        await entries.close(withdrawn.number, 1, NOW)
        assert (await count_coverages(entries.connection, ["t-1"], NOW))["t-1"].mandated == 2
        assert (await count_coverages(entries.connection, ["t-2"], NOW))["t-2"].mandated == 0


@pytest.mark.parametrize("how", ["intake", "link"])
async def test_what_was_written_about_a_company_goes_with_it(database: AsyncEngine, how: str) -> None:
    gone = await began(database, kvk="12345678")
    register = await listed(database, "anders", of=gone if how == "link" else None)
    about: dict[str, object] = {"intake": gone} if how == "intake" else {"register": register}
    words = {"text": "Dit is geheim", "form": "phone", "day": "2026-11-20"}
    secret = await add(database, ContactForm, data=words, **about)
    kept = await add(database, data={"text": "Over het terrein"})
    async with transaction(database) as connection:
        await erase_intake(connection, gone)
    async with desk(database) as entries:
        assert await entries.entry(secret.number) is None
        assert [one.number for one in await entries.of_terrain("t-1")] == [kept.number]
        rows = [
            *await entries.connection.execute(select(form_response)),
            *await entries.connection.execute(select(form_version)),
        ]
        assert "geheim" not in str(rows)
        events = list(await entries.connection.execute(select(terrain_event).order_by(terrain_event.c.revision)))
        assert [event.data.get("entry") for event in events] == [None, kept.number]
        assert (await entries.dossiers.state("t-1")).last_contact is None, "the contact does not count any more"


@pytest.mark.parametrize(("name", "kvk"), [("anders", "12345678"), ("jansen transport", "")], ids=["kvk", "name"])
async def test_what_was_written_about_a_company_outlives_whoever_only_claims_it(
    database: AsyncEngine, name: str, kvk: str
) -> None:
    stranger, living = await began(database, kvk="12345678"), await began(database, "jansen transport")
    register = await listed(database, name, kvk=kvk)
    kept = [await add(database, register=register), await add(database, register=register, intake=living)]
    async with transaction(database) as connection:
        await erase_intake(connection, stranger)
    async with desk(database) as entries:
        assert [await entries.entry(one.number) for one in kept] == kept


async def test_what_is_about_another_intake_outlives_the_link_of_its_company(database: AsyncEngine) -> None:
    gone, living = await began(database), await began(database, "bakker")
    register = await listed(database, of=gone)
    of_both, of_living = await add(database, register=register), await add(database, register=register, intake=living)
    async with transaction(database) as connection:
        await erase_intake(connection, gone)
    async with desk(database) as entries:
        assert await entries.entry(of_both.number) is None
        assert await entries.entry(of_living.number) is not None


async def test_what_is_too_old_goes_too(database: AsyncEngine) -> None:
    gone = await began(database)
    await add(database, intake=gone)
    async with transaction(database) as connection:
        assert await erase_expired(connection, datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=1)) == 1
        assert list(await connection.execute(select(form_response))) == []


async def test_an_entry_can_be_about_another_company(database: AsyncEngine) -> None:
    entry = await add(database)
    about = NamedCompany("Jansen Transport", "jansen transport", "t-1", await began(database), None)
    async with desk(database) as entries:
        moved = await entries.change(entry.number, 1, entry.data, about, NOW)
        assert moved is not None
        assert (moved.company, moved.intake, moved.revision) == ("Jansen Transport", about.intake, 2)
        assert [one.number for one in await entries.of_company(about)] == [entry.number]
        assert await entries.of_company(NamedCompany("Niemand", "niemand")) == ()
