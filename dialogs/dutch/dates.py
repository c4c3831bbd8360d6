"""Dates as people type them, to the day or to the month, without guessing a year or an order."""

import re
from datetime import date

from cards.formats import day, month
from dialogs.dutch.calendar_dates import calendar_date
from dialogs.dutch.doubt import read_unknown
from dialogs.dutch.hedges import without_hedges, without_rounding
from dialogs.dutch.months import weekday_named
from dialogs.dutch.numerals import in_digits
from dialogs.dutch.reading import Reading, choose
from dialogs.dutch.relative_dates import relative_date
from dialogs.dutch.typed import tidy

LEADING = re.compile(r"^(?:(?:op|in|per|vanaf|sinds|uit|rond|(?:het|dat) (?:was|is|wordt)|de maand|maand|al|was|is) )+")
TIME_OF_DAY = re.compile(r"(?<=\d{4})[, ]+(?:om )?\d{1,2}[:.]\d{2}(?: uur)?$")


def read_date(text: str, *, today: date) -> Reading[str]:
    """Read a day as "2027-03-12" or a month as "2027-03".

    What names no exact month ("begin 2027", "Q3 2027") becomes a month as an estimate; a bare year is asked back.
    """
    if read_unknown(text):
        return None
    bare, hedged = without_hedges(tidy(text))
    bare, rounded = without_rounding(in_digits(bare))
    bare, weekday = split_weekday(LEADING.sub("", TIME_OF_DAY.sub("", bare)))
    found = relative_date(bare, today) or calendar_date(bare, today)
    if found is None:
        return None
    meanings = [one for one in found.meanings if weekday is None or falls_on(one, weekday)]
    return choose(((label(one, found.meanings), one) for one in meanings), estimate=hedged or rounded or found.estimate)


def label(meaning: str, among: tuple[str, ...]) -> str:
    """Return how a meaning is shown; of the three parts of a bare year each is called by its name."""
    if [one[4:] for one in among] == ["-01", "-07", "-12"]:
        return f"{dict(zip(among, ('begin', 'halverwege', 'eind'), strict=True))[meaning]} {meaning[:4]}"
    return day(date.fromisoformat(meaning)) if len(meaning) > len("2027-03") else month(meaning)


def split_weekday(text: str) -> tuple[str, int | None]:
    """Return a text without the weekday before an exact date, and that weekday."""
    named = re.match(r"([a-z]+)\.?,? (?=\d)", text)
    weekday = weekday_named(named[1]) if named else None
    return (text, None) if named is None or weekday is None else (text[named.end() :], weekday)


def falls_on(meaning: str, weekday: int) -> bool:
    """Say whether a day is that weekday; a month never is."""
    return len(meaning) > len("2027-03") and date.fromisoformat(meaning).weekday() == weekday
