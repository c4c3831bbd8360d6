"""From companies to totals: the live one for the project team, and those that could be published today."""

import datetime
from dataclasses import dataclass, field

import numpy as np

from domain.demand.arrays import Places
from domain.demand.parameters import STANDARD, Parameters
from domain.demand.quantities import Strategy, Year
from domain.disclosure.parts import Parts
from domain.disclosure.rules import Measure, Total, countable, is_enough
from domain.disclosure.shares import parameters_mark
from domain.disclosure.totals import TerrainTotal, YearTotal


@dataclass(frozen=True, slots=True)
class TotalCandidate:
    """A total that may be published when it singles nobody out beside the earlier ones."""

    year: Year
    total: Total
    figures: YearTotal


@dataclass(frozen=True, slots=True)
class Calculated:
    """A terrain: the live total of all its companies, and what could be published."""

    live: TerrainTotal
    candidates: tuple[TotalCandidate, ...]


def calculate(terrain: str, parts: Parts, at: datetime.datetime, parameters: Parameters = STANDARD) -> Calculated:
    """Return every total of a terrain. Takes some hundredths of a second for a hundred companies."""
    peaks = Peaks(parts)
    years = {year: peaks.figures(year, at, parts.electric(year)) for year in Year}
    live = TerrainTotal(terrain, years, is_live=True, answered=len(parts.amounts))
    place_of = dict(zip(parts.marks, parts.agreed.tolist(), strict=True))
    mark, found = parameters_mark(parameters), []
    for year in Year:
        members = countable(parts.shares(year))
        if is_enough(members):
            total = Total(mark, {share.company: share.member for share in members})
            places = np.array([place_of[share.company] for share in members], dtype=np.intp)
            found.append(TotalCandidate(year, total, peaks.figures(year, at, places).rounded()))
    return Calculated(live, tuple(found))


@dataclass(slots=True)
class Peaks:
    """The peaks of companies together, each set of companies calculated once."""

    parts: Parts
    known: dict[tuple[Year, bytes], dict[Strategy, float]] = field(default_factory=dict)

    def of(self, year: Year, places: Places) -> dict[Strategy, float]:
        """Return the peak of these companies for every strategy: of what they draw at one moment, no sum of their own peaks."""
        key = (year, places.tobytes())
        if key not in self.known:
            self.known[key] = self.parts.neighbours.only(places).peaks(year, [])
        return dict(self.known[key])

    def figures(self, year: Year, at: datetime.datetime, places: Places) -> YearTotal:
        """Return the total of these companies in a year."""
        kwh = sum(self.parts.amounts[places, year, list(Measure).index(Measure.KWH)].tolist())
        kw = self.of(year, places)
        return YearTotal(year, at, len(places), int(self.parts.given[places, year].sum()), kwh, kw)
