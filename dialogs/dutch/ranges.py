"""Several amounts in one answer: a range, a sum or simply two of them; each meaning is offered, none is picked."""

from collections.abc import Iterator
from dataclasses import replace

from dialogs.dutch.quantities import Amount, Amounts
from dialogs.dutch.units import Unit, conversion

SPANNING = ("-", "tot", "a", "naar")
DETAIL = ("van", "met")


def amounts_in(amounts: Amounts, asked: str | None) -> list[Amount] | None:
    """Return the amounts that can be the answer, in the unit asked for; None when one measures something else.

    "2 laadpalen van 22 kW" is an answer to "hoeveel laadpalen": what follows "van" is a detail.
    """
    fitting: list[Amount] = []
    for quantity in amounts.quantities:
        factor = conversion(quantity.unit, asked)
        if factor is not None:
            values = tuple(round(value * factor, 6) for value in quantity.values)
            fitting.append(replace(quantity, values=values))
        elif not is_detail(quantity.joined_by):
            return None
    return share_unit(fitting, asked)


def is_detail(joined_by: str) -> bool:
    """Say whether what follows only describes the amount before it: "palen van 22 kW", but not "10 à 15%"."""
    *before, last = joined_by.split() or [""]
    return last in DETAIL or (last == "a" and bool(before))


def share_unit(quantities: list[Amount], asked: str | None) -> list[Amount]:
    """Return the quantities, with the unit behind the last number of a range counting for all: "1-2 MW"."""
    last: Unit | None = quantities[-1].unit if quantities else None
    factor = conversion(last, asked) or 1
    if len(quantities) != 2 or factor == 1 or quantities[0].unit is not None:
        return quantities
    first = Amount(tuple(round(value * factor, 6) for value in quantities[0].values), last)
    return [first, quantities[1]]


def combined(first: float, second: float, joined_by: str, words: tuple[str, ...]) -> Iterator[tuple[str, float]]:
    """Yield the meanings of two amounts as a kind ("", "ongeveer") with a value."""
    link = joined_by.rsplit(maxsplit=1)[-1] if joined_by.split() else ""
    spanning = link in SPANNING or (link in ("en", "de") and "tussen" in words)
    yield "", first
    if spanning and first < second and ((first + second) / 2).is_integer():
        yield "ongeveer", (first + second) / 2
    yield "", second
    if link == "*":
        yield "", first * second
    if link == "+":
        yield "", first + second
