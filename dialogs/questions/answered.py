"""What was answered, as facts on a card."""

from cards.values import fact
from cards.views.card import FactGroup
from dialogs.turn.step import Step
from domain.intake.answers import Answers
from domain.intake.question import Question
from domain.intake.questionnaire import PAGES


def answered_groups(step: Step) -> tuple[FactGroup, ...]:
    """Return every answer that still applies, grouped by page."""
    answers = step.answers
    groups = []
    for page in PAGES:
        facts = tuple(
            fact(question, answers[question.name])
            for question in page.questions
            if question.name in answers and holds(question, answers)
        )
        if facts:
            groups.append(FactGroup(title=page.title, facts=facts))
    return tuple(groups)


def holds(question: Question, answers: Answers) -> bool:
    """Say whether an answer counts now: its question applies, or the company put it in the place of an assumption."""
    return question.applies(answers) or (question.ask.resets and answers.known(question.name) is not None)
