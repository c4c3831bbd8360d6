"""Every page of the intake as a card, empty and filled in with the longest answers, before the judges."""

import pytest

from cards.rendering import render
from cards.views.intake.form import PageForm
from dialogs.questions.forms import DOUBTABLE, GUESSABLE, build_field, can_be_zero
from domain.intake.answers import Answers
from domain.intake.question import Page, Question
from domain.intake.questionnaire import PAGES, QUESTIONS
from tests.cards.judges import judge
from tests.cards.nodes import inputs
from tests.cards.renderer import Renderer
from tests.language import faults, hard_to_read


def longest(question: Question) -> str:
    """Return the longest thing that can be typed into a field."""
    return "é" * question.rule.max_length


def form_of(page: Page, *, filled: bool) -> PageForm:
    """Return a page as a card."""
    entered = {question.name: longest(question) for question in page.questions} if filled else {}
    return PageForm(
        page=page.key,
        intake="6f1c",
        revision=3,
        title=page.title,
        intro=page.intro,
        progress="Stap 2 van 7, nog ongeveer 8 minuten",
        fields=tuple(build_field(question, Answers({}), entered, {}) for question in page.questions),
        doubtable=any(question.kind in DOUBTABLE for question in page.questions),
        zeroable=can_be_zero(tuple(page.questions)),
        guessable=any(question.kind in GUESSABLE for question in page.questions),
    )


@pytest.mark.parametrize("filled", [False, True])
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.key)
def test_a_page_passes_the_judges(page: Page, filled: bool, renderer: Renderer) -> None:
    card = render(form_of(page, filled=filled))

    seen = renderer.look(card)

    assert judge(card) == []
    assert seen.faults == ()
    assert seen.marks == ()
    assert {question.name for question in page.questions} <= set(seen.inputs)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.key)
def test_a_page_speaks_plain_dutch(page: Page) -> None:
    plain = form_of(page, filled=False).plain()

    assert [*faults(plain), *hard_to_read(plain)] == []


def test_the_pages_ask_every_question_once() -> None:
    asked = [node["id"] for page in PAGES for node in inputs(render(form_of(page, filled=False)))]

    assert sorted(name for name in asked if not name.startswith("_")) == sorted(QUESTIONS)
