"""One order for everything that asks for attention: total, the same however it was found, and who waits comes first."""

import datetime
import random
from itertools import pairwise
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from domain.attention.attention import Attention, Tap, Weight, in_order

DUE = st.one_of(st.none(), st.dates(datetime.date(2026, 1, 1), datetime.date(2028, 1, 1)))
ONE = st.builds(
    Attention,
    key=st.sampled_from("abcdefgh"),
    line=st.sampled_from(["Te laat.", "Plan een sessie."]),
    tap=st.just(Tap.says("Bekijk", "vragen")),
    weight=st.sampled_from(Weight),
    due=DUE,
    rank=st.integers(0, 2),
    person=st.sampled_from([None, UUID(int=1)]),
)
SEVERAL = st.lists(ONE, max_size=8, unique_by=lambda one: one.key)


@given(SEVERAL, st.randoms())
def test_the_order_is_the_same_however_it_was_found(found: list[Attention], chance: random.Random) -> None:
    shuffled = list(found)
    chance.shuffle(shuffled)
    assert in_order(shuffled) == in_order(found)
    assert in_order(in_order(found)) == in_order(found)


@given(SEVERAL)
def test_the_order_is_total_and_leaves_nothing_out(found: list[Attention]) -> None:
    ordered = in_order(found)
    assert sorted(one.key for one in ordered) == sorted(one.key for one in found)
    assert all(first.order < second.order for first, second in pairwise(ordered))
    assert [one.weight for one in ordered] == sorted(one.weight for one in found)


@given(ONE, ONE)
def test_of_one_thing_the_last_words_count(first: Attention, second: Attention) -> None:
    found = in_order([first, second])
    assert found[-1 if first.key == second.key else 0] in (first, second)
    assert len(found) == (1 if first.key == second.key else 2)
    assert first.key != second.key or found == (second,)


def test_who_waits_to_be_called_comes_first() -> None:
    assert sorted(Weight) == [Weight.CALL, Weight.LATE, Weight.WAITS, Weight.ENDS, Weight.SENSIBLE]
