"""Somebody who keeps every published number of a terrain and everything it saw, and bounds what it did not see.

It solves linear programmes over whatever fits all of it: each number to within its rounding, each company at least nothing.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from heapq import nlargest
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog
from scipy.sparse import coo_array

from bench.histories import Published, Terrain
from domain.demand.quantities import QUARTER_HOURS, Strategy
from domain.disclosure.breakdowns import ClassTotal, ClassTotals, HourTotals
from domain.disclosure.rounding import STEPS_IN_TOTAL
from domain.disclosure.rules import CIRCLES, parts_of
from domain.disclosure.sums import CLASS_PARTS, DAY, HOUR_PARTS, PEAK_PARTS, Measure, Sum
from domain.disclosure.totals import YearTotal

Unknown = tuple[str, str]  # a company and the state of a part, as "part:sign"
Weights = dict[Unknown, float]
ROOM = 0.01  # of what an attack must be short of to succeed: rounding in the solver and in six digits
TARGETS = 3  # of each sort, those of whom most is in one number
FEW = 2


@dataclass(frozen=True, slots=True)
class Row:
    """So many times each unknown, between two bounds: a number that `is_read`, or what everybody knows, of a company or because
    nothing `is_above` a peak.
    """

    weights: Weights
    low: float
    high: float
    is_read: bool = True
    is_above: bool = False


@dataclass(frozen=True, slots=True)
class Attack:
    """What was found of one unknown, or of the change of one: it is `true`, and lies between `low` and `high`."""

    who: str
    about: Weights
    true: float
    low: float
    high: float
    allowed: float

    @property
    def succeeds(self) -> bool:
        """Say whether it is closer than the rule allows: this much of it less or more must be as likely."""
        return self.low > self.true * (1 - self.allowed + ROOM) or self.high < self.true * (1 + self.allowed - ROOM)


@dataclass
class Attacker:
    """Somebody who knows all of some companies: `own` when that is itself alone."""

    rows: Sequence[Row]
    truth: Weights
    knows: frozenset[str]
    gone: frozenset[str]
    who: str
    allowed: float
    tries: int = TARGETS

    @cached_property
    def unknowns(self) -> dict[Unknown, int]:
        """Return what it does not know, by place."""
        names = sorted({one for row in self.rows for one in row.weights if one[0] not in self.knows})
        return {name: place for place, name in enumerate(names)}

    @cached_property
    def limits(self) -> tuple[coo_array, NDArray[np.float64]]:
        """Return the rows as upper bounds: a matrix and what it may come to at most."""
        above, across, values, most = list[int](), list[int](), list[float](), list[float]()
        for row in self.rows:
            known = sum(times * self.truth[one] for one, times in row.weights.items() if one[0] in self.knows)
            for sign, bound in ((1.0, row.high - known), (-1.0, known - row.low)):
                if not math.isfinite(bound):
                    continue
                hidden = {one: times for one, times in row.weights.items() if one[0] not in self.knows}
                above += [len(most)] * len(hidden)
                across += [self.unknowns[one] for one in hidden]
                values += [sign * times for times in hidden.values()]
                most.append(bound)
        return coo_array((values, (above, across)), shape=(len(most), len(self.unknowns))), np.array(most)

    def attacks(self) -> Iterator[Attack]:
        """Yield what it finds of those it has the best chances with."""
        for about in self.targets():
            true = sum(times * self.truth[one] for one, times in about.items())
            if true > 0:
                low, high = (self.least(about, sign) for sign in (1.0, -1.0))
                yield Attack(self.who, about, true, low, -high, self.allowed)

    def least(self, about: Weights, sign: float) -> float:
        cost = np.zeros(len(self.unknowns))
        for one, times in about.items():
            cost[self.unknowns[one]] = sign * times
        matrix, most = self.limits
        found = linprog(cost, A_ub=matrix, b_ub=most, method="highs")  # type: ignore[call-overload]  # takes sparse ones too
        if found.status == 3:
            return -math.inf
        if found.status != 0:
            raise RuntimeError(f"no world fits what was published: {found.message}")
        return float(found.fun)

    def shares(self) -> Weights:
        """Return of each unknown which part it is of all that is in the same numbers: the more, the better the chances."""
        places: dict[Unknown, list[int]] = {}
        for number, row in enumerate(self.rows):
            for one in row.weights if row.is_read else ():
                if one[0] not in self.knows:
                    places.setdefault(one, []).append(number)
        cells: dict[tuple[int, ...], list[Unknown]] = {}
        for one, numbers in places.items():
            cells.setdefault(tuple(numbers), []).append(one)
        whole = {one: sum(self.truth[other] for other in several) for several in cells.values() for one in several}
        return {one: self.truth[one] / amount for one, amount in whole.items() if amount > 0}

    def targets(self) -> list[Weights]:
        """Return the unknowns and the changes of them to go for: also what comes nearest to a bound above it."""
        hidden = {one for one in self.unknowns if one[0] not in self.gone}
        share = self.shares()
        states: dict[tuple[str, str], list[Unknown]] = {}
        for one in sorted(hidden):
            states.setdefault((one[0], one[1].partition(":")[0]), []).append(one)
        changes = [{max(two, key=self.truth.__getitem__): 1.0, min(two, key=self.truth.__getitem__): -1.0}
                   for several in states.values() for two in pairwise(several)
                   if self.truth[two[0]] != self.truth[two[1]]]  # fmt: skip
        near = {one: self.truth[one] / row.high for row in self.rows if row.is_above for one in row.weights.keys() & hidden}
        best = [
            nlargest(self.tries, sorted(of), key=of.__getitem__) for of in ({one: share.get(one, 0.0) for one in hidden}, near)
        ]
        alone: list[Weights] = [{one: 1.0} for one in dict.fromkeys(one for several in best for one in several)]
        return alone + nlargest(self.tries, changes, key=lambda two: sum(t * self.truth[one] for one, t in two.items()))


@dataclass
class Kept:
    """Everything that can be kept of a history, and who could put it to use."""

    terrain: Terrain
    truth: Weights = field(default_factory=dict)

    @cached_property
    def rows(self) -> list[Row]:
        found = [row for one in self.terrain.past for row in self.read(one)]
        linked = {(mark, one.year, id(one.shares)): one for one in self.terrain.past for mark in one.total.members}
        above = [row for one in self.terrain.past if isinstance(one.figures, YearTotal) for row in self.bounds(one, one.figures)]
        return [*found, *above, *(row for (mark, *_), one in linked.items() for row in self.links(mark, one))]

    def read(self, one: Published) -> Iterator[Row]:
        """Yield the numbers in something published, with their bounds."""
        for parts, figure, times in figures_of(one):
            weights: Weights = {}
            for column, mark in parts_of(one.total.members, parts):
                weights[column] = times * mark.times
                self.truth[column] = mark.amount or 0.0
            half = (step_of(figure) / 2) if figure else 0.5
            yield Row(weights, figure - half, figure + half)

    def bounds(self, one: Published, figures: YearTotal) -> Iterator[Row]:
        """Yield what a peak says of every other moment: nothing is above it, at once in no hour, and spread of nobody alone."""
        for strategy, moments in ((Strategy.AT_ONCE, HOUR_PARTS), (Strategy.TOGETHER, (Measure.SPREAD.value,))):
            kw = figures.kw[strategy]
            for part in moments:
                marks = {mark: one.shares[mark].member.marks for mark in one.total.members}
                there = {(mark, f"{part}:{of[part].sign}"): of[part].amount or 0.0 for mark, of in marks.items() if part in of}
                self.truth |= there
                several = [dict.fromkeys(there, 1.0)] if part in HOUR_PARTS else [{column: 1.0} for column in there]
                yield from (Row(weights, -math.inf, kw + step_of(kw) / 2, is_read=False, is_above=True) for weights in several)

    def links(self, mark: str, one: Published) -> Iterator[Row]:
        """Yield what everybody knows of a company: its classes are all of its kWh, and so are its hours and quarters, or less."""
        marks = one.shares[mark].member.marks
        kwh = {(mark, f"{Measure.KWH}:{marks[Measure.KWH].sign}"): -1.0}
        for parts, low in ((CLASS_PARTS, 0.0), (HOUR_PARTS, -math.inf)):
            there = {(mark, f"{part}:{marks[part].sign}"): marks[part] for part in parts if part in marks}
            self.truth |= {name: part.amount or 0.0 for name, part in there.items()}
            self.truth |= dict.fromkeys(kwh, marks[Measure.KWH].amount or 0.0)
            yield Row({**kwh, **{name: part.times for name, part in there.items()}}, low, 1e-6, is_read=False)
        peaks = one.total.members[mark].marks if mark in one.total.members else {}
        for part in PEAK_PARTS.values() & peaks.keys():
            yield Row({**kwh, (mark, f"{part}:{peaks[part].sign}"): QUARTER_HOURS}, -math.inf, 1e-6, is_read=False)

    def attackers(self) -> Iterator[Attacker]:
        """Yield everybody: the public, parties alone and together, and companies, who know themselves."""
        rows, live = self.rows, self.terrain.firms.keys()
        gone = frozenset({mark for one in self.terrain.past for mark in one.total.members} - live)
        yield Attacker(rows, self.truth, frozenset(), gone, "public", 1.0)
        for circle in CIRCLES:
            saw = frozenset(mark for mark, parties in self.terrain.ever.items() if parties & circle)
            if saw:
                yield Attacker(rows, self.truth, saw, gone, "+".join(sorted(circle)), 1.0)
        counted = {mark for one in self.terrain.past for mark in one.total.members}
        for mark in nlargest(2, sorted(counted), key=self.most_of):
            yield Attacker(rows, self.truth, frozenset({mark}), gone, "a company", 0.5)

    def most_of(self, mark: str) -> float:
        return max((self.truth[one] for one in self.truth if one[0] == mark and one[1].startswith("kwh:")), default=0.0)


def figures_of(one: Published) -> Iterator[tuple[Sum, float, float]]:
    """Yield the numbers: of which parts the sum is, the rounded number, and how many times each part is in it."""
    match one.figures:
        case YearTotal(kwh=kwh, kw=kw):
            yield Sum({Measure.KWH.value}), kwh, 1.0
            yield from ((Sum({part}), kw[strategy], 1.0) for strategy, part in PEAK_PARTS.items())
        case ClassTotals(by_class=by_class):
            yield from ((Sum({of.value}), total.kwh, 1.0) for of, total in by_class.items() if isinstance(total, ClassTotal))
        case HourTotals(kw=hours):
            for parts in (parts for parts in one.total.sums if parts <= DAY):
                yield parts, hours[HOUR_PARTS.index(min(parts))], 1 / len(parts)


def step_of(figure: float) -> float:
    """Return the step that a number was rounded to, or the larger one when it lies between two."""
    if figure <= STEPS_IN_TOTAL:
        return 1.0
    tenth = figure / STEPS_IN_TOTAL
    power = 10.0 ** math.floor(math.log10(tenth) + 1e-12)
    return next(factor * power for factor in (5, 2, 1) if factor * power <= tenth * (1 + 1e-12))


def attacks_on(terrain: Terrain) -> list[Attack]:
    """Return everything that anybody tries on a terrain."""
    return [attack for attacker in Kept(terrain).attackers() for attack in attacker.attacks()]


def some_attacks_on(terrain: Terrain) -> list[Attack]:
    """Return what those try who know most: all parties together, or else the public, and the largest company."""
    everybody = list(Kept(terrain).attackers())
    outside = [one for one in everybody if one.allowed == 1][-1:]
    inside = [one for one in everybody if one.allowed < 1][:1]
    return [attack for one in (*outside, *inside) for attack in replace(one, tries=FEW).attacks()]
