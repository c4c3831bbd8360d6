"""Texts cut into sentences, and how hard they are to read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from domain.language.vocabulary import KNOWN_LONG

# Flesch-Douma: 60-70 is "normaal", 70-80 "tamelijk gemakkelijk". A text of fewer words says little about itself.
EASIEST_FLOOR = 60.0
ENOUGH_WORDS = 25
MARKS = " -*•"  # before a line of a list
LONGEST_ABBREVIATION = 9  # characters

ABBREVIATION = re.compile(
    r"\b(?:bijv|bv|ca|dhr|mevr|nr|max|min|incl|excl|o\.a|d\.w\.z|m\.a\.w|t/m|[a-z]\.[a-z])\.$", re.IGNORECASE
)
BREAK = re.compile(r"(?<=[.!?:…])([\"')]*)\s+")
FACT = re.compile(r"^[-*• ]*+(?P<label>[^.!?:\n]{1,60}\??): ++(?P<value>.+)$")
ENDING = re.compile(r"[.!?]")
ADDRESS = re.compile(r"https?://\S+|\bwww\.\S+|[\w.+-]{1,64}@[\w.-]+")
VOWELS = re.compile(
    r"aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|ou|au|[aeiouyàáâäèéêëìíîïòóôöùúûü]"  # a trema starts anew
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Where a sentence stands in a text. The label of a fact ("label: value"), and a value without sentences, are none."""

    start: int
    end: int
    is_sentence: bool = True


def pieces(text: str) -> Iterator[Piece]:
    """Yield the sentences of a text and what else stands between them, in order."""
    start = 0
    for line in text.splitlines(keepends=True):
        fact = FACT.match(line.rstrip("\r\n"))
        told = fact is None or ENDING.search(fact["value"]) is not None
        behind = fact.start("value") if fact is not None else 0
        for begin, end in spans_in(line):
            yield Piece(start + begin, start + end, told and begin >= behind)
        start += len(line)


def spans_in(line: str) -> Iterator[tuple[int, int]]:
    """Yield where the sentences of a line begin and end; "1.250", "18.30", "bijv." and addresses do not end one."""
    bare = line.rstrip()
    begin, last = len(bare) - len(bare.lstrip(MARKS)), len(bare.rstrip(MARKS))
    for found in BREAK.finditer(bare, begin, last):
        stop = found.start()
        if ABBREVIATION.search(bare, max(begin, stop - LONGEST_ABBREVIATION), stop) is None:
            yield begin, found.end(1)
            begin = found.end()
    if begin < last:
        yield begin, last


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a text; of a fact ("label: value") only the sentences in its value."""
    return (text[one.start : one.end] for one in pieces(text) if one.is_sentence)


def words(text: str) -> list[str]:
    """Return the words of a text; a number with its sign, an address or a compound with a hyphen is one word."""
    return [word for word in text.split() if any(letter.isalnum() or letter == "_" for letter in word)]


def syllables(word: str) -> int:
    """Count the syllables of a Dutch word by its vowel sounds; a number or an abbreviation counts as one."""
    return max(1, len(VOWELS.findall(word.lower())))


def reading_ease(text: str) -> float:
    """Return the Flesch-Douma score: 206.835 - 0.93 words per sentence - 77 syllables per word.

    Words that companies use themselves count as two syllables at most: Dutch compounds would make any honest text "hard".
    """
    parts = list(sentences(text))
    spoken = [word.strip(".,!?:;\"'()").lower() for part in parts for word in words(part)]
    if not spoken:
        return 100.0
    sounds = sum(min(syllables(word), 2) if word in KNOWN_LONG else syllables(word) for word in spoken)
    return 206.835 - 0.93 * len(spoken) / len(parts) - 77 * sounds / len(spoken)


def hard_to_read(text: str) -> list[str]:
    """Return a fault when a text long enough to tell scores below the floor; softer than `faults`, for whole pages.

    Addresses are not read.
    """
    text = ADDRESS.sub("", text)
    score = reading_ease(text)
    enough = sum(len(words(part)) for part in sentences(text)) >= ENOUGH_WORDS
    return [f"reading ease {score:.0f}, below {EASIEST_FLOOR:.0f}"] if enough and score < EASIEST_FLOOR else []
