"""The plan map beside what companies answered: how much of it they cover, and how far the two lie apart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from domain.demand.alone import alone_of
from domain.demand.companies import outlook_of
from domain.demand.outlooks import Outlook
from domain.demand.parameters import STANDARD, Parameters
from domain.demand.quantities import Case, Strategy, Year
from domain.demand.sites import Site, site_of
from domain.demand.together import Neighbours
from domain.disclosure.audiences import Disclosed
from domain.intake.answers import Answers
from domain.intake.vehicles import VehicleClass
from domain.terrains.known_share import ENOUGH_KNOWN, KnownShare
from domain.terrains.plan_map import PlanMapYear

# The plan maps look at 2025, 2030 and 2035 (plan of approach, bijlage 6); "now" is beside the first.
PLAN_YEARS = {Year.NOW: 2025, Year.Y2030: 2030, Year.Y2035: 2035}


@dataclass(frozen=True, slots=True)
class CompanyYear:
    """One company in one year: its electric vehicles and, where an estimate is possible, kWh a day and peaks in kW."""

    vehicles: float | None
    kwh: float | None = None
    at_once_kw: float | None = None
    spread_kw: float | None = None


@dataclass(frozen=True, slots=True)
class CompanyLine:
    """One company as a government sees it."""

    company: Disclosed
    site: Site
    outlook: Outlook
    years: Mapping[Year, CompanyYear]


@dataclass(frozen=True, slots=True)
class Comparison:
    """One year: the plan map (None where it says nothing) and the sum over companies that may be seen.

    `counted` companies have electric vehicles then; vehicles and kWh are sums over them. kW is the highest quarter of what
    they draw together: at once and spread by themselves, and the least possible when they tune their charging, each within
    its connection (`together_kw`) and without that limit (`group_kw`). `sum_of_peaks_kw` adds up everybody's own peak at
    once, whenever that comes.
    """

    year: Year
    plan: PlanMapYear | None
    counted: int
    vehicles: float
    kwh: float
    at_once_kw: float
    spread_kw: float
    together_kw: float = 0.0
    group_kw: float = 0.0
    sum_of_peaks_kw: float = 0.0

    @property
    def grid_kw(self) -> float | None:
        """Return the room on the grid of this terrain; None when the plan map does not say."""
        return None if self.plan is None or self.plan.grid_kw is None else float(self.plan.grid_kw)

    @property
    def planned_vehicles(self) -> int | None:
        """Return how many electric vehicles the plan map expects; None when it does not say."""
        return self.plan.vehicles if self.plan else None

    def known(self, of_companies: int | None = None, enough: int = ENOUGH_KNOWN) -> KnownShare:
        """Return how much of the terrain these companies are; `of_companies` is how many there are in all."""
        return KnownShare(self.vehicles, self.planned_vehicles, self.counted, of_companies, enough)

    @property
    def difference_kw(self) -> float | None:
        """Return how much more the plan map asks than these companies when all charge at once; below zero for less."""
        asked = self.plan.charging_kw if self.plan else None
        return None if asked is None else float(asked) - self.at_once_kw


def company_lines(companies: Sequence[Disclosed], parameters: Parameters = STANDARD) -> tuple[CompanyLine, ...]:
    """Return each company with what it will ask, the largest in 2030 first."""
    lines = [company_line(one, parameters) for one in companies]
    return tuple(
        sorted(lines, key=lambda line: (-(line.years[Year.Y2030].kwh or 0.0), line.company.company, line.company.intake))
    )


def company_line(company: Disclosed, parameters: Parameters) -> CompanyLine:
    site = site_of(company.answers, parameters, company.measured)
    outlook = outlook_of(site, parameters)
    return CompanyLine(company, site, outlook, {year: company_year(company.answers, outlook, year) for year in Year})


def company_year(answers: Answers, outlook: Outlook, year: Year) -> CompanyYear:
    counts = [answers.number(f"{vehicle}.{year.question}") for vehicle in VehicleClass]
    known = [count for count in counts if count is not None]
    vehicles, one = sum(known) if known else None, outlook.years.get(year)
    if one is None:
        return CompanyYear(vehicles)
    return CompanyYear(vehicles, one.kwh.middle, one.at_once_kw.middle, one.spread_kw.middle)


def compare(
    lines: Sequence[CompanyLine], plan: Sequence[PlanMapYear], parameters: Parameters = STANDARD
) -> tuple[Comparison, ...]:
    """Return every year beside the plan map. Takes some tenths of a second for a hundred companies."""
    planned, sites = {one.year: one for one in plan}, [line.site for line in lines]
    neighbours = Neighbours.of(sites, alone_of(sites, parameters), Case.MIDDLE)
    return tuple(
        comparison(year, planned.get(PLAN_YEARS[year]), [line.years[year] for line in lines], neighbours.peaks(year, []))
        for year in Year
    )


def comparison(
    year: Year, plan: PlanMapYear | None, companies: Sequence[CompanyYear], peaks: Mapping[Strategy, float]
) -> Comparison:
    """Return one year beside the plan map; `peaks` are those of all together."""
    counted = [one for one in companies if (one.kwh or 0) > 0]
    return Comparison(
        year=year,
        plan=plan,
        counted=len(counted),
        vehicles=sum(one.vehicles or 0 for one in companies),
        kwh=sum(one.kwh or 0 for one in counted),
        at_once_kw=peaks[Strategy.AT_ONCE],
        spread_kw=peaks[Strategy.SPREAD],
        together_kw=peaks[Strategy.TOGETHER],
        group_kw=peaks[Strategy.GROUP],
        sum_of_peaks_kw=sum(one.at_once_kw or 0 for one in counted),
    )
