"""The amounts in a typed sentence, how they hang together, and how sure the words around them sound."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from dialogs.dutch.foreign import in_dutch
from dialogs.dutch.hedges import without_hedges, without_rounding
from dialogs.dutch.numerals import in_digits, values_of
from dialogs.dutch.typed import tidy
from dialogs.dutch.units import Unit, unit_of

MOST_WORDS, MOST_BEHIND = 16, 4
NO_ANSWER = re.compile(r"[{}\[\]\\|^=_@`]|</?[a-z]|&\w+;")
EMPHATIC_ONE = re.compile(r"\b(?:éé|eé|ée)n(?=\b|tje)", re.IGNORECASE)
PERIOD = re.compile(r"(?:\bper |/ ?)(?:werk)?(dag|week|maand|jaar|kwartaal|uur|stuk|wagen|paal|laadpunt|rit|voertuig)\b")
YEAR = re.compile(r"\b(?:in|voor|vanaf|sinds|eind|begin|medio|per|tot|rond|tegen)(?: in)? 20[2-5]\d\b(?! ?%)")
HALVES: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"\b(?:een )?half dozijn\b"), "6"),
    (re.compile(r"\banderhal(?:f|ve) dozijn\b"), "18"),
    (re.compile(r"\banderhal(?:f|ve)\b"), "1,5"),
    (re.compile(r"\b(\d{1,6}) dozijn\b"), lambda dozens: str(12 * int(dozens[1]))),
    (re.compile(r"\b(\d+) ?en (?:een )?hal(?:f|ve)\b"), r"\1,5"),
    (re.compile(r"(?<=\d) komma (?=\d)"), ","),
    (re.compile(r"^(?:een )?hal(?:f|ve)\b(?! ?\d)"), "0,5"),
    (re.compile(r"\b(?:een )?dozijn\b"), "12"),
    (re.compile(r"\been (?!stuk\b|paar\b|hal)([a-z]+) of (\d+)\b"), r"±\2 \1"),
)
ONE = (
    (re.compile(r"\beentje\b|^een$|(?<=de )ene?(?= (?:die|is|wordt)\b)"), "1"),
    (re.compile(r"^een(?= (?:bus|busje|bestel|vracht|bak|trekker|truck|laad|plek|stuk$|auto|wagen|voertuig|dag|km\b|kw))"), "1"),
    (re.compile(r"\been(?=(?: \w+)? en \d)"), "1"),
    (re.compile(r"\been(?= (?:of|a|tot|-) ?\d| ?[,/]| ?-)|(?<=\bof )een$"), "1"),
    (re.compile(r"(?<=\d )en een(?= \w)"), "en 1"),
)
SIGNS = ((re.compile(r"\bt/?m\b|\btot en met\b"), "tot"), (re.compile(r"(?<=\d) ?(?:x|\*|keer|maal) ?(?=\d)"), " * "))
TOKEN = re.compile(r"(?P<number>(?:(?<![\w.,])[.,])?\d+(?:[.,]\d+)*)(?P<tail>[^\W\d_]\w*)?|(?P<word>[^\W_][\w']*)|(?P<mark>\S)")


@dataclass(frozen=True, slots=True)
class Amount:
    """One amount: its possible values (two for "1,250"), its unit, what joined it to the one before it, the words around it."""

    values: tuple[float, ...]
    unit: Unit | None = None
    joined_by: str = ""
    before: str = ""
    behind: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Amounts:
    """All that a sentence says about amounts; `words` are the other words in it, `period` that of "per week"."""

    quantities: tuple[Amount, ...]
    words: tuple[str, ...]
    estimate: bool
    period: str = ""


def find_amounts(text: str) -> Amounts | None:
    """Return the amounts in a sentence; None when it is too long, no sentence, or holds digits that are no amount."""
    typed = tidy(EMPHATIC_ONE.sub("1", text))
    if not typed or NO_ANSWER.search(typed):
        return None
    period = PERIOD.search(typed)
    typed = in_dutch(typed)
    bare, hedged = without_hedges(PERIOD.sub(" ", typed))
    bare, rounded = without_rounding(written_out(bare))
    without_year = YEAR.sub(" ", bare)
    tokens = list(TOKEN.finditer(without_year if re.search(r"\d", without_year) else bare))
    quantities = gather(tokens)
    words = tuple(token["word"] for token in tokens if token["word"])
    if quantities is None or len(words) > MOST_WORDS:
        return None
    return Amounts(quantities, words, hedged or rounded, period[1] if period else "")


def written_out(text: str) -> str:
    """Return the text with number words, halves and a counting "een" as digits."""
    text = in_dutch(text)
    text = re.sub(r"\balle(?=(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien)\b)", "alle ", text)
    text = re.sub(r"(\w)enhal(?:f|ve)\b", r"\1 en een half", text)
    text = in_digits(re.sub(r"\b(?:een )?(\w+)tal\b", r"\1-tal", text))
    for pattern, digits in HALVES + ONE + SIGNS:
        text = pattern.sub(digits, text)
    return text


def gather(tokens: list[re.Match[str]]) -> tuple[Amount, ...] | None:
    """Return the quantities among tokens; None when a number is where none can (a clock time, "1e", "3.5.7")."""
    found: list[Amount] = []
    between = ""
    for place, token in enumerate(tokens):
        if not token["number"]:
            between += f" {token['word'] or token['mark']}"
            continue
        values = values_of(token["number"])
        if not values or (token["tail"] and unit_of(token["tail"]) is None):
            return None
        if not found:
            values = signed(values, tokens, place)
        before = tokens[place - 1]["word"] or "" if place else ""
        found.append(
            Amount(values, unit_at(tokens, place), between.strip() if found else "", before, words_behind(tokens, place))
        )
        between = ""
    return tuple(found)


def words_behind(tokens: list[re.Match[str]], place: int) -> tuple[str, ...]:
    """Return the words right behind a number, up to the next mark or number."""
    behind: list[str] = []
    for token in tokens[place + 1 : place + 1 + MOST_BEHIND]:
        if not token["word"]:
            break
        behind.append(token["word"])
    return tuple(behind)


def unit_at(tokens: list[re.Match[str]], place: int) -> Unit | None:
    """Return the unit right behind a number; in "10 a 12" the "a" is no ampere."""
    if tokens[place]["tail"]:
        return unit_of(tokens[place]["tail"])
    behind = [token[0] for token in tokens[place + 1 : place + 3]]
    if not behind or (behind[0] == "a" and behind[1:] and behind[1][0].isdecimal()):
        return None
    return unit_of(behind[0])


def signed(values: tuple[float, ...], tokens: list[re.Match[str]], place: int) -> tuple[float, ...]:
    """Return the values of the first number with its sign: "-5", "- 5", "minus 5"; "min 5" can also mean "minimaal 5"."""
    before = tokens[place - 1] if place else None
    if before is None or before[0] not in ("-", "min", "minus"):
        return values
    if before[0] == "-" and place > 1 and tokens[place - 2].end() == before.start():
        return values
    negative = tuple(0 - value for value in values)
    return values + negative if before[0] == "min" else negative
