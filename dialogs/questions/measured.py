"""What a number with a unit answers: the question in that unit whose words stand nearest to it."""

from dialogs.dutch.counted import COMING
from dialogs.dutch.typed import words
from dialogs.questions.classes import is_part_of, named_class, near
from dialogs.questions.heard import HeardSoFar
from dialogs.questions.mentions import Spotted
from domain.intake.question import AnswerKind, Question

BY_UNIT = {
    "power": ("kW", "kWp"),
    "energy": ("kWh",),
    "solar": ("kWp",),
    "distance": ("km",),
    "share": ("%",),
    "days": ("dagen",),
}
NEEDING_NO_CUE = ("kWp",)
NOT_OF_A_DAY = ("week", "maand", "jaar", "kwartaal", "uur", "verderop", "afstand", "geleden")


def by_unit(heard: HeardSoFar, mention: Spotted, measures: str) -> Question | None:
    """Return the question in this unit whose words stand nearest to a number."""
    units = BY_UNIT[measures]
    candidates = [
        one for one in heard.questions if (one.ask.said.unit or one.ask.unit) in units and one.kind is AnswerKind.NUMBER
    ]
    if measures in ("distance", "days") and set(NOT_OF_A_DAY[1 if measures == "days" else 0 :]).intersection(mention.around[:9]):
        candidates = [one for one in candidates if measures == "days" and "geleden" not in mention.around]
    coming = bool(COMING.intersection(mention.around))
    cued = [(distance, one) for one in candidates if (distance := near(one, mention)) is not None]
    cued = [(distance, one) for distance, one in cued if not any(is_part_of(other, one) for _, other in cued)]
    if not cued:
        alone = [one for one in candidates if measures == "days" or is_alike(one, heard.asked) or one.ask.unit in NEEDING_NO_CUE]
        cued = [(0, one) for one in alone if measures != "power" or one is heard.asked]
    same_time = [(distance, one) for distance, one in cued if one.ask.said.later == coming] or cued
    least = min((distance for distance, _ in same_time), default=0)
    nearest = [one for distance, one in same_time if distance == least]
    fields = {one.name.partition(".")[2] for one in nearest}
    around = mention.around if named_class(mention.around) else words(mention.whole).split()  # "de trekkers | rijden 300 km"
    return heard.of_class(nearest, around) if len(fields) == 1 else None


def is_alike(question: Question, asked: Question | None) -> bool:
    """Say whether a question is the one that was asked, perhaps of another class: "bestelbussen 90 km, trekkers 450 km"."""
    return asked is not None and question.name.partition(".")[2] == asked.name.partition(".")[2]
