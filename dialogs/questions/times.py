"""Times and days among other things that were said: coming back, going out, from Monday to Friday."""

import re
from collections.abc import Iterator, Sequence

from dialogs.dutch.workweek import days_said
from dialogs.questions.classes import named_class, near
from dialogs.questions.counting import class_of
from dialogs.questions.heard import FoundAnswer, HeardSoFar, read_as_answer
from dialogs.questions.mentions import WORD, Spotted
from domain.intake.question import AnswerKind, Question

DRIVING = re.compile(r"\b(?:rijd|rit|onderweg)")


def read_days(heard: HeardSoFar, piece: str) -> Iterator[FoundAnswer]:
    """Yield the days of the week that are said to be driven, "rijden van maandag tot en met vrijdag"."""
    said = days_said(piece)
    asked_days = heard.asked is not None and heard.asked.ask.said.unit == "dagen"
    if said is None or not (asked_days or DRIVING.search(piece)):
        return
    question = heard.of_class([one for one in heard.questions if one.ask.said.unit == "dagen"], WORD.findall(piece))
    meant = read_as_answer(heard.reader, question, said) if question is not None else None
    if question is not None and meant is not None:
        yield FoundAnswer(question, meant, said)


def direction(heard: HeardSoFar, mention: Spotted) -> Question | None:
    """Return the question that a time answers, by the words beside it."""
    clocks = [one for one in heard.questions if one.kind is AnswerKind.CLOCK]
    cued = [(distance, one) for one in clocks if (distance := near(one, mention)) is not None]
    least = min((distance for distance, _ in cued), default=0)
    nearest = [one for distance, one in cued if distance == least]
    return heard.of_class(nearest, mention.around) if len({one.ask.around for one in nearest}) == 1 else None


def read_clocks(heard: HeardSoFar, clocks: list[tuple[Spotted, Question | None]]) -> Iterator[FoundAnswer]:
    """Yield what times answer; one without a direction goes the other way than the one beside it, or answers what was asked."""
    directed = [question for _, question in clocks if question is not None]
    for mention, question in clocks:
        meant_for = question or same_way(heard, directed, mention) or other_way(heard, directed, alone=len(clocks) == 1)
        meant = read_as_answer(heard.reader, meant_for, mention.text) if meant_for is not None else None
        if meant_for is not None and meant is not None:
            yield FoundAnswer(meant_for, meant, mention.segment)


def same_way(heard: HeardSoFar, directed: Sequence[Question], mention: Spotted) -> Question | None:
    """Return the question for "de trekkers pas om 20.00" behind "busjes zijn om 17.15 terug": the same of another class."""
    vehicles = named_class(mention.around)
    if vehicles is None or not directed or vehicles in map(class_of, directed):
        return None
    same = (one for one in heard.questions if one.ask.around == directed[0].ask.around and class_of(one) is vehicles)
    return next((one for one in same if one.kind is AnswerKind.CLOCK), None)


def other_way(heard: HeardSoFar, directed: Sequence[Question], *, alone: bool) -> Question | None:
    """Return the question for a time without a direction."""
    if heard.asked is not None and heard.asked.kind is AnswerKind.CLOCK and heard.asked not in directed:
        return heard.asked if alone or directed else None
    if len(directed) != 1:
        return None
    other = (one for one in heard.questions if one.kind is AnswerKind.CLOCK and class_of(one) is class_of(directed[0]))
    return next((one for one in other if one is not directed[0] and one.ask.around != directed[0].ask.around), None)
