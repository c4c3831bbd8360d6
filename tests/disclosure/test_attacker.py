"""A year of companies that come, go, change, move, are erased and come back: nobody who keeps every total isolates a few."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count, product
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.demand.quantities import Year
from domain.disclosure.rules import (
    CIRCLES,
    Circle,
    KnownTo,
    Live,
    Party,
    Share,
    Total,
    TotalMember,
    countable,
    doubting,
    is_enough,
    may_publish,
    showable,
)
from domain.disclosure.shares import Hidden
from domain.disclosure.sums import INPUTS, Measure, PartMark
from storage.disclosure.publishing import ORDER
from tests.disclosure.attacking import Attacker

NAMES = "abcdefghijklmn"
TERRAINS = ("t-1", "t-2")
UNSEEN: frozenset[Party] = frozenset()
KINDS = (*["join"] * 6, *["change"] * 4, "leave", "leave", "return", "move", "erase", "show", "show", "hide", *["publish"] * 6)
STORY = st.lists(st.tuples(st.sampled_from(KINDS), st.sampled_from(NAMES), st.integers(0, 26)), min_size=20, max_size=80)
Story = list[tuple[str, str, int]]
Shown = Mapping[Party, frozenset[str]]

# Enough companies, then all sorts of changes: stories in which much is published.
OPENING: Story = [("join", name, 13) for name in NAMES[:6]]
numbers = count()
may_publish_, showable_ = may_publish, showable  # the rules as the world follows them


def amounts_of(number: int) -> dict[Year, int]:
    """Return what a company adds in each year: 0, 10 or 20, so that it often adds the same in two years, or again."""
    return {Year.NOW: 10 * (number % 3), Year.Y2030: 10 * (number // 3 % 3), Year.Y2035: 10 * (number // 9 % 3)}


@dataclass
class Firm:
    """One company as it is now; which parties it `agreed` to, since when, and to which it did `before`."""

    name: str
    amounts: dict[Year, int]
    terrain: str
    hidden: Hidden = field(default_factory=lambda: Hidden(uuid4(), uuid4()))
    number: int = field(default_factory=lambda: next(numbers))
    counts: bool = True
    agreed: dict[Party, int] = field(default_factory=dict)
    before: set[Party] = field(default_factory=set)

    @property
    def mark(self) -> str:
        """Return its mark."""
        return str(self.hidden.mark)

    def share(self, year: Year, seen_by: frozenset[Party]) -> Share:
        """Return what it adds in a year, as the model would make it."""
        kwh = self.amounts[year]
        amounts: dict[str, float] = {Measure.KWH: float(kwh), Measure.AT_ONCE: kwh / 2, Measure.SPREAD: kwh / 4}
        marks = {measure: self.hidden.marked(measure, amount) for measure, amount in amounts.items()}
        marks[INPUTS] = PartMark(self.hidden.hide(INPUTS, kwh))
        return Share(self.mark, TotalMember(marks, KnownTo(seen_by, seen_by | self.before)), amounts)


@dataclass
class World:
    """Companies, what was published about them, and who reads it.

    The public recognises who was erased and comes back. An official does not: who is erased takes what was shown along. What
    a company added before it let an official look is no secret to that official either.
    """

    firms: dict[str, Firm] = field(default_factory=dict)
    past: list[Total] = field(default_factory=list)
    public: Attacker = field(default_factory=Attacker)
    officials: dict[Circle, Attacker] = field(default_factory=lambda: {circle: Attacker() for circle in CIRCLES})

    def acts(self, action: str, name: str, number: int) -> None:
        """Let one thing happen, and let every official look."""
        firm = self.firms.get(name)
        if action == "publish":
            self.publishes()
        elif firm is None:
            if action == "join":
                self.firms[name] = Firm(name, amounts_of(number), TERRAINS[number % 5 == 0])
        elif action == "erase":
            del self.firms[name]
        else:
            change(firm, action, number)
        self.shows()

    @property
    def live(self) -> dict[str, frozenset[Party]]:
        """Return who still exists, and which parties may know them."""
        return {firm.mark: frozenset(firm.before) for firm in self.firms.values()}

    def shows(self) -> Shown:
        """Let each official look at the companies that agreed to it, as far as that may be; return their marks."""
        shown = showable_(self.asking, self.past, self.live)
        for circle, official in self.officials.items():
            firms = [firm for firm in self.firms.values() if any(firm.mark in shown[party] for party in circle)]
            names = {f"{firm.name}{firm.number}": firm for firm in firms}
            official.knows |= {(name, firm.amounts[year]) for name, firm in names.items() for year in Year}
            official.knows |= {one for total in official.sums for one in total if one[0] in names}
        return shown

    @property
    def asking(self) -> list[tuple[str, Party]]:
        """Return the companies that agreed to be seen by a party, who agreed first before the others."""
        agreed = [(when, firm.mark, party) for firm in self.firms.values() for party, when in firm.agreed.items()]
        return [(mark, party) for _, mark, party in sorted(agreed)]

    def publishes(self) -> None:
        """Publish what the rules allow, and let everybody read it."""
        firms = {firm.mark: firm for firm in self.firms.values()}
        for terrain, year in product(TERRAINS, ORDER):
            shown = self.shows()
            here = [firm for firm in firms.values() if firm.terrain == terrain and firm.counts]
            shares = countable(firm.share(year, seen_by(firm, shown)) for firm in here)
            total = Total({share.company: share.member for share in shares})
            if is_enough(shares) and may_publish_(total, self.past, doubting(self.live, self.asking), shown):
                self.past.append(total)
                members = [firms[share.company] for share in shares]
                self.public.reads((firm.name, firm.amounts[year]) for firm in members)
                for official in self.officials.values():
                    official.reads((f"{firm.name}{firm.number}", firm.amounts[year]) for firm in members)

    @property
    def exposed(self) -> list[tuple[str, ...]]:
        """Return every group that somebody can work something out about."""
        return [group for one in (self.public, *self.officials.values()) for group in one.exposed()]


def seen_by(firm: Firm, shown: Shown) -> frozenset[Party]:
    """Return which parties see a company."""
    return frozenset(party for party in Party if firm.mark in shown[party])


def change(firm: Firm, action: str, number: int) -> None:
    """Let a company change something."""
    match action:
        case "change":
            firm.amounts = amounts_of(number)
        case "move":
            firm.terrain = TERRAINS[firm.terrain == TERRAINS[0]]
        case "leave" | "return":
            firm.counts = action == "return"
        case "show" | "hide":
            party = list(Party)[number % len(Party)]
            if action == "show":
                firm.agreed.setdefault(party, next(numbers))
            elif firm.agreed.pop(party, None) is not None:
                firm.before.add(party)


def lives_through(story: Story) -> World:
    """Return the world after a story."""
    world = World()
    for action, name, number in (*OPENING, *story):
        world.acts(action, name, number)
    return world


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(STORY)
def test_nobody_who_keeps_every_total_and_every_card_isolates_a_few(story: Story) -> None:
    world = lives_through(story)
    assert world.exposed == []


PUBLISH = ("publish", "a", 0)
THREE_MOVE_AND_ONE_JOINS: Story = [
    *(("join", name, 13) for name in "gh"), *(("join", name, 25) for name in "ijklm"), PUBLISH,
    *(("move", name, 0) for name in "abc"), ("join", "n", 25), PUBLISH,
]  # fmt: skip
GROWS_IN_ONE_COMPANY: Story = [("change", "a", 22), PUBLISH]
COMES_BACK: Story = [PUBLISH, ("erase", "a", 0), ("join", "a", 13), ("join", "g", 13), PUBLISH]
SHOWS_ALL_BUT_TWO: Story = [("join", "g", 13), *(("show", name, 0) for name in "abcde"), PUBLISH]
SHOWS_LATER: Story = [*(("show", name, 0) for name in "abc"), PUBLISH, ("show", "d", 0)]
SHOWS_TO_EACH: Story = [
    ("join", "g", 13), *(("show", name, 0) for name in "abcd"), *(("show", name, 1) for name in "defg"), PUBLISH,
    ("show", "c", 1), ("show", "e", 0), PUBLISH,
]  # fmt: skip
TRICKS = (THREE_MOVE_AND_ONE_JOINS, GROWS_IN_ONE_COMPANY, COMES_BACK, SHOWS_ALL_BUT_TWO, SHOWS_LATER, SHOWS_TO_EACH)


@pytest.mark.parametrize("story", TRICKS)
def test_the_tricks_we_know_do_not_work(story: Story) -> None:
    world = lives_through(story)
    assert world.past != []
    assert world.exposed == []


def publish_anything(*_: object) -> bool:
    """Publish without looking at what was published before."""
    return True


def publish_as_if_nobody_comes_back(total: Total, past: Sequence[Total], live: Live, shown: Shown) -> bool:
    """Publish as if those who were erased are others than those who came."""
    return may_publish(total, past, {mark: UNSEEN for one in past for mark in one.members} | dict(live), shown)


def show_whoever_agreed(asking: list[tuple[str, Party]], *_: object) -> Shown:
    """Hold nobody back."""
    return {party: frozenset(mark for mark, of in asking if of is party) for party in Party}


@pytest.mark.parametrize(
    ("rule", "broken", "story"),
    [
        ("may_publish", publish_anything, THREE_MOVE_AND_ONE_JOINS),
        ("may_publish", publish_anything, GROWS_IN_ONE_COMPANY),
        ("may_publish", publish_as_if_nobody_comes_back, COMES_BACK),
        ("showable", show_whoever_agreed, SHOWS_LATER),
    ],
)
def test_without_a_rule_a_trick_works(rule: str, broken: object, story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"{__name__}.{rule}_", broken)
    world = lives_through(story)
    assert world.exposed != []
