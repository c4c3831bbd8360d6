"""When companies may be shown as one total, and how exactly: enough of them, none too large, rounded, none to be singled out."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from domain.consent.consents import Purpose
from domain.disclosure.differencing import FEWEST, Onlooker, TotalRow, exposes

ENOUGH = 5  # companies in a total
MOST_SHARE = 0.5  # of a total, for one company

# A step of at most a tenth of the total: half an average share in the smallest total (a fifth). Own choice.
STEPS_IN_TOTAL = 10


class Party(StrEnum):
    """A party that sees companies one by one beside totals, with a consent of its own: it could subtract the one from the other.

    Whoever gets a view of companies belongs here.
    """

    MUNICIPALITY = "municipality"
    GRID_OPERATOR = "grid_operator"
    ADVISERS = "advisers"


PURPOSES = {
    Party.MUNICIPALITY: Purpose.MUNICIPALITY,
    Party.GRID_OPERATOR: Purpose.OPERATOR,
    Party.ADVISERS: Purpose.ADVISERS,
}


def parties(purposes: Iterable[str]) -> frozenset[Party]:
    """Return who may see a company that agreed to these purposes."""
    agreed = set(purposes)
    return frozenset(party for party, purpose in PURPOSES.items() if purpose in agreed)


class Measure(StrEnum):
    """What is added up in a total."""

    KWH = "kwh"
    AT_ONCE = "at_once"
    SPREAD = "spread"


# What the model read of a company: what is no plain sum (together, how complete) can change with it.
INPUTS = "inputs"


@dataclass(frozen=True, slots=True)
class KnownTo:
    """Those to whom a company is known by itself: who sees it now, and who does or ever did."""

    now: frozenset[Party] = frozenset()
    ever: frozenset[Party] = frozenset()


@dataclass(frozen=True, slots=True)
class TotalMember:
    """One company in a total, told by marks that mean nothing: per measure one that changes exactly when its part changes."""

    marks: Mapping[str, str]
    known: KnownTo = KnownTo()


@dataclass(frozen=True, slots=True)
class Total:
    """What is remembered of a published total: who was in it, under marks, and the parameters it was calculated with."""

    parameters: str
    members: Mapping[str, TotalMember]

    def row(self, measure: str) -> TotalRow:
        seen = {party.value: frozenset(name for name, one in self.members.items() if party in one.known.now) for party in Party}
        return TotalRow({name: one.marks[measure] for name, one in self.members.items()}, seen)

    def seen_as(self, shown: Mapping[Party, frozenset[str]]) -> "Total":
        """Return it with only those companies seen by a party that are really shown to it."""
        members = {}
        for mark, one in self.members.items():
            now = frozenset(party for party in one.known.now if mark in shown[party])
            members[mark] = TotalMember(one.marks, KnownTo(now, one.known.ever))
        return Total(self.parameters, members)


@dataclass(frozen=True, slots=True)
class Share:
    """What one company adds to the total of a year. `company` is its mark; `is_given` says that nothing was estimated."""

    company: str
    member: TotalMember
    amounts: Mapping[Measure, float] = field(default_factory=dict)
    is_given: bool = True


def countable(shares: Iterable[Share]) -> tuple[Share, ...]:
    """Return the shares that may be counted together.

    Whoever has nothing to add is no company of the total. One or two companies that a party does not see would be what is left
    when it takes away those it sees: they wait until there are more of them.
    """
    counted = tuple(share for share in shares if share.amounts[Measure.KWH] > 0)
    while True:
        few = next((hidden for party in Party if (hidden := left_alone(counted, party))), ())
        if not few:
            return counted
        counted = tuple(share for share in counted if share not in few)


def left_alone(shares: Sequence[Share], party: Party) -> tuple[Share, ...]:
    """Return the shares that a party does not see, when they are too few; what it once saw hides nobody."""
    hidden = tuple(share for share in shares if party not in share.member.known.now)
    never = [share for share in hidden if party not in share.member.known.ever]
    return () if len(hidden) == len(shares) or len(never) >= FEWEST else hidden


def is_enough(shares: Sequence[Share]) -> bool:
    """Say whether these are enough companies, none is too large, and what spreading brings is not of one or two alone."""
    if len(shares) < ENOUGH:
        return False
    columns = [[share.amounts[measure] for share in shares] for measure in Measure]
    gains = [share for share in shares if share.amounts[Measure.AT_ONCE] > share.amounts[Measure.SPREAD]]
    fair = all(max(column) <= MOST_SHARE * sum(column) for column in columns)
    return fair and not 0 < len(gains) < FEWEST


# The companies that still exist, by mark, with the parties that saw them before.
Live = Mapping[str, frozenset[Party]]
NONE: frozenset[str] = frozenset()


def may_publish(total: Total, earlier: Sequence[Total], live: Live, shown: Mapping[Party, frozenset[str]]) -> bool:
    """Say whether a total singles nobody out beside all that were published before, while these companies are `shown`."""
    totals = (*earlier, total)
    return not any(singles_out(totals, live, party, shown.get(party, NONE) if party else NONE) for party in (None, *Party))


def singles_out(totals: Sequence[Total], live: Live, party: Party | None, sees: frozenset[str] = NONE) -> bool:
    """Say whether a party (None: the public) can work out about fewer than three companies what these totals hide.

    Years, terrains and days are all rows of one sum: a company that contributes the same in two of them is the same unknown.
    With other parameters every part differs, so totals with different ones are only compared by what the model read.
    """
    marks = {mark for total in totals for mark in total.members}
    doubtful = frozenset(mark for mark in marks - sees if party is not None and party in live.get(mark, ()))
    onlooker = Onlooker(party or "", sees, doubtful, frozenset(marks - live.keys() - sees))
    alike = [[total for total in totals if total.parameters == one] for one in {total.parameters for total in totals}]
    measures = [(measure.value, those) for measure in Measure for those in alike]
    return any(exposes([one.row(measure) for one in those], onlooker) for measure, those in (*measures, (INPUTS, totals)))


def showable(asking: Sequence[str], totals: Sequence[Total], live: Live, party: Party) -> tuple[str, ...]:
    """Return which of these companies may be shown to a party by themselves; whoever came first goes first.

    The others would leave one or two companies in a total that the party may have kept: it only has to subtract.
    """
    if not singles_out(totals, live, party, frozenset(asking)):
        return tuple(asking)
    shown: list[str] = []
    for mark in asking:
        if not singles_out(totals, live, party, frozenset((*shown, mark))):
            shown.append(mark)
    return tuple(shown)


def doubting(live: Live, asking: Mapping[Party, Iterable[str]]) -> Live:
    """Return who may have seen whom, when those that agreed may have been shown earlier although they are held back now."""
    seen = {mark: set(parties) for mark, parties in live.items()}
    for party, marks in asking.items():
        for mark in marks:
            seen.setdefault(mark, set()).add(party)
    return {mark: frozenset(parties) for mark, parties in seen.items()}


def rounded(amount: float) -> int:
    """Return an amount of kW or kWh as it may be published.

    The step is 1, 2 or 5 times a power of ten, at most a tenth of the amount. Whoever knows all but one of five companies then
    knows the last one to within a tenth to a quarter of an average share. A larger amount never rounds to a smaller one.
    """
    if amount <= STEPS_IN_TOTAL:
        return math.floor(amount + 0.5)
    tenth = amount / STEPS_IN_TOTAL
    power: int = 10 ** (len(str(math.floor(tenth))) - 1)
    step = next(factor * power for factor in (5, 2, 1) if factor * power <= tenth)
    return step * math.floor(amount / step + 0.5)
