"""What somebody who keeps every published total can work out by adding and subtracting them, and whom that would expose."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

# Whatever totals are added up or subtracted, what is left is of nobody, or of at least so many companies.
FEWEST = 3

Column = tuple[str, str]  # a company and the state of what it contributed
Line = dict[Column, int]

# Elimination modulo this prime. Minors of a matrix of zeros and ones with k rows are at most (k+1)^((k+1)/2) / 2^k
# (Hadamard): up to 180 totals every one of them is smaller, so each rank is what it is without a modulus.
PRIME = 2**521 - 1


@dataclass(frozen=True, slots=True)
class Row:
    """Who is in one published total: `states` names, per company, the state of what it contributed.

    Two states of a company are equal when it contributed the same. `seen` lists, per party that also sees companies one by
    one, which of these it sees: to that party the rest is what is left to guess.
    """

    states: Mapping[str, str]
    seen: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def columns(self) -> frozenset[Column]:
        """Return every contribution in it."""
        return frozenset(self.states.items())


def may_follow(candidate: Row, earlier: Sequence[Row], live: frozenset[str]) -> bool:
    """Say whether a total may be published beside all earlier ones; `live` are the companies that still exist."""
    if any(lost_among(candidate, row, live) for row in earlier):
        return False
    rows = (*earlier, candidate)
    parties = sorted({party for row in rows for party in row.seen})
    return not any(exposes(rows, known_to(party, rows)) for party in ("", *parties))


def lost_among(candidate: Row, row: Row, live: frozenset[str]) -> bool:
    """Say whether two totals differ by too few companies.

    A company that was erased may be one that came back since: nothing is kept to tell. Each such pair may cancel out, so
    it counts for nothing.
    """
    changed = {company for company, _ in candidate.columns ^ row.columns}
    gone, fresh = changed - live, (changed & live) - row.states.keys()
    return bool(changed) and len(changed) - 2 * min(len(gone), len(fresh)) < FEWEST


def known_to(party: str, rows: Iterable[Row]) -> frozenset[Column]:
    """Return the contributions that a party sees, or once saw, by themselves; the public ("") sees none."""
    none: frozenset[str] = frozenset()
    return frozenset((company, row.states[company]) for row in rows for company in row.seen.get(party, none) & row.states.keys())


def exposes(rows: Iterable[Row], known: frozenset[Column] = frozenset()) -> bool:
    """Say whether some sum of these totals, each times any number, is about fewer than FEWEST companies.

    Totals are vectors over contributions, and a sum that is about the companies C alone exists exactly when taking the
    columns of C away lowers the rank. After elimination only the lines whose leading column is of C can be such sums.
    """
    totals = {row.columns - known for row in rows}
    lines = reduced(dict.fromkeys(total, 1) for total in sorted(totals, key=sorted))
    touched = {lead: {company for company, _ in line} for lead, line in lines.items()}
    if any(len(companies) < FEWEST for companies in touched.values()):
        return True
    groups = combinations(sorted(set().union(*touched.values())), FEWEST - 1)
    leading = {company for company, _ in lines}
    return any(leading & set(group) and reveals(lines, frozenset(group)) for group in groups)


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
