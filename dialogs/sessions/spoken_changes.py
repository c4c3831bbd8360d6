"""Reading a change of a plan: "schuif alles een half uur op", "maak de pauze 5 minuten korter"."""

import re
from dataclasses import dataclass

from dialogs.dutch.clocks import read_clock
from dialogs.dutch.numerals import in_digits
from dialogs.dutch.reading import Ambiguous
from dialogs.lookup.words_alike import LIGHT, stems
from domain.calendar.here import HERE
from domain.sessions.blocks import Block
from domain.sessions.plan import Plan

SPANS = (
    ("anderhalf uur", 90), ("drie kwartier", 45), ("3 kwartier", 45), ("half uurtje", 30), ("half uur", 30), ("halfuur", 30),
    ("kwartiertje", 15), ("kwartier", 15),
)  # fmt: skip
MINUTES = re.compile(r"(\d{1,3}) ?(?:min\w*|m\b|')")
HOURS = re.compile(r"(\d{1,2}) (?:uur|uurtje)\b")
EARLIER = re.compile(r"\b(?:vroeger|eerder|vervroeg\w*|naar voren|terug)\b")
LATER = re.compile(r"\b(?:later|opschuiven|schuif\w*|verschuif\w*|verlaat|uitstellen|naar achteren|op|uit)\b")
SHORTER = re.compile(r"\b(?:korter|minder|inkort\w*|kort\b.*\bin|eraf|af)\b")
LONGER = re.compile(r"\b(?:langer|meer|erbij|verleng\w*|extra|ruimer)\b")
BEGINS_AT = re.compile(
    r"\b(?:begin\w*|start\w*|aanvang)\b(?: \w+){0,4}? (?P<clock>om .{1,40}?)"
    r"(?: (?:graag|alsjeblieft|aub|svp|beginnen|starten)){0,3}[ .!?]{0,5}$"
)
WHOLE = re.compile(r"\b(?:alles|allemaal|hele|heel|sessie|begin\w*|start\w*|geheel|programma|draaiboek|bijeenkomst|tijden)\b")


@dataclass(frozen=True, slots=True)
class SpokenChange:
    """A change of a plan. Without blocks it is about the whole; several `blocks` are to be asked back.

    `minutes` are to be added, or when `exact` what it takes.
    """

    minutes: int
    blocks: tuple[Block, ...] = ()
    exact: bool = False


def read_change(text: str, plan: Plan) -> SpokenChange | None:
    """Return what a sentence changes; None when it does not say how much, or of what."""
    said = " ".join(text.casefold().split())
    if (moved := moved_to(said, plan)) is not None:
        return SpokenChange(moved)
    line = in_digits(said)
    minutes = minutes_in(line)
    if minutes is None:
        return None
    blocks = blocks_in(line, plan)
    if SHORTER.search(line) or LONGER.search(line):
        return SpokenChange(-minutes if SHORTER.search(line) else minutes, blocks or plan.blocks)
    if EARLIER.search(line) or LATER.search(line):
        moves_all = not blocks or WHOLE.search(line) is not None
        return SpokenChange(-minutes if EARLIER.search(line) else minutes) if moves_all else None
    return SpokenChange(minutes, blocks, exact=True) if blocks else None


def moved_to(said: str, plan: Plan) -> int | None:
    """Return how many minutes it is to the time at which it is to begin: "begin om acht uur"; of two readings the nearest."""
    found = BEGINS_AT.search(said)
    reading = read_clock(found["clock"]) if found is not None else None
    if reading is None:
        return None
    times = [one for _, one in reading.options] if isinstance(reading, Ambiguous) else [reading.value]
    begins = plan.start.astimezone(HERE)
    away = [60 * one.hour + one.minute - 60 * begins.hour - begins.minute for one in times]
    return min(away, key=abs) or None


def minutes_in(line: str) -> int | None:
    """Return how many minutes are said: "een half uur", "5 minuten", "2 uur"."""
    named = next((minutes for words, minutes in SPANS if words in line), None)
    if named is not None:
        return named
    if found := MINUTES.search(line):
        return int(found[1])
    hours = HOURS.search(line)
    if hours is not None:
        return 60 * int(hours[1])
    return 60 if re.search(r"\been uur\b", line) else None


def blocks_in(line: str, plan: Plan) -> tuple[Block, ...]:
    """Return the blocks whose title is said best; several when it can be any of them."""
    said = frozenset(stems(line))
    scored = [(len(said.intersection(telling(block))), block) for block in plan.blocks]
    best = max((score for score, _ in scored), default=0)
    return tuple(block for score, block in scored if score == best) if best else ()


def telling(block: Block) -> frozenset[str]:
    """Return the words of a title that tell it from others."""
    return frozenset(word for word in stems(block.title) if word not in LIGHT)
