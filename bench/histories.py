"""Invented histories of a terrain: companies come, go, change and agree to more, parameters change, and totals are published."""

import datetime
import random
from dataclasses import dataclass, field
from uuid import UUID

from bench.companies import answers_of
from domain.consent.consents import Purpose
from domain.demand.parameters import STANDARD, Parameters
from domain.demand.quantities import Year
from domain.disclosure.candidates import Figures, TotalCandidate, alternatives, totals_of
from domain.disclosure.parts import Parts
from domain.disclosure.peaks import Peaks
from domain.disclosure.rules import PURPOSES, Live, Party, Share, Shown, Total, doubting, may_publish, showable
from domain.disclosure.shares import Counted, Hidden
from domain.disclosure.sums import Kind
from domain.intake.answers import Answers

AT = datetime.datetime(2026, 11, 30, 9, 0, tzinfo=datetime.UTC)
ORDER = [(kind, year) for kind in Kind for year in (Year.Y2030, Year.Y2035, Year.NOW)]
FEWEST_FIRMS = 6


@dataclass(frozen=True, slots=True)
class Size:
    """How many companies there are at first, and how often is published, at most."""

    firms: int = 14
    rounds: int = 5


LONG, SHORT = Size(), Size(9, 3)
NOBODY: frozenset[Party] = frozenset()


@dataclass(slots=True)
class Firm:
    """A company as it is now; whether it lets itself be counted, to whom it agreed and when, and to whom it did before."""

    answers: Answers
    hidden: Hidden
    counts: bool = True
    agreed: dict[Party, int] = field(default_factory=dict)
    before: set[Party] = field(default_factory=set)

    @property
    def counted(self) -> Counted:
        allowed = {PURPOSES[party] for party in self.agreed} | ({Purpose.TOTAL} if self.counts else set())
        return Counted(self.answers, self.hidden, frozenset(allowed), frozenset(PURPOSES[party] for party in self.before))


@dataclass(frozen=True, slots=True)
class Published:
    """What was published at a time: its sums, the rounded figures, and the exact parts of whoever was in it."""

    kind: Kind
    year: Year
    total: Total
    figures: Figures
    shares: dict[str, Share]


@dataclass(slots=True)
class Terrain:
    """A terrain through a history, and everything that was published of it."""

    chance: random.Random
    parameters: Parameters = STANDARD
    firms: dict[str, Firm] = field(default_factory=dict)
    past: list[Published] = field(default_factory=list)
    clock: int = 0
    fresh: int = -1
    seen: Shown = field(default_factory=dict)
    ever: dict[str, set[Party]] = field(default_factory=dict)

    @property
    def live(self) -> Live:
        """Return who still exists, and which parties may know them."""
        return {mark: frozenset(firm.before) for mark, firm in self.firms.items()}

    @property
    def asking(self) -> list[tuple[str, Party]]:
        """Return who agreed to be seen by whom, the first one first."""
        agreed = [(when, mark, party) for mark, firm in self.firms.items() for party, when in firm.agreed.items()]
        return [(mark, party) for _, mark, party in sorted(agreed)]

    def shown(self) -> Shown:
        """Let every party look."""
        shown = showable(self.asking, [one.total for one in self.past], self.live)
        for party, marks in shown.items():
            for mark in marks:
                self.ever.setdefault(mark, set()).add(party)
        return shown

    def comes(self) -> None:
        """Let a company come; it may be many times as large as another."""
        hidden = Hidden(UUID(int=self.chance.getrandbits(128)), UUID(int=self.chance.getrandbits(128)))
        self.firms[str(hidden.mark)] = Firm(answers_of(self.chance), hidden)

    def happens(self) -> None:
        """Let something happen to one of them."""
        self.clock += 1
        firm = self.firms[self.chance.choice(sorted(self.firms))]
        match self.chance.choice(("come", "come", "change", "change", "agree", "agree", "hide", "leave", "return", "erase")):
            case "come":
                self.comes()
            case "change":
                firm.answers = answers_of(self.chance)
            case "agree":
                firm.agreed.setdefault(self.chance.choice(list(Party)), self.clock)
            case "hide" if firm.agreed:
                firm.before.add(firm.agreed.popitem()[0])
            case "leave" | "return" as what:
                firm.counts = what == "return"
            case "erase" if len(self.firms) > FEWEST_FIRMS:
                del self.firms[str(firm.hidden.mark)]
            case _:
                pass

    def recalculates(self) -> None:
        """Let the model say something else of tractors."""
        tractor = self.parameters.kwh_per_km.tractor
        moved = tractor.model_copy(update={"default": self.chance.choice((tractor.low, tractor.high))})
        per_km = self.parameters.kwh_per_km.model_copy(update={"tractor": moved})
        self.parameters = self.parameters.model_copy(update={"kwh_per_km": per_km})

    def publishes(self) -> None:
        """Publish whatever may be published."""
        self.fresh = -1
        parts = Parts.of([firm.counted for firm in self.firms.values()], self.parameters)
        peaks = Peaks(parts)
        made = {(kind, year): one for year in Year for kind, one in totals_of(peaks, year, AT)}
        shares = {year: {share.company: share for share in parts.shares(year)} for year in Year}
        for kind, year in ORDER:
            one = made.get((kind, year))
            if isinstance(one, tuple):
                for other in alternatives(TotalCandidate(kind, year, *one, "")):
                    if self.tries(Published(kind, year, other.total, other.figures, shares[year])):
                        break

    def tries(self, one: Published) -> bool:
        """Publish something when it singles nobody out; say whether it was."""
        if self.fresh != len(self.past):
            self.fresh, self.seen = len(self.past), self.shown()
        shown = self.seen
        total = one.total.seen_as(shown)
        if not may_publish(total, [earlier.total for earlier in self.past], doubting(self.live, self.asking), shown):
            return False
        self.past.append(Published(one.kind, one.year, total, one.figures, one.shares))
        return True


def history(seed: int, size: Size = LONG) -> Terrain:
    """Return what happened to a terrain, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - the same history every time
    terrain = Terrain(chance)
    for _ in range(chance.randint(FEWEST_FIRMS, size.firms)):
        terrain.comes()
    for _ in range(chance.randint(2, size.rounds)):
        for _ in range(chance.randint(0, 6)):
            terrain.happens()
        if chance.random() < 0.3:
            terrain.recalculates()
        terrain.publishes()
        terrain.shown()
    return terrain
