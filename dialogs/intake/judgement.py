"""Whether what somebody means can be stored: accepted, refused with a reason, or asked back because it is unlikely."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cards.values import shown
from dialogs.questions.meaning import Meant
from domain.intake.acceptance import NotAccepted, accept
from domain.intake.answers import Answer, Answers
from domain.intake.certainty import Certainty
from domain.intake.plausibility import Objection, objections
from domain.intake.question import Question
from domain.intake.questionnaire import CHECKS, QUESTIONS

NAMED_CHECKS = tuple((check.names(), check) for check in CHECKS)
JUMP = 10
NOT_SKIPPED = "Deze vraag hebben wij nodig. 'Weet ik niet' is ook een antwoord."


@dataclass(slots=True)
class Judgement:
    """What came of one or more answers given together, by question name."""

    accepted: dict[str, Answer] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)
    doubtful: dict[str, str] = field(default_factory=dict)


def candidate(question: Question, meant: Meant, answers: Answers) -> Answer:
    """Return the answer as it would be stored; raises NotAccepted when the question's rule forbids it."""
    if meant.certainty is Certainty.SKIPPED and question.is_core(answers):
        raise NotAccepted(NOT_SKIPPED)
    if meant.certainty in (Certainty.SKIPPED, Certainty.UNKNOWN):
        return Answer(None, meant.certainty)
    return Answer(accept(question, meant.value), meant.certainty)


def possible(question: Question, meant: tuple[Meant, ...]) -> tuple[Meant, ...]:
    """Return the readings that can be an answer: nobody has 1,25 vans. When none can, all of them, to be refused."""
    return tuple(one for one in meant if fits(question, one)) or meant[:1]


def fits(question: Question, meant: Meant) -> bool:
    """Say whether the question's own rule allows this."""
    try:
        return meant.value is None or accept(question, meant.value) is not None
    except NotAccepted:
        return False


def judge(answers: Answers, given: Mapping[Question, Meant]) -> Judgement:
    """Judge answers that were given together, over all that was answered before.

    An answer in `doubtful` is also in `accepted`: it may be stored once the person confirms it.
    """
    judgement = Judgement()
    for question, meant in given.items():
        try:
            judgement.accepted[question.name] = candidate(question, meant, answers)
        except NotAccepted as broken:
            judgement.refused[question.name] = broken.sentence
    found = objections_to(judgement, answers)
    for objection in found:
        if objection.wrong:
            judgement.refused.setdefault(objection.question, objection.sentence)
            judgement.accepted.pop(objection.question, None)
    if any(objection.wrong for objection in found):
        found = objections_to(judgement, answers)  # what is refused makes nothing else hard to believe
    for objection in found:
        if not objection.wrong:
            judgement.doubtful.setdefault(objection.question, objection.sentence)
    for name, answer in judgement.accepted.items():
        if jumped(answers, name, answer):
            judgement.doubtful.setdefault(name, f"Eerder was dit {shown(QUESTIONS[name], answers[name])}.")
    return judgement


def jumped(answers: Answers, name: str, answer: Answer) -> bool:
    """Say whether a count of vehicles would become ten times what it was or more: then it was a number of something else."""
    said, before = QUESTIONS[name].ask.said, answers.number(name)
    grown = isinstance(answer.value, int | float) and bool(before) and answer.value >= JUMP * (before or 0)
    return grown and said.vehicles and not said.cues


def objections_to(judgement: Judgement, answers: Answers) -> tuple[Objection, ...]:
    """Return what is wrong or unlikely about the accepted answers that change something."""
    changed = frozenset(name for name, new in judgement.accepted.items() if not new.same_as(answers.get(name)))
    checks = tuple(check for names, check in NAMED_CHECKS if not names.isdisjoint(changed))
    looked_at = frozenset[str]().union(*(check.names() for check in checks))
    return tuple(objections(checks, still_asked(answers.with_(judgement.accepted), looked_at), changed))


def still_asked(answers: Answers, names: frozenset[str]) -> Answers:
    """Return these answers without those to questions that are no longer asked: of zero vans none can be electric."""
    return Answers({name: answers[name] for name in names if name in answers and counts(name, answers)})


def counts(name: str, answers: Answers) -> bool:
    """Say whether a question is asked, or may be answered without being asked."""
    question = QUESTIONS[name]
    return question.applies(answers) or question.ask.resets
