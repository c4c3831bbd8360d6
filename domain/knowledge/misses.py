"""What people said that was not understood: counted for everybody, with their words only of who lets us keep answers."""

import datetime
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from domain.intake.acceptance import clean_text
from domain.knowledge.items import MARKUP, PERSONAL

LONGEST_WORDS = 300
WORD = re.compile(r"\w+|\W")  # a word, or what stands between two
SHORTEST_NAME = 3  # letters; of a shorter one every "de" in a sentence would go


class MissState(StrEnum):
    """Where somebody was: what they had been asked, or who reads along."""

    NEW = "new"  # before the first consent
    QUESTION = "question"
    CONSENT = "consent"
    NOTHING = "nothing"  # nothing was asked
    OFFICE = "office"
    CHANNEL = "channel"


@dataclass(frozen=True, slots=True)
class Miss:
    """One sentence that was not understood; `text` is empty when its words are not kept, `near` when no item was near."""

    number: int
    state: MissState
    near: str
    at: datetime.datetime
    text: str = ""


def without_names(text: str, names: Iterable[str]) -> str:
    """Return a text on one line without these names, addresses, telephone numbers, and what an item may not hold.

    A single word of a name goes only when it is written as there: of "Jansen Transport" the word transport may stay.
    """
    line = " ".join(MARKUP.sub(" ", clean_text(text)).split())
    for name in filter(None, names):
        line = without_words(line, name.casefold(), str.casefold)
        for word in (one for one in name.split() if len(one) >= SHORTEST_NAME and one[0].isupper()):
            line = without_words(line, word, str)
    kept = (word for word in PERSONAL.sub("@", line).split() if "@" not in word and "://" not in word)
    return " ".join(kept)


def without_words(line: str, name: str, alike: Callable[[str], str]) -> str:
    """Return a line without a name wherever it stands by itself, as words that are `alike`."""
    said, sought = WORD.findall(line), WORD.findall(name)
    kept: list[str] = []
    while said:
        if sought and [alike(word) for word in said[: len(sought)]] == sought:
            said = said[len(sought) :]
        else:
            kept.append(said.pop(0))
    return "".join(kept)
