"""Numbers, dates and lists as people in the Netherlands write them; what is here is read back by dialogs/dutch."""

import datetime
from collections.abc import Sequence
from functools import lru_cache

from babel.dates import format_date
from babel.numbers import format_decimal

from domain.calendar.here import HERE

LOCALE = "nl_NL"


@lru_cache(maxsize=1000)
def number(value: float, unit: str = "") -> str:
    """Return a number with at most two decimals and its unit: "1.250,5", "12 kW", "80%"."""
    digits: str = format_decimal(round(value, 2) or 0, format="#,##0.##", locale=LOCALE, decimal_quantization=False)
    if unit == "%":
        return f"{digits}%"
    return f"{digits} {unit}" if unit else digits


def percentage(value: float) -> str:
    """Return a share of 0 to 100 as "80%"."""
    return number(value, "%")


def clock(value: datetime.time) -> str:
    """Return a time of day as "18:30"."""
    return value.strftime("%H:%M")


def day(value: datetime.date) -> str:
    """Return a date as "12 maart 2027"."""
    text: str = format_date(value, "d MMMM y", locale=LOCALE)
    return text


def weekday(value: datetime.date) -> str:
    """Return a date with its day of the week: "vrijdag 12 maart 2027"."""
    text: str = format_date(value, "EEEE d MMMM y", locale=LOCALE)
    return text


def month(value: str) -> str:
    """Return a month as it is stored ("2027-03") as "maart 2027"; ValueError when it is none."""
    text: str = format_date(datetime.date.fromisoformat(f"{value}-01"), "MMMM y", locale=LOCALE)
    return text


def moment(value: datetime.datetime) -> str:
    """Return a moment, any time zone but none left out, as the clock here shows it: "23 november 2026, 14:05"."""
    if value.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    here = value.astimezone(HERE)
    return f"{day(here.date())}, {clock(here.time())}"


def day_of(value: datetime.datetime) -> str:
    """Return the day of a moment, as the calendar here shows it: "23 november 2026"."""
    return moment(value).partition(",")[0]


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """Return a text as it goes on in the middle of a sentence."""
    return text[:1].lower() + text[1:]


def listing(items: Sequence[str], last: str = "en") -> str:
    """Return "a, b en c"; an empty list gives an empty text."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def plural(count: float, one: str, many: str) -> str:
    """Return a number with the word that goes with it: "1 bedrijf", "3 bedrijven"."""
    return f"{number(count)} {one if count == 1 else many}"


def some(count: float, one: str, many: str) -> str:
    """Return the same, and of nothing "geen bedrijven"."""
    return plural(count, one, many) if count else f"geen {many}"
