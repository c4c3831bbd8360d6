"""Totals are renewed when something they rest on changed, published when they may be, and gone when somebody withdraws."""

import datetime

import pytest
from sqlalchemy import text

from bot.jobs.calculation import FEW, Crew
from domain.consent.consents import Purpose, State
from domain.demand.parameters import STANDARD
from domain.demand.quantities import Strategy, Year
from domain.disclosure.rules import Party
from domain.disclosure.shares import opened, parameters_mark
from domain.disclosure.totals import TerrainTotal
from storage.database.prepared import DIALECT
from storage.database.transactions import transaction
from storage.disclosure.history import by_index, tied
from storage.disclosure.insight import Insight
from storage.disclosure.live_totals import load_totals, stale_totals
from storage.disclosure.parties import read_for
from storage.disclosure.portions import in_a_thread
from storage.disclosure.renewal import renew_totals
from storage.tables.insight import published_total
from tests.disclosure.companies import TERRAIN, Town, fleet, names

DAY, WEEK = datetime.timedelta(days=1), datetime.timedelta(days=7)


async def renew(town: Town) -> int:
    """Renew what is stale."""
    return await renew_totals(town.database, STANDARD, lambda: town.now, in_a_thread)


async def published(town: Town, terrain: str = TERRAIN) -> TerrainTotal:
    """Return what everybody may see."""
    async with transaction(town.database) as connection:
        return await Insight(connection).published_total(terrain, town.now)


async def live(town: Town, terrain: str = TERRAIN) -> TerrainTotal:
    """Return what the team sees."""
    async with transaction(town.database) as connection:
        return await Insight(connection).live_total(terrain, town.now, STANDARD)


async def settle(town: Town, *companies: str, terrain: str = TERRAIN, tractors: int = 4) -> None:
    """Let companies come that may be counted."""
    for name in companies:
        await town.adds(name, Purpose.TOTAL, terrain=terrain, answers=fleet(tractors, now=1, electric_2035=2 * tractors))


async def test_five_companies_are_published_rounded_with_their_date(town: Town) -> None:
    await settle(town, *"abcd")
    await renew(town)
    assert (await published(town)).years == {}
    await settle(town, "e")
    await renew(town)
    total = await published(town)
    assert list(total.years) == list(Year)
    year = total.years[Year.Y2030]
    assert (year.companies, year.complete, year.at) == (5, 5, town.now)
    assert year.kwh == 5000  # 5 x 4 x 160 km x 1.15 kWh x 1.26 / 0.92 = 5,040
    assert year.kw[Strategy.TOGETHER] <= year.kw[Strategy.SPREAD] <= year.kw[Strategy.AT_ONCE]
    assert not total.is_live


async def test_only_those_who_agreed_are_counted_and_the_team_sees_all(town: Town) -> None:
    await settle(town, *"abcde")
    await town.adds("f", Purpose.MUNICIPALITY, answers=fleet(4, now=1, electric_2035=8))
    await renew(town)
    assert (await published(town)).years[Year.Y2030].companies == 5
    seen = await live(town)
    assert (seen.years[Year.Y2030].companies, seen.answered, seen.is_live) == (6, 6, True)


async def test_a_withdrawal_takes_the_total_away_and_a_return_brings_it_back(town: Town) -> None:
    await settle(town, *"abcdef")
    await renew(town)
    await town.decides("f", State.WITHDRAWN, Purpose.TOTAL)
    assert (await published(town)).years == {}
    await renew(town)
    assert (await published(town)).years == {}  # five are left, but one less than before tells about that one
    await town.decides("f", State.GIVEN, Purpose.TOTAL)
    assert (await published(town)).years[Year.Y2030].companies == 6


async def test_looked_up_together_each_terrain_keeps_its_own_total(town: Town) -> None:
    await settle(town, *"abcdef")
    await settle(town, *"ghijklm", terrain="t-2", tractors=6)
    await renew(town)
    async with transaction(town.database) as connection:
        both = await Insight(connection).published_totals(("t-2", "t-9", "t-1"), town.now)
    assert both == {of: await published(town, of) for of in ("t-1", "t-2", "t-9")}
    assert [len(both[of].years) for of in ("t-1", "t-2", "t-9")] == [3, 3, 0]
    await town.moves("f", "t-2")
    async with transaction(town.database) as connection:
        after = await Insight(connection).published_totals(("t-1", "t-2"), town.now)
    assert after == {"t-1": TerrainTotal("t-1"), "t-2": both["t-2"]}


@pytest.mark.parametrize("how", ["erased", "moved", "ended"])
async def test_it_is_gone_as_well_when_somebody_is_no_longer_there(town: Town, how: str) -> None:
    await settle(town, *"abcdef")
    await renew(town)
    if how == "erased":
        await town.erases("f")
    elif how == "moved":
        await town.moves("f", "t-2")
    else:
        town.now += 800 * DAY
    assert (await published(town)).years == {}


async def test_after_a_withdrawal_three_others_bring_the_next_total(town: Town) -> None:
    await settle(town, *"abcdef")
    await renew(town)
    await town.decides("f", State.WITHDRAWN, Purpose.TOTAL)
    await settle(town, "g")
    await renew(town)
    assert (await published(town)).years == {}
    await settle(town, "h")
    await renew(town)
    assert (await published(town)).years[Year.Y2030].companies == 7


async def test_a_changed_answer_counts_as_much_as_a_newcomer(town: Town) -> None:
    await settle(town, *"abcdef")
    await renew(town)
    first = (await published(town)).years[Year.Y2030]
    town.now += 2 * WEEK
    for number, name in enumerate("abc", start=1):
        await town.answers(name, tractor__electric_2030=6, tractor__total=8)
        await renew(town)
        now = (await published(town)).years[Year.Y2030]
        assert (now.kwh > first.kwh) is (number == 3)


async def test_a_total_is_renewed_after_a_week_also_when_nothing_changes(town: Town) -> None:
    await settle(town, *"abcde")
    await renew(town)
    town.now += DAY
    await settle(town, *"fgh")
    await renew(town)
    assert (await published(town)).years[Year.Y2030].companies == 5
    town.now += WEEK
    assert await renew(town) == 1
    assert (await published(town)).years[Year.Y2030].companies == 8
    assert await renew(town) == 0


async def test_one_that_is_more_than_half_keeps_the_total_back(town: Town) -> None:
    await settle(town, *"abcde")
    await settle(town, "giant", tractors=40)
    await renew(town)
    assert list((await published(town)).years) == [Year.NOW]  # now it has one truck, as everybody


async def test_years_are_judged_one_by_one(town: Town) -> None:
    for name in "abcdef":
        await town.adds(name, Purpose.TOTAL, answers=fleet(4, now=int(name in "ab")))
    await renew(town)
    assert list((await published(town)).years) == [Year.Y2030, Year.Y2035]


async def test_growth_of_one_company_between_two_years_stays_hidden(town: Town) -> None:
    for name in "abcdef":
        await town.adds(name, Purpose.TOTAL, answers=fleet(4, electric_2035=8 if name == "a" else 4))
    await renew(town)
    assert list((await published(town)).years) == [Year.Y2030]


async def test_the_municipality_sees_who_agreed_and_never_all_but_two(town: Town) -> None:
    both = (Purpose.TOTAL, Purpose.MUNICIPALITY)
    for name in "abcd":
        await town.adds(name, *both, answers=fleet(4))
    await settle(town, *"efg")
    await renew(town)
    assert (await published(town)).years[Year.Y2030].companies == 7
    await town.decides("e", State.GIVEN, Purpose.MUNICIPALITY)
    async with transaction(town.database) as connection:
        shown = await read_for(connection, TERRAIN, Party.MUNICIPALITY, town.now)
    assert (names(shown.companies), shown.held_back) == (list("abcd"), 1)  # with e shown, f and g would be what is left
    for name in "fg":
        await town.decides(name, State.GIVEN, Purpose.MUNICIPALITY)
    async with transaction(town.database) as connection:
        shown = await read_for(connection, TERRAIN, Party.MUNICIPALITY, town.now)
    assert (names(shown.companies), shown.held_back) == (list("abcdefg"), 0)


async def test_only_what_changed_is_renewed_and_who_is_gone_leaves_no_total(town: Town) -> None:
    await settle(town, *"abc")
    await settle(town, "x", terrain="t-2")
    assert await renew(town) == 2
    assert await renew(town) == 0
    await town.answers("x", tractor__electric_2030=1)
    async with transaction(town.database) as connection:
        assert [one.terrain for one in await stale_totals(connection, parameters_mark(STANDARD), town.now)] == ["t-2"]
    assert await renew(town) == 1
    await town.erases("x")
    assert await renew(town) == 0
    async with transaction(town.database) as connection:
        assert set(await load_totals(connection)) == {TERRAIN}


async def test_what_the_team_reads_is_never_older_than_the_answers(town: Town) -> None:
    await settle(town, *"abc")
    await renew(town)
    before = (await live(town)).years[Year.Y2030].kwh
    await town.answers("a", tractor__km_per_day=320)
    assert (await live(town)).years[Year.Y2030].kwh == pytest.approx(before * 4 / 3)


async def test_after_erasing_the_marks_of_a_total_lead_nowhere(town: Town) -> None:
    await settle(town, *"abcde")
    await renew(town)
    async with transaction(town.database) as connection:
        rows = (await connection.execute(published_total.select())).all()
    marks = {mark for row in rows for mark in row.members}
    for name in "abcde":
        await town.erases(name)
    async with transaction(town.database) as connection:
        left = (await connection.execute(published_total.select())).all()
    assert {mark for row in left for mark in row.members} == marks
    parts = [(part, stored) for row in left for parts, _ in row.members.values() for part, stored in parts.items()]
    assert {"kwh", "tractor", "inputs"} <= {part for part, _ in parts}
    assert all(opened(part, stored, None).amount is None for part, stored in parts)
    assert (await published(town)).years == {}


async def test_many_terrains_are_added_up_in_processes_of_their_own(town: Town) -> None:
    for number in range(10):
        await settle(town, f"company {number}", terrain=f"t-{number}")
    hands = Crew(1)
    try:
        assert await renew_totals(town.database, STANDARD, lambda: town.now, lambda _: hands.choose(FEW + 1)) == 10
        assert hands.pool is not None
    finally:
        hands.leave()
    async with transaction(town.database) as connection:
        assert len(await load_totals(connection)) == 10


async def test_what_was_published_of_other_terrains_is_not_read(town: Town) -> None:
    statement = tied("t-1", ["one company", "another"]).compile(dialect=DIALECT, compile_kwargs={"literal_binds": True})
    async with transaction(town.database) as connection, by_index(connection):
        plan = "\n".join(line for (line,) in await connection.execute(text(f"explain {statement}")))
    assert "ix_published_total_members" in plan
    assert "Seq Scan" not in plan
