"""The peaks of companies together as they may be published: what each adds to them, and whether a peak tells of one or a few.

A published kW is what all draw at one moment, so it is a sum over companies: of what each draws in that quarter, and of a least
peak what each cannot charge outside the critical quarters. Each of these must be a total by itself, and is remembered as one.
A peak also says that nothing is higher: in no quarter may that bound one company to less than twice what it draws.
"""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from domain.demand.arrays import Flags, Numbers, Places
from domain.demand.quantities import Strategy, Year
from domain.demand.together import Neighbours
from domain.disclosure.hours import SOME_KW, is_a_total
from domain.disclosure.parts import Parts
from domain.disclosure.rules import CIRCLES, PUBLIC, Share
from domain.disclosure.shares import Hidden
from domain.disclosure.sums import PEAK_PARTS, Measure
from domain.disclosure.totals import YearTotal
from domain.disclosure.worlds import OF_REST, SLACK

Solved = tuple[dict[Strategy, float], list[Flags]]  # the peaks, and sets of quarters with the critical ones among them


@dataclass(slots=True)
class Peaks:
    """The peaks of companies together, each set of companies calculated once."""

    parts: Parts
    known: dict[tuple[Year, bytes, bool], Solved] = field(default_factory=dict)

    @property
    def named(self) -> dict[str, tuple[int, Hidden]]:
        """Return where each company that agreed is, and how it is named, by its mark."""
        both = zip(self.parts.agreed.tolist(), self.parts.hidden, strict=True)
        return {str(hidden.mark): (place, hidden) for place, hidden in both}

    def of(self, year: Year, places: Places, *, steady: bool = False) -> dict[Strategy, float]:
        """Return the peak of these companies for every strategy: of what they draw at one moment, no sum of their own peaks.

        `steady` ones count as using the same all day.
        """
        return dict(self.solved(year, places, steady=steady)[0])

    def solved(self, year: Year, places: Places, *, steady: bool) -> Solved:
        key = (year, places.tobytes(), steady)
        if key not in self.known:
            ours, tried = self.neighbours(year, places, steady=steady), list[Flags]()
            self.known[key] = (ours.peaks(year, tried), tried)
        return self.known[key]

    def neighbours(self, year: Year, places: Places, *, steady: bool) -> Neighbours:
        ours = self.parts.neighbours.only(places)
        return ours.steady(year) if steady else ours

    def published(self, year: Year, at: datetime.datetime, members: Sequence[Share]) -> tuple[YearTotal, list[Share]] | None:
        """Return the total of these companies, rounded, and what each adds to every peak in it; None when a peak tells of a few
        of them, or of one for the most part.

        What they use by the hour makes the peak lower. Where that would be of a few it is left out, of everybody.
        """
        named = self.named
        places = np.array([named[share.company][0] for share in members], dtype=np.intp)
        days = self.parts.neighbours.only(places).days
        below = [-float(days[place].min()) if place in days else 0.0 for place in range(len(places))]
        steady = not is_a_total(members, below)
        ours = self.neighbours(year, places, steady=steady)
        added = dict(zip((Strategy.AT_ONCE, Strategy.SPREAD), ours.in_peaks(year), strict=True))
        if not all(is_a_total(members, one.tolist()) for one in added.values()):
            return None
        kw, tried = self.solved(year, places, steady=steady)
        added |= dict(zip((Strategy.TOGETHER, Strategy.GROUP), ours.in_least_peaks(year, tried), strict=True))
        if not all(is_a_total(members, one.tolist()) for one in added.values()) or not leaves_room(members, ours, year, kw):
            return None
        hidden = [named[share.company][1] for share in members]
        return self.figures(year, at, places, steady=steady).rounded(), with_peaks(members, hidden, added)

    def figures(self, year: Year, at: datetime.datetime, places: Places, *, steady: bool = False) -> YearTotal:
        """Return the total of these companies in a year."""
        kwh = sum(self.parts.amounts[places, year, list(Measure).index(Measure.KWH)].tolist())
        kw = self.of(year, places, steady=steady)
        return YearTotal(year, at, len(places), int(self.parts.given[places, year].sum()), kwh, kw)


def with_peaks(members: Sequence[Share], hidden: Sequence[Hidden], added: Mapping[Strategy, Numbers]) -> list[Share]:
    """Return these companies with marks for what each adds to the peaks: the same amount is the same mark."""
    found = list[Share]()
    for number, share in enumerate(members):
        kw = {PEAK_PARTS[strategy]: float(one[number]) for strategy, one in added.items()}
        marks = {part: hidden[number].marked(part, amount) for part, amount in kw.items() if amount >= SOME_KW}
        found.append(replace(share, member=replace(share.member, marks={**share.member.marks, **marks})))
    return found


def leaves_room(members: Sequence[Share], ours: Neighbours, year: Year, kw: Mapping[Strategy, float]) -> bool:
    """Say whether no peak is a bound on one company: in each quarter there is room below it for twice what any of them draws.

    A least peak bounds what each could spread alone, for everybody alike.
    """
    used = ours.used()
    below = used.max() - used  # a peak is on top of the highest use: where less is used there is that much more room
    at_once, spread = ours.all_drawn(year)
    least = min(kw[Strategy.TOGETHER], kw[Strategy.GROUP])
    for circle in (PUBLIC, *CIRCLES):
        hidden = np.array([not circle & share.member.known.ever for share in members], dtype=np.bool_)
        drawn = [(at_once, kw[Strategy.AT_ONCE]), (spread, kw[Strategy.SPREAD]), *([] if circle else [(spread, least)])]
        for days, peak in drawn if hidden.any() else ():
            if not has_room(days[hidden], peak + below - days[~hidden].sum(axis=0)):
                return False
    return True


def has_room(drawn: Numbers, room: Numbers) -> bool:
    """Say whether there is room (96,) for twice the largest of these (S, 96), and half as much again for whoever knows what they
    draw themselves.
    """
    second, largest = np.sort(np.concatenate((np.zeros((2, drawn.shape[1])), drawn)), axis=0)[-2:]
    room = room * (1 + SLACK) + SLACK
    return bool(np.all(2 * largest <= room) and np.all((1 + OF_REST) * largest <= room - second))
