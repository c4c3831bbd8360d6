"""Numbers in writing: what "1.250,5" and "vijfentwintig" stand for, before anybody asks what was counted."""

import re
from functools import cache

from text_to_num import text2num

SCALES = {
    "dozijn": 12,
    "honderd": 100,
    "duizend": 10**3,
    "k": 10**3,
    "miljoen": 10**6,
    "mln": 10**6,
    "miljard": 10**9,
    "mld": 10**9,
}
SCALED = re.compile(rf"(?<![\w.,])(\d[\d.,]*) ?({'|'.join(SCALES)})(?!\w)")
GROUPED = re.compile(r"(?<![\d.,:/-])(?:\d{1,2} \d{3}|\d{1,3}(?: \d{3}){2,})(?![\d:/]|[ .,]\d{3})")
NUMBER_WORD = re.compile(
    r"(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|der|veer|tach|tig|twin|nul|honderd|duizend"
    r"|miljoen|miljard|en)+"
)
LONGEST_RUN = 6
MOST_DIGITS = 15
ORDINALS = ("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende")


# How digits can be written, each with the marks between thousands that it may have; "1,250" has two readings.
SHAPES = (
    (re.compile(r"\d+"), ("",)),
    (re.compile(r"[1-9]\d{0,2},\d{3}"), ("", ",")),
    (re.compile(r"[1-9]\d{0,2}(\.\d{3})+(,\d+)?"), (".",)),
    (re.compile(r"[1-9]\d{0,2}(,\d{3}){2,}|[1-9]\d{0,2}(,\d{3})+\.\d+"), (",",)),
    (re.compile(r"\d*[.,]\d+"), ("",)),
)


def values_of(raw: str) -> tuple[float, ...]:
    """Return what digits with points and commas can mean; empty when they are no number, two for "1,250".

    More digits than a float keeps exactly are no number.
    """
    if sum(character.isdecimal() for character in raw) > MOST_DIGITS:
        return ()
    thousands = next((marks for shape, marks in SHAPES if shape.fullmatch(raw)), ())
    return tuple(float(raw.replace(mark, "").replace(",", ".")) for mark in thousands)


def in_digits(text: str) -> str:
    """Return a tidied text with written-out numbers, "2 duizend" and "1 250" as plain digits.

    A lone "een" stays, as it is mostly an article.
    """
    joined = GROUPED.sub(lambda match: match[0].replace(" ", ""), text)
    tokens = re.findall(r"[^\W\d_]+|[\W\d_]+", SCALED.sub(scaled, joined))
    done: list[str] = []
    while tokens:
        value, used = first_number(tokens)
        chunk = tokens[0] if value is None else str(value)
        apart = " " if done and done[-1][-1].isdecimal() and chunk[0].isdecimal() else ""  # "5twaalf" is not 512
        done.append(apart + chunk)
        del tokens[:used]
    return "".join(done)


def first_number(tokens: list[str]) -> tuple[int | None, int]:
    """Return the number that the first words make, with how many tokens it took; None and 1 when they make none."""
    run = 0
    while tokens[0] != "en" and run < len(tokens) and run < 2 * LONGEST_RUN and belongs(tokens[run], gap=run % 2 == 1):
        run += 1
    for used in range(run - 1 + run % 2, 0, -2):
        phrase = "".join(tokens[:used])
        if phrase == "een" or tokens[used - 1] == "en" or (value := spelled(phrase.replace("-", " "))) is None:
            continue
        return value, used
    return None, 1


def belongs(token: str, *, gap: bool) -> bool:
    """Say whether a token can be in a written-out number: a number word, or the space between two."""
    return token in (" ", "-") if gap else bool(NUMBER_WORD.fullmatch(token))


@cache
def spelled(phrase: str) -> int | None:
    """Return the value of a written-out number, or None."""
    try:
        value = int(text2num(phrase.replace("eeen", "eeën").replace("ieen", "ieën"), "nl"))
    except ValueError:
        return None
    return value


def scaled(match: re.Match[str]) -> str:
    """Return "2,5 miljoen" in digits; a number with two meanings stays, so that it is asked back."""
    values = values_of(match[1])
    return f"{values[0] * SCALES[match[2]]:.2f}".removesuffix(".00").replace(".", ",") if len(values) == 1 else match[0]
