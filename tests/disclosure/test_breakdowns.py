"""Totals by class and by hour: published, kept and taken back like every total; and what is missing is said."""

import datetime
from collections.abc import Sequence

import pytest

from domain.consent.consents import Purpose, State
from domain.demand.parameters import STANDARD
from domain.demand.quantities import Year
from domain.disclosure.breakdowns import HOURS, ClassTotal, ClassTotals, HourTotals, Lack, Missing
from domain.disclosure.hours import apart, busiest_hour, shown_hours, stretches_of
from domain.disclosure.rules import KnownTo, Party, Share, TotalMember
from domain.disclosure.sums import HOUR_PARTS
from domain.intake.answers import Answer, Value
from domain.intake.vehicles import VehicleClass
from storage.database.transactions import transaction
from storage.disclosure.insight import Insight
from storage.disclosure.portions import in_a_thread
from storage.disclosure.renewal import renew_totals
from tests.disclosure.companies import TERRAIN, Town, fleet

WEEK = datetime.timedelta(days=7)
IN_2030 = Year.Y2030
OWN = {"van": 10, "light_truck": 3, "rigid": 4, "tractor": 5}


async def classes(town: Town) -> ClassTotals | Missing:
    """Renew, and return what may be seen by class of 2030."""
    await renew_totals(town.database, STANDARD, lambda: town.now, in_a_thread)
    async with transaction(town.database) as connection:
        return (await Insight(connection).by_class(TERRAIN, town.now))[IN_2030]


async def hours(town: Town) -> HourTotals | Missing:
    """Return what may be seen by the hour of 2030."""
    async with transaction(town.database) as connection:
        return (await Insight(connection).by_hour(TERRAIN, town.now))[IN_2030]


async def missing(town: Town) -> Missing | None:
    """Return what is missing for the total of 2030."""
    async with transaction(town.database) as connection:
        return (await Insight(connection).missing(TERRAIN, town.now)).get(IN_2030)


def vehicles(*of: str, back: str = "18:00") -> dict[str, Answer | Value]:
    """Return the answers of a company with these classes, some of each."""
    found: dict[str, Answer | Value] = {f"{vehicle.value}.total": 0 for vehicle in VehicleClass}
    for vehicle in of:
        tractors = fleet(OWN[vehicle])
        found |= {name.replace("tractor", vehicle): one for name, one in tractors.items() if name.startswith("tractor.")}
        found[f"{vehicle}.back"] = back
    return {**found, "connection.size": "large", "grid.contracted_kw": 900, "grid.peak_kw": 100}


async def come(town: Town, names: Sequence[str], *of: str, back: str = "18:00") -> None:
    for name in names:
        await town.adds(name, Purpose.TOTAL, answers=vehicles(*of, back=back))


async def test_each_class_is_a_total_of_those_who_have_it(town: Town) -> None:
    await come(town, "abcde", "van", "tractor")
    await come(town, "fgh", "van")
    found = await classes(town)
    assert isinstance(found, ClassTotals)
    assert set(found.by_class) == {VehicleClass.VAN, VehicleClass.TRACTOR}
    van, tractor = found.by_class[VehicleClass.VAN], found.by_class[VehicleClass.TRACTOR]
    assert isinstance(van, ClassTotal)
    assert isinstance(tractor, ClassTotal)
    assert (van.companies, tractor.companies, found.at) == (8, 5, town.now)
    async with transaction(town.database) as connection:
        total = (await Insight(connection).published_total(TERRAIN, town.now)).years[IN_2030]
    assert van.kwh + tractor.kwh == pytest.approx(total.kwh, rel=0.1)


async def test_a_class_of_a_few_says_how_many_are_missing(town: Town) -> None:
    await come(town, "abcdefgh", "van", "rigid")
    await come(town, "xyz", "tractor")
    found = await classes(town)
    assert isinstance(found, ClassTotals)
    assert found.by_class[VehicleClass.TRACTOR] == Missing(Lack.COMPANIES, 2)


async def test_a_class_that_would_tell_of_another_one_is_held_back_too(town: Town) -> None:
    """Total minus vans and tractors would be the two with rigids; so only one of both is shown, the one of most companies."""
    await come(town, "abcdefgh", "van", "tractor")
    await come(town, "xy", "van", "rigid")
    found = await classes(town)
    assert isinstance(found, ClassTotals)
    assert isinstance(found.by_class[VehicleClass.VAN], ClassTotal)
    assert found.by_class[VehicleClass.TRACTOR] == Missing(Lack.BEFORE)
    assert found.by_class[VehicleClass.RIGID] == Missing(Lack.COMPANIES, 3)
    town.now += 5 * WEEK
    await town.answers("a", company__website="a.example")  # tried again, it says the same
    assert await classes(town) == found


async def test_a_withdrawal_takes_classes_and_hours_away(town: Town) -> None:
    await come(town, "abc", "van", "tractor", back="16:00")
    await come(town, "defg", "van", "tractor", back="18:00")
    before = await classes(town), await hours(town)
    assert isinstance(before[0], ClassTotals)
    assert isinstance(before[1], HourTotals)
    await town.decides("a", State.WITHDRAWN, Purpose.TOTAL)
    assert (await hours(town), await missing(town)) == (Missing(Lack.BEFORE), Missing(Lack.BEFORE))
    assert await classes(town) == Missing(Lack.BEFORE)
    await town.decides("a", State.GIVEN, Purpose.TOTAL)
    assert (await classes(town), await hours(town)) == before


async def test_classes_are_renewed_every_four_weeks_and_never_by_one_company(town: Town) -> None:
    await come(town, "abcdef", "van", "tractor")
    first = await classes(town)
    town.now += 5 * WEEK
    await town.answers("a", tractor__km_per_day=300)
    assert await classes(town) == first
    for name in "bcd":
        await town.answers(name, tractor__km_per_day=300)
    second = await classes(town)
    assert second != first
    town.now += 2 * WEEK
    for name in "abcd":
        await town.answers(name, tractor__km_per_day=100)
    assert await classes(town) == second
    town.now += 2 * WEEK
    assert await classes(town) != second


async def test_what_is_missing_is_said_of_every_kind(town: Town) -> None:
    assert (await classes(town), await hours(town), await missing(town)) == (Missing(Lack.COMPANIES, 5),) * 3
    await come(town, "abc", "tractor")
    assert (await classes(town), await hours(town), await missing(town)) == (Missing(Lack.COMPANIES, 2),) * 3
    await come(town, "de", "tractor")
    assert isinstance(await classes(town), ClassTotals)
    assert await missing(town) is None
    assert isinstance(await hours(town), HourTotals)


def charging(company: str, *seen: Party, **kw: float) -> Share:
    """Return a company that charges so much at these hours."""
    return Share(company, TotalMember({}, KnownTo(frozenset(seen), frozenset(seen))), dict.fromkeys(HOUR_PARTS, 0.0) | kw)


def test_an_hour_of_one_company_is_taken_together_with_the_one_beside_it() -> None:
    several = [charging(name, h17=10, h18=10, h19=10) for name in "abcd"]
    stretches = stretches_of([*several, charging("late", h19=10, h20=10)])
    assert stretches == (("h17",), ("h18",), ("h19", "h20"))
    means = {"h17": 40.0, "h18": 40.0, "h19": 50.0, "h20": 10.0}
    shown = shown_hours(dict.fromkeys(HOUR_PARTS, 0.0) | means, stretches)
    assert (len(shown), sum(shown)) == (HOURS, 140)
    assert shown[16:22] == (0, 40, 40, 30, 30, 0)


def test_what_a_party_does_not_see_counts_by_the_hour_as_well() -> None:
    """The municipality sees all but three; at eight in the evening one of them is most of what is left."""
    seen = [charging(name, Party.MUNICIPALITY, h17=10, h18=10, h19=10, h20=10) for name in "abcd"]
    rest = [charging("x", h17=10, h18=10, h19=10, h20=30), *(charging(name, h17=10, h18=10, h19=10, h20=1) for name in "yz")]
    assert stretches_of(seen) == (("h17",), ("h18",), ("h19",), ("h20",))
    assert all(len(one) == 1 for one in stretches_of([*seen, *rest])[:2])
    assert ("h20",) not in stretches_of([*seen, *rest])


def test_a_day_goes_on_past_midnight() -> None:
    assert (apart(("h23",), ("h00",)), apart(("h04",), ("h14", "h15"))) == (1, 10)


def test_the_busiest_hour_is_published_with_every_total() -> None:
    assert busiest_hour([charging("a", h17=10, h18=12), charging("b", h17=1)]) == "h18"
    assert busiest_hour([charging("a")]) == ""
