"""The results: what one company's vehicles will ask, per year and strategy, and whether that fits."""

from dataclasses import dataclass
from enum import StrEnum

from domain.demand.quantities import Band, Strategy, Year
from domain.intake.vehicles import VehicleClass

NOTHING = Band(0.0, 0.0, 0.0)


class Fit(StrEnum):
    """Whether what is asked fits in the room there is."""

    FITS = "fits"  # also when all plug in on return
    SPREAD_ONLY = "spread_only"  # only when charging is spread
    NOT = "not"
    SHORT = "short"  # the energy does not fit in the hours that vehicles are here, whatever the connection
    UNKNOWN = "unknown"  # the room is not known, or not well enough


def stops(fit: Fit, rest: Fit, strategy: Strategy) -> bool:
    """Say whether charging at once, or spread, does not fit in the connection.

    Of what does not fit in the hours the rest is looked at: this is about the connection.
    """
    over = (Fit.NOT, Fit.SPREAD_ONLY) if strategy is Strategy.AT_ONCE else (Fit.NOT,)
    return (rest if fit is Fit.SHORT else fit) in over


@dataclass(frozen=True, slots=True)
class Room:
    """What is left of the connection, in kW; below zero when more is used than may be. Without `is_known` only bounds hold.

    `kw` is what is left at the busiest moment, `at_night` between 18:00 and 6:00 where that is known.
    """

    kw: Band
    is_known: bool
    at_night: Band | None = None


@dataclass(frozen=True, slots=True)
class YearOutlook:
    """One year of one company, on a winter working day.

    `vehicles` are the electric ones that charge here; `kwh` what they need here, at the meter, of which `left_kwh` does
    not fit in their hours and is left for on the way. `at_once_kw` and `spread_kw` are the power of charging itself: the
    highest when all plug in on return, and the lowest that is possible in their hours, as if nothing else were used.

    `fit` says whether charging and the use by the hour together stay within the connection in every quarter: at once, or
    at least when charging goes to the quarters with most room. So spread charging of 182 kW can fit where 90 kW is left at
    the busiest moment. `fit` holds for what is likely, `fit_is_sure` says that nothing assumed or estimated could change it;
    `deciding` names the one or two questions whose answers could, the strongest first; it is empty when it is sure. Energy
    that does not fit in the hours goes before all (`Fit.SHORT`); `rest` then is the verdict of what does. Where the room is not
    known, `over_at_once` says that charging at once does not fit, however large the room is; `over_is_sure` that this is sure.

    `is_given` is false when a number of vehicles was not answered: then only low and high may be shown, and nothing at all
    when none was (`is_empty`): such a range would come from no answer of that year. `without` are
    classes that are missing. `kwh_year` is what they charge here in a year, at the meter and with the mean use of the year,
    not of a winter day; `co2_tonnes` what that spares in a year: what the diesel would have given off, less what the
    electricity does.
    """

    year: Year
    vehicles: Band
    kwh: Band
    left_kwh: Band
    at_once_kw: Band
    spread_kw: Band
    fit: Fit
    fit_is_sure: bool
    is_given: bool
    without: tuple[VehicleClass, ...] = ()
    deciding: tuple[str, ...] = ()
    kwh_year: Band = NOTHING
    co2_tonnes: Band = NOTHING
    rest: Fit = Fit.UNKNOWN
    over_at_once: bool = False
    over_is_sure: bool = False
    is_empty: bool = False

    def kw(self, strategy: Strategy) -> Band:
        """Return the peak of a strategy that one company has alone."""
        return {Strategy.AT_ONCE: self.at_once_kw, Strategy.SPREAD: self.spread_kw}[strategy]


@dataclass(frozen=True, slots=True)
class Outlook:
    """One company. `years` lacks a year when no estimate is possible for it; empty: "geen schatting mogelijk".

    `sharpen` names the unknown questions, the one that narrows the result most first.
    """

    years: dict[Year, YearOutlook]
    room: Room | None
    sharpen: tuple[str, ...]

    @property
    def is_possible(self) -> bool:
        return bool(self.years)

    def stops(self, strategy: Strategy) -> Year | None:
        """Return the first year in which charging at once, or spread, does not fit any more; None when there is none."""
        return next((year for year, one in sorted(self.years.items()) if stops(one.fit, one.rest, strategy)), None)


@dataclass(frozen=True, slots=True)
class TerrainYear:
    """One year of a terrain: sums over its companies, and what charging together brings.

    All in kW on top of the highest use of all together now, but `kwh`. `at_once_kw` and `spread_kw` are the highest quarter of
    what all draw at that moment, each by itself; peaks that come at other moments do not add up. `together_kw` keeps each
    company within the larger of its connection and its own spread peak; `group_kw` has no such limit (group contract).
    `saved_kw` is what together takes off the spread peak, `saved_share` the same as a share. `company_kwh` is the middle per
    company, in the order of the sites. `given` counts companies that gave every number of vehicles, `estimated` those of
    which anything could be said. `sum_of_peaks_kw` adds up everybody's own peak at once, whenever that comes.
    """

    year: Year
    kwh: Band
    left_kwh: Band
    at_once_kw: Band
    spread_kw: Band
    together_kw: Band
    group_kw: Band
    company_kwh: tuple[float, ...]
    given: int
    estimated: int
    sum_of_peaks_kw: Band = NOTHING

    @property
    def saved_kw(self) -> float:
        """Return what together brings, in kW, in the middle case."""
        return self.spread_kw.middle - self.together_kw.middle

    @property
    def saved_share(self) -> float:
        """Return what together brings as a share of the peak when each spreads by itself."""
        return self.saved_kw / self.spread_kw.middle if self.spread_kw.middle > 0 else 0.0

    def kw(self, strategy: Strategy) -> Band:
        return {
            Strategy.AT_ONCE: self.at_once_kw,
            Strategy.SPREAD: self.spread_kw,
            Strategy.TOGETHER: self.together_kw,
            Strategy.GROUP: self.group_kw,
        }[strategy]


@dataclass(frozen=True, slots=True)
class TerrainOutlook:
    """A terrain: every year, how many companies were given to the model, and the room on its grid where that is known."""

    years: dict[Year, TerrainYear]
    companies: int
    grid_room_kw: float | None = None

    def fits(self, year: Year, strategy: Strategy) -> bool | None:
        """Say whether a strategy stays within the room on the grid in the middle case; None when that is not known."""
        return None if self.grid_room_kw is None else self.years[year].kw(strategy).middle <= self.grid_room_kw
