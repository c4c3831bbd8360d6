"""What each audience may read of a terrain: consent decides, in the statement that reads."""

import datetime
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, event
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.consent.consents import KEEP_YEARS, Purpose, State
from domain.disclosure.audiences import PURPOSE, Audience, Disclosed
from domain.intake.answers import Answer, Value
from storage.database.transactions import transaction
from storage.disclosure.gate import read_terrain
from tests.disclosure.companies import TERRAIN, Town, fleet, names
from tests.postgres import Emptier

SHARED = tuple(PURPOSE)
EVERYTHING = tuple(PURPOSE.values())


async def seen(town: Town, audience: Audience, terrain: str = TERRAIN) -> tuple[Disclosed, ...]:
    """Return what an audience sees now."""
    async with transaction(town.database) as connection:
        return await read_terrain(connection, terrain, audience, town.now)


@pytest.mark.parametrize("audience", SHARED)
async def test_an_audience_sees_the_companies_that_agreed_to_it(town: Town, audience: Audience) -> None:
    await town.adds("Jansen", PURPOSE[audience])
    await town.adds("Bakker", *(purpose for purpose in EVERYTHING if purpose is not PURPOSE[audience]))
    await town.adds("De Boer", *EVERYTHING, terrain="t-2")
    assert names(await seen(town, audience)) == ["Jansen"]


async def test_the_team_sees_every_company_that_lets_us_keep_its_answers(town: Town) -> None:
    await town.adds("Jansen", Purpose.TOTAL)
    await town.adds("Bakker")
    await town.adds("De Boer", *EVERYTHING, kept=State.WITHDRAWN)
    found = await seen(town, Audience.TEAM)
    assert names(found) == ["Bakker", "Jansen"]
    assert {one.company: set(one.allowed) for one in found} == {"Jansen": {Purpose.TOTAL}, "Bakker": set()}


@pytest.mark.parametrize("audience", SHARED)
async def test_a_withdrawal_shows_in_the_next_reading(town: Town, audience: Audience) -> None:
    await town.adds("Jansen", *EVERYTHING)
    assert names(await seen(town, audience)) == ["Jansen"]
    await town.decides("Jansen", State.WITHDRAWN, PURPOSE[audience])
    assert await seen(town, audience) == ()
    assert [one.allowed for one in await seen(town, Audience.TEAM)] == [set(EVERYTHING) - {PURPOSE[audience]}]
    await town.decides("Jansen", State.GIVEN, PURPOSE[audience])
    assert names(await seen(town, audience)) == ["Jansen"]


@pytest.mark.parametrize("state", [State.REFUSED, State.WITHDRAWN, State.GIVEN_BY_PHONE])
async def test_only_a_plain_yes_counts(town: Town, state: State) -> None:
    await town.adds("Jansen")
    await town.decides("Jansen", state, *EVERYTHING)
    assert [await seen(town, audience) for audience in SHARED] == [()] * len(SHARED)


async def test_what_was_said_by_telephone_is_for_the_team_alone(town: Town) -> None:
    await town.adds("Jansen", *EVERYTHING, phoned=True)
    assert [await seen(town, audience) for audience in SHARED] == [()] * len(SHARED)
    assert [one.allowed for one in await seen(town, Audience.TEAM)] == [frozenset()]


async def test_an_ended_consent_is_none_and_without_the_first_none_holds(town: Town) -> None:
    await town.adds("Jansen", *EVERYTHING)
    town.now += datetime.timedelta(days=366 * KEEP_YEARS)
    assert [await seen(town, audience) for audience in Audience] == [()] * len(Audience)
    await town.decides("Jansen", State.GIVEN, *EVERYTHING)
    assert [await seen(town, audience) for audience in Audience] == [()] * len(Audience)


async def test_who_was_erased_is_nowhere(town: Town) -> None:
    await town.adds("Jansen", *EVERYTHING)
    await town.erases("Jansen")
    assert [await seen(town, audience) for audience in Audience] == [()] * len(Audience)


async def test_nobody_reads_what_a_contact_said_about_themselves(town: Town) -> None:
    personal: dict[str, Answer | Value] = {
        "contact.email": "fatima@jansen.example",
        "contact.role": "owner",
        "contact.may_sign": True,
    }
    await town.adds("Jansen", *EVERYTHING, answers=fleet(4) | personal)
    await town.adds("Bakker", answers=fleet(4) | personal, phoned=True)
    for audience in Audience:
        assert all(name not in one.answers for one in await seen(town, audience) for name in personal)


async def test_grid_operator_and_companies_read_only_what_consent_was_about(town: Town) -> None:
    more: dict[str, Answer | Value] = {"together.problem": "grid", "site.bays": 4, "company.kvk": "12345678"}
    await town.adds("Jansen", *EVERYTHING, answers=fleet(4) | more)
    for audience, hidden in {
        Audience.OPERATOR: ("together.problem", "site.bays", "company.kvk", "tractor.total"),
        Audience.COMPANIES: ("together.problem", "company.kvk"),
    }.items():
        (one,) = await seen(town, audience)
        assert [name for name in hidden if name in one.answers] == []
        assert {"company.name", "tractor.electric_2030", "tractor.back", "grid.peak_kw"} <= set(one.answers)
    (one,) = await seen(town, Audience.MUNICIPALITY)
    assert set(more) <= set(one.answers)


@pytest.fixture
def statements(engine: AsyncEngine) -> Iterator[list[str]]:
    """Every statement that is sent from now on."""
    sent: list[str] = []

    def note(_: Connection, __: object, statement: str, *___: object) -> None:
        sent.append(statement)

    event.listen(engine.sync_engine, "before_cursor_execute", note)
    yield sent
    event.remove(engine.sync_engine, "before_cursor_execute", note)


@pytest.mark.parametrize("audience", Audience)
async def test_a_reading_is_one_statement(town: Town, audience: Audience, statements: list[str]) -> None:
    for number in range(4):
        await town.adds(f"Bedrijf {number}", *EVERYTHING)
    statements.clear()
    assert len(await seen(town, audience)) == 4
    assert len(statements) == 1


DECISIONS = st.lists(
    st.tuples(st.sampled_from("abc"), st.sampled_from(list(State)), st.sampled_from(EVERYTHING)), min_size=1, max_size=12
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(DECISIONS)
async def test_whatever_was_decided_the_last_word_counts(
    database: AsyncEngine, emptier: Emptier, decided: list[tuple[str, State, Purpose]]
) -> None:
    emptier.empty()
    town, last = Town(database), {}
    for name in "abc":
        await town.adds(name)
    for name, state, purpose in decided:
        await town.decides(name, state, purpose)
        last[name, purpose] = state
    for audience in SHARED:
        expected = [name for name in "abc" if last.get((name, PURPOSE[audience])) is State.GIVEN]
        assert names(await seen(town, audience)) == expected
