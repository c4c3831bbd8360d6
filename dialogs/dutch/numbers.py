"""Numbers as people type them, read without ever guessing: what can mean two things is asked back."""

import re
from collections.abc import Iterator, Sequence

from cards.formats import number
from dialogs.dutch.counted import OfWhat, concluded, grouped, only_counted, without_those_away
from dialogs.dutch.doubt import read_skip, read_unknown
from dialogs.dutch.foreign import in_dutch
from dialogs.dutch.hedges import without_hedges
from dialogs.dutch.numerals import in_digits
from dialogs.dutch.percentages import NAMED, read_percentage
from dialogs.dutch.quantities import Amount, Amounts, find_amounts
from dialogs.dutch.ranges import amounts_in, combined
from dialogs.dutch.reading import Reading, choose, read_as
from dialogs.dutch.typed import listed, tidy, words
from dialogs.dutch.units import COUNT, DAYS, SHARE, UNITS, Unit, unit_of
from dialogs.dutch.workweek import days_in

NOTHING = re.compile(r"(?:(?:nog|er|zijn|wij|we|ik|hebben|heb|nu) )*(?:geen|nul|niks|niets)(?: enkele?)?(?: [a-z-]+){0,2}")
NONE_AT_ALL = re.compile(
    r"(?:(?:nog|er|zijn|wij|we|ik|hebben|heb|nu|helemaal|dat is|dus|nee) )*"
    r"(?:noppes|nop|nada|niente|njet|nihil|zero|nougatbollen|nul komma nul|geeneen|gene|niemendal"
    r"|geen(?: een|eentje| bal| moer| sikkepit)?"
    r"|ni(?:et|e) (?:een|eentje|1|een enkele)|niks|niets|nul)(?: (?:hoor|dus|helaas|nog|hier|joh|meer|van|te melden))*"
)
# "Die hebben we niet", "nee joh we hebben er nog geen": words around a no that is about having any.
ABOUT_HAVING = frozenset(
    listed("""
        nee, neen, nope, joh, hoor, sorry, nou, helaas, eh, die, dat, ze, deze, we, wij, ik, er, hier, ook, nog, nu, op, dit,
        moment, momenteel, wel, nie, hebbe, wie, inmiddels, eigenlijk, nooit, heeft, hebt, zit, zitten, is, staat, waren, aan,
        bij, ons, hebben, heb, gebruiken, gebruik, staan, rijden, zijn, meer, dus, geen, niet, een, enkele, echt,
        allemaal, helemaal
    """)
)
HAVING = frozenset(listed("hebben, hebbe, heb, heeft, hebt, gebruiken, gebruik, staan, staat, rijden, zijn, is, zitten, nog"))
MEASURED = ("power", "energy", "solar", "distance")
CONCLUSION = re.compile(
    r"\b(?:dus|oftewel|dat maakt|dat is dan|komt neer op|kom ik op|komen we op|in totaal|samen)(?: dus)? (\d[\d.,]*) ?([a-z]+)$"
)
NO = frozenset(listed("nee, neen, nope"))
SHARE_OF = re.compile(r"(?:dus |ongeveer )?([a-z]+(?: [a-z]+)?|\d [a-z]+) van (?:de |onze |die )?(\d{1,4})(?: [a-z]+)?")
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


def read_number(text: str, *, unit: str | None = None, counted: OfWhat | None = None) -> Reading[float]:
    """Read a number in the unit the question asks for ("kW", "km", "stuks"); "%" is read as a share of 0 to 100.

    Another size of that unit is converted ("1,2 MW" is 1200 kW); another unit altogether is not understood: None.
    Where it is known what is `counted`, so is a number of anything else.
    """
    measures, typed = UNITS.get((unit or "").lower(), Unit(COUNT)).measures, in_dutch(tidy(text))
    if measures == SHARE:
        return read_percentage(text)
    if read_unknown(text) or read_skip(text) or VAGUE.search(typed) or (measures == "power" and FUSE.search(typed)):
        return None
    if (behind := concluding(typed, measures)) is not None:
        return read_number(behind, unit=unit)
    named = number_named(typed, measures, counted) or share_of_number(typed)
    amounts = find_amounts(text) if named is None else None
    if amounts is None or amounts.period in ODD_PERIODS.get(measures, ()):
        return named
    return amount_read(amounts, typed, unit, counted)


def concluding(typed: str, measures: str) -> str | None:
    """Return the number in the unit that was asked with which a text ends: "200 panelen van 400 Wp, dus 80 kWp"."""
    found = CONCLUSION.search(in_digits(typed)) if measures in MEASURED else None
    known = unit_of(found[2]) if found is not None else None
    if found is None or known is None or known.measures != measures or found.start() == 0:
        return None
    return f"{found[1]} {found[2]}"


def amount_read(amounts: Amounts, typed: str, unit: str | None, counted: OfWhat | None) -> Reading[float]:
    """Read the amounts of a sentence as one number of what is asked."""
    if counted is not None and (sum_told := concluded(amounts, typed)) is not None:
        return read_as(sum_told, estimate=amounts.estimate)
    left = without_those_away(amounts, typed) if counted is not None else None
    if left is not None:
        return choose((number(value), value) for value in left)
    if counted is not None and (rows := grouped(amounts, counted)) is not None:
        return choose((number(value), value) for value in rows)
    asked = only_counted(amounts, counted) if counted is not None else amounts
    if asked is None or REFUSING.intersection(asked.words):
        return None
    return choose(meanings(amounts_in(asked, unit) or (), asked, unit), estimate=asked.estimate)


def number_named(typed: str, measures: str, counted: OfWhat | None) -> Reading[float]:
    """Read what names a number without one: "geen", "een paar", and days such as "maandag t/m vrijdag"."""
    days = days_in(typed) if measures == DAYS else None
    if days is not None:
        return read_as(float(days))
    if A_FEW.fullmatch(typed):
        return choose((number(few), float(few)) for few in (2, 3, 4))
    if counted is not None and (NONE_AT_ALL.fullmatch(words(typed)) or (counted.own and says_none(unnamed(typed, counted)))):
        return read_as(0.0)
    bare, hedged = without_hedges(typed)
    if counted is not None and hedged and NONE_AT_ALL.fullmatch(words(bare)):
        return read_as(0.0, estimate=True)
    nothing = NOTHING.fullmatch(typed) and not NOT_NOTHING.search(typed) and not re.search(r"\d", in_digits(typed))
    return read_as(0.0) if nothing and not (counted is not None and is_of_others(typed, counted)) else None


def is_of_others(typed: str, counted: OfWhat) -> bool:
    """Say whether a no is about something else that is asked: "geen vrachtwagens" says nothing of vans."""
    said = words(typed).split()
    return any(counted.is_other(said[at:]) for at in range(len(said)))


def unnamed(typed: str, counted: OfWhat) -> list[str]:
    """Return the words of a text without the name of what was asked in front: "trekkers hebben wij niet"."""
    said = words(typed).split()
    front = next((length for length in (1, 2) if len(said) > length and counted.is_own(said[:length])), 0)
    return said[front if "niet" in said[front:] or "nie" in said[front:] else 0 :]


def share_of_number(typed: str) -> Reading[float]:
    """Read "een derde van de twaalf" as a number, when it comes to a whole one."""
    said = SHARE_OF.fullmatch(in_digits(typed))
    share = NAMED.get(said[1]) if said else None
    if said is None or share is None:
        return None
    part = share * float(said[2]) / 100
    return read_as(float(round(part))) if abs(part - round(part)) < 0.01 else None


def says_none(said: list[str]) -> bool:
    """Say whether words only say that there are none."""
    denied = NO.intersection(said) or ({"niet", "nie", "geen"}.intersection(said) and HAVING.intersection(said))
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
