"""How far a company's intake is, for counting: whatever one of its people still has to say about themselves aside."""

from enum import StrEnum

from domain.intake.answers import Answers
from domain.intake.path import Depth, Way


class Stage(StrEnum):
    """Each includes the one before it: something was answered, every core question, every question."""

    STARTED = "started"
    SHORT = "short"
    COMPLETE = "complete"


def stage_of(answers: Answers) -> Stage:
    """Return how far the answers of a company are; "weet ik niet" and skipped count as answered."""
    if is_open(Way(answers, Depth.SHORT)):
        return Stage.STARTED
    return Stage.SHORT if is_open(Way(answers, Depth.FULL)) else Stage.COMPLETE


def is_open(way: Way) -> bool:
    """Say whether a question about the company waits for an answer."""
    return any(not question.ask.personal for question in way.open())
