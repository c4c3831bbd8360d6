"""What people said that was not understood: counted for everybody, with their words only of who lets us keep answers."""

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from domain.intake.acceptance import clean_text
from domain.knowledge.items import MARKUP, PERSONAL

LONGEST_WORDS = 300
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
        line = re.sub(whole(name), "", line, flags=re.IGNORECASE)
        for word in (one for one in name.split() if len(one) >= SHORTEST_NAME and one[0].isupper()):
            line = re.sub(whole(word), "", line)
    kept = (word for word in PERSONAL.sub("@", line).split() if "@" not in word and "://" not in word)
    return " ".join(kept)


def whole(words: str) -> str:
    """Return a pattern for words that stand by themselves."""
    return rf"(?<!\w){re.escape(words)}(?!\w)"
