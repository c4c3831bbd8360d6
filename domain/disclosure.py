"""When companies may be shown as one total, and how exactly: enough of them, none too large, rounded, none to be singled out."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from domain.consents import Purpose
from domain.differencing import FEWEST, Row, may_follow

ENOUGH = 5  # companies in a total
MOST_SHARE = 0.5  # of a total, for one company

# A step of at most a tenth of the total: half an average share in the smallest total (a fifth). Own choice.
STEPS_IN_TOTAL = 10


class Party(StrEnum):
    """Who sees companies one by one, each with a consent of its own."""

    MUNICIPALITY = "municipality"
    OPERATOR = "operator"


PURPOSES = {Party.MUNICIPALITY: Purpose.MUNICIPALITY, Party.OPERATOR: Purpose.OPERATOR}


class Measure(StrEnum):
    """What is added up in a total."""

    KWH = "kwh"
    AT_ONCE = "at_once"
    SPREAD = "spread"


# What the model read of a company: what is no plain sum (together, how complete) can change with it.
INPUTS = "inputs"


@dataclass(frozen=True, slots=True)
class Member:
    """One company in a total, told by marks that mean nothing: per measure one that changes exactly when its part changes.

    `seen_by` are the parties that see this company by itself.
    """

    marks: Mapping[str, str]
    seen_by: frozenset[Party] = frozenset()


@dataclass(frozen=True, slots=True)
class Total:
    """What is remembered of a published total: who was in it, under marks, and the parameters it was calculated with."""

    parameters: str
    members: Mapping[str, Member]

    def row(self, measure: str) -> Row:
        """Return it as a sum of one measure."""
        seen = {party.value: frozenset(name for name, one in self.members.items() if party in one.seen_by) for party in Party}
        return Row({name: one.marks[measure] for name, one in self.members.items()}, seen)


@dataclass(frozen=True, slots=True)
class Share:
    """What one company adds to the total of a year. `company` is its mark; `is_given` says that nothing was estimated."""

    company: str
    member: Member
    amounts: Mapping[Measure, float] = field(default_factory=dict)
    is_given: bool = True


def countable(shares: Iterable[Share]) -> tuple[Share, ...]:
    """Return the shares that may be counted together.

    Who has nothing to add is no company of the total. One or two companies that a party does not see would be what is left
    when it takes away those it sees: they wait until there are more of them.
    """
    counted = tuple(share for share in shares if share.amounts[Measure.KWH] > 0)
    while True:
        few = next((hidden for party in Party if 0 < len(hidden := unseen(counted, party)) < FEWEST), None)
        if few is None:
            return counted
        counted = tuple(share for share in counted if share not in few)


def unseen(shares: Sequence[Share], party: Party) -> tuple[Share, ...]:
    """Return the shares of companies that a party does not see by themselves; none when it sees no company at all."""
    hidden = tuple(share for share in shares if party not in share.member.seen_by)
    return hidden if len(hidden) < len(shares) else ()


def is_enough(shares: Sequence[Share]) -> bool:
    """Say whether these are enough companies, none is too large, and what spreading brings is not of one or two alone."""
    if len(shares) < ENOUGH:
        return False
    columns = [[share.amounts[measure] for share in shares] for measure in Measure]
    gains = [share for share in shares if share.amounts[Measure.AT_ONCE] > share.amounts[Measure.SPREAD]]
    fair = all(max(column) <= MOST_SHARE * sum(column) for column in columns)
    return fair and not 0 < len(gains) < FEWEST


def may_publish(total: Total, earlier: Sequence[Total], live: frozenset[str]) -> bool:
    """Say whether a total singles nobody out beside all that were published before.

    Years, terrains and days are all rows of one sum: a company that contributes the same in two of them is the same unknown.
    With other parameters every part differs, so those rows are compared by what the model read.
    """
    same = [row for row in earlier if row.parameters == total.parameters]
    measures = ((measure.value, same) for measure in Measure)
    return all(
        may_follow(total.row(measure), [row.row(measure) for row in rows], live)
        for measure, rows in (*measures, (INPUTS, earlier))
    )


def rounded(amount: float) -> int:
    """Return an amount of kW or kWh as it may be published.

    The step is 1, 2 or 5 times a power of ten, at most a tenth of the amount. Who knows all but one of five companies then
    knows the last one to within a tenth to a quarter of an average share. A larger amount never rounds to a smaller one.
    """
    if amount <= STEPS_IN_TOTAL:
        return math.floor(amount + 0.5)
    tenth = amount / STEPS_IN_TOTAL
    power: int = 10 ** (len(str(math.floor(tenth))) - 1)
    step = next(factor * power for factor in (5, 2, 1) if factor * power <= tenth)
    return step * math.floor(amount / step + 0.5)
