"""Whether what is published leaves room: for every company another world that gives the same totals, in which it adds nothing.

In that world no other company adds more than twice what it does; in the mirror of it the company adds twice as much itself.
Somebody who keeps all totals and adds them with any numbers cannot tell these worlds apart, so whatever they calculate, the
company is no more than half of it. That is one rule for a total, for what a party does not see of it, for those who joined or
left between two, and for what changed, by an answer or by a parameter.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np

from domain.demand.arrays import Numbers
from domain.disclosure.differencing import Column, Onlooker, Places, TotalRow, places_of

# Who knows one company more, its own for instance: for them the largest may be two thirds of the rest, so half of it can vanish.
OF_REST = 0.5
SLACK = 1e-6
TRIES = 8  # before the solver is asked
REMEMBERED = 20_000  # companies with their steps: more than are looked at between two totals of a large terrain
FEW_TOTALS = 60  # of which all pairs are looked at first

Layer = tuple[str, Places, float]  # a company, the totals that this much of it is in, and how much
Amounts = Mapping[Column, float | None]


def too_large(amounts: Sequence[float]) -> bool:
    """Say whether one is more than half of a sum, or more than two thirds of what is left without any other one.

    >>> too_large([50, 30, 20]), too_large([51, 30, 19]), too_large([50, 30, 10, 10]), too_large([45, 40, 15])
    (True, True, False, True)
    """
    if not amounts:
        return False
    largest, second = (*sorted(amounts, reverse=True), 0.0)[:2]
    rest = sum(amounts) - largest
    return not (largest <= rest * (1 + SLACK) and OF_REST * largest <= (rest - second) * (1 + SLACK))


def stands_out(rows: Sequence[TotalRow], amounts: Amounts, onlooker: Onlooker) -> bool:
    """Say whether some company has no such other world; of whom nothing is known any more nothing is hidden or hides."""
    cells = Cells.of(layers_of(rows, amounts, onlooker))
    return any(not cells.vanishes(company) for company in sorted(cells.suspects()))


def layers_of(rows: Sequence[TotalRow], amounts: Amounts, onlooker: Onlooker) -> list[Layer]:
    """Return what each company adds in layers: what it adds at least, and what it adds on top of that in some totals.

    A company that changes a little hides little in the difference of two totals, however large it is.
    """
    known, silent = onlooker.knows(rows), onlooker.doubtful | onlooker.gone
    parts: dict[tuple[str, str], list[tuple[float, Places]]] = {}
    unknown: set[str] = set()
    for column, places in places_of(rows).items():
        company, state = column
        amount = amounts.get(column)
        if company in silent or column in known:
            continue
        if amount is None:
            unknown.add(company)
        else:
            parts.setdefault((company, state.rpartition(":")[0]), []).append((amount, places))
    return [
        (company, places, amount)
        for (company, _), states in parts.items()
        if company not in unknown
        for places, amount in (stacked(tuple(sorted(states))) if len(states) > 1 else ((states[0][1], states[0][0]),))
        if amount > 0
    ]


@lru_cache(maxsize=REMEMBERED)
def stacked(states: tuple[tuple[float, Places], ...]) -> tuple[tuple[Places, float], ...]:
    """Return the steps between these amounts, the smallest first; each is in the totals of every amount from there on.

    Everybody who looks at the same totals finds the same steps.
    """
    found, before = list[tuple[Places, float]](), 0.0
    for place, (amount, _) in enumerate(states):
        if amount > before:
            totals: dict[int, int] = {}
            for _, places in states[place:]:
                for row, times in places:
                    totals[row] = totals.get(row, 0) + times
            found.append((tuple(sorted(totals.items())), amount - before))
        before = max(before, amount)
    return tuple(found)


@dataclass(slots=True)
class Cells:
    """Layers that are in the same totals together: whatever is calculated, they go along as one amount."""

    places: list[Places] = field(default_factory=list)
    amounts: list[dict[str, float]] = field(default_factory=list)

    @classmethod
    def of(cls, layers: Sequence[Layer]) -> "Cells":
        numbers: dict[Places, int] = {}
        cells = cls()
        for company, places, amount in layers:
            number = numbers.setdefault(places, len(numbers))
            if number == len(cells.places):
                cells.places.append(places)
                cells.amounts.append({})
            cells.amounts[number][company] = cells.amounts[number].get(company, 0.0) + amount
        return cells

    def suspects(self) -> set[str]:
        """Return who may be too large somewhere: in every cell half or less is no more than half of anything.

        Only the two largest of a cell can be; see `too_large`.
        """
        leaning = [cell for cell in self.amounts if too_large(tuple(cell.values()))]
        return {company for cell in leaning for company in largest_two(cell)}

    def vanishes(self, company: str) -> bool:
        """Say whether a company can add nothing in another world, and half as much for any one who knows themselves too."""
        own = self.row(company)
        rest = np.array([sum(cell.values()) for cell in self.amounts]) - own
        matrix = self.matrix()
        if not can_move(matrix, own, rest):
            return False
        others = [largest_two({one: amount for one, amount in cell.items() if one != company}) for cell in self.amounts]
        most = np.array([cell[those[0]] if those else 0.0 for cell, those in zip(self.amounts, others, strict=True)])
        if can_move(matrix, OF_REST * own, rest - most):  # whoever it is
            return True
        each = sorted({other for those in others for other in those})
        return all(can_move(matrix, OF_REST * own, rest - self.row(other)) for other in each)

    def row(self, company: str) -> Numbers:
        """Return what a company has in each cell."""
        return np.array([cell.get(company, 0.0) for cell in self.amounts])

    def matrix(self) -> Numbers:
        """Return how many times each cell (columns) is in each total (rows), the totals scaled to compare."""
        rows = sorted({row for places in self.places for row, _ in places})
        number = {row: place for place, row in enumerate(rows)}
        found = np.zeros((len(rows), len(self.places)))
        for cell, places in enumerate(self.places):
            for row, times in places:
                found[number[row], cell] = times
        scaled: Numbers = found / np.abs(found).max(initial=1.0)
        return scaled


def largest_two(cell: Mapping[str, float]) -> list[str]:
    """Return the two companies that have most."""
    return sorted(cell, key=lambda one: cell[one], reverse=True)[:2]


def can_move(matrix: Numbers, amounts: Numbers, most: Numbers) -> bool:
    """Say whether cells can move by no more than `most` each so that every total moves as if by these amounts."""
    most, asked = np.maximum(most, 0.0) * (1 + SLACK), matrix @ amounts
    scale = max(float(np.abs(asked).max(initial=0.0)), 1e-12)
    if np.all(amounts <= most + SLACK * scale):
        return True
    if is_plainly_short(matrix, asked, most, SLACK * scale):
        return False
    return finds(matrix, asked, most, SLACK * scale) or is_feasible(matrix * most / scale, asked / scale)


def is_plainly_short(matrix: Numbers, asked: Numbers, most: Numbers, slack: float) -> bool:
    """Say whether it already fails for one total, or for the difference of two."""
    if np.any(np.abs(asked) > np.abs(matrix) @ most + slack):
        return True
    if len(matrix) > FEW_TOTALS:
        return False
    apart = np.abs(matrix[:, None] - matrix[None, :]) @ most
    return bool(np.any(np.abs(asked[:, None] - asked[None, :]) > apart + slack))


def finds(matrix: Numbers, asked: Numbers, most: Numbers, slack: float) -> bool:
    """Say whether some tries find such a move: all in proportion, then those that went too far no further than they may."""
    moved, free = np.zeros(len(most)), most > 0
    for _ in range(TRIES):
        left, weights = asked - matrix @ np.where(free, 0.0, moved), np.where(free, most**2, 0.0)
        balanced = np.linalg.lstsq((matrix * weights) @ matrix.T, left, rcond=None)[0]
        moved = np.where(free, weights * (matrix.T @ balanced), moved)
        if np.abs(matrix @ moved - asked).max(initial=0.0) > slack:
            return False
        far = free & (np.abs(moved) > most)
        if not far.any():
            return True
        moved, free = np.clip(moved, -most, most), free & ~far
    return False


def is_feasible(matrix: Numbers, asked: Numbers) -> bool:
    """Say exactly whether numbers between -1 and 1 give what is asked; when the solver does not know, there are none."""
    from scipy.optimize import linprog

    found = linprog(np.zeros(matrix.shape[1]), A_eq=matrix, b_eq=asked, bounds=(-1, 1), method="highs")
    return bool(found.status == 0)
