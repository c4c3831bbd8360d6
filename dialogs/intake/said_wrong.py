"""Taking back in words what was answered: "oeps, het is driehonderd km", "sorry, 8 trekkers", "nee, 300 bedoel ik"."""

import re

from dialogs.intake.several_answers import asked_now, keep_several, read_all, show_found, told
from dialogs.questions.asides import put_right, without_taking_back
from dialogs.questions.classes import named_class
from dialogs.questions.counting import class_of
from dialogs.questions.heard import FoundAnswer, read_as_answer
from dialogs.questions.held_answers import waiting
from dialogs.questions.meaning import Reader
from dialogs.questions.mentions import in_figures, mentions, pieces
from dialogs.turn.step import Step
from domain.intake.question import AnswerKind, Question
from domain.intake.questionnaire import QUESTIONS

TAKEN_BACK = re.compile(
    r"\b(?:oeps|oei|ojee|foutje|sorry|pardon|excuus|correctie|verkeerd|vergist|vergis|bedoel|bedoelde|was fout|is fout"
    r"|klopte niet|moet zijn|moest zijn)\b",
    re.IGNORECASE,
)
KINDS = (AnswerKind.NUMBER, AnswerKind.CLOCK, AnswerKind.MONTH)
LOOKED_BACK = 8


async def read_correction(step: Step, text: str) -> bool:
    """Set right the last answer that a text fits, when it says that something was wrong; False when it does not.

    It is kept at once when its unit or its class of vehicles leaves no doubt about the question, and asked else.
    """
    if not step.may_keep() or step.in_office or waiting(step) is not None:
        return False
    if show_put_right(step, text[:200]):
        return True
    if TAKEN_BACK.search(text[:200]) is None:
        return False
    rest = without_taking_back(text[:200])
    reader = Reader(step.today, step.stores.terrains)
    fitting = [(one, meant) for one in answered(step) if (meant := read_as_answer(reader, one, rest)) is not None]
    named = [(one, meant) for one, meant in fitting if is_named(one, rest)]
    if len(named) == 1:
        await keep_several(step, dict(named))
    elif fitting:
        question, meant = (named or fitting)[0]
        show_found(step, step.asked, (FoundAnswer(question, meant, rest),))
    return bool(fitting)


def show_put_right(step: Step, text: str) -> bool:
    """Show what a text says with the wrong number beside the right one: "die trekkers, dat zijn er 8, niet 9"."""
    said = in_figures(text)
    right = put_right(said)
    found = told(step, read_all(step, right, asked_now(step)), asked_now(step)) if right != said else ()
    if found:
        show_found(step, step.asked, found)
    return bool(found)


def answered(step: Step) -> list[Question]:
    """Return the questions with a value that were answered last, the last first."""
    order = {name: place for place, name in enumerate(QUESTIONS)}
    known = [(step.answers[name].revision, order[name], name) for name in order if step.answers.known(name) is not None]
    latest = (QUESTIONS[name] for _, _, name in sorted(known, reverse=True))
    return [one for one in latest if one.kind in KINDS][:LOOKED_BACK]


def is_named(question: Question, text: str) -> bool:
    """Say whether a text itself tells which question it is about, by the unit or by the class of vehicles."""
    for piece in pieces(text):
        for mention in mentions(piece):
            unit = mention.unit
            if unit is not None and question.ask.unit and unit.measures != "count":
                return True
            vehicles = class_of(question)
            if question.ask.said.vehicles and vehicles is not None and named_class(mention.around) is vehicles:
                return True
    return False
