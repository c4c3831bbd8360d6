"""Choices among other things that were said: "wij huren het pand", "onze netbeheerder is Enexis"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from dialogs.dutch.options import comparable
from dialogs.questions.meaning import Meant
from domain.intake.question import AnswerKind, Question

CLAUSE = re.compile(r",|\b(?:en|maar)\b")
DENIED = re.compile(r"\b(?:niet|geen|nooit|liever niet|zonder|behalve)\b")
AGREED = re.compile(r"\b(?:ja|mogen|mag|welkom|prima|graag|kan|kunnen|best|goed)\b")
SHORTEST = 5


def read_picked(piece: str, questions: Sequence[Question]) -> Iterator[tuple[Question, Meant, str]]:
    """Yield the choices that a sentence makes, each with its clause: an option is named, with a word that shows of what."""
    for clause in CLAUSE.split(piece):
        typed = comparable(clause)
        for question in questions:
            if question.kind is AnswerKind.CHOICE and (question.ask.said.alone or question.ask.said.cues):
                value = picked(question, typed)
                if value is not None:
                    yield question, Meant(value), clause.strip()


def picked(question: Question, typed: str) -> str | None:
    """Return the one option that a clause names; None when there is none, or doubt."""
    said, denied = question.ask.said, DENIED.search(typed) is not None
    spoken = typed.split()
    if not said.alone and not any(word.startswith(cue) for word in spoken for cue in said.cues):
        return None
    named = {value for value, phrase in phrases(question) if says(typed, phrase)}
    values = {option.value for option in question.options}
    if {"yes", "no"} <= values:
        named -= {"yes", "no"}
        if not named and (denied or AGREED.search(typed)):
            return "no" if denied else "yes"
    return named.pop() if len(named) == 1 and not denied else None


def says(typed: str, phrase: str) -> bool:
    """Say whether a clause holds a phrase; a fuse may lack its unit."""
    padded = f" {typed} "
    return f" {phrase} " in padded or (phrase[0].isdecimal() and f" {phrase.rstrip('a')} " in padded)


@cache
def phrases(question: Question) -> tuple[tuple[str, str], ...]:
    """Return the phrases that name an option by themselves, with its value."""
    pairs = ((one.value, comparable(text)) for one in question.options for text in (one.label, *one.also))
    return tuple((value, phrase) for value, phrase in pairs if value not in ("other", "both") and len(phrase) >= SHORTEST)
