"""A weekday beside a date that is on another day of the week: "dinsdag 3 maart 2027" is a Wednesday."""

import datetime
import re
from collections.abc import Iterator

from domain.language.fault import FaultKind, TextFacts, WordFault

WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MONTHS = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
          "december")  # fmt: skip
DATED = re.compile(
    rf"\b(?P<weekday>{'|'.join(WEEKDAYS)}),? (?:de )?(?P<day>\d{{1,2}})(?:e|de)?"
    rf"(?: (?P<month>{'|'.join(MONTHS)})(?: (?P<year>20\d\d))?|[-/](?P<number>\d{{1,2}})[-/](?P<of>20\d\d))(?!\w)"
)
AGO = datetime.timedelta(days=31)  # own assumption: a date without its year is of the last month, or still to come


def wrong_weekdays(piece: str, start: int, facts: TextFacts) -> Iterator[WordFault]:
    """Yield the weekdays that are not those of their date; `piece` is in small letters, `start` where it begins in the text."""
    for found in DATED.finditer(piece):
        day = day_of(found, facts.today)
        if day is None and (found["year"] or found["of"]):
            yield fault(found, start, "Deze dag staat niet op de kalender.")
        elif day is not None and WEEKDAYS[day.weekday()] != found["weekday"]:
            yield fault(found, start, f"Die dag is een {WEEKDAYS[day.weekday()]}.")


def fault(found: re.Match[str], start: int, why: str) -> WordFault:
    return WordFault(FaultKind.WEEKDAY, start + found.start(), start + found.end(), why)


def day_of(found: re.Match[str], today: datetime.date | None) -> datetime.date | None:
    """Return the date; None where there is no such day, or only the year could tell."""
    month = MONTHS.index(found["month"]) + 1 if found["month"] else int(found["number"])
    given = found["year"] or found["of"]
    if given or today is None:
        return day_in(int(given), month, int(found["day"])) if given else None
    years = (day_in(today.year + more, month, int(found["day"])) for more in (0, 1))
    return next((one for one in years if one is not None and one >= today - AGO), None)


def day_in(year: int, month: int, day: int) -> datetime.date | None:
    """Return a day; None where the calendar has none."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
