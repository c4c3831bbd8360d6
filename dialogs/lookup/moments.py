"""The moment that a sentence names: "herinner me morgen om 10 uur", "over een half uur", "vrijdagmiddag na tweeën"."""

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dialogs.dutch.clocks import read_clock
from dialogs.dutch.numerals import in_digits
from dialogs.dutch.reading import Ambiguous
from dialogs.dutch.typed import tidy
from dialogs.lookup.due import LONGEST, LONGEST_CLOCK, read_days
from domain.calendar.here import HERE, date_here
from domain.notices.quiet import NEVER, Quiet

MOST_WORDS = 40
USUAL = datetime.time(9, 0)  # own assumption: somebody who names a day only wants to hear it early on that day
PARTS = {
    "ochtend": datetime.time(9, 0),
    "morgen": datetime.time(9, 0),
    "middag": datetime.time(14, 0),
    "avond": datetime.time(19, 0),
}
WEEKDAY = r"(?:maan|dins|woens|donder|vrij|zater|zon)dag"
TODAY_PART = re.compile(r"\b(?:van|deze )(ochtend|morgen|middag|avond)\b")
DAY_PART = re.compile(rf"\b((?:over)?morgen|{WEEKDAY}) ?(ochtend|middag|avond)\b")
LATER = re.compile(
    r"\b(?:over|na) (?:een |1 |zo'n )?(\d+|half|anderhalf|paar)? ?(min(?:uten|uut)?|kwartier(?:tje)?|uur(?:tje)?|uren)\b"
)
MINUTES = {"m": 1, "k": 15, "u": 60}
CLOCK = re.compile(r"(?:om|tegen|rond|vanaf|na|voor) \S.*|\d{1,2}[:.u]\d{2}(?: uur)?|\d{1,2} ?(?:uur|u)|half \S+")


@dataclass(frozen=True, slots=True)
class Moments:
    """The moments that a sentence can mean, in order and without those that passed; `passed` says that there were some."""

    options: tuple[datetime.datetime, ...] = ()
    passed: bool = False


def read_moment(sentence: str, now: datetime.datetime, quiet: Quiet = NEVER) -> Moments:
    """Return when a sentence says; a day without a time is that morning, a time without a day the next one of it.

    Of "10 uur" the reading is left out that lies in quiet hours, where the other one does not.
    """
    typed = tidy(sentence)
    if (later := after_a_while(in_digits(typed), now)) is not None:
        return Moments((later,))
    part, dated = part_of_day(typed)
    times, around = clock_in(dated.split()[:MOST_WORDS])
    days = days_in(around, date_here(now))
    if not days and not times and part is None:
        return Moments()
    named = days or tuple(date_here(now) + datetime.timedelta(days=count) for count in (0, 1))
    clocks = fitting(times, part) or (part or USUAL,)
    ahead = sorted(one for day in named for time in clocks if (one := datetime.datetime.combine(day, time, HERE)) > now)
    awake = [one for one in ahead if not quiet.holds_for(one.time())] or ahead
    return Moments(tuple(one.astimezone(datetime.UTC) for one in first_ones(awake, by_day=bool(days))), passed=not ahead)


def first_ones(moments: Sequence[datetime.datetime], *, by_day: bool) -> Iterator[datetime.datetime]:
    """Yield those of the first day, where a day was named; else the next time that the clock shows each of these."""
    seen = set[datetime.time]()
    for one in moments:
        if one.date() == moments[0].date() if by_day else one.time() not in seen:
            seen.add(one.time())
            yield one


def after_a_while(typed: str, now: datetime.datetime) -> datetime.datetime | None:
    """Return the moment of "over 2 uur", "over een kwartier"; None when none is named so."""
    found = LATER.search(typed)
    if found is None:
        return None
    amount, unit = found[1] or "1", MINUTES[found[2][0]]
    count = {"half": 0.5, "anderhalf": 1.5, "paar": 2}.get(amount) or min(float(amount) if amount[0].isdecimal() else 1, 10_000)
    return now + datetime.timedelta(minutes=count * unit)


def part_of_day(typed: str) -> tuple[datetime.time | None, str]:
    """Return the time that stands for a part of the day, and the sentence with only its day left of it."""
    if (today := TODAY_PART.search(typed)) is not None:
        return PARTS[today[1]], typed.replace(today[0], "vandaag")
    if (named := DAY_PART.search(typed)) is not None:
        return PARTS[named[2]], typed.replace(named[0], named[1])
    return None, typed


def windows(words: list[str], longest: int) -> Iterator[tuple[int, int]]:
    """Yield where every run of words begins and ends, the longest first."""
    for length in range(min(longest, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            yield start, start + length


def clock_in(words: list[str]) -> tuple[tuple[datetime.time, ...], list[str]]:
    """Return the times that a run of words can mean, and the words around it."""
    for start, end in windows(words, LONGEST_CLOCK):
        phrase = " ".join(words[start:end]).strip(",;:")
        reading = read_clock(phrase) if CLOCK.fullmatch(phrase) else None
        if reading is not None:
            values = tuple(value for _, value in reading.options) if isinstance(reading, Ambiguous) else (reading.value,)
            return values, [*words[:start], *words[end:]]
    return (), words


def days_in(words: list[str], today: datetime.date) -> tuple[datetime.date, ...]:
    """Return the days that a run of words can mean, today or later; of a whole week its monday."""
    bare = [word.strip(",;:") for word in words]
    for start, end in windows(bare, LONGEST):
        phrase = " ".join(bare[start:end])
        if days := read_days(phrase, today):
            return days[:1] if "week" in phrase.split() or "maand" in phrase.split() else days
    return ()


def fitting(times: tuple[datetime.time, ...], part: datetime.time | None) -> tuple[datetime.time, ...]:
    """Return the readings of a time that belong to a part of the day, all of them when none does."""
    if part is None:
        return times
    afternoon = part >= PARTS["middag"]
    return tuple(one for one in times if (one.hour >= 12) is afternoon) or times
