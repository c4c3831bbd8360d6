"""The points of an individual talk: seven, in the order of the source, each question in one place at most."""

import pytest

from domain.dossier.briefing import TALK, Point, PointWords
from domain.intake.questionnaire import QUESTIONS
from tests.language import faults


def test_there_are_seven_in_the_order_of_the_source() -> None:
    assert [words.point for words in TALK.points] == list(Point)
    assert len(TALK.points) == 7
    assert TALK.minutes == 30


@pytest.mark.parametrize("pattern", [pattern for words in TALK.points for pattern in words.questions])
def test_every_pattern_means_a_question(pattern: str) -> None:
    alone = PointWords(Point.COFFEE, "", "", (pattern,))
    assert [name for name in QUESTIONS if alone.is_about(name)]


def test_no_answer_is_told_twice() -> None:
    for name in QUESTIONS:
        assert sum(point.is_about(name) for point in TALK.points) <= 1, name


def test_the_advice_is_plain_dutch() -> None:
    said = "\n".join([*(f"{one.title}\n{one.advice}" for one in TALK.points), *TALK.style, TALK.resistance])
    assert faults(said) == []
