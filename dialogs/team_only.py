"""Commands of the project team, typed by somebody without a role while a question is open: no answer, and never kept as one."""

from dialogs.commands import command_for
from dialogs.intake.typed_answers import reminder
from dialogs.plan.steps import terrain_in_front
from dialogs.questions.held_answers import hold, keep_everything, show_first, waiting
from dialogs.questions.meaning import Meant
from dialogs.questions.prompts import choices_for
from dialogs.terrains.terrain_choice import begins_with_terrain
from dialogs.turn.command import Users, audience_of
from dialogs.turn.place import Phase, Why
from dialogs.turn.refusals import FOR_TEAM, MAYBE_FOR_TEAM
from dialogs.turn.step import Step, quoted
from domain.intake.question import Question


def instead_of(step: Step, text: str) -> Question | None:
    """Return the open question to which a command of the team was typed instead of an answer; None when it was not."""
    question = step.asked if step.place.phase is not Phase.JOIN else None
    if question is None or step.in_office or not step.may_keep():
        return None
    return question if is_for_team(step, text, misspelled=not question.takes_anything) else None


def is_for_team(step: Step, text: str, *, misspelled: bool) -> bool:
    """Say whether a text is a command that only others may use, with a terrain: "Stap voor Stap BV" names none.

    Whether that may be `misspelled` depends on what else the text can be: "Route 66 Hessenpoort" may be a company.
    """
    called = command_for(Users.TEAM, text)
    if called is None or not called.command.takes_terrain or called.command.is_for(audience_of(step)):
        return False
    return begins_with_terrain(step.stores.terrains, terrain_in_front(called.argument), misspelled=misspelled)


def turn_away(step: Step, question: Question, text: str) -> None:
    """Say who the command is for, and put the question again; ask it of what may be the answer: "Route Hessenpoort BV"."""
    keep_everything(step)
    typed = quoted(text, 40)
    if question.takes_anything:
        sentence = f"{MAYBE_FOR_TEAM.format(typed=typed)} Of is dit uw antwoord op de vraag: {question.text}"
        hold(step, Why.UNLIKELY, question, sentence, (
            Meant(text, label="Dit is mijn antwoord"),
            Meant(None, label="Nee, een ander antwoord"),
        ))  # fmt: skip
    elif waiting(step) is not None:
        step.say(FOR_TEAM.format(typed=typed))
        show_first(step)
    else:
        step.say(FOR_TEAM.format(typed=typed), reminder(step), choices=choices_for(step, question))
