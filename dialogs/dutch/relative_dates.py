"""Dates counted from today: "morgen", "over drie weken", "volgende week dinsdag"."""

import re
from datetime import date, timedelta

from dialogs.dutch.dated import Dated, day_of, months_on
from dialogs.dutch.months import WEEKDAYS, weekday_named

NAMED = {"vandaag": 0, "nu": 0, "morgen": 1, "overmorgen": 2, "gisteren": -1, "eergisteren": -2}
DAY_COUNTS = {"dag": 1, "dagen": 1, "week": 7, "weken": 7}
MONTH_COUNTS = {"maand": 1, "maanden": 1, "kwartaal": 3, "kwartalen": 3, "jaar": 12, "jaren": 12}
COUNTED = re.compile(rf"(over|binnen)? ?(een|\d+|half|een half|anderhalf) ({'|'.join(DAY_COUNTS | MONTH_COUNTS)})( geleden)?")
SPAN = re.compile(r"(volgende|komende|aanstaande|vorige|afgelopen|deze)(?: hele)? (week|maand)")
FARTHEST = 1200

NAME = "(?P<weekday>" + "|".join(sorted(WEEKDAYS, key=len, reverse=True)) + r")\.?"
WEEKDAY = re.compile(
    rf"(?:(?P<week>volgende|vorige|deze|komende|afgelopen|aanstaande) week {NAME})"
    rf"|(?:(?P<side>volgende|komende|aanstaande|aanst\.|a\.s\.|vorige|afgelopen|deze)? ?{NAME.replace('weekday', 'alone')})"
    rf"|(?:{NAME.replace('weekday', 'first')} (?P<after>volgende|vorige|deze|komende|over een) week)"
    rf"|(?:{NAME.replace('weekday', 'counted')} over (?P<weeks>\d{{1,2}}) weken)"
    rf"|(?:over (?P<before>\d{{1,2}}) weken (?:op )?{NAME.replace('weekday', 'then')})"
)


def relative_date(text: str, today: date) -> Dated | None:
    """Return what a tidied text with digits means, counted from today, or None when it does not count from today."""
    if text in NAMED:
        return days_on(today, NAMED[text])
    if counted := COUNTED.fullmatch(text):
        return counted_from(today, counted)
    if span := SPAN.fullmatch(text):
        return span_from(today, *span.groups())
    weekday = WEEKDAY.fullmatch(text)
    return None if weekday is None else weekday_from(today, weekday)


def days_on(today: date, *days: int, estimate: bool = False) -> Dated | None:
    """Return the days that lie so many days after today."""
    try:
        later = [today + timedelta(days=count) for count in days]
    except OverflowError:
        return None
    valid = tuple(day for one in later if (day := day_of(one.year, one.month, one.day)) is not None)
    return Dated(valid, estimate) if valid else None


def counted_from(today: date, counted: re.Match[str]) -> Dated | None:
    """Read "over 3 weken", "2 maanden geleden", "over een half jaar"; years are rough, and so is "binnen"."""
    ahead, amount, unit, ago = counted.groups()
    if bool(ahead) == bool(ago) or (amount.isdecimal() and int(amount) > FARTHEST):
        return None
    halves = {"een": 2, "half": 1, "een half": 1, "anderhalf": 3}.get(amount) or 2 * int(amount)
    sign = -1 if ago else 1
    if unit in DAY_COUNTS:
        return days_on(today, sign * halves * DAY_COUNTS[unit] // 2, estimate=ahead == "binnen" or halves % 2 == 1)
    month = months_on(today, sign * halves * MONTH_COUNTS[unit] // 2)
    return Dated((month,), ahead == "binnen" or MONTH_COUNTS[unit] > 1) if month else None


def span_from(today: date, side: str, unit: str) -> Dated | None:
    """Read "volgende maand", and "volgende week" as its monday, an estimate."""
    step = 0 if side == "deze" else -1 if side in ("vorige", "afgelopen") else 1
    if unit == "week":
        return days_on(today, 7 * step - today.weekday(), estimate=True)
    month = months_on(today, step)
    return Dated((month,)) if month else None


def weekday_from(today: date, match: re.Match[str]) -> Dated | None:
    """Read a weekday, alone or with a word about which one, or about its week."""
    named = next(filter(None, match.group("weekday", "alone", "first", "counted", "then")))
    weekday = weekday_named(named) or 0
    in_this_week = weekday - today.weekday()
    coming = in_this_week % 7 or 7
    week = match["week"] or match["after"]
    if week == "over een":
        return days_on(today, in_this_week % 7 + 7)
    if weeks := int(match["weeks"] or match["before"] or 0):
        return days_on(today, in_this_week + 7 * weeks)
    if week:
        return days_on(today, in_this_week + {"deze": 0, "vorige": -7, "afgelopen": -7}.get(week, 7))
    return days_on(today, *ways_to_mean(match["side"], in_this_week, coming))


def ways_to_mean(side: str | None, in_this_week: int, coming: int) -> tuple[int, ...]:
    """Return how many days on "dinsdag" can be; "volgende dinsdag" is the first one or the one in the week after."""
    match side:
        case "vorige" | "afgelopen":
            return (coming - 7 if coming < 7 else -7,)
        case "deze":
            return (in_this_week,)
        case "volgende":
            return tuple(sorted({coming, in_this_week + 7}))
        case None if coming == 7:
            return (0, 7)
        case _:
            return (coming,)
