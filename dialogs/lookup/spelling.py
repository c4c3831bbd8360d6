"""How names are compared: what people type and what a register says are folded into the same words first."""

import re
import unicodedata

from domain.intake.acceptance import legible

LONGEST_TYPED = 200

Natural = tuple[tuple[int, int, str], ...]

# Kinds of business park, short because they tell no two parks apart and people mix them up.
KINDS = frozenset({"bt", "bp", "terrein"})
# Words that people wrap a name in: "wij zitten op Hessenpoort in Zwolle", "gemeente Tiel".
_WRAPPING = """
aan bedrijf bij de dat den der die een en er gemeente gevestigd het hier ik in is liggen ligt maar naast ons onze op
plaats s staan staat t te ter van vanuit voor we wij zijn zit zitten
"""
WRAPPING = frozenset(_WRAPPING.split())
_ROMAN = dict(zip(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"), map(str, range(1, 11)), strict=True))
_THROUGH = re.compile(r"\b(\d+) (?:tm|tot|tot en met) (?=\d)")
_ORDINAL = re.compile(r"(\d+)(?:e|de|ste)")
_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d"})
_APOSTROPHES = re.compile(r"['’‘`´]")
_KIND = re.compile(r"\b(?:bedrijven|bedrijfs|industrie|kantoren|werk) ?(terrein|park|gebied|landschap)(?:en)?\b")


def plain(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, without accents or punctuation. Reads at most 200 characters."""
    return tuple(re.sub(r"[^0-9a-z]+", " ", folded_letters(legible(text[:LONGEST_TYPED]))).split())


def folded_letters(text: str) -> str:
    """The same text in small letters, without accents and apostrophes."""
    letters = unicodedata.normalize("NFKD", text.casefold()).translate(_LETTERS)
    return _APOSTROPHES.sub("", "".join(letter for letter in letters if not unicodedata.combining(letter)))


def alike(words: tuple[str, ...]) -> tuple[str, ...]:
    """The same words with the kinds of business park made one: "industrie terrein" and "bedrijventerrein" are bt."""
    return tuple(_KIND.sub(_one_kind, " ".join(words)).split())


def numbered(words: tuple[str, ...]) -> tuple[str, ...]:
    """The same words with "II" and "2e" as 2, and "1 tot en met 5" as "1 t m 5"."""
    digits = " ".join(_ORDINAL.sub(r"\1", _ROMAN.get(word, word)) for word in words)
    return tuple(_THROUGH.sub(r"\1 t m ", digits).split())


def roman(number: str) -> str:
    """A number as it is in many names: "iv" for 4; above ten as it is."""
    return next((letters for letters, digits in _ROMAN.items() if digits == number), number)


def telling(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words that tell one name from another; all of them when only numbers would be left."""
    rest = tuple(word for word in words if word not in KINDS and word not in WRAPPING)
    return rest if any(not word.isdecimal() for word in rest) else words


def natural(words: tuple[str, ...]) -> Natural:
    """A key to sort names by, in which 10 comes after 2."""
    return tuple((0, int(word), "") if word.isdecimal() else (1, 0, word) for word in words)


def _one_kind(found: re.Match[str]) -> str:
    return "bp" if found[1] in {"park", "landschap"} else "bt"
