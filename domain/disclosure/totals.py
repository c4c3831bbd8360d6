"""The totals of a terrain as people see them: live ones for the project team, and published ones for everybody else."""

import datetime
from dataclasses import dataclass, field

from domain.demand.quantities import Strategy, Year
from domain.disclosure.rounding import rounded


@dataclass(frozen=True, slots=True)
class YearTotal:
    """One year of a terrain, middle case: kWh on a winter working day, and per strategy what charging adds in kW.

    `companies` have electric vehicles then, of which `complete` gave every number; `at` is when it was added up.
    """

    year: Year
    at: datetime.datetime
    companies: int
    complete: int
    kwh: float
    kw: dict[Strategy, float]

    def rounded(self) -> "YearTotal":
        """Return it as it may be published; everything else people read is worked out from these numbers."""
        kw: dict[Strategy, float] = {strategy: rounded(amount) for strategy, amount in self.kw.items()}
        return YearTotal(self.year, self.at, self.companies, self.complete, rounded(self.kwh), kw)

    @property
    def average_kwh(self) -> float:
        """Return the average of a company with electric vehicles."""
        return self.kwh / self.companies if self.companies else 0.0

    @property
    def saved_kw(self) -> float:
        """Return what charging together takes off the peak when each spreads by itself."""
        return self.kw[Strategy.SPREAD] - self.kw[Strategy.TOGETHER]

    @property
    def saved_share(self) -> float:
        spread = self.kw[Strategy.SPREAD]
        return self.saved_kw / spread if spread > 0 else 0.0


@dataclass(frozen=True, slots=True)
class TerrainTotal:
    """Every year of a terrain that may be shown; `is_live` ones are for the project team alone.

    `answered` counts the companies that let us keep their answers, live only.
    """

    terrain: str
    years: dict[Year, YearTotal] = field(default_factory=dict)
    is_live: bool = False
    answered: int = 0

    @property
    def newest(self) -> datetime.datetime | None:
        """Return when the newest year was added up; None when there is none."""
        return max((one.at for one in self.years.values()), default=None)
