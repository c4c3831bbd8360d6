"""When companies may be shown as one total: enough of them, none too large, none to be singled out."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import combinations

from domain.consent.consents import Purpose
from domain.disclosure.differencing import FEWEST, Column, Ledger, Onlooker, TotalRow, exposes
from domain.disclosure.sums import DAY, FAMILIES, INPUTS, MEASURES, WHOLE, Measure, PartMark, PartMarks, Sum
from domain.disclosure.worlds import stands_out, too_large

ENOUGH = 5  # companies in a total
TIMES = 1_000_000  # how often a part counts is a whole number of these: exact enough for a factor of the model


class Party(StrEnum):
    """A party that sees companies one by one beside totals, with a consent of its own: it could subtract the one from the other.

    Whoever gets a view of companies belongs here.
    """

    MUNICIPALITY = "municipality"
    GRID_OPERATOR = "grid_operator"
    ADVISERS = "advisers"


Circle = frozenset[Party]  # parties that put together what each of them sees; nobody is the public
PUBLIC: Circle = frozenset()
CIRCLES = tuple(Circle(some) for size in range(1, len(Party) + 1) for some in combinations(Party, size))
PURPOSES = {
    Party.MUNICIPALITY: Purpose.MUNICIPALITY,
    Party.GRID_OPERATOR: Purpose.OPERATOR,
    Party.ADVISERS: Purpose.ADVISERS,
}


def parties(purposes: Iterable[str]) -> frozenset[Party]:
    """Return who may see a company that agreed to these purposes."""
    agreed = set(purposes)
    return frozenset(party for party, purpose in PURPOSES.items() if purpose in agreed)


@dataclass(frozen=True, slots=True)
class KnownTo:
    """Those to whom a company is known by itself: who sees it now, and who does or ever did."""

    now: frozenset[Party] = frozenset()
    ever: frozenset[Party] = frozenset()


@dataclass(frozen=True, slots=True)
class TotalMember:
    """One company in a total, told by marks that mean nothing: per part one that changes exactly when that part changes."""

    marks: PartMarks
    known: KnownTo = KnownTo()


@dataclass(frozen=True)
class Total:
    """What is remembered of something published: who was in it, under marks, and which sums of their parts were shown."""

    members: Mapping[str, TotalMember]
    sums: tuple[Sum, ...] = WHOLE

    @cached_property
    def parts(self) -> Mapping[Sum, Mapping[Column, PartMark]]:
        """Return of each sum what the companies have in it; what nobody has a part in is none."""
        found = {one: dict(parts_of(self.members, one)) for one in self.sums}
        return {one: parts for one, parts in found.items() if parts}

    @cached_property
    def by_family(self) -> Mapping[Sum, list[TotalRow]]:
        """Return the sums by which they can be added to and taken from each other."""
        seen = {party.value: frozenset(name for name, one in self.members.items() if party in one.known.now) for party in Party}
        rows = {one: TotalRow({of: round(part.times * TIMES) for of, part in on.items()}, seen) for one, on in self.parts.items()}
        return {family: [rows[one] for one in self.sums if one <= family and one in rows] for family in FAMILIES}

    def __reduce__(self) -> tuple[object, ...]:
        """Go to another process without what was worked out."""
        return Total, (self.members, self.sums)

    def amounts(self, family: Sum) -> dict[Column, float | None]:
        """Return what each company contributes, once, as far as that is known."""
        return {column: mark.amount for one, of in self.parts.items() if one <= family for column, mark in of.items()}

    def seen_as(self, shown: Mapping[Party, frozenset[str]]) -> "Total":
        """Return it with only those companies seen by a party that are really shown to it."""

        def seen(mark: str, known: KnownTo) -> KnownTo:
            return KnownTo(frozenset(party for party in known.now if mark in shown[party]), known.ever)

        return Total({mark: TotalMember(one.marks, seen(mark, one.known)) for mark, one in self.members.items()}, self.sums)


def parts_of(members: Mapping[str, TotalMember], parts: Sum) -> Iterable[tuple[Column, PartMark]]:
    """Yield what each company has of these parts."""
    for name, one in members.items():
        for part in sorted(parts & one.marks.keys()):
            yield (name, f"{part}:{one.marks[part].sign}"), one.marks[part]


@dataclass(frozen=True, slots=True)
class Share:
    """What one company adds to the total of a year. `company` is its mark; `is_given` says that nothing was estimated."""

    company: str
    member: TotalMember
    amounts: Mapping[str, float] = field(default_factory=dict)
    is_given: bool = True


def countable(shares: Iterable[Share], parts: Collection[str] = MEASURES) -> tuple[Share, ...]:
    """Return the shares that may be counted together.

    Whoever has nothing to add is no company of the total. What is left when a party takes away those it sees must be a total
    by the same rules: one or two companies wait until there are more of them, and so does one that would be most of it.
    """
    counted = tuple(share for share in shares if any(share.amounts[part] > 0 for part in parts))
    while waiting := next((waits for circle in CIRCLES if (waits := left_over(counted, circle, parts))), ()):
        counted = tuple(share for share in counted if share not in waiting)
    return counted


def left_over(shares: Sequence[Share], circle: Circle, parts: Collection[str]) -> tuple[Share, ...]:
    """Return the shares that cannot hide from those who see the others; what they once saw hides nobody."""
    hidden = tuple(share for share in shares if not circle & share.member.known.now)
    never = [share for share in hidden if not circle & share.member.known.ever]
    if len(hidden) == len(shares) or not hidden:
        return ()
    if len(never) < FEWEST:
        return hidden
    leaning = [part for part in parts if too_large([share.amounts[part] for share in never])]
    return tuple(max(never, key=lambda share: share.amounts[part]) for part in leaning[:1])


def is_even(shares: Sequence[Share], parts: Collection[str] = MEASURES) -> bool:
    """Say whether none of these companies is too large in any of these sums."""
    return not any(too_large([share.amounts[part] for share in shares]) for part in parts)


def gains_show_nobody(shares: Sequence[Share]) -> bool:
    """Say whether what spreading brings is of nobody, or of more than one or two."""
    gains = [share for share in shares if share.amounts[Measure.AT_ONCE] > share.amounts[Measure.SPREAD]]
    return not 0 < len(gains) < FEWEST


def is_enough(shares: Sequence[Share]) -> bool:
    """Say whether these are enough companies, none is too large, and what spreading brings is not of one or two alone."""
    return len(shares) >= ENOUGH and is_even(shares) and gains_show_nobody(shares)


# The companies that still exist, by mark, with the parties that saw them before.
Live = Mapping[str, frozenset[Party]]
Shown = Mapping[Party, frozenset[str]]
NONE: frozenset[str] = frozenset()


def may_publish(total: Total, earlier: Sequence[Total], live: Live, shown: Shown) -> bool:
    """Say whether a total singles nobody out beside all that were published before, while these companies are `shown`."""
    totals = (*earlier, total)
    there, books = watching(totals, live, shown), books_of(totals)
    circles = sorted({circle & there for circle in (PUBLIC, *CIRCLES)}, key=sorted)
    return not any(singles_out(books, live, circle, seen_by(circle, shown)) for circle in circles)


@dataclass(frozen=True, slots=True)
class Books:
    """Everything published: the companies in it, and the rows of each family with the amounts in them, where these count."""

    marks: frozenset[str]
    families: tuple[tuple[Ledger, dict[Column, float | None] | None], ...]


def books_of(totals: Sequence[Total]) -> Books:
    """Return what was published as rows that can be added to each other; a whole day by the hour is told by its kWh."""
    shown, found = {one for total in totals for one in total.sums}, list[tuple[Ledger, dict[Column, float | None] | None]]()
    for family in FAMILIES:
        if family == DAY and not any(one < family for one in shown):
            continue
        amounts: dict[Column, float | None] = {}
        for total in totals:  # of a part that was stored without its amount a later total may tell it
            amounts |= {column: amount for column, amount in total.amounts(family).items() if amounts.get(column) is None}
        rows = Ledger(row for total in totals for row in total.by_family[family])
        found.append((rows, None if INPUTS in family else amounts))  # of figures as a whole only counts who changed
    return Books(frozenset(mark for total in totals for mark in total.members), tuple(found))


def watching(totals: Iterable[Total], live: Live, shown: Mapping[Party, Collection[str]]) -> frozenset[Party]:
    """Return the parties that see or ever saw some company; the others are the public."""
    seen = {party for party, marks in shown.items() if marks}.union(*live.values())
    return frozenset(seen.union(*(one.known.now for total in totals for one in total.members.values())))


def seen_by(circle: Circle, shown: Mapping[Party, Collection[str]]) -> frozenset[str]:
    """Return the companies that at least one of these parties sees."""
    return NONE.union(*(shown.get(party, NONE) for party in circle))


def singles_out(books: Books, live: Live, circle: Circle, sees: frozenset[str] = NONE) -> bool:
    """Say whether these parties (none: the public) can work out what totals hide: about fewer than three companies, or about
    one that is most of what is left.

    Years, terrains and days are all rows of one sum: a company that contributes the same in two of them is the same unknown,
    whatever the parameters were. With other parameters only those have changed to whom these make a difference.
    """
    doubtful = frozenset(mark for mark in books.marks - sees if circle & live.get(mark, NONE))
    onlooker = Onlooker(frozenset(circle), sees, doubtful, frozenset(books.marks - live.keys() - sees))
    return any(
        exposes(rows, onlooker) or (amounts is not None and stands_out(rows, amounts, onlooker))
        for rows, amounts in books.families
    )


def showable(asking: Sequence[tuple[str, Party]], totals: Sequence[Total], live: Live) -> dict[Party, frozenset[str]]:
    """Return which companies may be shown to which parties by themselves; whoever agreed first goes first.

    The others would leave a few, or one that is most of the rest, in a total that the party, or both together, may have kept.
    """
    books = books_of(totals)

    def gives_away(shown: Mapping[Party, Collection[str]], circles: Iterable[Circle]) -> bool:
        there = watching(totals, live, shown)
        several = sorted({circle & there for circle in circles}, key=sorted)
        return any(singles_out(books, live, circle, seen_by(circle, shown)) for circle in several)

    everything = everybody(asking)
    if not gives_away(everything, (circle for circle in CIRCLES if seen_by(circle, everything))):
        return everything
    shown: dict[Party, frozenset[str]] = dict.fromkeys(Party, NONE)
    for mark, party in asking:
        more = {**shown, party: shown[party] | {mark}}
        if not gives_away(more, (circle for circle in CIRCLES if party in circle)):
            shown = more
    return shown


def everybody(asking: Sequence[tuple[str, Party]]) -> dict[Party, frozenset[str]]:
    """Return all that agreed to be seen, by party."""
    return {party: frozenset(mark for mark, of in asking if of is party) for party in Party}


def doubting(live: Live, asking: Iterable[tuple[str, Party]]) -> Live:
    """Return who may have seen whom, when those that agreed may have been shown earlier although they are held back now."""
    seen = {mark: set(parties) for mark, parties in live.items()}
    for mark, party in asking:
        seen.setdefault(mark, set()).add(party)
    return {mark: frozenset(parties) for mark, parties in seen.items()}
