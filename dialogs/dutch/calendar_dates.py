"""Dates that name their month or year: "12-03-2027", "maart volgend jaar", "begin 2027", "Q3 2027"."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial

from dialogs.dutch.dated import Dated, day_of, month_of, nearest
from dialogs.dutch.months import WEEKDAYS, weekday_named, with_month_numbers
from dialogs.dutch.numerals import ORDINALS

# The month that stands for a part of a year; "winter" can mean both ends of it.
PARTS = {
    "begin": (1,), "medio": (7,), "eind": (12,), "h1": (4,), "h2": (10,), "q1": (2,), "q2": (5,), "q3": (8,), "q4": (11,),
    "voorjaar": (4,), "zomer": (7,), "najaar": (10,), "winter": (1, 12),
}  # fmt: skip
SAME = (
    (re.compile(r"\b(?:start|aanvang|het begin|begin van|in het begin)\b(?: van)?"), "begin"),
    (re.compile(r"\b(?:midden|halverwege|half)\b(?: van)?(?= (?:\d{4}|m\d))"), "medio"),
    (re.compile(r"\b(?:het einde|einde|het eind|ultimo|eind van)\b(?: van)?"), "eind"),
    (re.compile(r"\b(?:de )?lente\b"), "voorjaar"), (re.compile(r"\b(?:de )?herfst\b"), "najaar"),
    (re.compile(r"\b(?:het )?(?:1e|eerste) (?:kwartaal|kw)\b|\b(?:kwartaal|kw) 1\b"), "q1"),
    (re.compile(r"\b(?:het )?(?:2e|2de|tweede) (?:kwartaal|kw)\b|\b(?:kwartaal|kw) 2\b"), "q2"),
    (re.compile(r"\b(?:het )?(?:3e|3de|derde) (?:kwartaal|kw)\b|\b(?:kwartaal|kw) 3\b"), "q3"),
    (re.compile(r"\b(?:het )?(?:4e|4de|vierde|laatste) (?:kwartaal|kw)\b|\b(?:kwartaal|kw) 4\b"), "q4"),
    (re.compile(r"\b(?:de )?(?:1e|eerste) helft\b"), "h1"), (re.compile(r"\b(?:de )?(?:2e|2de|tweede) helft\b"), "h2"),
    (re.compile(r"\b(q[1-4]|h[12]|eind|begin|medio|voorjaar|zomer|najaar|winter|m\d+) van\b"), r"\1"),
    (re.compile(r"(?<!\w)'(\d\d)\b"), r"20\1"), (re.compile(r"^(?:de|het) "), ""), (re.compile(r"\bjaar (?=\d{4})"), ""),
)  # fmt: skip
PART = "|".join(PARTS)
NEXT, LAST = "(?:komende?|volgende?|aanstaande?)", "(?:afgelopen|vorige?)"
SEPARATOR = r" ?[-/. ] ?"


def calendar_date(text: str, today: date) -> Dated | None:
    """Return what a tidied text with digits means as a date, or None when it names no month or year."""
    named = with_month_numbers(with_years(text, today))
    for pattern, same in SAME:
        named = pattern.sub(same, named)
    named = re.sub(r"\b(?:begin|medio|eind) (?=m\d)", "", " ".join(named.split()))
    for shape, meaning in SHAPES:
        found = shape.fullmatch(named)
        if found is not None:
            return meaning(found.groups(), today)
    return None


def with_years(text: str, today: date) -> str:
    """Return the text with "volgend jaar" and its kin as a year in digits."""
    text = re.sub(rf"\b(?:{NEXT}) jaar\b", str(today.year + 1), text)
    text = re.sub(rf"\b(?:{LAST}) jaar\b", str(today.year - 1), text)
    return re.sub(r"\b(?:dit|van het|het) jaar\b", str(today.year), text)


def dated(days: Iterable[str | None], *, estimate: bool = False) -> Dated | None:
    """Return the valid ones among possible dates, or None when there are none."""
    valid = tuple(dict.fromkeys(one for one in days if one is not None))
    return Dated(valid, estimate) if valid else None


Groups = tuple[str, ...]


def day_month_year(parts: Groups, _: date) -> Dated | None:
    """Read day, month and year, in the order of the Netherlands."""
    year = int(parts[2]) + (2000 if len(parts[2]) == 2 else 0)
    return dated([day_of(year, int(parts[1]), int(parts[0]))])


def year_month_day(parts: Groups, _: date) -> Dated | None:
    return dated([day_of(int(parts[0]), int(parts[1]), int(parts[2]))])


def month_year(parts: Groups, _: date) -> Dated | None:
    return dated([month_of(int(parts[1]), int(parts[0]))])


def year_month(parts: Groups, today: date) -> Dated | None:
    return month_year((parts[1], parts[0]), today)


def day_month(parts: Groups, today: date) -> Dated | None:
    """Read a day and a named month without a year: the last one or the next one."""
    return dated(nearest(lambda year: day_of(year, int(parts[1]), int(parts[0])), today))


def two_numbers(parts: Groups, today: date) -> Dated | None:
    """Read "12-03", which can be 12 maart, 3 december, and sometimes a month with a short year."""
    first, second = int(parts[0]), int(parts[1])
    straight = nearest(lambda year: day_of(year, second, first), today)
    turned = nearest(lambda year: day_of(year, first, second), today)
    short = [month_of(2000 + second, first)] if 20 <= second <= 40 else []
    if (straight and turned and first != second) or short:
        close = [min(days, key=lambda day: abs(date.fromisoformat(day) - today)) for days in (straight, turned) if days]
        return dated([*close, *short]) if len(close) + len(short) > 1 else None  # "2-30" is hardly a month
    return dated(straight or turned)


def month_number(parts: Groups, today: date) -> Dated | None:
    """Read "maart 27": the month of 2027, or the 27th."""
    month, number = int(parts[0]), int(parts[1])
    year = [month_of(2000 + number, month)] if number >= 20 else []
    return dated([*year, *nearest(lambda year: day_of(year, month, number), today)])


def month_alone(parts: Groups, today: date) -> Dated | None:
    """Read "maart", "komende maart": without a word about the year it is the last one or the next one."""
    side, month = parts
    return dated(pick(nearest(lambda year: month_of(year, int(month)), today), side))


def weekday_of_month(parts: Groups, today: date) -> Dated | None:
    """Read "3e donderdag van m1" and "laatste vrijdag van m2 2027": without a year the last one or the next one."""
    which, weekday, month, year = parts[0], weekday_named(parts[1]) or 0, int(parts[2]), parts[3]
    place = 0 if which == "laatste" else ORDINALS.index(which) + 1 if which in ORDINALS else int(which)
    if year:
        return dated([nth_weekday(int(year), month, weekday, place)])
    return dated(nearest(lambda one: nth_weekday(one, month, weekday, place), today))


def nth_weekday(year: int, month: int, weekday: int, place: int) -> str | None:
    """Return the first, second, ... of a weekday in a month, 0 the last one; None when the month has none."""
    if not 1 <= month <= 12:
        return None
    first, days = monthrange(year, month)
    those = range(1 + (weekday - first) % 7, days + 1, 7)
    return day_of(year, month, those[place - 1]) if place <= len(those) else None


def part_of_year(parts: Groups, _: date) -> Dated | None:
    """Read "begin 2027" and "Q3 2027" as the month in its middle, an estimate."""
    return dated((month_of(int(parts[1]), month) for month in PARTS[parts[0]]), estimate=True)


def year_part(parts: Groups, today: date) -> Dated | None:
    """Read "2027 Q3"."""
    return part_of_year((parts[1], parts[0]), today)


def part_alone(parts: Groups, today: date) -> Dated | None:
    """Read "komende zomer" or "Q3"."""
    side, part = parts
    days = [day for month in PARTS[part] for day in pick(nearest(partial(in_year, month), today), side)]
    return dated(days, estimate=True)


def year_alone(parts: Groups, _: date) -> Dated | None:
    """Read a bare year: its begin, middle or end, to be asked back."""
    return dated((month_of(int(parts[0]), month) for month in (1, 7, 12)), estimate=True)


def in_year(month: int, year: int) -> str | None:
    """Return the month of a year; the order of arguments that `nearest` can fill."""
    return month_of(year, month)


def pick(days: list[str], side: str | None) -> list[str]:
    """Return the last or the next of two dates as the word before it says, else both."""
    if not side or len(days) < 2:
        return days
    return days[-1:] if re.fullmatch(NEXT, side) else days[:1]


DAY_NAME = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
NTH = re.compile(
    rf"([1-5]|{'|'.join(ORDINALS[:5])}|laatste)(?:e|de|ste)? ({DAY_NAME}) (?:van |in )?(?:de maand )?m(\d+)(?: (\d{{4}}))?"
)
SHAPES: tuple[tuple[re.Pattern[str], Callable[[Groups, date], Dated | None]], ...] = (
    (re.compile(rf"(\d{{1,2}}){SEPARATOR}(\d{{1,2}}){SEPARATOR}(\d{{4}}|\d{{2}})"), day_month_year),
    (re.compile(r"(\d{1,2})(?:e|de|ste)?[ -]?m(\d+)[ ,-]*(\d{4})"), day_month_year),
    (re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})"), year_month_day),
    (re.compile(r"m(\d+)[ -]*(\d{4})"), month_year),
    (re.compile(rf"(\d{{1,2}}){SEPARATOR}(\d{{4}})"), month_year),
    (re.compile(r"(\d{4})[-/. ]m?(\d{1,2})"), year_month),
    (re.compile(r"(\d{1,2})(?:e|de|ste)?[ -]?m(\d+)"), day_month),
    (re.compile(r"(\d{1,2}) ?[-/.] ?(\d{1,2})"), two_numbers),
    (re.compile(r"m(\d+) (\d{1,2})"), month_number),
    (re.compile(rf"(?:({NEXT}|{LAST}) )?m(\d+)"), month_alone),
    (NTH, weekday_of_month),
    (re.compile(rf"({PART})[ -]?(\d{{4}})"), part_of_year),
    (re.compile(rf"(\d{{4}})[ -]?({PART})"), year_part),
    (re.compile(rf"(?:({NEXT}|{LAST}) )?({PART})"), part_alone),
    (re.compile(r"(\d{4})"), year_alone),
)
