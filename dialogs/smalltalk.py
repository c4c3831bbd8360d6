"""What people say that asks for nothing: grumbling, irony, thanks, another language. It gets a kind word; none is stored."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib.resources import files

from dialogs.dutch.doubt import read_skip, read_unknown
from dialogs.lookup.wordings import Wordings
from dialogs.questions.meaning import Reader, says_yes
from dialogs.turn.place import Phase
from dialogs.turn.step import Step
from domain.intake.question import Question

SO_NEAR, EXACT = 0.85, 0.95
LANGUAGE = "language"
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
FEWEST, PART = 2, 0.5  # words of another language before a sentence is taken for one, and which part of it they are
ENOUGH = 3  # so many are no name of a company either
LAST_LATIN = "\u024f"


@dataclass(frozen=True, slots=True)
class Talk:
    """One kind of small talk."""

    name: str
    answers: tuple[str, ...]
    first: bool = False


_TABLES = tomllib.loads(files(__package__).joinpath("smalltalk.toml").read_text(encoding="utf-8"))
TALKS: Mapping[str, Talk] = {
    name: Talk(name, tuple(table["answers"]), table.get("first", False)) for name, table in _TABLES.items()
}
WORDINGS = Wordings([(name, phrase) for name, table in _TABLES.items() for phrase in table.get("says", ())])
FOREIGN = frozenset(_TABLES[LANGUAGE]["words"])


def talk_in(text: str) -> Talk | None:
    """Return which small talk a whole sentence is; None when it is something else."""
    foreign = foreign_words(text)
    if foreign >= FEWEST:
        return replace(TALKS[LANGUAGE], first=foreign >= ENOUGH)
    best = next(iter(WORDINGS.find(text, 1)), None)
    enough = SO_NEAR if len(text.split()) > 1 else EXACT  # "groen" is no "groet"
    return TALKS[best.key] if best is not None and best.score >= enough else None


def foreign_words(text: str) -> int:
    """Return how many words are of another language, when a sentence is mostly that: by its words, or by its letters."""
    words = [word.casefold().replace("’", "'") for word in WORD.findall(text)]
    letters = [letter for letter in text if letter.isalpha()]
    if sum(letter > LAST_LATIN for letter in letters) * 2 > len(letters):
        return len(words)
    known = sum(word in FOREIGN for word in words)
    return known if known >= PART * len(words) else 0


def small_talk(step: Step, text: str) -> Talk | None:
    """Return what a sentence is when it is small talk here; None when it may be the answer to what was asked."""
    talk = talk_in(text)
    if talk is None or (not talk.first and may_be_answer(step, text)):
        return None
    return talk


def may_be_answer(step: Step, text: str) -> bool:
    """Say whether what was asked can be answered with this."""
    question: Question | None = None if step.in_office or not step.may_keep() else step.asked
    if question is not None:
        return question.takes_anything or bool(Reader(step.today, step.stores.terrains).read(question, text))
    return step.place.phase is Phase.JOIN or any(read(text) is not None for read in (says_yes, read_skip, read_unknown))


def said_back(step: Step, talk: Talk) -> str:
    """Return a kind sentence, another one than the last time."""
    step.place.talks += 1
    return talk.answers[(step.place.talks - 1) % len(talk.answers)]
