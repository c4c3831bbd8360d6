"""The total of a terrain by class of vehicle and by hour of the day, as published; and what is missing where it is not."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from domain.demand.quantities import Year
from domain.intake.vehicles import VehicleClass

HOURS = 24


class Lack(StrEnum):
    """Why something is not shown."""

    COMPANIES = "companies"  # too few have something to add
    LARGE = "large"  # one would be most of it, or most of what somebody does not see yet
    BEFORE = "before"  # beside what was shown before, a few companies could be told


@dataclass(frozen=True, slots=True)
class Missing:
    """What is missing before something can be shown; `companies` more at least, nought where a number does not say it."""

    lack: Lack
    companies: int = 0


@dataclass(frozen=True, slots=True)
class ClassTotal:
    """One class of vehicles: kWh on a winter working day, of so many companies that have it; rounded."""

    kwh: float
    companies: int


@dataclass(frozen=True, slots=True)
class ClassTotals:
    """The classes of a terrain in one year. A class that nobody has is left out; one that cannot be shown says why."""

    year: Year
    at: datetime.datetime
    by_class: Mapping[VehicleClass, ClassTotal | Missing]


@dataclass(frozen=True, slots=True)
class HourTotals:
    """What charging asks by the hour of the day when all plug in on return: (24,) kW, the mean of each hour; rounded.

    Hours in which too few companies charge are taken together with the hours beside them: they have the same mean.
    """

    year: Year
    at: datetime.datetime
    companies: int
    kw: tuple[float, ...]

    def __post_init__(self) -> None:
        """Refuse a day of another length."""
        if len(self.kw) != HOURS:
            raise ValueError(f"a day has {HOURS} hours")


ByClass = Mapping[Year, ClassTotals | Missing]
ByHour = Mapping[Year, HourTotals | Missing]
