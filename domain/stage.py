"""How far a company's intake is, for counting: whatever one of its people still has to say about themselves aside."""

from enum import StrEnum

from domain.answers import Answers
from domain.questionnaire import QUESTIONS

OF_COMPANY = tuple(question for question in QUESTIONS.values() if not question.ask.personal)


class Stage(StrEnum):
    """Each includes the one before it: something was answered, every core question, every question."""

    STARTED = "started"
    SHORT = "short"
    COMPLETE = "complete"


def stage_of(answers: Answers) -> Stage:
    """Return how far the answers of a company are; "weet ik niet" and skipped count as answered."""
    if is_open(answers, short=True):
        return Stage.STARTED
    return Stage.SHORT if is_open(answers, short=False) else Stage.COMPLETE


def is_open(answers: Answers, *, short: bool) -> bool:
    """Say whether a question about the company waits for an answer; whether it is asked is looked at last, it costs most."""
    answered = answers.by_name
    return any(q.name not in answered and q.is_asked(answers, short=short) for q in OF_COMPANY)
