"""Shares as people say them: "80%", "de helft", "3 van de 12", "allemaal"."""

import re
from collections.abc import Iterator

from cards.formats import percentage
from dialogs.dutch.hedges import without_hedges
from dialogs.dutch.numerals import in_digits
from dialogs.dutch.quantities import Amounts, find_amounts
from dialogs.dutch.ranges import amounts_in, combined
from dialogs.dutch.reading import Read, Reading, choose, read_as
from dialogs.dutch.typed import listed, tidy, words
from domain.intake.certainty import Certainty

ALL, NONE = 100.0, 0.0
SHARES = {
    ALL: "alle, allemaal, alles, iedereen, elk, elke, ieder, allen, allebei, volledig, geheel, helemaal, altijd, de hele club,"
    " de hele boel, de hele vloot, hele vloot, het hele wagenpark, hele wagenpark, de hele handel, stuk voor stuk",
    NONE: "geen, geen enkele, geen een, niets, niks, niet, niemand, nooit, nul, helemaal geen, geen van alle, nog geen",
    50.0: "helft, de helft, half, voor de helft, de ene helft",
    25.0: "kwart, een kwart, een vierde, 1 vierde",
    75.0: "driekwart, drie kwart, 3 kwart, drie vierde",
    20.0: "een vijfde",
    10.0: "een tiende",
}
ROUNDED = {33.33: "een derde, derde deel, 1 derde", 66.67: "twee derde, tweederde, 2 derde"}
NAMED = {word: share for share, names in (SHARES | ROUNDED).items() for word in listed(names)}
REFUSING = frozenset(listed("niet, geen, nooit, behalve, half, kwart"))
CLAUSE_END = re.compile(r"[,;.]\s|\s(?=(?:de rest|maar|want|en de)\b)")
EXCEPT = re.compile(r"\b(?:behalve|maar|uitgezonderd|tenzij|soms|na|niet waar|hooguit|of)\b")
ALL_OF = re.compile(
    r"\b(?:alle|al de|al die|al onze) ?(?:\d{1,3}|twee|drie|vier|vijf|zes|zeven|acht|negen|tien)\b|\ballebei\b|\balle beide\b"
)
OUT_OF = re.compile(r"\b(\d{1,3}|een|ene) (?:op|van|uit) (?:de|elke|iedere) (\d{1,3})\b")  # "een op de vier"
FILLED = frozenset(
    listed("""
        ze, die, we, wij, het, dat, er, zijn, is, dus, gewoon, ja, nee, hoor, wel, van, de, ons, onze, in, eigen, zo, goed, als,
        ook, nu, eigenlijk, hebben, heb, ik, precies, exact
    """)
)
LINKING = frozenset(listed("tussen, en, de, tot, of, a"))
OF_WHAT = re.compile(
    r"(?: deel)?(?: (?:van (?:ons|onze|de|het|alle|die|ze)|ervan|daarvan|van hen)\b.*"
    r"| (?:bus|truck|vracht|bestel|bak|trekker|wagen)\w*)?$"
)


def read_percentage(text: str, about: frozenset[str] = frozenset()) -> Reading[float]:
    """Read a share as a number of 0 to 100 (more is read too: the rule refuses it).

    A bare "0,8" can be 0,8% or 80%; a count ("12 bussen") is no share: None. Words that are `about` what was asked may stand
    around a share in words: "ze staan hier alle drie".
    """
    typed, hedged = without_hedges(tidy(text))
    share = NAMED.get(OF_WHAT.sub("", typed))
    if share is not None:
        return read_as(share, estimate=hedged or share not in SHARES)
    told = share_told(typed, about) if about else None
    if told is not None:
        return read_as(told.value, estimate=hedged or told.certainty is Certainty.ESTIMATE)
    amounts = find_amounts(text)
    return None if amounts is None else share_of(amounts)


def share_told(typed: str, about: frozenset[str]) -> Read[float] | None:
    """Read the share that the first clause names, when nothing behind it takes that back: "driekwart, de rest niet"."""
    first, *rest = CLAUSE_END.split(typed)
    behind = " ".join(rest)
    return None if EXCEPT.search(behind) or re.search(r"\d", in_digits(behind)) else share_named(first, about)


def share_named(clause: str, about: frozenset[str]) -> Read[float] | None:
    """Read the one share that a clause names in words, when all its other words are `about` what was asked."""
    counted = in_digits(clause)
    out_of = OUT_OF.search(counted)
    said = words(ALL_OF.sub(" alle ", OUT_OF.sub(" ", counted))).split()
    shares: set[float] = set()
    if out_of is not None:
        part, whole = (1.0 if one in ("een", "ene") else float(one) for one in out_of.groups())
        shares.add(round(100 * part / whole, 2) if 0 <= part <= whole and whole else -1)
    at = 0
    while at < len(said):
        share, length = share_at(said, at)
        if share is None and said[at] not in FILLED and said[at] not in about:
            return None
        shares.update(() if share is None else (share,))
        at += length
    share = shares.pop() if len(shares) == 1 else None
    if share is None or share < 0:
        return None
    return Read(share, Certainty.SURE if share in SHARES or out_of is not None else Certainty.ESTIMATE)


def share_at(said: list[str], at: int) -> tuple[float | None, int]:
    """Return the share that is named from a word on, with how many words that takes."""
    for length in (3, 2, 1):
        share = NAMED.get(" ".join(said[at : at + length]))
        if share is not None:
            return share, length
    return None, 1


def share_of(amounts: Amounts) -> Reading[float]:
    """Read "80%", "3 van de 12" or a bare number as a share."""
    if not amounts.quantities or REFUSING.intersection(amounts.words):
        return None
    out_of = proportion(amounts)
    if out_of is not None:
        return read_as(out_of, estimate=amounts.estimate)
    marked = any(quantity.unit is not None for quantity in amounts.quantities)
    quantities = amounts_in(amounts, "%")
    if not quantities or (not marked and not LINKING.issuperset(amounts.words)):
        return None
    return choose(shares(amounts, marked=marked), estimate=amounts.estimate)


def proportion(amounts: Amounts) -> float | None:
    """Return the share that "3 van de 12" is, rounded to two decimals; None when it says no such thing."""
    if len(amounts.quantities) != 2 or any(quantity.unit is not None for quantity in amounts.quantities):
        return None
    (part, *_), (whole, *_) = (quantity.values for quantity in amounts.quantities)
    linked = re.search(r"(?:^|\s)(?:van|op|uit|/)(?: de| onze| alle)?$", amounts.quantities[1].joined_by)
    return round(100 * part / whole, 2) if linked and 0 <= part <= whole and whole > 0 else None


def shares(amounts: Amounts, *, marked: bool) -> Iterator[tuple[str, float]]:
    """Yield every share the amounts can mean, with its label."""
    quantities = amounts_in(amounts, "%") or []
    if len(quantities) == 2:
        (low, *_), (high, *_) = (quantity.values for quantity in quantities)
        for kind, value in combined(low, high, quantities[1].joined_by, amounts.words):
            yield f"{kind} {percentage(value)}".strip(), value
        return
    for quantity in quantities:
        for value in quantity.values:
            yield percentage(value), value
            if not marked and 0 < value < 1:
                yield percentage(100 * value), round(100 * value, 6)
