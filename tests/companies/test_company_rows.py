"""Every company of a terrain as one row: what the register, the intake, the team and other companies say of it."""

import datetime
from typing import Any
from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.companies.companies import company_key
from domain.companies.company_row import CompanyRow, LastContact
from domain.consent.consents import Purpose, State
from domain.dossier.forms import CallOutcome, ContactSort
from domain.intake.sections.company import CompanyPart
from storage.companies.rows import CompanyRows, TeamNote, spoken_of
from storage.database.transactions import transaction
from storage.tables.companies import company_nomination
from storage.tables.dossier import terrain_state
from storage.tables.forms import form_response
from storage.tables.registers import company, company_link
from tests.counting import counting
from tests.disclosure.companies import NOW, TERRAIN, Town
from tests.terrains.arranging import register

TODAY = NOW.date()


async def lists(town: Town, name: str, *, intake: UUID | None = None, **columns: Any) -> UUID:  # noqa: ANN401
    """Put a company in the register, perhaps linked to an intake."""
    values = {"id": uuid4(), "terrain_id": TERRAIN, "name": name, "name_key": company_key(name), **columns}
    async with transaction(town.database) as connection:
        await connection.execute(company.insert().values(values))
        if intake is not None:
            await connection.execute(company_link.insert().values(company_id=values["id"], intake_id=intake, how="team"))
    return UUID(str(values["id"]))


async def writes(
    town: Town, kind: str, *, intake: UUID | None = None, register: UUID | None = None, closed: bool = False, **data: str
) -> None:
    """Let the team write something down about a company."""
    about = {"intake_id": intake, "company_id": register, "closed_at": NOW if closed else None}
    async with transaction(town.database) as connection:
        await connection.execute(form_response.insert().values(form=kind, terrain_id=TERRAIN, data=data, made_at=NOW, **about))


async def rows(town: Town) -> dict[str, CompanyRow]:
    async with transaction(town.database) as connection:
        return {one.name: one for one in await CompanyRows(connection).of_terrain(TERRAIN, NOW)}


async def test_a_linked_company_is_one_row_with_all_that_is_known(database: AsyncEngine) -> None:
    await register(database)
    town = Town(database)
    jansen = await town.adds("Jansen", Purpose.TOTAL, answers={"company.part": "solver"})
    listed = await lists(town, "Jansen Transport B.V.", intake=jansen)
    await writes(town, "contact", register=listed, form="phone", day="2026-11-02", outcome="later", again="2026-12-01")
    await writes(town, "contact", intake=jansen, register=listed, form="mail", day="2026-11-20")
    await writes(town, "contact", intake=jansen, form="note", day="2026-11-22")
    await writes(town, "mandate", intake=jansen, asked="2026-11-01", signed="2026-11-03")
    await writes(town, "mandate", intake=jansen, asked="2026-11-10")
    other = await town.adds("Bakker")
    named = await lists(town, "Visser")
    async with transaction(database) as connection:
        letters = {str(listed): {"state": "asked", "on": "2026-11-01"}, str(other): {"state": "signed", "on": "2026-11-01"}}
        await connection.execute(terrain_state.insert().values(terrain_id=TERRAIN, current={"letters": letters}))
        await connection.execute(company_nomination.insert().values(company_id=named, intake_id=other))
    found = await rows(town)
    assert list(found) == ["Bakker", "Jansen", "Visser"]
    one = found["Jansen"]
    assert (one.intake, one.register, one.part, one.agreed) == (jansen, listed, CompanyPart.SOLVER, frozenset({Purpose.TOTAL}))
    assert (one.contacts, one.last) == (2, LastContact("mail", datetime.date(2026, 11, 20)))
    assert (one.next_call, one.mandate, one.letter) == (datetime.date(2026, 12, 1), True, False)
    assert (found["Bakker"].letter, found["Bakker"].mandate, found["Visser"].letter) == (True, None, None)
    assert found["Visser"].nominated_by == ("Bakker",)
    await town.erases("Bakker")
    assert "Visser" not in await rows(town), "it stood there only because Bakker named it"


async def test_the_team_sees_no_company_that_took_its_first_consent_back(database: AsyncEngine) -> None:
    await register(database)
    town = Town(database)
    await town.adds("Jansen", kept=State.WITHDRAWN)
    bakker = await town.adds("Bakker", terrain="t-3")
    await lists(town, "Bakker Bouw", intake=bakker)
    left = await lists(town, "Visser", withdrawn_at=NOW)
    await writes(town, "contact", register=left, form="phone", day="2026-11-02", again="2026-12-01")
    await writes(town, "mandate", register=left, asked="2026-11-10")
    named = await town.adds("De Vries", terrain="t-3")
    async with transaction(database) as connection:
        await connection.execute(company_nomination.insert().values(company_id=left, intake_id=named))
    found = await rows(town)
    # Of who withdrew nothing is shown but what the retention of `company` says: its name, and that it is left alone.
    assert found["Visser"] == CompanyRow(name="Visser", terrain=TERRAIN, register=left, withdrawn=True)
    assert list(found) == ["Bakker Bouw", "Visser"]
    assert found["Bakker Bouw"].intake is None  # it answers for another terrain


async def test_a_test_company_says_so_and_a_terrain_without_companies_has_none(database: AsyncEngine) -> None:
    await register(database)
    town = Town(database)
    assert await rows(town) == {}
    await lists(town, "Visser", test=True)
    assert (await rows(town))["Visser (proef)"].test


async def test_rows_take_as_many_statements_however_many_there_are(database: AsyncEngine, engine: AsyncEngine) -> None:
    await register(database)
    town, counts = Town(database), []
    for size in (0, 1, 8):
        for number in range(size):
            key = await town.adds(f"Bedrijf {size}-{number}")
            listed = await lists(town, f"Bedrijf {size}-{number} B.V.", intake=key)
            await lists(town, f"Zonder intake {size}-{number}")
            await writes(town, "contact", register=listed, form="phone", day="2026-11-02")
        async with transaction(database) as connection:
            with counting(engine) as counted:
                await CompanyRows(connection).of_terrain(TERRAIN, NOW)
        counts.append(len(counted.statements))
    assert counts == [6, 6, 6]


def contact(sort: str, day: str, outcome: str = "", again: str = "") -> TeamNote:
    return TeamNote("contact", NOW, form=sort, day=day, outcome=outcome or None, again=again or None)


def test_a_call_is_agreed_until_somebody_was_spoken_to() -> None:
    agreed = contact("phone", "2026-11-02", "later", "2026-12-01")
    missed, mailed = contact("phone", "2026-11-20", "not_reached"), contact("mail", "2026-11-21")
    assert spoken_of([mailed, missed, agreed]).next_call == datetime.date(2026, 12, 1)
    assert spoken_of([contact("visit", "2026-11-22"), agreed]).next_call is None
    refused = contact("phone", "2026-11-01", "not_wanted")
    assert spoken_of([missed, refused]).refused
    assert not spoken_of([agreed, refused]).refused


CONTACTS = st.lists(
    st.builds(
        contact, st.sampled_from(list(ContactSort)), st.dates().map(str), st.sampled_from(["", *CallOutcome]),
        st.sampled_from(["", "2026-12-01", "geen datum"]),
    ), max_size=6,
)  # fmt: skip


@given(CONTACTS)
def test_every_contact_counts_and_no_note_does(written: list[TeamNote]) -> None:
    found, contacts = spoken_of(written), [one for one in written if one.form != "note"]
    assert found.contacts == len(contacts)
    assert (found.last is None) == (not contacts)
    assert found.next_call in (None, datetime.date(2026, 12, 1))
