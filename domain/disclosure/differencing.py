"""What somebody who keeps every published total can work out by adding and subtracting them, and whom that would expose."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, islice

# Whatever totals are added up or subtracted, what is left is of nobody, or of at least so many companies.
FEWEST = 3
# Above so many groups to look into nothing is published: that takes several erased companies, and many that came by themselves.
MOST_GROUPS = 50_000

Column = tuple[str, str]  # a company and the state of what it contributed
Line = dict[Column, int]

# Elimination modulo this prime. Minors of a matrix of zeros and ones with k rows are at most (k+1)^((k+1)/2) / 2^k
# (Hadamard): up to 180 totals every one of them is smaller, so each rank is what it is without a modulus.
PRIME = 2**521 - 1


@dataclass(frozen=True, slots=True)
class TotalRow:
    """The companies in one published total: `states` names, per company, the state of what it contributed.

    Two states of a company are equal when it contributed the same. `seen` lists, per party that also sees companies one by
    one, which of these it saw in this state: to that party the rest is what is left to guess.
    """

    states: Mapping[str, str]
    seen: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def columns(self) -> frozenset[Column]:
        return frozenset(self.states.items())


@dataclass(frozen=True, slots=True)
class Onlooker:
    """Somebody who keeps totals; `party` is "" for the public.

    It `sees` companies by themselves: about those nothing is hidden from it. Of `doubtful` ones it may know the part. Those
    that are `gone` were erased: each may be one that came back since, because nothing is kept to tell, and then the two can
    cancel out.
    """

    party: str = ""
    sees: frozenset[str] = frozenset()
    doubtful: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()

    def knows(self, rows: Iterable[TotalRow]) -> frozenset[Column]:
        """Return the contributions that are no secret to it; the public sees none."""
        none: frozenset[str] = frozenset()
        open_ = ((company, row) for row in rows for company in row.seen.get(self.party, none) | (self.sees & row.states.keys()))
        return frozenset((company, row.states[company]) for company, row in open_)

    def groups(self, rows: Sequence[TotalRow], known: frozenset[Column], companies: set[str]) -> Iterator[frozenset[str]]:
        """Yield the groups of companies that no sum may be about: two at most, beside those that may be known or cancel out.

        Companies that are alike can be exchanged for each other: as many as one group has room for stand for all of them.
        """
        always = (self.doubtful | self.gone) & companies
        few_of_each = some_of_each(alike(rows, known, companies - always), len(self.gone) + FEWEST - 1)
        companies = {*always, *few_of_each}
        alone = [[company for row in rows if one in row.states for company in row.states] for one in self.gone]
        fresh = sorted({company for together in alone for company in companies - always - set(together)})
        for back in combinations(fresh, min(len(alone), len(fresh))):
            rest = sorted(companies - always - set(back))
            for few in combinations(rest, min(FEWEST - 1, len(rest))):
                yield always.union(back, few)


def alike(rows: Sequence[TotalRow], known: frozenset[Column], companies: set[str]) -> list[list[str]]:
    """Return the companies by the totals they are in: those in the same ones, unchanged in the same, are alike."""
    places: dict[Column, list[int]] = {}
    for number, row in enumerate(rows):
        for column in row.columns:
            places.setdefault(column, []).append(number)
    standing: dict[str, set[tuple[bool, tuple[int, ...]]]] = {company: set() for company in sorted(companies)}
    for column, numbers in places.items():
        if column[0] in companies:
            standing[column[0]].add((column in known, tuple(numbers)))
    found: dict[frozenset[tuple[bool, tuple[int, ...]]], list[str]] = {}
    for company, stands in standing.items():
        found.setdefault(frozenset(stands), []).append(company)
    return list(found.values())


def some_of_each(kinds: Iterable[Sequence[str]], most: int) -> set[str]:
    return {company for kind in kinds for company in kind[:most]}


def exposes(rows: Sequence[TotalRow], onlooker: Onlooker) -> bool:
    """Say whether some sum of these totals, each times any number, is about too few companies.

    Totals are vectors over contributions, and a sum that is about the companies C alone exists exactly when taking the
    columns of C away lowers the rank. After elimination only the lines whose leading column is of C can be such sums.
    """
    known = onlooker.knows(rows)
    lines = reduced(dict.fromkeys(total, 1) for total in sorted({row.columns - known for row in rows}, key=sorted))
    leading = {company for company, _ in lines}
    companies = {company for line in lines.values() for company, _ in line}
    groups = islice(onlooker.groups(rows, known, companies), MOST_GROUPS + 1)
    return any(number == MOST_GROUPS or (leading & group and reveals(lines, group)) for number, group in enumerate(groups))


def reveals(lines: Mapping[Column, Line], group: frozenset[str]) -> bool:
    """Say whether a sum of these reduced lines is about nobody outside the group."""
    own = [line for (company, _), line in lines.items() if company in group]
    outside = [{column: value for column, value in line.items() if column[0] not in group} for line in own]
    if len(own) == 1 or (len(own) == 2 and outside[0].keys() != outside[1].keys()):
        return not all(outside)  # nothing else can cancel
    return len(reduced(outside)) < len(own)


def reduced(lines: Iterable[Line]) -> dict[Column, Line]:
    """Return independent lines with the same sums, by leading column; no leading column occurs in another line."""
    found: dict[Column, Line] = {}
    for line in lines:
        rest = dict(line)
        for column in [column for column in rest if column in found]:
            subtract(rest, found[column], rest[column])
        if not rest:
            continue
        lead = min(rest)
        scale = pow(rest[lead], -1, PRIME)
        rest = {column: value * scale % PRIME for column, value in rest.items()}
        for other in found.values():
            if lead in other:
                subtract(other, rest, other[lead])
        found[lead] = rest
    return found


def subtract(line: Line, other: Line, times: int) -> None:
    """Take a number of times another line from a line; what becomes nothing is left out."""
    for column, value in other.items():
        left = (line.get(column, 0) - times * value) % PRIME
        if left:
            line[column] = left
        else:
            line.pop(column, None)
