"""What of a sentence no answer was read from, so that it can be shown: nothing that somebody tells is dropped in silence."""

import re
from collections.abc import Callable, Iterator

from dialogs.dutch.counted import FILLER
from dialogs.dutch.hedges import without_hedges
from dialogs.dutch.typed import listed, tidy, words
from dialogs.dutch.yes_no import opens_with_yes_or_no
from dialogs.questions.asides import own_words, split_question
from dialogs.questions.heard import FoundAnswer
from dialogs.questions.mentions import in_figures

PART = re.compile(r"[.!?;]+\s+|\n\s*|,\s+|\s+(?=(?:en|maar|plus|want|terwijl|omdat|alleen)\s)")
# What opens and closes a message, and tells nothing of a company.
COURTESY = frozenset(
    listed("""
        hallo, hoi, hey, goedemorgen, goedemiddag, goedenavond, groet, groeten, groetjes, mvg, dank, bedankt, alvast, succes,
        sorry, alles, beetje, zo'n, was, klaar, rest, verder, tijd, denk, weet, zeg, laat, klopt, fout, foutje, verkeerd, oeps,
        bedoelde, beste, geachte, meneer, mevrouw, heer, mensen, bericht, dag, eigenlijk, oja, oh, trouwens, want, zeggen, totaal,
        erbij, andere, anders, niets, niks, niet, geen, graag, kort, snel, nog
    """)
)
FEW_PARTS = 2
LONGEST_TEXT = 500  # characters: to try each part is to read all the others again
MOST_PARTS, FEWEST_WORDS, LEAST_LETTERS, LONGEST = 12, 2, 3, 160

Reading = Callable[[str], tuple[FoundAnswer, ...]]


def unheard_in(text: str, read: Reading, heard: tuple[FoundAnswer, ...] | None = None) -> tuple[str, ...]:
    """Return the parts of a text that nothing was read from, in the words of whoever typed it; those side by side as one.

    `read` returns the answers in a text, `heard` are those of this one where they are known. A part is heard when the
    answers change without it, or when it gives one by itself.
    """
    answering, _ = split_question(own_words(text))
    parts = list(parts_of(answering))[:MOST_PARTS]
    if len(parts) < FEW_PARTS or len(answering) > LONGEST_TEXT:
        return ()
    found, left = read(answering) if heard is None else heard, answering
    silent: list[tuple[int, int]] = []
    for start, end in reversed(parts):
        part, without = answering[start:end], f"{left[:start]}{left[end:]}"
        if not tells_something(part) or stands_in(part, found) or read(part) or as_told(read(without)) != as_told(found):
            continue
        left = without
        silent.insert(0, (start, end))
    return tuple(shortened(answering[start:end]) for start, end in side_by_side(silent))


def stands_in(part: str, found: tuple[FoundAnswer, ...]) -> bool:
    """Say whether the words that an answer was read from stand in this part: what is surely heard is not read twice."""
    written = in_figures(part)
    return any(one.said and one.said in written for one in found)


def is_long(text: str) -> bool:
    """Say whether a text has so many parts that the reason for an answer is not all that is told beside it."""
    return len(list(parts_of(split_question(own_words(text))[0]))) > FEW_PARTS


def parts_of(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each part of a text begins and ends, with the mark behind it."""
    start = 0
    for mark in PART.finditer(text):
        if mark.end() > start:
            yield start, mark.end()
        start = mark.end()
    if start < len(text):
        yield start, len(text)


def side_by_side(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield spans, those that touch as one."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and joined[-1][1] == start:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    yield from joined


def as_told(found: tuple[FoundAnswer, ...]) -> dict[str, object]:
    """Return answers as what they are, whatever words they were read from."""
    return {one.question.name: one.meant.value for one in found}


def tells_something(part: str) -> bool:
    """Say whether words tell anything beyond a greeting, a doubt or a yes."""
    said = words(without_hedges(tidy(part))[0]).split()
    telling = [word for word in said if word not in FILLER and word not in COURTESY and len(word) >= LEAST_LETTERS]
    return len(said) >= FEWEST_WORDS and bool(telling) and not (opens_with_yes_or_no(part) and len(telling) < FEWEST_WORDS)


def shortened(part: str) -> str:
    """Return a part as it is quoted: without the word that joined it, and not longer than one reads."""
    bare = re.sub(r"^(?:(?:en|maar|plus|want|ook) )+", "", " ".join(part.split()).strip(" ,.;!"), flags=re.IGNORECASE)
    return bare if len(bare) <= LONGEST else f"{bare[:LONGEST]}…"
