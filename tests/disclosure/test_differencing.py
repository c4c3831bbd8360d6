"""What can be worked out from totals: found exactly, compared with elimination in fractions over every pair of companies."""

from collections.abc import Iterable
from fractions import Fraction
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.disclosure.differencing import FEWEST, Onlooker, TotalRow, exposes
from tests.disclosure.attacking import eliminate, tells_about

COMPANIES = "abcdefgh"
ROWS = st.lists(st.dictionaries(st.sampled_from(COMPANIES), st.sampled_from("12"), min_size=3), min_size=1, max_size=6)


def total(companies: Iterable[str], state: str = "1") -> TotalRow:
    return TotalRow.of(dict.fromkeys(companies, state))


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


@settings(deadline=None)  # exact arithmetic takes its time
@given(ROWS)
def test_what_can_be_worked_out_is_found_and_nothing_else(rows: list[dict[str, str]]) -> None:
    assert exposes([TotalRow.of(row) for row in rows], Onlooker()) == singled_out(rows)


PUBLIC, TOWN_HALL = Onlooker(), Onlooker(frozenset({"municipality"}))


def test_the_next_total_differs_by_nobody_or_by_three() -> None:
    first = total("abcde")
    assert not exposes([first, total("abcde")], PUBLIC)
    assert exposes([first, total("abcdef")], PUBLIC)
    assert exposes([first, total("abcdefg")], PUBLIC)
    assert exposes([first, total("bcdef")], PUBLIC)
    assert not exposes([first, total("abcdefgh")], PUBLIC)
    assert exposes([first, TotalRow.of({**dict.fromkeys("abcde", "1"), "a": "2", "b": "2"})], PUBLIC)
    assert not exposes([first, TotalRow.of({**dict.fromkeys("abcde", "1"), "a": "2", "b": "2", "c": "2"})], PUBLIC)


def test_totals_that_differ_by_four_in_pairs_can_give_all_away_together() -> None:
    """The seven lines of the Fano plane: any two differ by four companies, all together single out each of the seven."""
    always, lines = "vwxyz", ("abc", "ade", "bdf", "cef", "afg", "beg", "cdg")
    rows = [total(always), *(total(always + line) for line in lines)]
    assert all(len(one.companies ^ other.companies) >= FEWEST for one, other in combinations(rows, 2))
    assert not exposes(rows[:4], PUBLIC)
    assert exposes(rows, PUBLIC)


def test_a_part_that_counts_more_in_one_total_does_not_cancel() -> None:
    """By how much a factor of the model changed everybody knows: what has it can be taken away, what has not too."""
    first = TotalRow({(company, "1"): 13 if company in "ab" else 10 for company in "abcdefg"})
    after = TotalRow({(company, "1"): 16 if company in "ab" else 10 for company in "abcdefg"})
    assert not exposes([first], PUBLIC)
    assert exposes([first, after], PUBLIC)
    enough = TotalRow({(company, "1"): 16 if company in "abc" else 10 for company in "abcdefg"})
    assert not exposes([TotalRow({(company, "1"): 13 if company in "abc" else 10 for company in "abcdefg"}), enough], PUBLIC)


def test_who_sees_companies_by_themselves_takes_them_away_first() -> None:
    seen = {"municipality": frozenset("abcd")}
    assert not exposes([TotalRow.of(dict.fromkeys("abcdef", "1"), seen)], PUBLIC)
    assert exposes([TotalRow.of(dict.fromkeys("abcdef", "1"), seen)], TOWN_HALL)
    assert not exposes([TotalRow.of(dict.fromkeys("abcdefg", "1"), seen)], TOWN_HALL)
    assert not exposes([TotalRow.of(dict.fromkeys("abcd", "1"), seen)], TOWN_HALL)


def test_a_company_that_may_be_known_hides_nobody() -> None:
    assert not exposes([total("abcd")], Onlooker(frozenset({"municipality"}), doubtful=frozenset("a")))
    assert exposes([total("abc")], Onlooker(frozenset({"municipality"}), doubtful=frozenset("a")))
    assert exposes([total("abc")], Onlooker(frozenset({"municipality"}), doubtful=frozenset("abc")))


def test_what_a_party_sees_by_itself_it_need_not_work_out() -> None:
    assert not exposes([total("abc")], Onlooker(frozenset({"municipality"}), sees=frozenset("abc")))
    assert exposes([total("abc")], Onlooker(frozenset({"municipality"}), sees=frozenset("ab")))
    assert not exposes([total("abcd")], Onlooker(frozenset({"municipality"}), sees=frozenset("a")))


def test_a_company_that_was_erased_may_be_one_that_came_back() -> None:
    first, gone = total("abcde"), Onlooker(gone=frozenset("a"))
    assert not exposes([first, total("bcdefg")], PUBLIC)  # a left, f and g came
    assert exposes([first, total("bcdefg")], gone)  # f may be a: then only g differs
    assert not exposes([first, total("bcdefghi")], gone)


def crowd(kind: str, size: int = 400) -> list[str]:
    """Return companies that are alike."""
    return [f"{kind}{number:03}" for number in range(size)]


def test_hundreds_of_companies_are_looked_through() -> None:
    first, came = total(crowd("a")), crowd("b")
    assert not exposes([first], PUBLIC)
    assert exposes([first, total([*crowd("a"), *came[:2]])], PUBLIC)
    assert not exposes([first, total([*crowd("a"), *came[:3]])], PUBLIC)
    assert not exposes([first, total([*crowd("a")[:1], *came])], Onlooker(gone=frozenset(crowd("a")[1:4])))


KINDS = st.dictionaries(st.sampled_from("abcd"), st.integers(1, 5), min_size=2)
CROWDS = st.lists(st.dictionaries(st.sampled_from("abcd"), st.sampled_from("12"), min_size=1), min_size=1, max_size=4)


@settings(deadline=None, max_examples=200)
@given(KINDS, CROWDS, st.sets(st.sampled_from(["a000", "b000"])), st.sets(st.sampled_from(["c000", "d000", "d001"])))
def test_some_of_those_who_are_alike_stand_for_all(
    sizes: dict[str, int], crowds: list[dict[str, str]], gone: set[str], doubtful: set[str]
) -> None:
    rows = [{company: state for kind, state in row.items() for company in crowd(kind, sizes.get(kind, 0))} for row in crowds]
    onlooker = Onlooker(gone=frozenset(gone), doubtful=frozenset(doubtful))
    assert exposes([TotalRow.of(row) for row in rows], onlooker) == worked_out(rows, gone, doubtful)


def worked_out(rows: list[dict[str, str]], gone: set[str], doubtful: set[str]) -> bool:
    """Say by brute force whether some sum is about two companies, whoever came back after they were erased."""
    sums = eliminate(dict.fromkeys(row.items(), Fraction(1)) for row in rows)
    companies = {company for row in rows for company in row}
    met = {one: {other for row in rows if one in row for other in row} for one in gone}
    fresh = {company for one in gone for company in companies - met[one]} - gone - doubtful
    return any(
        tells_about(sums, {*back, *few, *gone, *doubtful})
        for back in combinations(sorted(fresh), min(len(gone), len(fresh)))
        for few in combinations(sorted(companies), min(FEWEST - 1, len(companies)))
    )


def test_too_many_ways_to_come_back_stop_everything() -> None:
    totals = range(7)
    in_each = [[one for kind in range(2**7) if kind >> number & 1 for one in crowd(f"{kind:03}-", 5)] for number in totals]
    rows = [total(those) for those in in_each]
    left = total([*in_each[0], "somebody"])
    assert not exposes([left, *rows[1:]], PUBLIC)
    assert exposes([left, *rows[1:]], Onlooker(gone=frozenset({"somebody"})))
