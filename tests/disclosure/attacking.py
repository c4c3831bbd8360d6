"""Somebody who keeps every published total, knows who was in each, and adds and subtracts them to find out about a few."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import combinations

from domain.disclosure.differencing import FEWEST

# What a company adds to one sum: its name and the amount. The same amount twice is the same unknown.
Unknown = tuple[str, int | str]
Sum = frozenset[Unknown]


@dataclass
class Attacker:
    """Keeps the exact sums, which is more than anybody reads from rounded ones; `knows` are amounts it was shown anyway."""

    sums: set[Sum] = field(default_factory=set)
    knows: set[Unknown] = field(default_factory=set)

    def reads(self, total: Iterable[Unknown]) -> None:
        """Keep a total."""
        self.sums.add(frozenset(total))

    def exposed(self) -> list[tuple[str, ...]]:
        """Return every group of fewer than FEWEST companies about which something can be worked out."""
        rows = [dict.fromkeys(one - self.knows, Fraction(1)) for one in self.sums]
        reduced = eliminate(rows)
        companies = sorted({company for row in reduced for company, _ in row})
        groups = [group for size in range(1, FEWEST) for group in combinations(companies, size)]
        return [group for group in groups if tells_about(reduced, set(group))]


def tells_about(rows: list[dict[Unknown, Fraction]], group: set[str]) -> bool:
    """Say whether some sum of the rows is about this group alone: leaving it out makes the rows dependent."""
    rest = [{unknown: value for unknown, value in row.items() if unknown[0] not in group} for row in rows]
    return len(eliminate(rest)) < len(rows)


def eliminate(rows: Iterable[Mapping[Unknown, Fraction]]) -> list[dict[Unknown, Fraction]]:
    """Return independent rows with the same sums."""
    found: list[tuple[Unknown, dict[Unknown, Fraction]]] = []
    for row in rows:
        left = dict(row)
        for lead, other in found:
            if factor := left.get(lead, Fraction(0)):
                left = {one: left.get(one, Fraction(0)) - factor * other.get(one, Fraction(0)) for one in {*left, *other}}
                left = {one: value for one, value in left.items() if value}
        if left:
            lead = min(left)
            found.append((lead, {one: value / left[lead] for one, value in left.items()}))
    return [row for _, row in found]
