"""Shares as people say them: "80%", "de helft", "3 van de 12", "allemaal"."""

import re
from collections.abc import Iterator

from cards.formats import percentage
from dialogs.dutch.hedges import without_hedges
from dialogs.dutch.quantities import Amounts, find_amounts
from dialogs.dutch.ranges import amounts_in, combined
from dialogs.dutch.reading import Reading, choose, read_as
from dialogs.dutch.typed import listed, tidy

ALL, NONE = 100.0, 0.0
SHARES = {
    ALL: "alle, allemaal, alles, iedereen, elk, elke, ieder, allen, allebei, volledig, geheel, helemaal, altijd",
    NONE: "geen, geen enkele, geen een, niets, niks, niet, niemand, nooit, nul, helemaal geen, geen van alle, nog geen",
    50.0: "helft, de helft, half, voor de helft, de ene helft",
    25.0: "kwart, een kwart, een vierde, 1 vierde",
    75.0: "driekwart, drie kwart, 3 kwart, drie vierde",
    20.0: "een vijfde",
    10.0: "een tiende",
}
ROUNDED = {33.33: "een derde, derde deel", 66.67: "twee derde, tweederde"}
NAMED = {word: share for share, names in (SHARES | ROUNDED).items() for word in listed(names)}
REFUSING = frozenset(listed("niet, geen, nooit, behalve, half, kwart"))
LINKING = frozenset(listed("tussen, en, de, tot, of, a"))
OF_WHAT = re.compile(
    r"(?: deel)?(?: (?:van (?:ons|onze|de|het|alle|die|ze)|ervan|daarvan|van hen)\b.*"
    r"| (?:bus|truck|vracht|bestel|bak|trekker|wagen)\w*)?$"
)


def read_percentage(text: str) -> Reading[float]:
    """Read a share as a number of 0 to 100 (more is read too: the rule refuses it).

    A bare "0,8" can be 0,8% or 80%; a count ("12 bussen") is no share: None.
    """
    typed, hedged = without_hedges(tidy(text))
    share = NAMED.get(OF_WHAT.sub("", typed))
    if share is not None:
        return read_as(share, estimate=hedged or share not in SHARES)
    amounts = find_amounts(text)
    return None if amounts is None else share_of(amounts)


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
