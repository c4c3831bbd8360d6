"""The day in a sentence: "Marieke bellen voor 12 januari", "vrijdag offerte vragen", "zaal openen morgen om half drie"."""

import datetime
import re
from calendar import monthrange
from dataclasses import dataclass, replace

from cards.formats import day
from dialogs.dutch.clocks import read_clock
from dialogs.dutch.dates import read_date
from dialogs.dutch.months import WEEKDAYS
from dialogs.dutch.reading import Ambiguous

LONGEST = 7  # words that can name a day: "uiterlijk op vrijdag 12 maart volgend jaar"
LEAD = re.compile(
    r"^(?:(?:klaar|af|gereed|graag|liefst) )?(?:voor|vóór|uiterlijk|tegen|op|per|in|uiterlijk op|uiterlijk in|niet later dan)\s+",
    re.IGNORECASE,
)
# Without a word in front, only what can hardly mean anything else is taken for a day.
WHICH = r"(?:(?:volgende|komende|aanstaande|deze|a\.s\.) )?(?:week )?"
ALONE = re.compile(
    rf"(?:over)?morgen|vandaag|{WHICH}(?:{'|'.join(WEEKDAYS)})\.?(?: volgende week)?"
    rf"|(?:de )?(?:eerste|tweede|derde|vierde|laatste) (?:{'|'.join(WEEKDAYS)}) (?:van |in )?\w+(?: \d{{4}})?"
    rf"|(?:{'|'.join(WEEKDAYS)}) over \w+ (?:weken|week)|over \w+ weken (?:op )?(?:{'|'.join(WEEKDAYS)})"
    r"|volgende week|over \w+ (?:dagen|weken|maanden|week|maand)",
    re.IGNORECASE,
)
DIGIT, MONTH_BEHIND = re.compile(r"\d"), re.compile(r"[-/]|\b[a-z]{3}", re.IGNORECASE)  # "12-1", "12 januari"
LONGEST_PHRASE = 80  # characters; what names a day or a time is never longer
LONGEST_CLOCK = 6  # words that can name a time: "om tien voor half drie 's middags"
PART_OF_DAY = r"(?: 's (?:ochtends|middags|avonds))?"
CLOCK = re.compile(
    rf"om .+|\d{{1,2}}[:.u]\d{{2}}(?: uur)?|\d{{1,2}} ?(?:uur|u){PART_OF_DAY}"
    rf"|(?:half|\w+ (?:minuten )?(?:voor|over)(?: half)?) \w+{PART_OF_DAY}",
    re.IGNORECASE,
)
DAY_AND_TIME = re.compile(r"^\d+(?:[.,:]\d+)*$")


@dataclass(frozen=True, slots=True)
class Due:
    """A sentence without its day, and the day. Several `options` are to be asked back; `words` is how the day was typed, and
    `clock` the time behind it, which stays in the sentence.
    """

    text: str
    day: datetime.date | None = None
    options: tuple[datetime.date, ...] = ()
    words: str = ""
    clock: str = ""


def read_due(sentence: str, today: datetime.date) -> Due:
    """Return the sentence with the day at its end or its start taken off; a sentence without one stays whole."""
    words = sentence.split()
    for start in range(max(2, len(words) - LONGEST_CLOCK), len(words)):
        before, clock = " ".join(words[:start]), " ".join(words[start:])
        if len(clock) <= LONGEST_PHRASE and CLOCK.fullmatch(clock) and read_clock(clock) is not None:
            due = without_day(before, today)
            if due.words and before.endswith(due.words):
                return replace(due, text=f"{due.text} {clock}".strip(), clock=clock)
    return without_day(sentence, today)


def without_day(sentence: str, today: datetime.date) -> Due:
    """Return the same of a sentence without a time behind its day."""
    words = sentence.split()
    for length in range(min(LONGEST, len(words) - 1), 0, -1):
        for phrase, rest in ((words[-length:], words[:-length]), (words[:length], words[length:])):
            found = read_days(" ".join(phrase), today)
            if found:
                text = " ".join(rest).strip(" ,;:-")
                only = found[0] if len(found) == 1 else None
                return Due(text, only, () if only else found, " ".join(phrase))
    return Due(sentence)


def read_days(phrase: str, today: datetime.date) -> tuple[datetime.date, ...]:
    """Return the days a phrase can mean as a day to be ready, today or later; all of them when all have passed."""
    if len(phrase) > LONGEST_PHRASE:
        return ()
    bare = LEAD.sub("", phrase)
    if not bare or DAY_AND_TIME.match(bare) or (bare == phrase and not stands_alone(phrase)):
        return ()
    reading = read_date(bare, today=today)
    if reading is None:
        return ()
    values = [value for _, value in reading.options] if isinstance(reading, Ambiguous) else [reading.value]
    days = sorted({one for value in values if value for one in days_in(value, bare)})
    return tuple(one for one in days if one >= today) or tuple(days)


def stands_alone(phrase: str) -> bool:
    """Say whether a phrase can hardly mean anything but a day: "morgen", or a number with a month or a dash behind it."""
    digit = DIGIT.search(phrase)
    return ALONE.fullmatch(phrase) is not None or (digit is not None and MONTH_BEHIND.search(phrase, digit.end()) is not None)


def days_in(value: str, words: str) -> tuple[datetime.date, ...]:
    """Return the days that a reading can stand for: a day itself; of a week its last working day; of a month both ends."""
    if len(value) == len("2027-03"):
        first = datetime.date.fromisoformat(f"{value}-01")
        return (first, first.replace(day=monthrange(first.year, first.month)[1]))
    one = datetime.date.fromisoformat(value)
    return (one, one + datetime.timedelta(days=4)) if re.search(r"\bweek$", words, re.IGNORECASE) else (one,)


def ask_day(due: Due) -> tuple[tuple[str, str], ...]:
    """Return the days to ask back, each as shown and as stored; at most four."""
    return tuple((day(one), one.isoformat()) for one in due.options[:4])
