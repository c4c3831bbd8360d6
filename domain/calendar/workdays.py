"""Which days are working days here: weekends, and the holidays on which nobody expects us."""

import datetime
from functools import lru_cache

import holidays

WEEKEND = (5, 6)


@lru_cache(maxsize=16)
def holidays_of(year: int) -> dict[datetime.date, str]:
    """Return the Dutch public holidays of a year with their Dutch names (package holidays, after Dutch law)."""
    return dict(holidays.country_holidays("NL", years=year, language="nl"))


def holiday(day: datetime.date) -> str:
    """Return the name of the holiday on this day, an empty text when it is none."""
    return holidays_of(day.year).get(day, "")


def is_weekend(day: datetime.date) -> bool:
    """Say whether a day is a Saturday or a Sunday."""
    return day.weekday() in WEEKEND


def is_workday(day: datetime.date) -> bool:
    """Say whether people work on this day."""
    return not is_weekend(day) and not holiday(day)


def workday_before(day: datetime.date, days: int) -> datetime.date:
    """Return the working day that lies at least this many calendar days before a day."""
    found = day - datetime.timedelta(days=days)
    while not is_workday(found):
        found -= datetime.timedelta(days=1)
    return found
