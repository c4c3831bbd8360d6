"""What can be worked out from totals: found exactly, compared with elimination in fractions over every pair of companies."""

from fractions import Fraction
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from domain.differencing import FEWEST, Row, exposes, known_to, may_follow

COMPANIES = "abcdefgh"
ROWS = st.lists(st.dictionaries(st.sampled_from(COMPANIES), st.sampled_from("12"), min_size=3), min_size=1, max_size=6)


def total(companies: str, state: str = "1") -> Row:
    return Row(dict.fromkeys(companies, state))


def rank(matrix: list[list[Fraction]]) -> int:
    """Return the rank by plain elimination in fractions."""
    rows, found = [list(row) for row in matrix], 0
    for column in range(len(rows[0]) if rows else 0):
        lead = next((row for row in rows[found:] if row[column]), None)
        if lead is None:
            continue
        rows.remove(lead)
        rows.insert(found, lead)
        for row in rows[found + 1 :]:
            factor = row[column] / lead[column]
            row[:] = [one - factor * other for one, other in zip(row, lead, strict=True)]
        found += 1
    return found


def singled_out(rows: list[dict[str, str]]) -> bool:
    """Say by brute force whether some sum of the rows is about fewer than three companies."""
    columns = sorted({column for row in rows for column in row.items()})

    def without(group: set[str]) -> int:
        kept = [column for column in columns if column[0] not in group]
        return rank([[Fraction(row.get(company) == state) for company, state in kept] for row in rows])

    groups = [set(group) for size in range(1, FEWEST) for group in combinations(COMPANIES, size)]
    return any(without(group) < without(set()) for group in groups)


@given(ROWS)
def test_what_can_be_worked_out_is_found_and_nothing_else(rows: list[dict[str, str]]) -> None:
    assert exposes([Row(row) for row in rows]) == singled_out(rows)


def test_the_next_total_differs_by_nobody_or_by_three() -> None:
    first, live = total("abcde"), frozenset("abcdefgh")
    assert may_follow(total("abcde"), [first], live)
    assert not may_follow(total("abcdef"), [first], live)
    assert not may_follow(total("abcdefg"), [first], live)
    assert not may_follow(total("bcdef"), [first], live)
    assert may_follow(total("abcdefgh"), [first], live)
    assert not may_follow(Row({**total("abcde").states, "a": "2", "b": "2"}), [first], live)
    assert may_follow(Row({**total("abcde").states, "a": "2", "b": "2", "c": "2"}), [first], live)


def test_totals_that_differ_by_four_in_every_pair_can_still_give_everybody_away_together() -> None:
    """The seven lines of the Fano plane: any two differ by four companies, all together single out each of the seven."""
    always, lines = "vwxyz", ("abc", "ade", "bdf", "cef", "afg", "beg", "cdg")
    rows = [total(always), *(total(always + line) for line in lines)]
    live = frozenset(always + "abcdefg")
    accepted = [rows[0]]
    for row in rows[1:]:
        assert all(len(row.columns ^ other.columns) >= FEWEST for other in accepted)
        if may_follow(row, accepted, live):
            accepted.append(row)
    assert 2 <= len(accepted) < len(rows)
    assert exposes(rows)
    assert not exposes(accepted)


def test_who_sees_companies_by_themselves_takes_them_away_first() -> None:
    seen = {"municipality": frozenset("abcd")}
    row = Row(dict.fromkeys("abcdef", "1"), seen)
    assert not exposes([row])
    assert exposes([row], known_to("municipality", [row]))
    assert not may_follow(row, [], frozenset("abcdef"))
    assert may_follow(Row(dict.fromkeys("abcdefg", "1"), seen), [], frozenset("abcdefg"))


def test_a_company_that_was_erased_may_be_one_that_came_back() -> None:
    first = total("abcde")
    assert may_follow(total("bcdefg"), [first], frozenset("abcdefg")) is True  # a left, f and g came
    assert may_follow(total("bcdefg"), [first], frozenset("bcdefg")) is False  # a is gone: f may be a
    assert may_follow(total("bcdefghi"), [first], frozenset("bcdefghi")) is True
