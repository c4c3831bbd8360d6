"""A consent that ended counts as not given, for every reader of consents, from the very moment that it ends."""

import datetime
from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from domain.companies.audience import Audience, Willingness
from domain.companies.audiences import deciding
from domain.companies.companies import company_key
from domain.companies.company_file import NamedCompany
from domain.consent.consents import SHARING, Purpose, valid_until
from domain.demand.parameters import STANDARD
from domain.disclosure.audiences import Observer
from domain.disclosure.rules import Party
from storage.companies.audiences import Audiences
from storage.companies.coverage import count_coverages
from storage.companies.finding import Companies
from storage.companies.talks import load_file
from storage.database.transactions import transaction
from storage.disclosure.gate import marks_of, read_company, read_portions, read_terrain
from storage.disclosure.insight import Insight
from storage.disclosure.parties import read_for
from storage.disclosure.portions import in_a_thread
from storage.disclosure.published import counted_in, read_published
from storage.disclosure.renewal import renew_totals
from storage.tables.people import intake, person
from tests.disclosure.companies import NOW, TERRAIN, Town, fleet

ENDS = valid_until(NOW)
INSTANT = datetime.timedelta(microseconds=1)
LATER = NOW + datetime.timedelta(days=300)
JANSEN = "Jansen Transport"
AGREED = (*SHARING, Purpose.ADVISERS)


@pytest.fixture
async def town(town: Town) -> Town:
    """Jansen, who agreed to everything at first, and six neighbours who did so much later."""
    await town.adds(JANSEN, *AGREED, answers=fleet(3))
    town.now = LATER
    for number in range(6):
        await town.adds(f"Buur {number}", *AGREED, answers=fleet(3 + number % 2))
    return town


async def keep_on(database: AsyncEngine) -> None:
    """Let the first consent of Jansen hold much longer than the others."""
    async with transaction(database) as connection:
        its = select(intake.c.id).where(intake.c.company == JANSEN)
        row = (await connection.execute(select(person).where(person.c.intake_id.in_(its)))).one()
        kept = {**row.place["kept"], "until": valid_until(LATER).isoformat()}
        await connection.execute(update(person).where(person.c.id == row.id).values(place={**row.place, "kept": kept}))


Reader = Callable[[AsyncConnection, Town, datetime.datetime], Awaitable[bool]]


def terrain_for(audience: Observer) -> Reader:
    async def reads(connection: AsyncConnection, town: Town, now: datetime.datetime) -> bool:
        return any(one.company == JANSEN for one in await read_terrain(connection, TERRAIN, audience, now))

    return reads


def one_by_one_for(party: Party) -> Reader:
    async def reads(connection: AsyncConnection, town: Town, now: datetime.datetime) -> bool:
        shown = await read_for(connection, TERRAIN, party, now)
        return len(shown.companies) + shown.held_back == 7

    return reads


async def as_portion(connection: AsyncConnection, town: Town, now: datetime.datetime) -> bool:
    portions = [one async for one in read_portions(connection, [TERRAIN], Observer.TEAM, now)]
    return any(one.company == JANSEN for portion in portions for one in portion.opened())


async def by_itself(connection: AsyncConnection, town: Town, now: datetime.datetime) -> bool:
    return await read_company(connection, town.intakes[JANSEN], now) is not None


async def agreed_in_portion(connection: AsyncConnection, town: Town, now: datetime.datetime) -> bool:
    seen = await read_terrain(connection, TERRAIN, Observer.TEAM, now)
    jansen = next(one for one in seen if one.company == JANSEN)
    assert set(jansen.allowed) in ({*AGREED}, set())
    return bool(jansen.allowed)


async def by_mark(connection: AsyncConnection, town: Town, now: datetime.datetime) -> bool:
    return len(await marks_of(connection, TERRAIN, Observer.MUNICIPALITY, now)) == 7


async def counted(connection: AsyncConnection, town: Town, now: datetime.datetime) -> bool:
    return town.intakes[JANSEN] in await counted_in(connection, TERRAIN, now)


async def published(connection: AsyncConnection, town: Town, now: datetime.datetime) -> bool:
    years = (await read_published(connection, [TERRAIN], now))[TERRAIN].years
    return any(one.companies == 7 for one in years.values())


async def live(connection: AsyncConnection, town: Town, now: datetime.datetime) -> bool:
    return (await Insight(connection).live_total(TERRAIN, now, STANDARD)).answered == 7


async def covered(connection: AsyncConnection, town: Town, now: datetime.datetime) -> bool:
    return (await count_coverages(connection, [TERRAIN], now))[TERRAIN].consented == 7


async def started(connection: AsyncConnection, town: Town, now: datetime.datetime) -> bool:
    return (await count_coverages(connection, [TERRAIN], now))[TERRAIN].started == 7


async def invitable(connection: AsyncConnection, town: Town, now: datetime.datetime) -> bool:
    wanted = Audience(needs=Purpose.APPROACH, wish=Willingness.CONSENT, terrain=TERRAIN)
    return any(one.name == JANSEN for one in await Audiences(connection).members(wanted, now))


async def in_a_briefing(connection: AsyncConnection, town: Town, now: datetime.datetime) -> bool:
    named = NamedCompany(JANSEN, company_key(JANSEN), TERRAIN, intake=town.intakes[JANSEN])
    return bool((await load_file(connection, named, now)).answers)


async def found_by_name(connection: AsyncConnection, town: Town, now: datetime.datetime) -> bool:
    companies = Companies(connection, now)
    named, listed = await companies.named(JANSEN), await companies.on_terrain(TERRAIN)
    key = town.intakes[JANSEN]
    found = [bool(named), any(one.name == JANSEN for one in listed), key in await companies.names([key])]
    assert len({*found}) == 1
    return found[0]


async def told_of_a_session(connection: AsyncConnection, town: Town, now: datetime.datetime) -> bool:
    await connection.execute(update(person).values(reference={"conversation": "a"}))
    return bool(await Audiences(connection).listeners(deciding([town.intakes[JANSEN]]), now))


ON_KEEPING: dict[str, Reader] = {
    **{f"terrain for {audience.value}": terrain_for(audience) for audience in Observer},
    **{f"one by one for {party.value}": one_by_one_for(party) for party in Party},
    "portion": as_portion,
    "by itself": by_itself,
    "by mark": by_mark,
    "in published": counted,
    "published": published,
    "live": live,
    "coverage, started": started,
    "coverage, consented": covered,
    "invitable": invitable,
    "briefing": in_a_briefing,
    "found by name": found_by_name,
    "told of a session": told_of_a_session,
}
# What the first consent is enough for.
TEAM_ALONE = (
    "terrain for team", "portion", "by itself", "live", "coverage, started", "briefing", "found by name", "told of a session",
)  # fmt: skip
ON_SHARING = {name: reader for name, reader in ON_KEEPING.items() if name not in TEAM_ALONE} | {"agreed": agreed_in_portion}


async def reads(town: Town, reader: Reader, now: datetime.datetime) -> bool:
    async with transaction(town.database) as connection:
        return await reader(connection, town, now)


@pytest.mark.parametrize("name", ON_SHARING)
async def test_sharing_that_ended_counts_as_not_given(town: Town, name: str) -> None:
    await keep_on(town.database)
    await renew_totals(town.database, STANDARD, lambda: LATER, in_a_thread)
    assert await reads(town, ON_SHARING[name], ENDS - INSTANT)
    assert not await reads(town, ON_SHARING[name], ENDS)
    assert not await reads(town, ON_SHARING[name], ENDS + datetime.timedelta(days=9))


@pytest.mark.parametrize("name", ON_KEEPING)
async def test_without_the_first_consent_nothing_counts(town: Town, name: str) -> None:
    await renew_totals(town.database, STANDARD, lambda: LATER, in_a_thread)
    assert await reads(town, ON_KEEPING[name], ENDS - INSTANT)
    assert not await reads(town, ON_KEEPING[name], ENDS)
