"""Finding the company somebody means, among intakes and in the register."""

import datetime
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from dialogs.lookup.terrain_names import TerrainNames
from dialogs.stores.companies import FoundCompanies, find_company, rank
from domain.companies.claims import Link, LinkedBy
from domain.companies.companies import company_key
from domain.companies.company_file import NamedCompany
from domain.consent.consents import Decision, Purpose, State, valid_until
from storage.companies.finding import Companies
from storage.companies.links import link
from storage.database.transactions import transaction
from storage.intake.snapshots import write_snapshot
from storage.tables.people import intake
from storage.tables.registers import company
from storage.tables.terrain import terrain
from tests.chat import TERRAINS
from tests.dossier.keeping import NOW

# A consent by telephone is enough for the team.
KEEP = Decision(State.GIVEN_BY_PHONE, "2026-11", NOW, valid_until(NOW), "call", 1)
BY_PHONE = {"phoned": True, "current": write_snapshot({}, decided={Purpose.KEEP: KEEP})}
NOBODY = UUID(int=7)
NAMES = TerrainNames(TERRAINS)
REGISTER = {
    "Jansen Transport B.V.": "t-1", "Jansen Logistiek": "t-1", "De Boer Techniek": "t-3", "Café Zuid": "t-3",
    "Van der Velde Koeriers": "t-4", "Van den Berg Opslag": "t-5", "Bakker Bouw": "t-4", "Bakker Bouw B.V.": "t-5",
}  # fmt: skip


@asynccontextmanager
async def filled(database: AsyncEngine, began: Mapping[str, str] | None = None) -> AsyncIterator[Companies]:
    """Fill the register, and let some companies begin an intake on a terrain."""
    async with transaction(database) as connection:
        parks = [{"id": one.id, "name": one.name, "invented": True, "origin_file": "t", "origin_at": NOW} for one in TERRAINS]
        await connection.execute(terrain.insert(), parks)
        listed = [{"terrain_id": where, "name": name, "name_key": company_key(name)} for name, where in REGISTER.items()]
        await connection.execute(company.insert(), listed)
        for name, where in (began or {}).items():
            values = {"id": uuid4(), "company": name, "company_key": company_key(name), "terrain_id": where, **BY_PHONE}
            await connection.execute(intake.insert().values(**values))
        yield Companies(connection, NOW)


async def find(companies: Companies, text: str) -> FoundCompanies:
    """Find what a text means."""
    return await find_company(companies, NAMES, text)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("jansen transport", "Jansen Transport B.V."),
        ("Jansen Transport BV", "Jansen Transport B.V."),
        ("jansen transp", "Jansen Transport B.V."),
        ("logistiek jansen", "Jansen Logistiek"),
        ("cafe zuid", "Café Zuid"),
        ("koeriers", "Van der Velde Koeriers"),
        ("bakker bouw zutphen de mars", "Bakker Bouw"),
        ("bakker bouw op de mars deventer", "Bakker Bouw B.V."),
    ],
)
async def test_a_name_without_doubt(database: AsyncEngine, typed: str, name: str) -> None:
    async with filled(database) as companies:
        found = await find(companies, typed)
    assert found.exact is not None, found
    assert found.exact.name == name


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("jansn transport", "Jansen Transport B.V."),
        ("jansen tranpsort", "Jansen Transport B.V."),
        ("ajnsen logistiek", "Jansen Logistiek"),
        ("de bour techniek", "De Boer Techniek"),
        ("van der veldde", "Van der Velde Koeriers"),
        ("van den berg opslg", "Van den Berg Opslag"),
        ("fan den berg opslag", "Van den Berg Opslag"),
        ("jansen transport hessenport", "Jansen Transport B.V."),
    ],
)
async def test_a_typing_error_is_asked_back_with_the_right_one_first(database: AsyncEngine, typed: str, name: str) -> None:
    async with filled(database) as companies:
        found = await find(companies, typed)
    assert found.exact is None
    assert found.matches[0].name == name


@pytest.mark.parametrize(
    ("typed", "names"),
    [("jansen", {"Jansen Transport B.V.", "Jansen Logistiek"}), ("bakker bouw", {"Bakker Bouw", "Bakker Bouw B.V."})],
)
async def test_namesakes_are_a_choice(database: AsyncEngine, typed: str, names: set[str]) -> None:
    async with filled(database) as companies:
        found = await find(companies, typed)
    assert found.exact is None
    assert {one.name for one in found.matches} == names


@pytest.mark.parametrize(
    "typed", ["", "?", "bv", "zzzz", "xylofoon fabriek", "'; drop table company; --", "a & ! ( *:", "1" * 300]
)
async def test_anything_else_finds_nothing_and_breaks_nothing(database: AsyncEngine, typed: str) -> None:
    async with filled(database) as companies:
        assert await find(companies, typed) == FoundCompanies(None, ())


async def test_a_linked_intake_and_its_row_in_the_register_are_one_company(database: AsyncEngine) -> None:
    async with filled(database, {"Jansen Transport": "t-1", "Bakker Bouw": "t-3", "Nieuw Bedrijf": "t-1"}) as companies:
        own = (await companies.connection.execute(select(intake.c.id).where(intake.c.company == "Jansen Transport"))).scalar_one()
        listed = select(company.c.id).where(company.c.name == "Jansen Transport B.V.")
        theirs = (await companies.connection.execute(listed)).scalar_one()
        assert await link(companies.connection, Link(theirs, own, LinkedBy.TEAM))
        both = (await find(companies, "jansen transport")).exact
        assert both is not None
        assert (both.name, both.intake, both.register) == ("Jansen Transport", own, theirs)
        assert await companies.one(both.id) == both
        assert await companies.one(f"r:{both.register}") == both
        three = (await find(companies, "bakker bouw")).matches
        assert {one.terrain: (one.intake is None, one.register is None) for one in three} == {
            "t-3": (False, True), "t-4": (True, False), "t-5": (True, False),
        }  # fmt: skip
        there = {one.name for one in await companies.on_terrain("t-1")}
        assert there == {"Jansen Transport", "Jansen Logistiek", "Nieuw Bedrijf"}


async def test_an_intake_that_only_claims_a_name_is_shown_beside_the_company(database: AsyncEngine) -> None:
    async with filled(database, {"Jansen Transport": "t-1", "Bakker Bouw": "t-3"}) as companies:
        found = await find(companies, "jansen transport")
        assert found.exact is None
        assert {(one.name, one.intake is None, one.register is None) for one in found.matches} == {
            ("Jansen Transport (niet gekoppeld)", False, True), ("Jansen Transport B.V.", True, False),
        }  # fmt: skip
        assert "Bakker Bouw" in {one.name for one in await companies.on_terrain("t-3")}


async def test_who_does_not_let_us_keep_answers_is_not_found(database: AsyncEngine) -> None:
    async with filled(database, {"Nieuw Bedrijf": "t-1"}) as companies:
        assert (await find(companies, "nieuw bedrijf")).exact is not None
        later = Companies(companies.connection, NOW + datetime.timedelta(days=731))
        assert await find(later, "nieuw bedrijf") == FoundCompanies(None, ())
        assert "Nieuw Bedrijf" not in {one.name for one in await later.on_terrain("t-1")}


@pytest.mark.parametrize("gone", ["", "x", "i:x", f"i:{NOBODY}", f"r:{NOBODY}", f"x:{NOBODY}"])
async def test_a_company_that_is_gone_is_none(database: AsyncEngine, gone: str) -> None:
    async with filled(database) as companies:
        assert await companies.one(gone) is None


ALL = [
    NamedCompany(name, company_key(name), where, None, UUID(int=place)) for place, (name, where) in enumerate(REGISTER.items())
]


@given(st.sampled_from(ALL), st.data())
def test_one_wrong_letter_in_a_long_name_keeps_it_on_top(meant: NamedCompany, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(meant.key) - 1).filter(lambda at: meant.key[at] != " "))
    typed = (meant.key[:place] + data.draw(st.sampled_from("abcxyz")) + meant.key[place + 1 :]).split()
    assert rank(typed, ALL)[0].key == meant.key
