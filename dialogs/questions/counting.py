"""What the number of a question is a number of, from its declaration."""

from functools import cache

from dialogs.dutch.counted import Counted
from dialogs.dutch.typed import tidy, words
from domain.intake.question import Question
from domain.intake.vehicles import MANY_CLASSES, NAMES, VehicleClass

CLASSES = {vehicles.value: vehicles for vehicles in VehicleClass}


def class_of(question: Question) -> VehicleClass | None:
    """Return the vehicle class that a question is about."""
    return CLASSES.get(question.name.partition(".")[0])


@cache
def counted_by(question: Question) -> Counted:
    """Return what a question asks the number of, and the words that belong to asking it."""
    vehicles, said = class_of(question), question.ask.said
    own = said.counted
    if vehicles is not None and said.vehicles:
        own += (*NAMES[vehicles], *(name for name, classes in MANY_CLASSES.items() if vehicles in classes))
    others = (*(name for names in NAMES.values() for name in names), *MANY_CLASSES)
    asking = words(tidy(f"{question.text} {question.label}")).split() + words(tidy(question.ask.why)).split()
    return Counted(own, others, frozenset(asking).union(*(cue.split() for cue in said.cues)), said.later)
