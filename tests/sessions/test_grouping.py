"""Groups: everybody in one, sizes alike, alike on the issue, mixed on parts; the same outcome as trying every way."""

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.intake.sections.company import CompanyPart
from domain.sessions.grouping.making import lead_groups, make_groups, move, oddities
from domain.sessions.grouping.people import HELPERS, HOLDERS, Group, Grouping, Guest, Impossible, SeatingWishes
from domain.sessions.grouping.seating import seat
from domain.sessions.grouping.shares import share_groups
from domain.sessions.plan import PlanRefused

ISSUES = ("grid", "space", "money", "")


@st.composite
def guests(draw: st.DrawFn, most: int = 60, earlier: tuple[str, ...] = ("",)) -> list[Guest]:
    """Return invented people."""
    number = draw(st.integers(1, most))
    one = st.tuples(
        st.integers(0, max(1, number // 2)), st.sampled_from(ISSUES), st.sampled_from(CompanyPart), st.sampled_from(earlier)
    )
    drawn = draw(st.lists(one, min_size=number, max_size=number))
    return [Guest(f"p{at:03}", f"c{company}", issue, part, before) for at, (company, issue, part, before) in enumerate(drawn)]


@settings(max_examples=60, deadline=None)
@given(people=guests(), size=st.sampled_from([5, 6]))
def test_nobody_is_forgotten_and_sizes_are_alike(people: list[Guest], size: int) -> None:
    made = make_groups(people, size)
    assert sorted(member for group in made.groups for member in group.members) == [guest.id for guest in people]
    lengths = [len(group.members) for group in made.groups]
    assert max(lengths) - min(lengths) <= 1
    assert min(lengths) >= min(3, len(people))
    assert set(made.why) == {guest.id for guest in people}
    assert make_groups(list(reversed(people)), size) == made


def cost(made: Sequence[Group], people: Sequence[Guest]) -> tuple[int, int, int, int]:
    """Return what the groups are judged by, in order."""
    known = {guest.id: guest for guest in people}
    labels = {group.label for group in made}
    away = misplaced = crowded = lacking = 0
    for group in made:
        members = [known[one] for one in group.members]
        away += sum(guest.earlier in labels and guest.earlier != group.label for guest in members)
        misplaced += sum(bool(guest.issue) and guest.issue != group.issue for guest in members)
        crowded += sum(number - 1 for number in Counter(guest.company for guest in members).values())
        lacking += sum(not any(guest.part in parts for guest in members) for parts in (HOLDERS, HELPERS))
    return away, misplaced, crowded, lacking


def every_way(people: Sequence[Guest], groups: Sequence[Group]) -> Iterator[tuple[Group, ...]]:
    """Yield every way to seat people in groups whose sizes differ by at most one."""
    base, extra = divmod(len(people), len(groups))
    for places in itertools.product(range(len(groups)), repeat=len(people)):
        lengths = Counter(places)
        if all(base <= lengths[at] <= base + bool(extra) for at in range(len(groups))):
            yield tuple(
                Group(group.label, group.issue, tuple(p.id for p, place in zip(people, places, strict=True) if place == at))
                for at, group in enumerate(groups)
            )


@settings(max_examples=25, deadline=None)
@given(people=guests(most=7, earlier=("", "A", "B")), issues=st.lists(st.sampled_from(ISSUES), min_size=1, max_size=3))
def test_the_seats_are_as_good_as_trying_every_way(people: list[Guest], issues: list[str]) -> None:
    groups = [Group(label, issue) for label, issue in zip("ABC", issues, strict=False)][: len(people)]
    best = min(cost(way, people) for way in every_way(people, groups))
    assert cost(seat(people, groups, SeatingWishes()), people) == best


def misfits(counts: dict[str, int], shares: dict[str, int], people: int, groups: int) -> int:
    """Return how many people cannot sit at their issue, whichever of the groups hold one more."""
    base, extra = divmod(people, groups)
    issues = list(shares)
    ways = itertools.product(*(range(min(shares[issue], extra) + 1) for issue in issues))
    return min(
        sum(max(0, number - shares.get(issue, 0) * base - dict(zip(issues, more, strict=True)).get(issue, 0))
            for issue, number in counts.items())
        for more in ways if sum(more) == extra
    )  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(
    counts=st.dictionaries(st.sampled_from("abc"), st.integers(1, 12), max_size=3), none=st.integers(0, 6), size=st.integers(3, 6)
)
def test_issues_get_the_groups_that_leave_the_fewest_people_out(counts: dict[str, int], none: int, size: int) -> None:
    people = sum(counts.values()) + none
    if people == 0:
        return
    groups = max(1, people // size)
    shares = share_groups(counts, people, groups)
    assert sum(shares.values()) == groups
    every = (
        dict(zip((*counts, ""), share, strict=True))
        for share in itertools.product(range(groups + 1), repeat=len(counts) + 1)
        if sum(share) == groups
    )
    assert misfits(counts, shares, people, groups) == min(misfits(counts, way, people, groups) for way in every)


def test_people_with_one_issue_sit_together_with_a_holder_and_a_helper() -> None:
    people = [Guest(f"g{at}", f"c{at}", "grid", CompanyPart.PROBLEM_OWNER if at % 2 else CompanyPart.SOLVER) for at in range(6)]
    people += [Guest(f"s{at}", f"d{at}", "space", CompanyPart.PROBLEM_OWNER if at % 2 else CompanyPart.SOLVER) for at in range(6)]
    made = make_groups(people, 6)
    assert [{guest.issue for guest in people if guest.id in group.members} for group in made.groups] == [{"grid"}, {"space"}]
    assert oddities(made, people) == ()
    assert set(made.why.values()) == {"Koos dit vraagstuk."}


def test_wishes_are_kept_and_contradictions_are_said() -> None:
    people = [Guest(f"p{at}", f"c{at}", "grid" if at < 6 else "space") for at in range(12)]
    wishes = SeatingWishes(together=(("p0", "p11"),), apart=(("p1", "p2"),))
    made = make_groups(people, 6, wishes)
    assert made.of("p0") == made.of("p11")
    assert made.of("p1") != made.of("p2")
    with pytest.raises(Impossible, match="spreken elkaar tegen"):
        make_groups(people, 6, SeatingWishes(together=(("p0", "p1"),), apart=(("p0", "p1"),)))


def test_the_same_groups_come_again_and_newcomers_fill_them() -> None:
    first = make_groups([Guest(f"p{at:02}", f"c{at}", ISSUES[at % 2]) for at in range(20)], 5)
    back = [Guest(f"p{at:02}", f"c{at}", ISSUES[at % 2], earlier=first.of(f"p{at:02}").label) for at in range(17)]
    again = make_groups([*back, *(Guest(f"q{at}", f"d{at}", "space") for at in range(3))], 5, earlier=first.groups)
    assert all(again.of(guest.id).label == guest.earlier for guest in back)
    assert [group.label for group in again.groups] == [group.label for group in first.groups]


def test_a_change_by_hand_is_kept_and_looked_at() -> None:
    people = [Guest(f"p{at:02}", f"c{at // 2}", "grid", CompanyPart.BOTH) for at in range(10)]
    made = make_groups(people, 5)
    one, two = made.groups
    moved = move(move(made, two.members[0], one.label), two.members[1], one.label)
    assert "De groepen verschillen meer dan één persoon." in oddities(moved, people)
    assert f"Groep {one.label}: twee mensen van één bedrijf." in oddities(moved, people)
    assert moved.why[two.members[0]] == "Door het team in deze groep gezet."
    for guest, label in (("nobody", one.label), (two.members[0], "Z")):
        with pytest.raises(PlanRefused):
            move(made, guest, label)


def test_each_group_has_a_facilitator_or_all_lead_themselves() -> None:
    made = Grouping((Group("A", "grid"), Group("B", "space")))
    assert lead_groups(made, ("Ans", "Bert", "Cas")) == {"A": ("Ans",), "B": ("Bert",)}
    assert lead_groups(made, ("Ans",)) == {"A": (), "B": ()}
