"""Which class of vehicles words name, and how near the words of a question stand."""

import re
from collections.abc import Sequence
from functools import lru_cache

from dialogs.dutch.counted import is_called
from dialogs.questions.mentions import Spotted, in_figures
from domain.intake.conditions import Some
from domain.intake.question import Question
from domain.intake.vehicles import NAMES, VehicleClass

ALONE = {vehicles: tuple(name for name in names if " " not in name) for vehicles, names in NAMES.items()}
DENIED = re.compile(r"\b(?:niet|geen) (?:de )?(\d+) ([a-z-]+(?: [a-z-]+)?)")
IN_TWO = {vehicles: tuple(name for name in names if " " in name) for vehicles, names in NAMES.items()}


def named_class(said: Sequence[str]) -> VehicleClass | None:
    """Return the one class of vehicles that is named in words; None when there are more, or only a name that several have."""
    classes: set[VehicleClass] = set()
    at = 0
    while at < len(said):
        one, length = class_at(said, at)
        classes.update((one,) if one else ())
        at += length
    return classes.pop() if len(classes) == 1 else None


def class_at(said: Sequence[str], at: int) -> tuple[VehicleClass | None, int]:
    """Return the class that is named from a word on, and how many words that takes; of "lichte trucks" the second is no other."""
    pair = class_called(" ".join(said[at : at + 2]), IN_TWO_NAMED) if at + 1 < len(said) else None
    return (pair, 2) if pair else (class_called(said[at], ALONE_NAMED), 1)


ALONE_NAMED, IN_TWO_NAMED = "alone", "in two"


@lru_cache(maxsize=8192)
def class_called(said: str, how: str) -> VehicleClass | None:
    """Return the class with a name of one word or of two."""
    named = ALONE if how == ALONE_NAMED else IN_TWO
    words = said.split()
    return next((vehicles for vehicles, names in named.items() if any(is_called(words, name) for name in names)), None)


def denied_in(text: str) -> tuple[VehicleClass | None, float]:
    """Return the class and the number that somebody takes back: "300 km, niet 300 trekkers"; None and 0 when none."""
    found = DENIED.search(in_figures(text))
    return (named_class(found[2].split()), float(found[1])) if found else (None, 0.0)


def near(question: Question, mention: Spotted) -> int | None:
    """Return how many words away from a number a cue of a question stands, None when it is not in its clause."""
    sides = (list(reversed(mention.before)), list(mention.behind))
    places = [at for side in sides for at, word in enumerate(side) if any(cues(word, cue) for cue in question.ask.said.cues)]
    phrase = any(" " in cue and f" {cue} " in f" {' '.join(mention.behind)} " for cue in question.ask.said.cues)
    return min(places, default=1 if phrase else None)


def cues(word: str, cue: str) -> bool:
    """Say whether a word is a cue; a long one may go on."""
    return word.startswith(cue) if len(cue) > 3 else word == cue


def is_part_of(question: Question, whole: Question) -> bool:
    """Say whether a question is about a part of what another asks, so that its words say more: by night of all there is."""
    section, condition = question.name.partition(".")[0], question.ask.only_if
    return isinstance(condition, Some) and f"{section}.{condition.name}" == whole.name
