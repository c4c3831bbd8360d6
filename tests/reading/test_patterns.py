"""No regular expression of the product can go back and forth over what was typed: two endless repeats never read the same."""

import re

import pytest

from tests.reading.doubling import doubles
from tests.reading.patterns import Written, all_patterns

PATTERNS = tuple(all_patterns())


@pytest.mark.parametrize("one", PATTERNS, ids=lambda one: one.where)
def test_no_pattern_of_the_product_goes_back_and_forth(one: Written) -> None:
    assert one.pattern is not None, "write this pattern where it can be read: as a constant of its module"
    assert not doubles(one.pattern, one.flags)


def test_the_patterns_of_every_room_are_found() -> None:
    found = {one.where.partition("/")[0] for one in PATTERNS}
    assert {"bot", "cards", "dialogs", "domain", "storage"} <= found
    assert {"contact.email", "company.kvk, on a card"} <= {one.where for one in PATTERNS}
    assert len(PATTERNS) > 200


@pytest.mark.parametrize(
    "bad",
    [
        r".*\d.*(?:[-/]|\b[a-z]{3,}).*", r"(a+)+b", r"(a*)*b", r"(a|ba|ab)*c", r"(a|aa)+$", r"\d+\d+", r"\s*\w*\s*$",
        r"(.+?)-(.+)", r"(a*b*)*c", r"(\w+\s?)*$", r"x*y?x*", r"(?=(a+)+b)c", r"(?i)[a-z]+é?[A-Z]+", r"[^x]*[^y]*z",
        r"(?:een|tien|en|tien)+", r"\d{2,}[0-9]{2,}x", r"(?:(?:ab)+|a)*b*(?:ab)*", r"a{0,500}a{0,500}b",
    ],
)  # fmt: skip
def test_a_pattern_that_goes_back_and_forth_is_refused(bad: str) -> None:
    assert doubles(bad)


@pytest.mark.parametrize(
    "good",
    [
        r"\d+(?:[.,:]\d+)*$", r"[^:]+:\s*\S", r"a*b*c*", r"(?:a|b)+", r"\w+ \w+", r"\d++\d+", r"\s*+\S+", r"(?:ab)+(?:ac)*",
        r"[^@\s<>]+@[^@\s<>]+\.[^@\s<>.]{2,}", r"x{1,60}x{1,60}", r"\bja+\b", r"(?:om .+|voor .+)", r"[a-z]+(?: [a-z]+){0,5}",
    ],
)  # fmt: skip
def test_a_pattern_that_reads_straight_on_is_not(good: str) -> None:
    assert not doubles(good)


def test_bytes_and_flags_are_read_too() -> None:
    assert doubles(rb"<[^>]*x[^>]*>")
    assert doubles(r"[a-z]+[A-Z]+", re.IGNORECASE)
    assert not doubles(r"[a-z]+[A-Z]+")
