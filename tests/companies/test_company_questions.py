"""What the team asks about the companies of a terrain, read from its own words and in theirs."""

import datetime

import pytest

from dialogs.companies.asking import CompanyQuestion, read_question


@pytest.mark.parametrize("question", CompanyQuestion)
def test_every_question_is_read_from_its_own_words(question: CompanyQuestion) -> None:
    assert read_question(f"hessenpoort {question.value}", datetime.date(2026, 11, 23)).question is question


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        ("wie is er aangedragen op hessenpoort", CompanyQuestion.NOMINATED),
        ("wie is genoemd door anderen", CompanyQuestion.NOMINATED),
        ("wie heeft een laadprobleem", CompanyQuestion.PROBLEM),
        ("welke bedrijven kunnen anderen helpen", CompanyQuestion.SOLVING),
        ("wie heeft geen intentieverklaring", CompanyQuestion.UNLETTERED),
        ("wie wil niet meedoen", CompanyQuestion.REFUSING),
        ("wie wilde niet reageren", CompanyQuestion.SILENT),
        ("wie doet er niet mee", CompanyQuestion.SILENT),
        ("wie doet er mee", CompanyQuestion.TAKING_PART),
    ],
)
def test_a_question_is_read_in_the_words_of_the_team(sentence: str, question: CompanyQuestion) -> None:
    assert read_question(sentence, datetime.date(2026, 11, 23)).question is question
