"""Days per week as people say them: "maandag t/m vrijdag", "elke dag", "doordeweeks"."""

import re

DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
NAMES = {day[:length]: place for place, day in enumerate(DAYS) for length in (2, len(day))}
FIXED = {
    "elke dag": 7, "iedere dag": 7, "alle dagen": 7, "dagelijks": 7, "hele week": 7, "de hele week": 7, "7 op 7": 7,
    "doordeweeks": 5, "werkdagen": 5, "alle werkdagen": 5, "op werkdagen": 5, "elke werkdag": 5, "door de week": 5,
    "iedere werkdag": 5, "alleen doordeweeks": 5,
}  # fmt: skip
SPAN = re.compile(rf"(?:van )?({'|'.join(NAMES)})\.?(?: ?- ?| t/m | tot en met | tm | tot )({'|'.join(NAMES)})")

IN_TEXT = re.compile(rf"(?<!\w){SPAN.pattern}(?!\w)")


def days_in(typed: str) -> int | None:
    """Return how many days a week a tidied text means, or None when it names no days."""
    if typed in FIXED:
        return FIXED[typed]
    span = SPAN.fullmatch(typed)
    return None if span is None else (NAMES[span[2]] - NAMES[span[1]]) % 7 + 1


def days_said(text: str) -> str | None:
    """Return the words for days in a longer tidied text, None when there are none."""
    span = IN_TEXT.search(text)
    fixed = (phrase for phrase in FIXED if f" {phrase} " in f" {text} ")
    return span[0] if span else next(fixed, None)
