"""How many are electric, in words: "nu nog geen", "in 2035 allemaal", "die rijden allemaal op diesel"."""

import re
from collections.abc import Iterator

from dialogs.dutch.counted import COMING, FILLER
from dialogs.dutch.percentages import share_named
from dialogs.dutch.typed import listed, words
from dialogs.questions.classes import named_class
from dialogs.questions.counting import class_of
from dialogs.questions.heard import FoundAnswer, HeardSoFar
from dialogs.questions.meaning import Meant
from dialogs.questions.mentions import BARRIER, YEAR
from domain.intake.question import Question
from domain.intake.vehicles import VehicleClass

ELECTRIC = "elektrisch"
NOW = re.compile(r"\b(?:nu|momenteel|vandaag|op dit moment|op het moment|vooralsnog|tot nu toe|dit jaar)\b")
NONE = re.compile(r"\b(?:geen|niks|niets|niet|nul|nog niet|0)\b")
ALL = re.compile(r"\b(?:allemaal|alles|alle|allen|stuk voor stuk|de hele vloot|het hele wagenpark|iedereen)\b")
FUEL = re.compile(r"\b(?:diesels?|benzine|hvo|lng|cng)\b")
OF_ALL = re.compile(r"\b\d{1,4} (?=[a-z])")
MARKS = re.compile(r"[,;:()]")
AROUND = frozenset(
    listed("""
        eentje, 1, een, enkele, stuks, dus, want, die, ze, wij, we, elektrisch, elektrische, nu, nog, om, over, helemaal, gaan,
        dan
    """)
)


def read_electric(heard: HeardSoFar, piece: str) -> Iterator[FoundAnswer]:
    """Yield how many are electric where no number says it, clause by clause."""
    classes: list[VehicleClass] = []
    for clause in clauses(piece):
        named = named_class(words(clause).split())
        classes = [named] if named is not None else classes or classes_before(heard)
        years = {int(match[1]) for match in YEAR.finditer(clause)}
        about = heard.electric or ELECTRIC in clause
        bare = YEAR.sub(" ", clause)
        counted = (
            OF_ALL.sub("", bare, count=1) if FUEL.search(bare) and ALL.search(bare) else bare
        )  # "3 bakwagens, allemaal diesel"
        if re.search(r"\d", counted) or len(years) > 1:
            continue
        year = years.pop() if years else 0
        for vehicles in classes:
            yield from of_clause(heard, vehicles, year, clause, about=about)


def clauses(piece: str) -> list[str]:
    """Return the clauses of a piece."""
    parts = [piece]
    for pattern in (MARKS, BARRIER):
        parts = [part for one in parts for part in pattern.split(one)]
    return [part.strip() for part in parts if part.strip()]


def classes_before(heard: HeardSoFar) -> list[VehicleClass]:
    """Return the classes that somebody speaks of: those just counted, else the one that is asked about."""
    asked = class_of(heard.asked) if heard.asked is not None else None
    return list(heard.counted) or ([heard.last] if heard.last else [asked] if asked else [])


def of_clause(heard: HeardSoFar, vehicles: VehicleClass, year: int, clause: str, *, about: bool) -> Iterator[FoundAnswer]:
    """Yield what a clause without numbers says of a class, now or in a year."""
    question = electric_question(heard, vehicles, year)
    if question is None:
        return
    bare = words(YEAR.sub(" ", clause))
    coming = COMING.intersection(bare.split())
    if not year and not coming and none_now(bare, about=about):
        yield FoundAnswer(question, Meant(0.0), clause)
    elif year and about:
        value = heard.counted.get(vehicles, heard.totals.get(vehicles))
        share = share_named(bare, AROUND)
        if share is not None and share.value == 0:
            yield FoundAnswer(question, Meant(0.0), clause)
        elif share is not None and value is not None and float(share.value * value / 100).is_integer():
            yield FoundAnswer(question, Meant(share.value * value / 100, share.certainty), clause)


def none_now(said: str, *, about: bool) -> bool:
    """Say whether a clause says that none is electric now."""
    if FUEL.search(said):
        return bool(ALL.search(said)) and not NONE.search(said) and ELECTRIC not in said
    own = {word for word in said.split() if not word.startswith(ELECTRIC)}
    plain = own <= FILLER | AROUND | {"geen", "niks", "niets", "niet", "nul"} or bool(named_class(tuple(own)))
    return plain and bool(NONE.search(said)) and (ELECTRIC in said or (about and bool(NOW.search(said))))


def electric_question(heard: HeardSoFar, vehicles: VehicleClass, year: int) -> Question | None:
    """Return the question how many vehicles of a class are electric, now or in a year."""
    for question in heard.questions:
        said = question.ask.said
        if said.vehicles and said.cues and said.year == year and class_of(question) is vehicles:
            return question
    return None
