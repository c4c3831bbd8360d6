"""Rounding of what is published, and who may be counted together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.disclosure.rounding import rounded
from domain.disclosure.rules import ENOUGH, KnownTo, Party, Share, TotalMember, countable, is_enough
from domain.disclosure.sums import Measure

AMOUNTS = st.floats(0, 1e9, allow_nan=False)


def share(company: str, kwh: float, *seen_by: Party, spread: float | None = None) -> Share:
    member = TotalMember({}, KnownTo(frozenset(seen_by), frozenset(seen_by)))
    amounts: dict[str, float] = {Measure.KWH: kwh, Measure.AT_ONCE: kwh, Measure.SPREAD: kwh / 10 if spread is None else spread}
    return Share(company, member, amounts)


@pytest.mark.parametrize(
    ("amount", "shown"), [(0, 0), (0.4, 0), (7.6, 8), (14.6, 15), (182, 180), (600, 600), (1234, 1200), (2190, 2200)]
)
def test_amounts_are_rounded_to_steps_of_at_most_a_tenth(amount: float, shown: int) -> None:
    assert rounded(amount) == shown


@given(AMOUNTS, AMOUNTS)
def test_rounding_keeps_the_order_and_stays_within_a_twentieth(one: float, other: float) -> None:
    assert rounded(min(one, other)) <= rounded(max(one, other))
    assert abs(rounded(one) - one) <= max(0.5, one / 20) + 1e-6


@given(st.floats(11, 1e8), st.floats(-0.019, 0.019))
def test_amounts_within_a_tenth_of_an_average_share_of_five_look_the_same(amount: float, off: float) -> None:
    shown = rounded(amount)
    assert rounded(shown * (1 + off)) == shown


def test_four_companies_are_not_enough_and_one_may_not_be_half() -> None:
    assert not is_enough([share(name, 10) for name in "abcd"])
    assert is_enough([share(name, 10) for name in "abcde"])
    assert not is_enough([share("a", 41), *(share(name, 10) for name in "bcde")])
    assert is_enough([share("a", 40), *(share(name, 10) for name in "bcde")])
    assert ENOUGH == 5


def test_one_company_may_not_be_half_of_any_amount_either() -> None:
    assert not is_enough([share("a", 10, spread=9), *(share(name, 10, spread=1) for name in "bcde")])


def test_what_spreading_brings_is_not_of_one_or_two_companies_alone() -> None:
    alike = [share(name, 10, spread=10) for name in "cdefg"]
    assert is_enough(alike)
    assert not is_enough([share("a", 10), *alike])
    assert is_enough([share("a", 10), share("b", 10), share("h", 10), *alike])


def test_who_adds_nothing_is_not_counted() -> None:
    assert [one.company for one in countable([share("a", 0), share("b", 1)])] == ["b"]


def test_one_that_is_most_of_what_a_party_does_not_see_waits_too() -> None:
    seen = [share(name, 10, Party.MUNICIPALITY) for name in "abcde"]
    tiny = [share(name, 1) for name in "fgh"]
    assert [one.company for one in countable([*seen, share("giant", 20), *tiny])] == list("abcdefgh")
    assert [one.company for one in countable([*seen, share("giant", 20), *tiny[:2]])] == list("abcde")
    both = [share("giant", 20), *(share(name, 10, Party.GRID_OPERATOR) for name in "xyz"), *tiny[:2], *seen]
    assert "giant" not in [one.company for one in countable(both)]  # each sees enough, together they would not


def test_one_or_two_that_a_party_does_not_see_wait_for_a_third() -> None:
    seen = [share(name, 1, Party.MUNICIPALITY) for name in "abcde"]
    assert [one.company for one in countable([*seen, share("f", 1), share("g", 1)])] == list("abcde")
    assert len(countable([*seen, share("f", 1), share("g", 1), share("h", 1)])) == 8
    assert len(countable([share("f", 1), share("g", 1)])) == 2  # a party that sees nobody takes nobody away
