"""Moments as files write them: dates, clocks, both in one cell, with and without a zone, and seconds since 1970."""

import datetime
import re
from dataclasses import dataclass
from functools import lru_cache

_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})([-/.])(\d{1,2})|(\d{4})(\d\d)(\d\d)", re.ASCII)
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})([-/.])(\d{4}|\d{2})", re.ASCII)
_CLOCK = re.compile(
    r"(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d{1,9})?)? ?(am|pm)? ?(z|utc|gmt|cest|cet)? ?([+-]\d{2}:?\d{2})?",
    re.ASCII | re.IGNORECASE,
)
_RANGE = re.compile(r"\s*(?:-|–|t/m|tot)\s*(?=\d{1,2}[:.]\d{2})")
_WRITTEN_DAY = re.compile(r"(?:\d{1,9} days?|(\d{4}-\d\d-\d\d)),? ?(.*)")  # a duration of 24:00 in a workbook
_COMPACT = re.compile(r"((?:19|20)\d{6})(\d{2})(\d{2})(?:\d{2})?", re.ASCII)
_SECONDS = re.compile(r"1\d{9}(\d{3})?(\.0+)?", re.ASCII)
EPOCH = datetime.date(1970, 1, 1).toordinal()
DAY = 1440


@dataclass(frozen=True, slots=True)
class WallMoment:
    """Minutes since 1970 as a clock shows them, and how far that clock is ahead of UTC; None: the clock on the wall here."""

    wall: int
    ahead: int | None = None


@lru_cache(maxsize=8192)
def read_date(text: str, *, day_first: bool = True) -> int | None:
    """Return a date as days since 1970, None when it is none. What can only be read in one order is read so."""
    if (found := _YEAR_FIRST.fullmatch(text)) and found[2] == found[4]:
        year, month, day = map(int, found.group(1, 3, 5) if found[1] else found.group(6, 7, 8))
    elif (found := _YEAR_LAST.fullmatch(text)) and found[2] == found[4]:
        one, two, year = map(int, found.group(1, 3, 5))
        day, month = (one, two) if day_first else (two, one)
        year += 2000 if year < 100 else 0
    else:
        return None
    try:
        return datetime.date(year, month, day).toordinal() - EPOCH
    except ValueError:
        return None


@lru_cache(maxsize=8192)
def read_clock(text: str) -> tuple[int, int | None] | None:
    """Return minutes since midnight (24:00 is 1440) and how far ahead of UTC; rounded to the minute; None when it is no time."""
    found = _CLOCK.fullmatch(text.strip())
    if found is None:
        return None
    hours, minutes, seconds = int(found[1]), int(found[2]), int(found[3] or 0)
    if hours > 24 or minutes > 59 or seconds > 60:
        return None
    if found[4]:
        hours = hours % 12 + (12 if found[4].lower() == "pm" else 0)
    return 60 * hours + minutes + (1 if seconds >= 30 else 0), _ahead(found[5], found[6])


def _ahead(zone: str | None, offset: str | None) -> int | None:
    if offset:
        digits = offset[1:].replace(":", "")
        return (-1 if offset[0] == "-" else 1) * (60 * int(digits[:2]) + int(digits[2:]))
    return {"z": 0, "utc": 0, "gmt": 0, "cest": 120, "cet": 60}[zone.lower()] if zone else None


def split_range(text: str) -> tuple[str, str]:
    """Return both ends of "00:00 - 00:15"; the second is empty when there is one time."""
    parts = _RANGE.split(text.strip(), maxsplit=1)
    return (parts[0], parts[1]) if len(parts) == 2 else (text.strip(), "")


def read_moment(text: str, *, day_first: bool = True) -> WallMoment | None:
    """Return the moment in one cell, None when there is none; a date alone is none either."""
    if _SECONDS.fullmatch(text):
        seconds = int(text.partition(".")[0])
        return WallMoment(round((seconds / 1000 if seconds > 10**11 else seconds) / 60), 0)
    if found := _COMPACT.fullmatch(text):
        day, clock = found[1], f"{found[2]}:{found[3]}"
    else:
        day, _, clock = text.replace("T", " ", 1).partition(" ")
    return joined(day, clock, day_first=day_first)


def joined(day: str, clock: str, *, day_first: bool = True) -> WallMoment | None:
    """Return the moment of a date and a time in two cells."""
    days, time = read_date(day.partition(" ")[0].partition("T")[0], day_first=day_first), read_time(clock)
    return None if days is None or time is None else WallMoment(days * DAY + time[0], time[1])


def read_time(text: str) -> tuple[int, int | None] | None:
    """Return the time in a cell; a workbook may hold it with a day before it."""
    if (time := read_clock(text)) is not None:
        return time
    if found := _WRITTEN_DAY.fullmatch(text.replace("T", " ")):
        time = read_clock(found[2])
        return (time[0] + (DAY if text.startswith("1 day") else 0), time[1]) if time else None
    return None


def order_of(texts: list[str]) -> bool | None:
    """Return whether the day comes first in dates with the year last; None when both can be.

    Days that follow each other are in the same month in the right order, and months apart in the wrong one.
    """
    dates = {found.groups() for text in texts if (found := _YEAR_LAST.match(text))}
    if not dates or any(int(one[0]) > 12 for one in dates) or any(one[1] in "-." for one in dates):
        return True  # with dashes and dots nobody here begins with the month
    if any(int(one[2]) > 12 for one in dates):
        return False
    firsts, seconds = {one[0] for one in dates}, {one[2] for one in dates}
    if len(firsts) == len(seconds) or len(dates) < 3:
        return None
    return len(firsts) > len(seconds)
