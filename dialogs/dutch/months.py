"""Names of months and days, with their short forms and typing errors."""

import re

from babel import Locale
from rapidfuzz import fuzz, process

DUTCH = Locale("nl")
MONTHS: dict[str, int] = {
    name.lower().rstrip("."): number
    for width in ("wide", "abbreviated")
    for number, name in DUTCH.months["format"][width].items()
} | {"jan": 1, "febr": 2, "maa": 3, "sept": 9, "okt": 10, "oct": 10}
WEEKDAYS: dict[str, int] = {
    name.lower().rstrip("."): number for width in ("wide", "abbreviated") for number, name in DUTCH.days["format"][width].items()
}
# A typing error in a short name says too little: "jumi" is juni or juli.
LONG = [name for name in MONTHS if len(name) > 4]
NO_MONTH = frozenset(("maar", "maand", "maanden"))
CLOSE = 82.0


def month_named(word: str) -> int | None:
    """Return the number of a month; a typing error in a long name is forgiven."""
    known = MONTHS.get(word.rstrip("."))
    if known is not None or len(word) < 4 or word in NO_MONTH:
        return known
    close = process.extractOne(word, LONG, scorer=fuzz.ratio, score_cutoff=CLOSE)
    return None if close is None else MONTHS[close[0]]


def weekday_named(word: str) -> int | None:
    """Return the number of a weekday, monday 0."""
    return WEEKDAYS.get(word.rstrip("."))


def with_month_numbers(text: str) -> str:
    """Return the text with every month name as "m3", so that what follows is one pattern for all months."""
    return re.sub(r"[a-z]+\.?", lambda match: f"m{month}" if (month := month_named(match[0])) else match[0], text)
