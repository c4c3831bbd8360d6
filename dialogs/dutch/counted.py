"""What a number is a number of: only the one that is of what was asked counts, and anything else in the sentence is doubt."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz import fuzz, process

from dialogs.dutch.quantities import Amount, Amounts
from dialogs.dutch.typed import listed
from dialogs.dutch.units import Unit, unit_of

# Words around a number that say nothing about what it is a number of.
FILLER = frozenset(
    listed("""
        wij, we, ik, men, er, hier, nu, al, hebben, heb, heeft, hebt, zijn, is, ben, staan, staat, rijden, rijdt, het, dat, dit,
        die,
        de, ons, onze, mijn, uw, u, ja, jazeker, nou, nee, hoor, dus, wel, ook, maar, even, kijken, eens, op, dit, moment,
        momenteel,
        in, totaal, totale, samen, bij, elkaar, aantal, precies, exact, net, gewoon, allemaal, alle, stuks, stuk, van, voor, met,
        om, te, dan, ongeveer, denk, dacht, ik denk, geloof, schat, zo, een, en, of, tot, a, tussen, naar, zelf, eigen, bezit,
        bedrijf,
        terrein, vloot, wagenpark, momenteel, hallo, goedemorgen, goedemiddag, hoi, dag, sorry, oeps, bedoel, moet, moeten,
        antwoord,
        per, elk, elke, iedere, ieder, gemiddeld, meestal, normaal, kunnen, kan, maken, beschikbaar, vrij, komt, neer, ben, uit,
        zal, zullen, zou, het, aan, groot, grote, hele, volledig, nog, steeds, bestaat, genoeg, werkdag, werkdagen, dagen, dag,
        week, uur, ton, kilo, plus, min, minus, euh, eh, uh, uhm, ehm, ofzo, keer, x, volgens, mij, ca, circa, zeker, we're,
        groet, doen, doet, ervan, daarvan, der, d'r, t, zoveel, nie, hebbe, mn, tellen, tel, getal, hoeveelheid,
        inmiddels, tegenwoordig, vast, sowieso, echt, hem, ze, zij, m'n, zn, z'n, d'r, houd, hou, doe, maak, noteer, schrijf, zet,
        vul, max, slechts, gaat, twaalf, dank, alvast, bedankt, alsjeblieft, alstublieft, aub, precies, geteld, goed, klopt
    """)
)
COMING = frozenset(
    listed("""
        straks, volgend, volgende, komend, komende, binnenkort, toekomst, later, gaan, willen, wil, worden, wordt, komen, kopen,
        aanschaffen, bestellen, besteld, verwacht, verwachten, erbij, hopen, hopelijk, plan, plannen, gepland, bijkopen,
        uitbreiden, overstappen
    """)
)
GONE = frozenset(
    listed("""
        vorig, vorige, vroeger, eerst, eerder, was, waren, had, hadden, gehad, afgelopen, geleden, destijds, verkocht, verkopen,
        verhuurd, verhuren, uitgeleend, gestolen, weggedaan, ingeruild, kapot, opgezegd, wegdoen, minder, meer
    """)
)
MORE = "erbij"  # "8 erbij": beside how many?
AWAY = re.compile(r"\b(?:verhuurd|verkocht|uitgeleend|kapot|weg|elders|gestolen|ergens anders|niet hier|stuk)\b")
PLACES = frozenset(
    listed(
        "hal, loods, nummer, nr, huisnummer, dock, deur, poort, unit, gebouw, vak, straat, weg, laan, lijn, vestiging, fase, punt"
    )
)
CONCLUDING = re.compile(
    r"\b(?:dus|blijven|blijft|houden|houd|hou|over|resteren|resteert|samen|totaal|maakt|oftewel|is nu|nu nog)\b"
)
# "Vijf min die ene die kapot is, blijven er vier over."
ONE_LESS = re.compile(
    r"\b(?:min|behalve|zonder|maar|waarvan)\b.{0,10}\b(?:ene|een|eentje|1)\b.*\b(?:blijven|blijft|houden|hou|houd|dus|over)\b"
)
GROUPS = listed("""
    rij, rijen, hal, hallen, loods, loodsen, vestiging, vestigingen, locatie, ploeg, ploegen, team, groep, groepen, blok, blokken,
    set, sets, vak, vakken, depot, filiaal, filialen, garage, straat, straten, afdeling, plek, terrein, schuur, schuren, lijn
""")
LINKED_GROUP = re.compile(r"(?:^|\s)(?:van|met|a|elk|ieder|met elk|met ieder|waar|a raison van)(?: elk| ieder)?$")
ENDINGS = ("", "s", "'s", "en", "n", "sen", "je", "jes", "tje", "tjes")
SHORTEST_MISSPELT, ALIKE = 5, 86.0


@dataclass(frozen=True, slots=True)
class OfWhat:
    """What a question asks the number of: its `own` names, those of `others`, words `said` in asking; `later`: it is to come."""

    own: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    said: frozenset[str] = frozenset()
    later: bool = False

    def is_own(self, words: Sequence[str]) -> bool:
        """Say whether words begin with one of its names, in one or more words."""
        return any(is_called(words, name) for name in self.own)

    def is_other(self, words: Sequence[str]) -> bool:
        """Say whether words begin with a name of something else that is asked about."""
        return not self.is_own(words) and any(is_called(words, name) for name in self.others)


def is_called(words: Sequence[str], name: str) -> bool:
    """Say whether words begin with a name, in the singular, the plural or small: "busje", "bussen"."""
    parts = name.split()
    if len(words) < len(parts) or any(word != part for word, part in zip(words, parts[:-1], strict=False)):
        return False
    return is_word(words[len(parts) - 1], parts[-1])


@lru_cache(maxsize=8192)
def is_word(word: str, name: str) -> bool:
    """Say whether one word is a name with an ending, or a long one with a typing error."""
    if word.startswith(name) and word[len(name) :] in ENDINGS:
        return True
    bare = word.rstrip("s")
    alike = len(word) >= SHORTEST_MISSPELT < len(name) and word[0] == name[0] and abs(len(bare) - len(name)) <= 1
    return alike and fuzz.ratio(bare, name) >= ALIKE


def only_counted(amounts: Amounts, counted: OfWhat) -> Amounts | None:
    """Return the amounts that are numbers of what was asked; None when the sentence may be about something else.

    A number with the name of what was asked behind it may stand among other words; one without may not.
    """
    said = set(amounts.words)
    if GONE & said or (not counted.later and COMING & said):
        return None
    placed = [quantity for quantity in amounts.quantities if quantity.before not in PLACES]
    own = [quantity for quantity in placed if is_named(quantity, counted)]
    if own:
        kept = [
            quantity
            for at, quantity in enumerate(placed)
            if quantity in own or leads_to(placed[at + 1 :], own) or (at and is_bare(quantity))
        ]
        return replace(amounts, quantities=tuple(unjoined(kept, amounts.quantities)))
    foreign = any(counted.is_other(quantity.behind) for quantity in placed)
    strays = [word for word in amounts.words if is_stray(word, counted)]
    return None if foreign or strays or len(placed) < len(amounts.quantities) else amounts


def concluded(amounts: Amounts, text: str) -> float | None:
    """Return the number that somebody works out themselves: "we hadden er 12, 3 zijn verkocht, dus nu 9"."""
    values = [
        quantity.values[0] for quantity in amounts.quantities if len(quantity.values) == 1 and quantity.before not in PLACES
    ]
    if len(values) == len(amounts.quantities) == 2 and ONE_LESS.search(text):
        return values[1] if values[1] == values[0] - 1 else None
    if len(values) != len(amounts.quantities) or len(values) != 3 or not CONCLUDING.search(text):
        return None
    first, second, last = values
    return last if last in (first - second, first + second, first * second) else None


def grouped(amounts: Amounts, counted: OfWhat) -> tuple[float, float] | None:
    """Return all and one group of "twee rijen van zes trekkers", to be asked; None when there are no groups."""
    if len(amounts.quantities) != 2 or any(len(one.values) != 1 for one in amounts.quantities):
        return None
    groups, each = amounts.quantities
    said = groups.behind[:1]
    linked = bool(said) and any(is_called(said, name) for name in GROUPS) and not counted.is_own(said)
    if not linked or not LINKED_GROUP.search(each.joined_by) or (each.behind and not is_named(each, counted)):
        return None
    return groups.values[0] * each.values[0], each.values[0]


def is_named(quantity: Amount, counted: OfWhat) -> bool:
    """Say whether the name of what was asked stands behind a number, or its unit does."""
    if quantity.unit is not None and quantity.unit.measures not in ("count", "something else"):
        return True
    return counted.is_own(quantity.behind) or counted.is_own(quantity.behind[1:])


def is_bare(quantity: Amount) -> bool:
    """Say whether a number is of nothing that is said, so that it may as well be of what was asked: "8 trekkers, nee 9"."""
    told = len(quantity.joined_by.split()) > 1
    return told and quantity.unit is None and (not quantity.behind or quantity.behind[0] in FILLER - GONE - COMING)


def leads_to(after: Sequence[Amount], own: Sequence[Amount]) -> bool:
    """Say whether a bare number is the first of a range, "10 tot 12 trekkers"."""
    return bool(after) and after[0] in own and after[0].joined_by in ("-", "tot", "a", "of", "en", "/", "en de", "*", "+", "naar")


def unjoined(kept: list[Amount], every: Sequence[Amount]) -> list[Amount]:
    """Return the amounts, each joined to the one before it only when that is kept."""
    return [
        one if at and every[every.index(one) - 1] is kept[at - 1] else replace(one, joined_by="") for at, one in enumerate(kept)
    ]


def is_stray(word: str, counted: OfWhat) -> bool:
    """Say whether a word tells of something that was not asked."""
    if word in FILLER or word in counted.said or counted.is_own((word,)) or (counted.later and word in COMING and word != MORE):
        return False
    unit = unit_of(word)
    if isinstance(unit, Unit) and unit.measures != "something else":
        return False
    near = (
        process.extractOne(word, LONG_FILLER, scorer=fuzz.ratio, score_cutoff=ALIKE) if len(word) >= SHORTEST_MISSPELT else None
    )
    return near is None


LONG_FILLER = tuple(word for word in FILLER if len(word) >= SHORTEST_MISSPELT)


def without_those_away(amounts: Amounts, text: str) -> tuple[float, float] | None:
    """Return all and those that are left of "twaalf, maar drie zijn verhuurd"; None when nothing was taken off."""
    if len(amounts.quantities) != 2 or not AWAY.search(text) or any(len(one.values) != 1 for one in amounts.quantities):
        return None
    (every,), (away,) = (one.values for one in amounts.quantities)
    linked = re.search(r"\b(?:maar|waarvan|behalve|min|alleen|wel)\b|,", amounts.quantities[1].joined_by)
    return (every - away, every) if linked and 0 < away < every else None
