"""A long sentence as several short ones: cut only where a whole sentence can begin."""

import re

from domain.language.plainness import LONGEST_SENTENCE
from domain.language.sentences import words
from domain.language.vocabulary import among

FEWEST = 3  # words in a part
WHO = r"(?:u|iedereen|dat|dit|er|zij|ze|wij|we|ik)"
VERB = r"(?:[\w-]+t|[\w-]+en|is|kan|wil|mag|zal|was|zou|gaan|zijn|doen|zien)"
ALONE = re.compile(rf",? en (?={WHO} {VERB}\b)|; (?={WHO} {VERB}\b)")
JOINED = re.compile(rf", (?=(?:maar|want|dus) (?:{WHO}|het|de|een|uw|ons|onze) )|,? (?=want {WHO} )")
DEPENDENT = among("als dat omdat wanneer zodra hoewel doordat terwijl voordat nadat of die waar zodat wie")


def split_long(piece: str) -> str:
    """Return a sentence in parts of at most 18 words, as far as it can be cut."""
    if len(words(piece)) <= LONGEST_SENTENCE:
        return piece
    middle = len(piece) / 2
    for found in sorted((*ALONE.finditer(piece), *JOINED.finditer(piece)), key=lambda one: abs(one.start() - middle)):
        before, after = piece[: found.start()], piece[found.end() :]
        if len(words(before)) >= FEWEST and len(words(after)) >= FEWEST and stands(before, found):
            return f"{split_long(f'{before}.')} {split_long(after[:1].upper() + after[1:])}"
    return piece


def stands(before: str, found: re.Match[str]) -> bool:
    """Say whether what is cut off in front is a sentence: "als u komt" goes on behind "en"."""
    part = before.rpartition(",")[2] if found.re is ALONE else ""
    return DEPENDENT.isdisjoint(part.lower().split())
