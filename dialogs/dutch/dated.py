"""Days and months as they are stored, "2027-03-12" and "2027-03", and which of them lies nearest."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

FIRST_YEAR, LAST_YEAR = 1990, 2099


@dataclass(frozen=True, slots=True)
class Dated:
    """The days or months a phrase can mean, each as it is stored, and whether the phrase was a rough one."""

    meanings: tuple[str, ...]
    estimate: bool = False


def day_of(year: int, month: int, day: int) -> str | None:
    """Return a day as "2027-03-12", or None when the calendar has no such day."""
    try:
        return date(year, month, day).isoformat() if FIRST_YEAR <= year <= LAST_YEAR else None
    except ValueError:
        return None


def month_of(year: int, month: int) -> str | None:
    """Return a month as "2027-03", or None when there is no such month."""
    return f"{year}-{month:02}" if 1 <= month <= 12 and FIRST_YEAR <= year <= LAST_YEAR else None


def months_on(today: date, months: int) -> str | None:
    """Return the month that lies so many months after today's."""
    years, month = divmod(today.year * 12 + today.month - 1 + months, 12)
    return month_of(years, month + 1)


def nearest(made_in: Callable[[int], str | None], today: date) -> list[str]:
    """Return the last and the next of something that comes once a year, oldest first, with today's own between them."""
    made = [made_in(year) for year in range(today.year - 8, today.year + 9)]  # 29 February skips up to seven years
    possible = [one for one in made if one is not None]
    now = today.isoformat()
    last = [one for one in possible if one < now[: len(one)]][-1:]
    current = [one for one in possible if one == now[: len(one)]]
    following = [one for one in possible if one > now[: len(one)]][:1]
    return last + current + following
