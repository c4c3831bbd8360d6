"""Numbers as people type them, read without ever guessing: what can mean two things is asked back."""

import re
from collections.abc import Iterator, Sequence

from cards.formats import number
from dialogs.dutch.counted import Counted, only_counted, without_those_away
from dialogs.dutch.doubt import read_skip, read_unknown
from dialogs.dutch.numerals import in_digits
from dialogs.dutch.percentages import read_percentage
from dialogs.dutch.quantities import Amount, Amounts, find_amounts
from dialogs.dutch.ranges import amounts_in, combined
from dialogs.dutch.reading import Reading, choose, read_as
from dialogs.dutch.typed import listed, tidy, words
from dialogs.dutch.units import COUNT, DAYS, SHARE, UNITS, Unit
from dialogs.dutch.workweek import days_in

NOTHING = re.compile(r"(?:(?:nog|er|zijn|wij|we|ik|hebben|heb|nu) )*(?:geen|nul|niks|niets)(?: enkele?)?(?: [a-z-]+){0,2}")
# "Die hebben we niet", "nee joh we hebben er nog geen": words around a no that is about having any.
ABOUT_HAVING = frozenset(
    listed("""
        nee, neen, nope, joh, hoor, sorry, nou, helaas, eh, die, dat, ze, deze, we, wij, ik, er, hier, ook, nog, nu, op, dit,
        moment,
        momenteel, bij, ons, hebben, heb, gebruiken, gebruik, staan, rijden, zijn, meer, dus, geen, niet, een, enkele, echt,
        allemaal
    """)
)
HAVING = frozenset(listed("hebben, heb, gebruiken, gebruik, staan, rijden, zijn, nog"))
NO = frozenset(listed("nee, neen, nope"))
FUSE = re.compile(r"\b[13] ?x ?\d{2,3}\b")
VAGUE = re.compile(r"\b(?:paar|enkele|aantal|wat) (?:honderd|duizend|dozijn|tien|tientallen|honderden|1?00|12|100|1000)\b")
NOT_NOTHING = re.compile(r"geen (?:van|probleem|bezwaar|commentaar|antwoord|zin|flauw|benul|weet|mening|voorkeur|idee)\b")
A_FEW = re.compile(r"(?:een )?(?:paar|handvol|enkele|stuk of wat)(?: [a-z]+)?")
REFUSING = frozenset(
    listed("""
        niet, geen, nooit, behalve, zonder, half, halve, kwart, duizenden, honderden, tientallen, dozijn, derde, helft, kwartaal
    """)
)
ODD_PERIODS = {"distance": ("week", "maand", "jaar", "kwartaal", "uur"), DAYS: ("maand", "jaar", "kwartaal", "dag", "uur")}


def read_number(text: str, *, unit: str | None = None, counted: Counted | None = None) -> Reading[float]:
    """Read a number in the unit the question asks for ("kW", "km", "stuks"); "%" is read as a share of 0 to 100.

    Another size of that unit is converted ("1,2 MW" is 1200 kW); another unit altogether is not understood: None.
    Where it is known what is `counted`, so is a number of anything else.
    """
    measures, typed = UNITS.get((unit or "").lower(), Unit(COUNT)).measures, tidy(text)
    if measures == SHARE:
        return read_percentage(text)
    if read_unknown(text) or read_skip(text) or VAGUE.search(typed) or (measures == "power" and FUSE.search(typed)):
        return None
    named = number_named(typed, measures, counted)
    amounts = find_amounts(text) if named is None else None
    if amounts is None or amounts.period in ODD_PERIODS.get(measures, ()):
        return named
    return amount_read(amounts, typed, unit, counted)


def amount_read(amounts: Amounts, typed: str, unit: str | None, counted: Counted | None) -> Reading[float]:
    """Read the amounts of a sentence as one number of what is asked."""
    left = without_those_away(amounts, typed) if counted is not None else None
    if left is not None:
        return choose((number(value), value) for value in left)
    asked = only_counted(amounts, counted) if counted is not None else amounts
    if asked is None or REFUSING.intersection(asked.words):
        return None
    return choose(meanings(amounts_in(asked, unit) or (), asked, unit), estimate=asked.estimate)


def number_named(typed: str, measures: str, counted: Counted | None) -> Reading[float]:
    """Read what names a number without one: "geen", "een paar", and days such as "maandag t/m vrijdag"."""
    days = days_in(typed) if measures == DAYS else None
    if days is not None:
        return read_as(float(days))
    if A_FEW.fullmatch(typed):
        return choose((number(few), float(few)) for few in (2, 3, 4))
    if counted is not None and counted.own and says_none(words(typed).split()):
        return read_as(0.0)
    nothing = NOTHING.fullmatch(typed) and not NOT_NOTHING.search(typed) and not re.search(r"\d", in_digits(typed))
    return read_as(0.0) if nothing else None


def says_none(said: list[str]) -> bool:
    """Say whether words only say that there are none."""
    denied = NO.intersection(said) or ({"niet", "geen"}.intersection(said) and HAVING.intersection(said))
    return bool(denied) and ABOUT_HAVING.issuperset(said)


def meanings(quantities: Sequence[Amount], amounts: Amounts, unit: str | None) -> Iterator[tuple[str, float]]:
    """Yield every value the amounts can mean, with its label."""
    shown = unit if unit and UNITS.get(unit.lower(), Unit(COUNT)).measures != COUNT else ""
    joins = {quantity.joined_by for quantity in quantities[1:]}
    if len(quantities) > 1 and joins <= ({"'", ":", "."} if len(quantities) == 2 else {"-", "/", "."}):
        return  # a clock time, a date or a telephone number
    if len(quantities) == 2 and all(len(quantity.values) == 1 for quantity in quantities):
        first, second = quantities
        for kind, value in combined(first.values[0], second.values[0], second.joined_by, amounts.words):
            yield f"{kind} {number(value, shown)}".strip(), value
        return
    for quantity in quantities:
        for value in quantity.values:
            yield number(value, shown), value
