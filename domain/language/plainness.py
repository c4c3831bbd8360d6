"""The words people read, judged: every reply that any test produces goes through `faults`, and what the team types too.

The measures are those of Dutch at level B1: sentences of at most 18 words, 12 on average, "u", and everyday words. B1 is a
level for learners, not a formula; what can be counted is counted here, the rest is for people.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from domain.language.sentences import ADDRESS, pieces, sentences, words
from domain.language.vocabulary import HARD_WORDS, INFORMAL, NAMES, ZONES

LONGEST_SENTENCE = 18
LONGEST_AVERAGE = 12
ENOUGH_SENTENCES = 3

LEFT_OVER = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|\{\w*\}|\$\{|(?<!\w)(?:None|True|False|null|undefined|NaN|Undefined)(?!\w)")
TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
GAP = re.compile(r"\S {2,}\S")
ENDED = re.compile(r"[.!?…][\"')]*$")
NOT_OURS = re.compile(f"{'|'.join(NAMES)}|{ADDRESS.pattern}")
INFORMAL_WORD = re.compile(rf"(?<![\w'-])(?:{'|'.join(INFORMAL)})(?![\w'-])")
HARD_WORD = re.compile(rf"(?<![\w-])(?:{'|'.join(HARD_WORDS)})(?![\w-])")
ZONE = re.compile(rf"(?<!\w)(?:{'|'.join(ZONES)})")

Found = re.Match[str]


def faults(text: str, *, zones: bool = False) -> list[str]:
    """Return what is wrong with the words of a reply, each fault as a short sentence; an empty list when all is well.

    `zones` allows zero-emission zones to be named: only to who asked, and in session plans.
    """
    return list(_faults(text, zones=zones))


@lru_cache(maxsize=4096)  # one process meets most texts many times
def _faults(text: str, *, zones: bool) -> tuple[str, ...]:
    return (*broken(text), *wrong_words(text, zones=zones), *long_sentences(text))


def broken(text: str) -> Iterator[str]:
    """Yield what no text should hold: left-over templates, tags, double spaces, a small letter at the start."""
    if left := LEFT_OVER.search(text):
        yield f"left over: {left[0]!r}"
    if tag := TAG.search(text):
        yield f"HTML: {tag[0]!r}"
    if GAP.search(text):
        yield "two spaces in a row"
    if text.strip()[:1].islower():
        yield f"begins without a capital: {text.strip()[:20]!r}"


def small(text: str) -> str:
    """Return a text in small letters, place by place the same, with names of ours and addresses made unreadable."""
    plain = NOT_OURS.sub(lambda found: "…" * len(found[0]), text)
    lowered = plain.lower()  # a few foreign letters are two in small
    return lowered if len(lowered) == len(plain) else "".join(one.lower() if len(one.lower()) == 1 else one for one in plain)


def wrong_words(text: str, *, zones: bool) -> Iterator[str]:
    """Yield informal words, hard words with an easier one, and words that are not for companies."""
    plain = small(text)
    yield from dict.fromkeys(f"says {found[0]!r}, not 'u'" for found in INFORMAL_WORD.finditer(plain))
    for word in dict.fromkeys(found[0] for found in HARD_WORD.finditer(plain)):
        yield f"hard word {word!r}: say {HARD_WORDS[word]!r}"
    if not zones:
        yield from dict.fromkeys(f"not for companies: {found[0]!r}" for found in ZONE.finditer(plain))


def long_sentences(text: str) -> Iterator[str]:
    """Yield the sentences that are too long, and the average when that is."""
    for one in pieces(text):
        length = len(words(text[one.start : one.end])) if one.is_sentence else 0
        if length > LONGEST_SENTENCE:
            yield f"{length} words: {text[one.start : one.end]!r}"
    if (average := average_length(text)) > LONGEST_AVERAGE:
        yield f"{average:.1f} words a sentence on average"


def average_length(text: str) -> float:
    """Return how many words the sentences of a text have on average; 0 of too few to tell."""
    lengths = [len(words(one)) for one in sentences(text) if ENDED.search(one[-9:])]
    return sum(lengths) / len(lengths) if len(lengths) >= ENOUGH_SENTENCES else 0.0
