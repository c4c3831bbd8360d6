"""When we are quiet: not in the evening, at weekends or on holidays, unless the team says so."""

import datetime
from dataclasses import dataclass

from domain.calendar.here import HERE
from domain.calendar.workdays import holiday, is_weekend

WEEKEND, HOLIDAYS = "weekend", "feestdagen"
# Own assumption: what is gathered for a day is told when most people still have time to read it.
GATHERED_AT = datetime.time(16, 0)


@dataclass(frozen=True, slots=True)
class Quiet:
    """The hours from `start` to `end` by the clock here, perhaps over midnight, and whole days. Equal hours: never."""

    start: datetime.time = datetime.time(18, 0)
    end: datetime.time = datetime.time(8, 0)
    weekends: bool = True
    holidays: bool = True

    def holds_at(self, moment: datetime.datetime) -> bool:
        """Say whether we are quiet at a moment (any time zone, none left out)."""
        here = moment.astimezone(HERE)
        return self.holds_on(here.date()) or self.holds_for(here.time())

    def holds_on(self, day: datetime.date) -> bool:
        return (self.weekends and is_weekend(day)) or (self.holidays and bool(holiday(day)))

    def holds_for(self, time: datetime.time) -> bool:
        """Say whether we are quiet at a time of day."""
        if self.start <= self.end:
            return self.start <= time < self.end
        return time >= self.start or time < self.end

    def after(self, moment: datetime.datetime) -> datetime.datetime:
        """Return the first moment from this one on, in UTC, at which we are not quiet."""
        found = moment
        while self.holds_at(found):
            here = found.astimezone(HERE)
            ends = here.date() if not self.holds_on(here.date()) and here.time() < self.end else next_day(here.date())
            opens = self.end if self.holds_for(datetime.time(0)) else datetime.time(0)
            later = datetime.datetime.combine(ends, opens, HERE).astimezone(datetime.UTC)
            found = later if later > found else found + datetime.timedelta(hours=1)
        return found.astimezone(datetime.UTC)

    def gathering(self, moment: datetime.datetime) -> datetime.datetime:
        """Return when what is gathered for a day is told: the first time at which that is, and we are not quiet."""
        here = moment.astimezone(HERE)
        day = here.date() if here.time() < GATHERED_AT else next_day(here.date())
        return self.after(datetime.datetime.combine(day, GATHERED_AT, HERE))


NEVER = Quiet(datetime.time(0), datetime.time(0), weekends=False, holidays=False)


def next_day(day: datetime.date) -> datetime.date:
    return day + datetime.timedelta(days=1)


def read_hours(text: str) -> tuple[datetime.time, datetime.time]:
    """Read "18:00-08:00"; an empty text gives equal hours, which means never. Raises ValueError for anything else."""
    if not text.strip():
        return datetime.time(0), datetime.time(0)
    start, end = (datetime.datetime.strptime(part.strip(), "%H:%M").time() for part in text.split("-"))  # noqa: DTZ007 - a clock
    if start == end:
        raise ValueError("equal hours")
    return start, end
