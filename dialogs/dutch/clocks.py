"""Times of day as people type them: "18.30", "half zeven", "kwart voor zes 's avonds"."""

import re
from collections.abc import Iterator
from datetime import time
from typing import Literal

from cards.formats import clock
from dialogs.dutch.doubt import read_unknown
from dialogs.dutch.hedges import without_hedges, without_rounding
from dialogs.dutch.numerals import in_digits
from dialogs.dutch.reading import Reading, choose
from dialogs.dutch.typed import in_standard, tidy

Around = Literal["morning", "evening"]
DAY, HALF_DAY = 24 * 60, 12 * 60

# Which minutes of the day a part of the day covers; "12 uur 's avonds" is midnight, so the evening runs on to 1:00.
PARTS: dict[str, tuple[tuple[int, int], ...]] = {
    "morning": ((0, 720),),
    "afternoon": ((720, 1140),),
    "evening": ((1020, 1440), (0, 60)),
    "night": ((1320, 1440), (0, 420)),
    "am": ((0, 720),),
    "pm": ((720, 1440),),
}
PART_NAMES = (
    (
        "morning",
        re.compile(
            r"(?<![\w'])(?:in de |'s ?|s ?)?(?:vroege )?(?:morgens|mornes|ochtends|ochends|ochtend|morgen)(?: vroeg)?(?!\w)"
        ),
    ),
    ("afternoon", re.compile(r"(?<![\w'])(?:in de |'s ?|s ?)?(?:middags|middag|namiddag)(?!\w)")),
    ("evening", re.compile(r"(?<![\w'])(?:in de |'s ?|s ?)?(?:avonds|avends|oavends|aovends|avond)(?: laat)?(?!\w)")),
    ("night", re.compile(r"(?<![\w'])(?:midden )?(?:in de |'s ?|s ?)?(?:nachts|nacht)(?!\w)")),
    ("am", re.compile(r"(?<![\w'])a\.?m\b\.?(?!\w)")),
    ("pm", re.compile(r"(?<![\w'])p\.?m\b\.?(?!\w)")),
)
# Where the other reading would be absurd: a truck leaves at 4-10 h, and is home by 18-21 h. "Half zes" is asked back: who drives
# at night is home by then too.
USUAL: dict[Around, tuple[int, int]] = {"morning": (4 * 60, 10 * 60), "evening": (18 * 60, 21 * 60)}

EARLY_OR_LATE = re.compile(r"\b(?:(?:heel|best|erg|vrij|lekker|redelijk) )?(?:vroeg|laat)\b")
INFLECTED = {
    "enen": 1, "tweeen": 2, "drieen": 3, "vieren": 4, "vijven": 5, "zessen": 6, "zevenen": 7, "achten": 8, "negenen": 9,
    "tienen": 10, "elven": 11, "twaalven": 12,
}  # fmt: skip
FILLER = re.compile(
    r"\b(?:om|vanaf|sinds|het is|het wordt|dat is|is|wij|we|ze|zij|komen|gaan|vertrekken|rijden|weg|terug|thuis|binnen|elke dag"
    r"|iedere dag|exact|precies|stipt|klokslag|de klok van|ja|de meesten?|gemiddeld|dan|al|er|zo|hier|op het terrein|zijn"
    r"|pas|weer|wel|toch|hoor)\b"
)
NAMED = {"middernacht": 0, "12 uur middernacht": 0, "noen": 720, "twaalf uur noen": 720}
DIGITAL = re.compile(r"(\d{1,2})(?: ?[:.,] ?|[hu]|(?=\d\d))(\d{2})(?:[:.]00)?(?: ?(?:uur|u|h))?")
HOUR_MINUTES = re.compile(r"(\d{1,2})(?: ?(?:uur|u|h))? (\d{2})")
WHOLE = re.compile(r"(\d{1,2})(?: ?(?:uur|u|uren|h))?")
SPOKEN = re.compile(r"(?:(kwart|\d{1,2})(?: ?(?:min|minuten|minuut))? (over|voor) )?(half )?(\d{1,2})(?: ?(?:uur|u))?")
OPENING = re.compile(r"(?:tussen |van )?")
BETWEEN = re.compile(r" ?[-/] ?| (?:tot en met|tot|t/m|of|a|en) ")


def read_clock(text: str, *, around: Around | None = None) -> Reading[time]:
    """Read a time of day; "half zeven" has two meanings, unless the words or the question leave only one.

    `around` says when the question expects it: the other half of the day is then dropped only where it would be absurd.
    """
    typed = in_standard(tidy(text))
    if typed.startswith("-") or read_unknown(text):
        return None
    bare, hedged = without_hedges(typed)
    if EARLY_OR_LATE.search(bare) and part_of_day(bare)[0] is None:  # "vroeg", in the evening: which of the two is asked
        bare, around = " ".join(EARLY_OR_LATE.sub(" ", bare).split()).strip(" ,"), None
    bare, rounded = without_rounding(spoken_in_digits(bare))
    minutes = dict.fromkeys(times_in(bare, around))
    return choose(((clock(at(minute)), at(minute)) for minute in minutes), estimate=hedged or rounded)


def spoken_in_digits(text: str) -> str:
    """Return the text with "zessen" and "zes" as 6, without the words that say nothing about the time."""
    words = [str(INFLECTED[word]) if word in INFLECTED else word for word in text.split()]
    vague = any(word in INFLECTED for word in text.split())
    digits = re.sub(r"\been(?= uur|$)|(?<=half )een\b|(?<=over )een\b|(?<=voor )een\b", "1", " ".join(words))
    bare = re.sub(r"(?<=\d)(?=[ap]\.?m\b)", " ", FILLER.sub(" ", in_digits(digits)))
    if vague:
        bare = re.sub(r"\b(?:tegen|voor|na|rond)\b", "±", bare)
    return " ".join(bare.split())


def at(minute: int) -> time:
    """Return a minute of the day as a time."""
    return time(minute // 60, minute % 60)


def times_in(text: str, around: Around | None) -> Iterator[int]:
    """Yield every minute of the day that a phrase, or both ends of a span, can mean."""
    minutes = tuple(one_time(text, around))
    opening = OPENING.match(text)
    between = None if minutes or opening is None else BETWEEN.search(text, opening.end() + 1)
    if opening is None or between is None:
        yield from minutes
        return
    ends = (text[opening.end() : between.start()], text[between.end() :])
    first, last = (tuple(one_time(part, around)) for part in ends)
    if first and last and first != last:  # "0-24" is the whole day, no time in it
        yield from first + last


def one_time(text: str, around: Around | None) -> Iterator[int]:
    """Yield the minutes of the day that one phrase can mean; nothing when it is no time."""
    part, rest = part_of_day(text)
    if rest in NAMED:
        yield NAMED[rest]
        return
    minute, certain = minute_of(rest)
    if part is not None and minute is not None and minute < HALF_DAY + 60:
        certain = False  # "06:15 PM": what is said of the day counts for more than how the digits stand
    if minute is None:
        return
    both = (minute % DAY,) if certain else (minute % DAY, (minute + HALF_DAY) % DAY)
    fitting = both if part is None else tuple(one for one in both if within(one, PARTS[part]))
    if part is not None:
        yield from fitting or (both if not certain else ())
    elif around is None:
        yield from sorted(both)
    else:
        yield from expected(rest, both, around)


def expected(text: str, both: tuple[int, ...], around: Around) -> tuple[int, ...]:
    """Return the one reading that the question expects, or all of them when none or several would do.

    "6:30" in digits mostly means the morning: against an evening question it is asked back.
    """
    usual = tuple(minute for minute in both if within(minute, (USUAL[around],)))
    if len(usual) == 1 and (around == "morning" or not re.match(r"\d{1,2} ?[:.,h]|\d{3}$", text)):
        return usual
    return tuple(sorted(both))


def within(minute: int, spans: tuple[tuple[int, int], ...]) -> bool:
    """Say whether a minute of the day lies in one of the spans, the end not included."""
    return any(start <= minute < end for start, end in spans)


def part_of_day(text: str) -> tuple[str | None, str]:
    """Return the part of the day a phrase names, and the phrase without it."""
    for part, names in PART_NAMES:
        rest, found = names.subn(" ", text)
        if found:
            return part, " ".join(rest.split()).strip(" ,")
    return None, text


def minute_of(text: str) -> tuple[int | None, bool]:
    """Return the minute of the day in a phrase, and whether it is certain which half of the day is meant."""
    if digital := DIGITAL.fullmatch(text) or HOUR_MINUTES.fullmatch(text):
        return valid(int(digital[1]), int(digital[2])), certain_hour(digital[1], digital=digital.re is DIGITAL)
    if whole := WHOLE.fullmatch(text):
        return valid(int(whole[1]), 0), certain_hour(whole[1], digital=False)
    spoken = SPOKEN.fullmatch(text)
    if spoken is None:
        return None, False
    count, side, half, hour = spoken.groups()
    away = 15 if count == "kwart" else int(count or 0)
    if int(hour) > (12 if half else 24) or away > 30 or (half and not int(hour)):
        return None, False
    minute_of_day = int(hour) * 60 - (30 if half else 0) + (away if side == "over" else -away)
    return minute_of_day, certain_hour(hour, digital=False)


def certain_hour(hour: str, *, digital: bool) -> bool:
    """Say whether an hour can only mean one half of the day: "18", "00", "06", and "10:30" as a digital clock shows it."""
    return hour.startswith("0") or int(hour) > 12 or (digital and len(hour) == 2)


def valid(hour: int, minute: int) -> int | None:
    """Return the minute of the day; 24:00 is the end of it, 25:00 is none."""
    return hour * 60 + minute if minute < 60 and (hour < 24 or (hour, minute) == (24, 0)) else None
