"""Which of the options a phrase fits: by its number, its words, the beginning of them, or with a typing error."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from dialogs.dutch.numerals import ORDINALS, in_digits
from dialogs.dutch.typed import listed, tidy, words

Choice = tuple[str, str, tuple[str, ...]]

FILLER = frozenset(
    listed("""
        ik, wij, we, de, het, een, van, voor, ons, onze, mijn, dat, dit, is, zijn, ben, heb, hebben, hoor, graag, denk, doe,
        maar, optie, nummer, keuze, antwoord, wel, en, op, bij, in, met, of, er, naar, toe, te, aan, wil, willen, zou, hier, u,
        uw, zelf, alleen, ook, allebei, dan, toch
    """)
)
DENYING = frozenset(listed("niet, geen, nooit, behalve, zonder, niets, noch"))
NUMBERED = re.compile(r"(?:(?:optie|nummer|keuze|nr|de|het|antwoord) )*(?:(\d{1,2})(?:e|de|ste)?|(\w+))")
MOST_WORDS = 16
CLOSE, APART, SHORTEST = 80.0, 6.0, 4
ALL_OF_IT, TOGETHER = "*", " + "
NONE_OF_IT = frozenset(listed("geen, niets, niks"))


@dataclass(frozen=True, slots=True)
class Spelling:
    """One option as it can be typed: its phrases, made comparable."""

    value: str
    label: str
    phrases: tuple[str, ...]
    pairs: tuple[tuple[str, ...], ...] = ()  # phrases that mean it only when all of them are said: "eigen + huren"


@lru_cache(maxsize=512)
def spelling(choice: Choice) -> Spelling:
    """Return an option with everything that may be typed for it."""
    value, label, also = choice
    alone = tuple(dict.fromkeys(comparable(phrase) for phrase in (label, *also) if TOGETHER not in phrase))
    pairs = tuple(tuple(map(comparable, phrase.split(TOGETHER))) for phrase in also if TOGETHER in phrase)
    return Spelling(value, label, alone, pairs)


def comparable(text: str) -> str:
    """Return only the words of a text; "3 x 63 ampère" becomes "3x63a"."""
    typed = re.sub(r"(?<=\d) ?(?:x|\*|keer|maal) ?(?=\d)", "x", in_digits(tidy(text)))
    return re.sub(r"(?<=\d) ?(?:ampere|amp|a)\b", "a", words(typed))


def fitting(typed: str, options: Sequence[Spelling]) -> list[Spelling]:
    """Return the options a comparable text fits best: one when it is clear, several when it is not."""
    if not typed or len(typed.split()) > MOST_WORDS:
        return []
    exact = [option for option in options if typed in option.phrases]
    return exact or numbered(typed, options) or worded(typed, options) or misspelled(typed, options)


def numbered(typed: str, options: Sequence[Spelling]) -> list[Spelling]:
    """Return the option with this number ("2", "de tweede"), unless an option has that number in its name."""
    found = NUMBERED.fullmatch(typed)
    if found is None:
        return []
    digits, word = found.groups()
    if word == "laatste":
        return [options[-1]]
    place = int(digits) if digits else ORDINALS.index(word) + 1 if word in ORDINALS else 0
    in_names = {number for option in options for phrase in option.phrases for number in re.findall(r"\d+", phrase)}
    return [options[place - 1]] if 0 < place <= len(options) and digits not in in_names else []


def worded(typed: str, options: Sequence[Spelling]) -> list[Spelling]:
    """Return the options that explain the most of the words; one that explains less than another is out.

    A "niet" or "geen" that no option explains leaves nothing: "niet klein" is not "klein".
    """
    explained = {option: frozenset(words_explained(typed, option)) for option in options}
    said = DENYING.intersection(typed.split())
    if said and not any(said <= words for words in explained.values()):
        typed = without_denied(typed, options)
        explained = {option: frozenset(words_explained(typed, option)) for option in options}
    best = [option for option, some in explained.items() if some and not any(some < other for other in explained.values())]
    return [] if any(DENYING.intersection(typed.split()) - explained[option] for option in best) else best


def words_explained(typed: str, option: Spelling) -> set[str]:
    """Return the typed words that an option's phrases account for: a whole phrase in the text, or the text in a phrase.

    A phrase that is all the text says counts for more than a longer one that begins with it.
    """
    said = typed.split()
    telling = [word for word in said if word not in FILLER]
    found: set[str] = set()
    for phrase in option.phrases:
        parts = phrase.split()
        if phrase in NONE_OF_IT and set(telling) - DENYING:
            continue  # "er kan geen kilowatt bij" is not "geen"
        if f" {phrase} " in f" {typed} ":
            found.update(parts)
            if parts == telling:
                found.add(ALL_OF_IT)
        elif set(telling) - DENYING and all(any(begins(word, part) for part in parts) for word in telling):
            found.update(telling)
    for pair in option.pairs:
        if all(f" {phrase} " in f" {typed} " for phrase in pair):
            found.update(word for word in said if word not in DENYING)
    return found


def without_denied(typed: str, options: Sequence[Spelling]) -> str:
    """Return a text without the options it says it is not: "geen kleinverbruik meer, maar groot", "huur, niet eigen"."""
    padded = f" {typed} "
    for phrase in sorted((phrase for option in options for phrase in option.phrases), key=len, reverse=True):
        for denied in (f"geen {phrase} meer", f"niet meer {phrase}", f"geen {phrase}", f"niet {phrase}", f"niet {phrase} maar"):
            padded = padded.replace(f" {denied} ", " ")
    return padded.strip()


def begins(word: str, part: str) -> bool:
    """Say whether a typed word stands for a word of a phrase: itself, its beginning, or "63" for "3x63a"."""
    if word[0].isdecimal():
        return part.startswith(word) or word.rstrip("a") in part.rstrip("a").split("x")
    return word == part or (len(word) > 2 and part.startswith(word))


def misspelled(typed: str, options: Sequence[Spelling]) -> list[Spelling]:
    """Return the options nearest to a text with typing errors; digits are never taken for a typing error."""
    core = " ".join(word for word in typed.split() if word not in FILLER)
    if len(core) < SHORTEST or re.search(r"\d", core) or DENYING.intersection(core.split()):
        return []
    scores = {option: max(likeness(core, phrase) for phrase in option.phrases) for option in options}
    best = max(scores.values())
    return [option for option, score in scores.items() if score >= max(CLOSE, best - APART)]


def likeness(core: str, phrase: str) -> float:
    """Return how alike two texts are, 0 to 100: as a whole, or one typed word against a phrase of one word."""
    single = [word for word in core.split() if len(word) > SHORTEST] if " " in core and " " not in phrase else []
    return max(fuzz.ratio(core, phrase), *(fuzz.ratio(word, phrase) for word in single), 0.0)
