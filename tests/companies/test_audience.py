"""Every audience goes through the gate: whoever did not agree, took it back, let it end or is erased is in none."""

import datetime
import inspect
from collections.abc import Callable, Iterable, Mapping
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.companies import audiences
from domain.companies.audience import Audience, AudienceMember, OutOfReach, Willingness
from domain.consent.consents import SHARING, Purpose, State
from domain.disclosure.audiences import Observer
from domain.sessions.formats import BY_KEY
from domain.sessions.plan import make_plan
from domain.sessions.session import Session
from domain.sessions.visitors import Coming
from storage.companies.audiences import Audiences
from storage.database.transactions import transaction
from storage.sessions.sessions import Sessions, columns_of
from storage.tables.people import intake, person
from storage.tables.registers import company, company_link
from storage.tables.session import session, visitor
from tests.counting import counting
from tests.disclosure.companies import NOW, TERRAIN, Town
from tests.postgres import Emptier
from tests.terrains.arranging import register

HELD, EMPTY = (
    Session(make_plan(UUID(int=number), TERRAIN, BY_KEY["start"], NOW + datetime.timedelta(days=30), 10)) for number in (1, 2)
)
YEARS_AGO = NOW - datetime.timedelta(days=365 * 3)
# Every declared audience, about companies that all come to one session, and were invited to no other.
DECLARED: Mapping[str, Callable[[Iterable[UUID]], Audience]] = {
    "invitable": lambda _: audiences.invitable(EMPTY),
    "listed": lambda _: audiences.listed(HELD),
    "answering": lambda _: audiences.answering(HELD, Coming.YES),
    "guests": lambda _: audiences.guests(TERRAIN, [HELD.id]),
    "newcomers": lambda _: audiences.newcomers(HELD, [EMPTY.id]),
    "unfinished": lambda _: audiences.unfinished(),
    "deciding": lambda those: audiences.deciding(tuple(those)),
}


@pytest.fixture
def town(database: AsyncEngine) -> Town:
    """An empty town on an empty database."""
    return Town(database)


async def meets(town: Town) -> None:
    """Let everybody come to the one session, be reachable, and have asked to be reminded of an intake that is not finished."""
    async with transaction(town.database) as connection:
        for one in (HELD, EMPTY):
            await connection.execute(session.insert().values(id=one.id, **columns_of(one)))
        for key in town.intakes.values():
            await connection.execute(visitor.insert().values(session_id=HELD.id, intake_id=key, company="", coming="yes"))
        for row in (await connection.execute(person.select())).all():
            place = row.place | {"hearing": "wanted", "wished_on": "2026-11-01", "phase": "asking"}
            await connection.execute(update(person).where(person.c.id == row.id).values(place=place, reference={"id": "a"}))


async def members(town: Town, audience: Audience, now: datetime.datetime = NOW) -> list[AudienceMember]:
    async with transaction(town.database) as connection:
        return list(await Audiences(connection).members(audience, now))


def test_every_audience_that_is_declared_is_tried() -> None:
    found = {name for name, one in inspect.getmembers(audiences, inspect.isfunction) if one.__module__ == audiences.__name__}
    assert found == set(DECLARED)


DECISIONS = st.lists(
    st.tuples(st.sampled_from("kmnp"), st.sampled_from(list(State)), st.sampled_from(SHARING), st.sampled_from((NOW, YEARS_AGO))),
    max_size=14,
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(DECISIONS, st.sets(st.sampled_from("kmnp")), st.sampled_from("kmnp"))
async def test_nobody_is_in_an_audience_without_the_consent_it_needs(
    database: AsyncEngine, emptier: Emptier, decided: list[tuple[str, State, Purpose, datetime.datetime]], unkept: set[str],
    erased: str,
) -> None:  # fmt: skip
    emptier.empty()
    town, last = Town(database), dict[tuple[str, Purpose], tuple[State, datetime.datetime]]()
    for name in "kmnp":
        await town.adds(name, kept=State.WITHDRAWN if name in unkept else State.GIVEN)
    for name, state, purpose, at in decided:
        town.now = at
        await town.decides(name, state, purpose)
        last[name, purpose] = (state, at)
    town.now = NOW
    await meets(town)
    intakes = set(town.intakes.values())
    await town.erases(erased)

    def agrees(name: str, purpose: Purpose) -> bool:
        kept = name not in unkept and name != erased
        return kept and (purpose is Purpose.KEEP or last.get((name, purpose)) == (State.GIVEN, NOW))

    wanted = [declared(intakes) for declared in DECLARED.values()]
    wanted += [Audience(needs=purpose, wish=Willingness.CONSENT, terrain=TERRAIN) for purpose in Purpose]
    for audience in wanted:
        assert audience.needs is not None
        expected = [name for name in "kmnp" if agrees(name, audience.needs)]
        assert [one.name for one in await members(town, audience)] == expected
        assert all(one.person for member in await members(town, audience) for one in member.listeners)


@pytest.mark.parametrize("name", DECLARED)
async def test_an_audience_takes_as_many_statements_however_large_it_is(town: Town, engine: AsyncEngine, name: str) -> None:
    counts = []
    for number in range(6):
        await town.adds(f"Bedrijf {number}", Purpose.APPROACH)
    await meets(town)
    for size in (1, 6):
        async with transaction(town.database) as connection:
            with counting(engine) as counted:
                await Audiences(connection).members(DECLARED[name](list(town.intakes.values())[:size]), NOW)
        counts.append(len(counted.statements))
    more = 2 if DECLARED[name]([]).addresses else 0  # the contacts that may be mailed, and whom the team entered
    expected = 4 + more if DECLARED[name]([]).sessions else 4 + more // 2
    assert counts == [expected, expected]


async def test_a_company_is_told_through_the_first_who_wants_to_hear_it(town: Town) -> None:
    key = await town.adds("Jansen Transport", Purpose.APPROACH)
    await meets(town)
    audience = Audience(needs=Purpose.APPROACH, terrain=TERRAIN)
    async with transaction(town.database) as connection:
        [first] = (await connection.execute(person.select())).all()
        later = {"id": uuid4(), "object_id": "b", "created_at": first.created_at + datetime.timedelta(days=1)}
        await connection.execute(person.insert().values(**(first._asdict() | later)))
        assert [one.person for one in await Audiences(connection).listeners(audience, NOW)] == [first.id]
        silent = first.place | {"hearing": "silent"}
        await connection.execute(update(person).where(person.c.id == first.id).values(place=silent))
        assert [one.person for one in await Audiences(connection).listeners(audience, NOW)] == [later["id"]]
        await connection.execute(update(person).values(place=silent))
    [unwilling] = await members(town, audience)
    assert (unwilling.intake, unwilling.unreachable) == (key, OutOfReach.UNWILLING)
    async with transaction(town.database) as connection:
        await connection.execute(update(person).values(reference={}))
    [absent] = await members(town, audience)
    assert absent.unreachable is OutOfReach.NO_TEAMS
    reachable = Audience(needs=Purpose.APPROACH, terrain=TERRAIN, reachable=True)
    assert await members(town, reachable) == []


async def test_lists_of_the_team_have_the_register_but_none_that_withdrew(town: Town) -> None:
    await register(town.database)
    key = await town.adds("Jansen Transport")
    async with transaction(town.database) as connection:
        await connection.execute(company.delete())
        rows = {name: uuid4() for name in ("Bakkerij Piet", "Garage Vos", "Jansen Transport")}
        for name, row in rows.items():
            gone = NOW if name == "Garage Vos" else None
            values = {"id": row, "terrain_id": TERRAIN, "name": name, "name_key": name.lower(), "withdrawn_at": gone}
            await connection.execute(company.insert().values(values))
        link = {"company_id": rows["Jansen Transport"], "intake_id": key, "how": "team"}
        await connection.execute(company_link.insert().values(link))
    found = await members(town, Audience(needs=None, terrain=TERRAIN))
    assert [(one.name, one.register) for one in found] == [
        ("Jansen Transport", rows["Jansen Transport"]), ("Bakkerij Piet", rows["Bakkerij Piet"]),
    ]  # fmt: skip
    assert await members(town, Audience(needs=Purpose.APPROACH, terrain=TERRAIN)) == []


async def test_another_observer_learns_only_names_that_agreed_to_it(town: Town) -> None:
    await town.adds("Jansen Transport", Purpose.COMPANIES)
    await town.adds("Smit Logistiek")
    for observer, names in (
        (Observer.TEAM, ["Jansen Transport", "Smit Logistiek"]),
        (Observer.COMPANIES, ["Jansen Transport", ""]),
    ):
        audience = Audience(needs=Purpose.KEEP, wish=Willingness.CONSENT, observer=observer, terrain=TERRAIN)
        assert [one.name for one in await members(town, audience)] == names


async def test_filters_combine(town: Town) -> None:
    keys = [await town.adds(name, Purpose.APPROACH) for name in ("Comes", "Stays away", "Was there", "Ticked away")]
    await meets(town)
    async with transaction(town.database) as connection:
        for key, coming, attended in zip(keys[1:], ("no", "yes", "yes"), (None, True, False), strict=True):
            these = visitor.c.intake_id == key
            await connection.execute(update(visitor).where(these).values(coming=coming, attended=attended))
        await connection.execute(update(intake).where(intake.c.id == keys[0]).values(confirmed_at=NOW))

    async def names(audience: Audience) -> list[str]:
        return [one.name for one in await members(town, audience)]

    assert await names(audiences.guests(TERRAIN, [HELD.id])) == ["Comes", "Was there"]
    assert await names(audiences.answering(HELD, Coming.NO)) == ["Stays away"]
    assert await names(audiences.newcomers(HELD, [HELD.id])) == ["Ticked away"]
    assert await names(audiences.unfinished().among(keys[:2])) == ["Stays away"]
    assert await names(audiences.deciding(keys[:2]).among(keys[1:])) == ["Stays away"]


async def test_a_company_is_invited_once(town: Town) -> None:
    await town.adds("Jansen Transport", Purpose.APPROACH)
    await meets(town)
    found = await members(town, audiences.invitable(EMPTY))
    async with transaction(town.database) as connection:
        assert len(await Sessions(connection, None).invite(EMPTY, found)) == 1
        assert not await Sessions(connection, None).invite(EMPTY, found)
    assert await members(town, audiences.invitable(EMPTY)) == []
