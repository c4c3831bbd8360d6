"""Companies add up to the same, however they are cut in portions; beside it the model takes the terrain as a whole."""

import datetime
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.companies import invent
from domain.consent.consents import Purpose
from domain.demand.alone import alone_of
from domain.demand.measured import MeasuredDays
from domain.demand.parameters import STANDARD
from domain.demand.quantities import QUARTERS, Case, Strategy, Year
from domain.demand.sites import Site, site_of
from domain.demand.terrains import terrain_outlook
from domain.demand.together import Neighbours
from domain.disclosure.breakdowns import Lack, Missing
from domain.disclosure.candidates import Calculated, calculate
from domain.disclosure.parts import Parts
from domain.disclosure.shares import Counted, Hidden
from domain.disclosure.sums import Kind
from domain.disclosure.totals import YearTotal
from domain.intake.answers import Answers, Value
from tests.demand.companies import answers_of, any_answers

AT = datetime.datetime(2026, 11, 23, 9, 0, tzinfo=datetime.UTC)
AGREES = ((Purpose.TOTAL,), (Purpose.TOTAL, Purpose.MUNICIPALITY), (Purpose.TOTAL, Purpose.OPERATOR), (Purpose.COMPANIES,))
STRATEGIES = {
    Strategy.AT_ONCE: "at_once_kw",
    Strategy.SPREAD: "spread_kw",
    Strategy.TOGETHER: "together_kw",
    Strategy.GROUP: "group_kw",
}


def company(number: int, answers: Answers) -> Counted:
    """Return a company with marks of its own; three in four let themselves be counted."""
    hidden = Hidden(UUID(int=number), UUID(int=1000 + number))
    return Counted(answers, hidden, frozenset(AGREES[number % len(AGREES)]), frozenset(AGREES[number % 3]))


def invented(count: int, seed: int = 1) -> list[Counted]:
    return [company(number, answers) for number, answers in enumerate(invent(count, seed))]


def portions(companies: Sequence[Counted], size: int) -> Iterator[Sequence[Counted]]:
    return (companies[start : start + size] for start in range(0, len(companies), size))


def added(companies: Sequence[Counted], size: int) -> Calculated:
    """Return the totals of these companies, added up so many at a time."""
    parts = [Parts.of(some, STANDARD) for some in portions(companies, size)]
    return calculate("t-1", Parts.joined(parts, STANDARD), AT, STANDARD)


@pytest.mark.parametrize("size", [1, 2, 7, 40, 59])
def test_portions_of_any_size_give_the_same_to_the_last_digit(size: int) -> None:
    companies = invented(60)
    whole = added(companies, 60)
    assert [one.year for one in whole.candidates if one.kind is Kind.TOTAL] == [Year.Y2030, Year.Y2035]
    assert set(whole.missing) == {(Kind.TOTAL, Year.NOW)}  # one of the few that charge now is most of it
    assert {candidate.kind for candidate in whole.candidates} == set(Kind)
    assert added(companies, size) == whole


@settings(max_examples=30, deadline=None)
@given(st.lists(any_answers(), min_size=1, max_size=9), st.integers(1, 8))
def test_so_they_do_of_companies_that_leave_anything_open(all_answers: list[Answers], size: int) -> None:
    companies = [company(number, answers) for number, answers in enumerate(all_answers)]
    assert added(companies, size) == added(companies, len(companies))


def test_they_are_what_the_model_says_of_the_terrain_as_a_whole() -> None:
    companies = invented(50, seed=2)
    total, sites = added(companies, 13).live, [site_of(one.answers, STANDARD) for one in companies]
    assert total.answered == 50
    whole = terrain_outlook(sites)
    for year in Year:
        counts = [kwh > 0 for kwh in whole.years[year].company_kwh]
        of_model = terrain_outlook([site for site, one in zip(sites, counts, strict=True) if one]).years[year]
        ours = total.years[year]
        assert (ours.companies, ours.complete) == (sum(counts), of_model.given)
        assert ours.kwh == pytest.approx(of_model.kwh.middle, rel=1e-12)
        for strategy, name in STRATEGIES.items():
            assert ours.kw[strategy] == pytest.approx(getattr(of_model, name).middle, rel=1e-9)


def test_what_could_be_published_is_the_total_of_those_who_agreed_alone() -> None:
    companies = invented(40, seed=3)
    agreed = [one for one in companies if Purpose.TOTAL in one.allowed]
    everybody, alone = added(companies, 9), added(agreed, 9)
    assert everybody.candidates == alone.candidates
    assert everybody.live != alone.live
    for candidate in everybody.candidates:
        members = [one for one in agreed if str(one.hidden.mark) in candidate.total.members]
        assert len(members) == len(candidate.total.members)
        if candidate.kind is Kind.TOTAL:
            assert candidate.figures == added(members, 9).live.years[candidate.year].rounded()


def remembered(found: Calculated) -> dict[object, object]:
    """Return what is remembered of each candidate: the signs, which do not depend on the order of adding."""
    return {
        (one.kind, one.year): {
            mark: {part: part_of.sign for part, part_of in member.marks.items()} for mark, member in one.total.members.items()
        }
        for one in found.candidates
    }


def test_the_order_of_companies_matters_no_more_than_rounding() -> None:
    companies = invented(40, seed=4)
    shuffled = random.Random(6).sample(companies, len(companies))
    there, here = added(companies, 9), added(shuffled, 9)
    for year, ours in here.live.years.items():
        theirs = there.live.years[year]
        assert replace(ours, kwh=0, kw={}) == replace(theirs, kwh=0, kw={})
        assert (ours.kwh, *ours.kw.values()) == pytest.approx((theirs.kwh, *theirs.kw.values()), rel=1e-9)
    assert remembered(here) == remembered(there)


def test_the_model_multiplies_by_what_everybody_can_look_up() -> None:
    answers = answers_of({"tractor.total": 4, "tractor.electric_2030": 4, "tractor.km_per_day": 200, "tractor.at_night": 100,
                          "tractor.charger_kw": 150})  # fmt: skip
    [share] = Parts.of([company(0, answers)], STANDARD).shares(Year.Y2030)
    mark, of = share.member.marks["tractor"], STANDARD
    assert mark.amount == pytest.approx(4 * 200)
    per_km = of.kwh_per_km.tractor.default * of.winter_factor.tractor.default
    assert mark.times == pytest.approx(per_km / of.efficiency.dc.default)


def four_hours(number: int, back: int, **more: Value) -> Counted:
    """Return a company with four tractors that charge in the hours after they come back."""
    hours: dict[str, Value] = {
        "tractor.back": f"{back:02}:00",
        "tractor.out": f"{(back + 4) % 24:02}:00",
        "tractor.at_night": 100,
    }
    given: dict[str, Value] = {
        "tractor.total": 4,
        "tractor.electric_2030": 4,
        "tractor.km_per_day": 200,
        "tractor.charger_kw": 150,
    }
    answers = answers_of({**given, **hours, **{name.replace("__", "."): one for name, one in more.items()}})
    return Counted(answers, Hidden(UUID(int=number), UUID(int=1000 + number)), frozenset({Purpose.TOTAL}))


def missing_in_2030(companies: Sequence[Counted]) -> Missing | None:
    return added(companies, 60).missing.get((Kind.TOTAL, Year.Y2030))


def test_a_peak_that_is_of_one_moment_is_not_shown_when_few_charge_then() -> None:
    """All six add as much, but when only one at a time charges the peak is what that one draws."""
    together = [four_hours(number, 18) for number in range(6)]
    one_at_a_time = [four_hours(number, 4 * number) for number in range(6)]
    assert missing_in_2030(together) is None
    assert missing_in_2030(one_at_a_time) == Missing(Lack.LARGE)


def test_what_one_uses_by_the_hour_is_not_in_what_is_published() -> None:
    """Of one quiet night nothing is told: it is published as without. Of six the peak is lower."""

    def spread(companies: Sequence[Counted]) -> float:
        [found] = [one for one in added(companies, 60).candidates if (one.kind, one.year) == (Kind.TOTAL, Year.Y2030)]
        assert isinstance(found.figures, YearTotal)
        return found.figures.kw[Strategy.SPREAD]

    plain = [four_hours(number, 18) for number in range(6)]
    quiet = [four_hours(number, 18, grid__peak_kw=500, grid__night_kw=100) for number in range(6)]
    assert spread([*plain[:5], quiet[5]]) == spread(plain) > 0
    assert spread(quiet) < spread(plain)


def test_a_terrain_without_anybody_adds_up_to_nothing() -> None:
    empty = added([], 5)
    assert (empty.live.answered, empty.candidates) == (0, ())
    assert all((one.companies, one.kwh, set(one.kw.values())) == (0, 0, {0}) for one in empty.live.years.values())


def measured(site: Site, place: int) -> Site:
    """Return a company of which a day was measured: busy in the morning."""
    day = tuple(20.0 + place * (30 < quarter < 48) for quarter in range(QUARTERS))
    return replace(site, measured=MeasuredDays(day, day))


def test_neighbours_keep_their_measured_days_in_whatever_portion_they_come() -> None:
    sites = [site_of(answers, STANDARD) for answers in invent(12, seed=7)]
    sites = [measured(site, place) if place % 3 else site for place, site in enumerate(sites)]

    def neighbours(some: Sequence[Site]) -> Neighbours:
        return Neighbours.of(some, alone_of(some, STANDARD), Case.MIDDLE)

    joined = Neighbours.joined([neighbours(sites[:5]), neighbours(sites[5:6]), neighbours(sites[6:])])
    every_second = joined.only(joined.energy[:, 0, 0].argsort()[::2])
    picked = [sites[place] for place in joined.energy[:, 0, 0].argsort()[::2].tolist()]
    for year in Year:
        assert joined.peaks(year, []) == neighbours(sites).peaks(year, [])
        assert every_second.peaks(year, []) == neighbours(picked).peaks(year, [])
