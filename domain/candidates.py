"""From companies to totals: the live one for the project team, and those that could be published today."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from domain.answers import Answers
from domain.consents import Purpose
from domain.demand.parameters import STANDARD, Parameters
from domain.demand.quantities import Year
from domain.demand.sites import Site, site_of
from domain.demand.terrains import terrain_outlook
from domain.disclosure import Known, Share, Total, countable, is_enough, parties
from domain.shares import Hidden, parameters_mark, shares_of
from domain.totals import TerrainTotal, YearTotal


@dataclass(frozen=True, slots=True)
class Counted:
    """A company to add up: its answers, how it is named in totals, and what it agreed to, now and ever."""

    answers: Answers
    hidden: Hidden
    allowed: frozenset[Purpose] = frozenset()
    ever: frozenset[Purpose] = frozenset()

    @property
    def known(self) -> Known:
        """Return who sees this company by itself, and who ever did."""
        seen, once = parties(self.allowed), parties(self.ever)
        return Known(seen, seen | once)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A total that may be published when it singles nobody out beside the earlier ones."""

    year: Year
    total: Total
    figures: YearTotal


def live_total(
    terrain: str, companies: Sequence[Counted], at: datetime.datetime, parameters: Parameters = STANDARD
) -> TerrainTotal:
    """Return the total of all companies of a terrain, as it is."""
    outlook = terrain_outlook([site_of(company.answers, parameters) for company in companies], parameters)
    years = {year: YearTotal.of(one, at) for year, one in outlook.years.items()}
    return TerrainTotal(terrain, years, is_live=True, answered=len(companies))


def candidates(companies: Sequence[Counted], at: datetime.datetime, parameters: Parameters = STANDARD) -> tuple[Candidate, ...]:
    """Return what could be published: per year the companies that agreed to be counted, if they are enough."""
    counted = {str(one.hidden.mark): one for one in companies if Purpose.TOTAL in one.allowed}
    shares = [shares_of(one.answers, one.hidden, one.known, parameters) for one in counted.values()]
    sites = {mark: site_of(one.answers, parameters) for mark, one in counted.items()}
    mark, known = parameters_mark(parameters), Outlooks(sites, parameters)
    found = []
    for year in Year:
        members = countable(share[year] for share in shares if year in share)
        if is_enough(members):
            total = Total(mark, {share.company: share.member for share in members})
            found.append(Candidate(year, total, known.figures(year, members, at)))
    return tuple(found)


class Outlooks:
    """The outlook of each set of companies, calculated once: years often have the same companies."""

    def __init__(self, sites: Mapping[str, Site], parameters: Parameters) -> None:
        """Keep the sites, by the mark of their company."""
        self.sites, self.parameters = sites, parameters
        self.known: dict[tuple[str, ...], Mapping[Year, YearTotal]] = {}

    def figures(self, year: Year, members: Sequence[Share], at: datetime.datetime) -> YearTotal:
        """Return the rounded total of these companies in a year."""
        marks = tuple(share.company for share in members)
        if marks not in self.known:
            outlook = terrain_outlook([self.sites[mark] for mark in marks], self.parameters)
            self.known[marks] = {one.year: YearTotal.of(one, at) for one in outlook.years.values()}
        return self.known[marks][year].rounded()
