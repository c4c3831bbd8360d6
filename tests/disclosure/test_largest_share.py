"""No more than half of anything that can be worked out is one company: totals, remainders, joiners, leavers and changes."""

import datetime
from collections.abc import Iterable, Mapping

import pytest

from domain.consent.consents import Purpose, State
from domain.demand.parameters import STANDARD, Parameters
from domain.demand.quantities import Year
from domain.disclosure.differencing import Onlooker, TotalRow
from domain.disclosure.rounding import rounded
from domain.disclosure.rules import Party
from domain.disclosure.totals import YearTotal
from domain.disclosure.worlds import stands_out, too_large
from domain.intake.answers import Answer, Value
from storage.database.transactions import transaction
from storage.disclosure.insight import Insight
from storage.disclosure.parties import read_for
from storage.disclosure.portions import in_a_thread
from storage.disclosure.renewal import renew_totals
from tests.disclosure.companies import TERRAIN, Town, fleet, names

WEEK = datetime.timedelta(days=7)
GEMEENTE, NETBEHEERDER = (Purpose.TOTAL, Purpose.MUNICIPALITY), (Purpose.TOTAL, Purpose.OPERATOR)
HAULIER, TINY = fleet(15), fleet(1, km=40)


async def in_2030(town: Town, parameters: Parameters = STANDARD) -> YearTotal | None:
    """Renew, and return what everybody may see of 2030."""
    await renew_totals(town.database, parameters, lambda: town.now, in_a_thread)
    async with transaction(town.database) as connection:
        return (await Insight(connection).published_total(TERRAIN, town.now)).years.get(Year.Y2030)


async def shown_to(town: Town, party: Party) -> list[str]:
    """Return the companies that a party sees one by one."""
    async with transaction(town.database) as connection:
        return names((await read_for(connection, TERRAIN, party, town.now)).companies)


async def come(town: Town, companies: Iterable[str], *purposes: Purpose, tractors: int = 6, km: int = 160) -> None:
    for name in companies:
        await town.adds(name, *purposes, answers=fleet(tractors, km=km))


async def test_a_haulier_and_two_tiny_ones_are_no_remainder_for_the_municipality(town: Town) -> None:
    """Total minus the four it sees would be the haulier, to within the rounding."""
    await come(town, "abcd", *GEMEENTE)
    await town.adds("haulier", Purpose.TOTAL, answers=HAULIER)
    await come(town, ("tiny", "small"), Purpose.TOTAL, tractors=1, km=40)
    assert await in_2030(town) is None
    assert await shown_to(town, Party.MUNICIPALITY) == list("abcd")


async def test_the_others_are_shown_without_the_haulier_when_they_are_enough(town: Town) -> None:
    await come(town, "abcd", *GEMEENTE)
    await town.adds("haulier", Purpose.TOTAL, answers=HAULIER)
    await come(town, ("tiny", "small", "little"), Purpose.TOTAL, tractors=1, km=40)
    year = await in_2030(town)
    assert year is not None
    assert year.companies == 7


async def test_who_shows_themselves_later_does_not_leave_the_haulier_behind(town: Town) -> None:
    await come(town, "abcd", Purpose.TOTAL)
    await town.adds("haulier", Purpose.TOTAL, answers=HAULIER)
    await come(town, ("tiny", "small"), Purpose.TOTAL, tractors=1, km=40)
    assert await in_2030(town) is not None
    for name in "abcd":
        await town.decides(name, State.GIVEN, Purpose.MUNICIPALITY)
    assert len(await shown_to(town, Party.MUNICIPALITY)) < 4


async def test_two_parties_that_put_together_what_they_see_find_no_more(town: Town) -> None:
    """Each of them sees two of seven, and does not see a remainder of three of which one is most; together they would."""
    await come(town, "ab", *GEMEENTE)
    await come(town, "cd", *NETBEHEERDER)
    await town.adds("haulier", Purpose.TOTAL, answers=HAULIER)
    await come(town, ("tiny", "small"), Purpose.TOTAL, tractors=1, km=40)
    assert await in_2030(town) is None


async def test_nor_about_two_when_somebody_agrees_later(town: Town) -> None:
    await come(town, "ab", *GEMEENTE)
    await come(town, "cdefg", Purpose.TOTAL)
    assert await in_2030(town) is not None
    for name in "cde":
        town.now += datetime.timedelta(hours=1)
        await town.decides(name, State.GIVEN, Purpose.OPERATOR)
    assert await shown_to(town, Party.MUNICIPALITY) == list("ab")
    assert await shown_to(town, Party.GRID_OPERATOR) == list("cd")


async def test_three_who_join_of_whom_one_is_nearly_all_wait_for_more(town: Town) -> None:
    await come(town, "abcdef", Purpose.TOTAL)
    first = await in_2030(town)
    assert first is not None
    town.now += 2 * WEEK
    await town.adds("haulier", Purpose.TOTAL, answers=HAULIER)
    await come(town, ("tiny", "small"), Purpose.TOTAL, tractors=1, km=40)
    assert await in_2030(town) == first
    await town.adds("another", Purpose.TOTAL, answers=HAULIER)
    assert await in_2030(town) == first  # the one haulier knows its own part, and so the other's
    await town.adds("third", Purpose.TOTAL, answers=HAULIER)
    after = await in_2030(town)
    assert after is not None
    assert after.companies == 11


async def test_three_who_leave_of_whom_one_is_nearly_all_take_the_total_along(town: Town) -> None:
    await come(town, "abcdef", Purpose.TOTAL, tractors=8)
    await town.adds("haulier", Purpose.TOTAL, answers=HAULIER)
    await come(town, ("tiny", "small"), Purpose.TOTAL, tractors=1, km=40)
    assert await in_2030(town) is not None
    town.now += 2 * WEEK
    for name in ("haulier", "tiny", "small"):
        await town.decides(name, State.WITHDRAWN, Purpose.TOTAL)
    assert await in_2030(town) is None


async def test_three_who_change_of_whom_one_much_more_change_nothing_yet(town: Town) -> None:
    await come(town, "abcdef", Purpose.TOTAL)
    first = await in_2030(town)
    town.now += 2 * WEEK
    await town.answers("a", tractor__km_per_day=320)
    for name in "bc":
        await town.answers(name, tractor__km_per_day=163)
    assert await in_2030(town) == first
    for name in "def":
        await town.answers(name, tractor__km_per_day=300)
    assert await in_2030(town) != first


def with_tractors(kwh_per_km: float) -> Parameters:
    """Return the parameters with tractors that take so much."""
    tractor = STANDARD.kwh_per_km.tractor
    moved = tractor.model_copy(update={"default": kwh_per_km, "high": max(tractor.high, kwh_per_km)})
    return STANDARD.model_copy(update={"kwh_per_km": STANDARD.kwh_per_km.model_copy(update={"tractor": moved})})


def vans(count: int) -> dict[str, Answer | Value]:
    """Return the answers of a company with vans alone."""
    answers: dict[str, Answer | Value] = {
        name.replace("tractor", "van"): answer for name, answer in fleet(count).items() if name.startswith("tractor.")
    }
    others = dict.fromkeys(("light_truck.total", "rigid.total", "tractor.total"), 0)
    return {**answers, **others, "connection.size": "large", "grid.contracted_kw": 400, "grid.peak_kw": 100}


@pytest.mark.parametrize(("hauliers", "van_owners", "renewed"), [(1, 8, False), (2, 8, False), (8, 1, False), (5, 5, True)])
async def test_new_parameters_are_a_change_of_whom_they_touch(town: Town, hauliers: int, van_owners: int, renewed: bool) -> None:
    """Nobody answered anything. One company has tractors: the difference would be its own. One has none: so would the rest be,
    because everybody can look up by how much tractors changed.
    """
    for number in range(hauliers):
        await town.adds(f"haulier {number}", Purpose.TOTAL, answers=fleet(2))
    for number in range(van_owners):
        await town.adds(f"vans {number}", Purpose.TOTAL, answers=vans(12))
    before = await in_2030(town, with_tractors(1.3))
    assert before is not None
    town.now += 2 * WEEK
    after = await in_2030(town, with_tractors(1.6))
    assert after is not None
    assert (after.kwh > before.kwh) is renewed


def row(*companies: str, of: str = "1") -> TotalRow:
    return TotalRow.of(dict.fromkeys(companies, of))


def amounts(found: Mapping[str, float], of: str = "1") -> dict[tuple[str, str], float | None]:
    return {(company, of): amount for company, amount in found.items()}


def test_half_is_the_most_and_two_thirds_for_who_knows_one_more() -> None:
    assert not too_large([10, 10, 10])
    assert too_large([100, 3, 3])
    assert too_large([50, 40, 10, 5])  # the second knows its own part: 50 of 65
    assert not too_large([50, 40, 15, 10])
    assert not too_large([])


def test_one_of_a_few_who_joined_is_no_more_than_half_of_them() -> None:
    rows = [row(*"abcde"), row(*"abcdefgh")]
    same = dict.fromkeys("abcde", 10.0)
    assert not stands_out(rows, amounts({**same, "f": 5, "g": 5, "h": 5}), Onlooker())
    assert stands_out(rows, amounts({**same, "f": 50, "g": 5, "h": 5}), Onlooker())


def test_who_changed_hardly_hides_nobody_however_large() -> None:
    rows = [row(*"abcdef"), TotalRow.of({**dict.fromkeys("abc", "2"), **dict.fromkeys("def", "1")})]
    before = amounts(dict.fromkeys("abcdef", 1000.0))
    assert stands_out(rows, before | amounts({"a": 1300, "b": 1000.1, "c": 1000.1}, "2"), Onlooker())
    assert not stands_out(rows, before | amounts({"a": 1300, "b": 1300, "c": 1200}, "2"), Onlooker())


def test_a_sum_that_nobody_can_make_tells_nothing() -> None:
    """The one who became less in 2035 is alone in that, and no sum of the two years is about that alone."""
    first = TotalRow.of(dict.fromkeys("abcdef", "1"))
    later = TotalRow.of({**dict.fromkeys("abcde", "2"), "f": "3"})
    of = amounts(dict.fromkeys("abcdef", 10.0)) | amounts(dict.fromkeys("abcde", 20.0), "2") | amounts({"f": 8.0}, "3")
    assert not stands_out([first, later], of, Onlooker())


def test_of_whom_nothing_is_known_any_more_nothing_hides() -> None:
    rows = [row(*"abcdef"), row(*"abc")]
    of = amounts(dict.fromkeys("abcde", 10.0))
    assert stands_out(rows, of | {("f", "1"): None}, Onlooker())
    assert not stands_out(rows, of | amounts({"f": 10.0}), Onlooker())


def test_rounding_is_not_what_hides() -> None:
    assert [rounded(amount) for amount in (7400, 3284)] == [7500, 3200]
