"""Every declared question: clear words, and answerable by card and by typing, surely, roughly, not at all, or skipped."""

import datetime
from collections import Counter

import pytest

from dialogs.finding import TerrainNames
from dialogs.reading import Reader
from domain.certainty import Certainty
from domain.question import Question
from domain.questionnaire import PAGES, QUESTIONS
from tests.language import faults

READER = Reader(datetime.date(2026, 11, 23), TerrainNames(()))
every_question = pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)


def test_no_two_questions_read_the_same() -> None:
    texts = Counter(question.text for question in QUESTIONS.values())
    assert [text for text, times in texts.items() if times > 1] == []


def test_no_two_fields_of_a_card_have_the_same_label() -> None:
    for page in PAGES:
        labels = [question.label for question in page.questions]
        assert len(set(labels)) == len(labels), page.key


@every_question
def test_its_words_are_everyday_dutch(question: Question) -> None:
    labels = (f"{option.label}." for option in question.options)
    for words in (question.text, question.label, question.ask.why, question.ask.wrong, *labels):
        assert faults(words) == [], words


@every_question
@pytest.mark.parametrize("words", ["weet ik niet", "geen idee", "ik weet het niet", "?"])
def test_not_knowing_is_never_taken_for_an_option(question: Question, words: str) -> None:
    assert [meant.certainty for meant in READER.read(question, words)] == [Certainty.UNKNOWN]


@every_question
@pytest.mark.parametrize("words", ["overslaan", "sla over", "-", "n.v.t."])
def test_skipping_is_never_taken_for_an_option(question: Question, words: str) -> None:
    assert [meant.certainty for meant in READER.read(question, words)] == [Certainty.SKIPPED]


@every_question
def test_every_option_is_understood_as_its_label_reads(question: Question) -> None:
    for option in question.options:
        assert [meant.value for meant in READER.read(question, option.label)] in ([option.value], [[option.value]])


@every_question
def test_it_says_what_a_right_answer_looks_like(question: Question) -> None:
    assert question.ask.wrong.endswith(".")
    assert question.text.endswith("?")
    assert question.ask.seconds > 0
