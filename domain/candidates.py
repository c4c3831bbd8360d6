"""From companies to totals: the live one for the project team, and those that could be published today."""

import datetime
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from domain.consents import Purpose
from domain.demand.alone import alone_of
from domain.demand.parameters import STANDARD, Parameters
from domain.demand.quantities import Case, Strategy, Year
from domain.demand.together import together_peak
from domain.disclosure import Measure, Share, Total, countable, is_enough
from domain.shares import Counted, Together, parameters_mark
from domain.totals import TerrainTotal, YearTotal


@dataclass(frozen=True, slots=True)
class Candidate:
    """A total that may be published when it singles nobody out beside the earlier ones."""

    year: Year
    total: Total
    figures: YearTotal


@dataclass(frozen=True, slots=True)
class Calculated:
    """A terrain: the live total of all its companies, and what could be published."""

    live: TerrainTotal
    candidates: tuple[Candidate, ...]


def calculate(terrain: str, companies: Sequence[Counted], at: datetime.datetime, parameters: Parameters = STANDARD) -> Calculated:
    """Return every total of a terrain. Takes some tenths of a second for a hundred companies."""
    peaks = Peaks(Together.of(companies, parameters), parameters)
    years = {year: figures(year, at, [one for one in peaks.shares(year) if one.amounts[Measure.KWH] > 0], peaks) for year in Year}
    live = TerrainTotal(terrain, years, is_live=True, answered=len(companies))
    agreed = {str(company.hidden.mark) for company in companies if Purpose.TOTAL in company.allowed}
    mark, found = parameters_mark(parameters), []
    for year in Year:
        members = countable(share for share in peaks.shares(year) if share.company in agreed)
        if is_enough(members):
            total = Total(mark, {share.company: share.member for share in members})
            found.append(Candidate(year, total, figures(year, at, members, peaks).rounded()))
    return Calculated(live, tuple(found))


@dataclass(slots=True)
class Peaks:
    """The peaks of companies together, each set of companies calculated once."""

    together: Together
    parameters: Parameters
    known: dict[tuple[Year, frozenset[str]], tuple[float, float]] = field(default_factory=dict)
    parts: dict[Year, tuple[Share, ...]] = field(default_factory=dict)

    def shares(self, year: Year) -> tuple[Share, ...]:
        """Return what each company adds."""
        if year not in self.parts:
            self.parts[year] = self.together.shares(year)
        return self.parts[year]

    def of(self, year: Year, marks: Collection[str]) -> tuple[float, float]:
        """Return the least peak of these companies, each within its connection, and without that limit."""
        key = (year, frozenset(marks))
        if key not in self.known:
            sites = self.together.sites_of(marks)
            self.known[key] = together_peak(sites, alone_of(sites, self.parameters), year, Case.MIDDLE) if sites else (0.0, 0.0)
        return self.known[key]


def figures(year: Year, at: datetime.datetime, members: Sequence[Share], peaks: Peaks) -> YearTotal:
    """Return the total of these companies in a year, middle case."""
    within, without = peaks.of(year, [share.company for share in members])
    kwh, at_once, spread = (sum(share.amounts[measure] for share in members) for measure in Measure)
    kw = {Strategy.AT_ONCE: at_once, Strategy.SPREAD: spread, Strategy.TOGETHER: within, Strategy.GROUP: without}
    return YearTotal(year, at, len(members), sum(share.is_given for share in members), kwh, kw)
