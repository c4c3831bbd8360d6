"""The two days that are kept of a reading: a usual working day of the winter, and the day with the highest use."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median_low

from domain.calendar.workdays import is_workday
from domain.demand.measured import MeasuredDays
from domain.demand.quantities import QUARTERS
from domain.meter.clock import date_of, local_day
from domain.meter.outcomes import MeterReading

WINTER = (11, 12, 1, 2)
QUARTER = 15
# Of a day that counts at most so many quarters may be filled in: two hours.
MOST_FILLED = 8


@dataclass(frozen=True, slots=True)
class MeterDays:
    """Both days, which dates they are of, from how many days the usual one was chosen, and whether those were of a winter."""

    measured: MeasuredDays
    usual: datetime.date
    highest: datetime.date
    chosen_from: int
    is_winter: bool
    is_workday: bool


def days_of(reading: MeterReading) -> MeterDays | None:
    """Return the two days of a reading, None when it has no whole day of which the quarters are known.

    The usual day is a day that was: of all working days in the winter the one with the middle number of kWh. A median per quarter
    would be a day that nobody had, without peaks. Without a winter it is of all working days, without those of all days. The
    highest day is the one with the highest use in any quarter, the first of equal ones.
    """
    whole = whole_days(reading)
    if not whole:
        return None
    usual = next(some for some in groups(whole) if some)
    energy = {day: sum(whole[day]) for day in usual}
    middle = median_low(energy.values())
    winter = max(day for day in usual if energy[day] == middle)
    highest = min(whole, key=lambda day: (-max(whole[day]), day))
    return MeterDays(
        MeasuredDays(tuple(whole[winter]), tuple(whole[highest])),
        winter,
        highest,
        len(usual),
        all(day.month in WINTER for day in usual),
        all(is_workday(day) for day in usual),
    )


def groups(days: Iterable[datetime.date]) -> tuple[list[datetime.date], ...]:
    """Return the days to choose from, the best ones first."""
    everything = sorted(days)
    working = [day for day in everything if is_workday(day)]
    return [day for day in working if day.month in WINTER], working, everything


def whole_days(reading: MeterReading) -> Mapping[datetime.date, Sequence[float]]:
    """Return the use in kW by quarter (96 by the clock here) of each day that was measured well enough.

    Hours fill their quarters. What is missing is as high as the higher of its neighbours. When the clock is put back, the higher
    of two quarters of one name counts.
    """
    found: dict[int, dict[int, float]] = {}
    for at, kwh in reading.use.items():
        day, minute = local_day(at)
        kw = round(reading.kw(kwh - reading.back.get(at, 0.0)), 3)
        quarters = found.setdefault(day, {})
        for quarter in range(minute // QUARTER, min((minute + reading.minutes) // QUARTER, QUARTERS)):
            quarters[quarter] = max(kw, quarters.get(quarter, kw))
    return {
        date_of(day): filled(quarters)
        for day, quarters in found.items()
        if len(quarters) >= QUARTERS - MOST_FILLED and date_of(day) not in reading.flat
    }


def filled(quarters: Mapping[int, float]) -> Sequence[float]:
    """Return all 96 quarters of a day: what is missing is as high as the higher of the known ones beside it."""
    if len(quarters) == QUARTERS:
        return [quarters[quarter] for quarter in range(QUARTERS)]
    known = sorted(quarters)
    before = {quarter: max((one for one in known if one < quarter), default=known[0]) for quarter in range(QUARTERS)}
    after = {quarter: min((one for one in known if one > quarter), default=known[-1]) for quarter in range(QUARTERS)}
    return [
        quarters[quarter] if quarter in quarters else max(quarters[before[quarter]], quarters[after[quarter]])
        for quarter in range(QUARTERS)
    ]
