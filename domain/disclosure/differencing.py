"""What somebody who keeps every published total can work out by adding and subtracting them, and whom that would expose."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations, islice
from typing import Self

# Whatever totals are added up or subtracted, what is left is of nobody, or of at least so many companies.
FEWEST = 3
# Above so many groups to look into nothing is published: that takes several erased companies, and many that came by themselves.
MOST_GROUPS = 50_000

Column = tuple[str, str]  # a company and the state of what it contributed, as "part:sign"
Line = dict[Column, int]

# Elimination modulo this prime. Minors of a matrix of zeros and ones with k rows are at most (k+1)^((k+1)/2) / 2^k
# (Hadamard): up to 180 totals every one of them is smaller, so each rank is what it is without a modulus. With other weights
# that is as good as sure: a minor would have to be a multiple of it by chance.
PRIME = 2**521 - 1


@dataclass(frozen=True)
class TotalRow:
    """The companies in one published total: `parts` has what each contributed, and how many times.

    Two states of a company are equal when it contributed the same. `seen` lists, per party that also sees companies one by
    one, which of these it saw in this state: to that party the rest is what is left to guess.
    """

    parts: Mapping[Column, int]
    seen: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, states: Mapping[str, str], seen: Mapping[str, frozenset[str]] | None = None) -> Self:
        """Return a total to which each company contributes one thing, once."""
        return cls(dict.fromkeys(states.items(), 1), seen or {})

    @cached_property
    def companies(self) -> frozenset[str]:
        return frozenset(company for company, _ in self.parts)


@dataclass(frozen=True, slots=True)
class Onlooker:
    """Somebody who keeps totals; `parties` are those who tell each other what they see, none for the public.

    It `sees` companies by themselves: about those nothing is hidden from it. Of `doubtful` ones it may know the part. Those
    that are `gone` were erased: each may be one that came back since, because nothing is kept to tell, and then the two can
    cancel out.
    """

    parties: frozenset[str] = frozenset()
    sees: frozenset[str] = frozenset()
    doubtful: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()

    def knows(self, rows: Iterable[TotalRow]) -> frozenset[Column]:
        """Return the contributions that are no secret to it; the public sees none."""
        found = set[Column]()
        for row in rows:
            seen = self.sees.union(*(row.seen.get(party, ()) for party in self.parties))
            if seen:
                found.update(column for column in row.parts if column[0] in seen)
        return frozenset(found)

    def groups(
        self, rows: Sequence[TotalRow], known: frozenset[Column], companies: set[str], leading: Set[str]
    ) -> Iterator[frozenset[str]]:
        """Yield the groups of companies that no sum may be about: two at most, beside those that may be known or cancel out.

        Companies that are alike can be exchanged for each other: as many as one group has room for stand for all of them. Of a
        group without a `leading` company there is no sum.
        """
        always = (self.doubtful | self.gone) & companies
        few_of_each = some_of_each(alike(rows, known, companies - always), len(self.gone) + FEWEST - 1)
        companies = {*always, *few_of_each}
        alone = [[company for row in rows if one in row.companies for company in row.companies] for one in self.gone]
        fresh = sorted({company for together in alone for company in companies - always - set(together)})
        for back in combinations(fresh, min(len(alone), len(fresh))):
            fixed, rest = always.union(back), sorted(companies - always - set(back))
            heads = set(rest) if fixed & leading or len(rest) < FEWEST else leading
            for few in combinations(sorted(rest, key=lambda one: one not in heads), min(FEWEST - 1, len(rest))):
                if few and few[0] not in heads:
                    break  # those that follow have no leading one either
                yield fixed.union(few)


Places = tuple[tuple[int, int], ...]  # the totals that a part is in, and how many times


def alike(rows: Sequence[TotalRow], known: frozenset[Column], companies: set[str]) -> list[list[str]]:
    """Return the companies by the totals they are in: those in the same ones, unchanged in the same, are alike."""
    standing: dict[str, set[tuple[bool, Places]]] = {company: set() for company in sorted(companies)}
    for column, numbers in places_of(rows).items():
        if column[0] in companies:
            standing[column[0]].add((column in known, numbers))
    found: dict[frozenset[tuple[bool, Places]], list[str]] = {}
    for company, stands in standing.items():
        found.setdefault(frozenset(stands), []).append(company)
    return list(found.values())


class Ledger(tuple[TotalRow, ...]):  # noqa: SLOT001 - what was worked out is kept beside them
    """Totals that several look at: where everything is in them is worked out once."""

    @cached_property
    def places(self) -> dict[Column, Places]:
        """Return of each contribution in which totals it is."""
        places: dict[Column, list[tuple[int, int]]] = {}
        for number, row in enumerate(self):
            for column, times in row.parts.items():
                places.setdefault(column, []).append((number, times))
        return {column: tuple(numbers) for column, numbers in places.items()}


def places_of(rows: Sequence[TotalRow]) -> dict[Column, Places]:
    """Return of each contribution in which totals it is."""
    return (rows if isinstance(rows, Ledger) else Ledger(rows)).places


def some_of_each(kinds: Iterable[Sequence[str]], most: int) -> set[str]:
    return {company for kind in kinds for company in kind[:most]}


def exposes(rows: Sequence[TotalRow], onlooker: Onlooker) -> bool:
    """Say whether some sum of these totals, each times any number, is about too few companies.

    Totals are vectors over contributions, and a sum that is about the companies C alone exists exactly when taking the
    columns of C away lowers the rank. After elimination only the lines whose leading column is of C can be such sums.
    """
    known = onlooker.knows(rows)
    if is_plainly_many(rows, known, onlooker):
        return False
    distinct = {frozenset((column, times) for column, times in row.parts.items() if column not in known) for row in rows}
    lines = reduced(dict(one) for one in sorted(distinct, key=sorted))
    found = Reduced.of(lines)
    companies = {company for line in lines.values() for company, _ in line}
    groups = islice(onlooker.groups(rows, known, companies, found.leading), MOST_GROUPS + 1)
    return any(number == MOST_GROUPS or found.reveals(group) for number, group in enumerate(groups))


def is_plainly_many(rows: Sequence[TotalRow], known: frozenset[Column], onlooker: Onlooker) -> bool:
    """Say whether each total has enough companies that are in no other one in this state: any sum with it is about all of those.

    Not where somebody was erased, who may have come back as one of them.
    """
    alone, hidden = [set[str]() for _ in rows], [False for _ in rows]
    for column, places in places_of(rows).items():
        if column not in known:
            for row, _ in places:
                hidden[row] = True
            if len(places) == 1:
                alone[places[0][0]].add(column[0])
    return not onlooker.gone and all(
        len(several - onlooker.doubtful) >= FEWEST for several, has in zip(alone, hidden, strict=True) if has
    )


@dataclass(frozen=True, slots=True)
class Reduced:
    """Lines after elimination: of each whose its leading column is, and how many times each cell is in it.

    A cell is all columns that are in the same lines as many times: whatever is calculated, they go along.
    """

    lines: tuple[tuple[str, Mapping[int, int]], ...]
    cells: tuple[frozenset[str], ...]
    of_company: Mapping[str, frozenset[int]]

    @classmethod
    def of(cls, lines: Mapping[Column, Line]) -> Self:
        places: dict[Column, list[tuple[int, int]]] = {}
        for number, line in enumerate(lines.values()):
            for column, value in line.items():
                places.setdefault(column, []).append((number, value))
        cells: dict[tuple[tuple[int, int], ...], set[str]] = {}
        for (company, _), where in places.items():
            cells.setdefault(tuple(where), set()).add(company)
        times: list[dict[int, int]] = [{} for _ in lines]
        of_company: dict[str, set[int]] = {}
        for cell, (numbers, companies) in enumerate(cells.items()):
            for number, value in numbers:
                times[number][cell] = value
            for company in companies:
                of_company.setdefault(company, set()).add(cell)
        leads = tuple((company, line) for (company, _), line in zip(lines, times, strict=True))
        inside = {company: frozenset(found) for company, found in of_company.items()}
        return cls(leads, tuple(frozenset(one) for one in cells.values()), inside)

    @property
    def leading(self) -> frozenset[str]:
        return frozenset(company for company, _ in self.lines)

    def reveals(self, group: frozenset[str]) -> bool:
        """Say whether a sum of these lines is about nobody outside the group."""
        own = [line for company, line in self.lines if company in group]
        inside = {cell for company in group for cell in self.of_company.get(company, ()) if self.cells[cell] <= group}
        if not inside or not own:
            return False  # what is left of the lines is independent, as they are
        return len(reduced({("", str(cell)): times for cell, times in line.items() if cell not in inside} for line in own)) < len(
            own
        )


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
