"""A company's charging outlook in its own chat: shown right after the intake and on request, changed in place."""

from cards.views.card import Card
from dialogs.demand.basis import basis_card
from dialogs.demand.cards import outlook_for, sharpening
from dialogs.demand.comparison import compared_card
from dialogs.questions.forms import FormLines, build_form
from dialogs.questions.held_answers import show_first
from dialogs.questions.prompts import HINT
from dialogs.turn.events import Pressed
from dialogs.turn.place import Phase
from dialogs.turn.replies import ReplaceCard
from dialogs.turn.step import Step
from domain.demand.outlooks import Outlook
from domain.demand.steps import deciding_now
from domain.intake.question import Question
from domain.intake.questionnaire import PAGE_BY_KEY, QUESTIONS

OUTLOOK = "outlook"  # what a form carries that leads back to the outlook
GONE = "Dit kunt u niet meer wijzigen. Typ 'mijn laadvraag' om opnieuw te beginnen."


async def press_outlook(step: Step, event: Pressed) -> None:
    """Turn the card to another side, in place."""
    side = event.data.get("side")
    if side == "basis":
        step.show(ReplaceCard(basis_card(step)))
    elif side == "sharpen":
        step.show(ReplaceCard(await sharpen_card(step)))
    elif side == "decide":
        step.show(ReplaceCard(await decide_card(step)))
    else:
        step.show(ReplaceCard(await compared_card(step)))


async def press_adjust(step: Step, event: Pressed) -> None:
    """Open one of the numbers to change it, in place."""
    question = QUESTIONS.get(event.inputs.get("question", ""))
    if question is None:
        step.show(ReplaceCard(basis_card(step).asking))
    elif not can_be_asked(step, question):
        step.say(GONE)
    else:
        step.show(ReplaceCard(form_for(step, (question,))))


def now(step: Step) -> Outlook:
    """Return the outlook of the company that this step is about."""
    return outlook_for(step.answers, step.known.house.parameters, step.measured)


async def sharpen_card(step: Step) -> Card:
    """Return the questions that sharpen most and are on one page; the outlook itself when nothing is left to ask."""
    return await asking_card(step, sharpening(now(step), step.answers))


async def decide_card(step: Step) -> Card:
    """Return exactly the questions that decide the verdict, as far as they are on one page; the outlook itself when it is sure.

    The next page comes with the outlook that follows, if it still decides then.
    """
    names = deciding_now(now(step))
    return await asking_card(step, tuple(one for one in map(QUESTIONS.__getitem__, names) if can_be_asked(step, one)))


def can_be_asked(step: Step, question: Question) -> bool:
    return question.applies(step.answers) or not question.ask.asked


async def asking_card(step: Step, questions: tuple[Question, ...]) -> Card:
    """Return those questions that are on the page of the first; the outlook itself when there are none."""
    same_page = tuple(question for question in questions if question.page == questions[0].page)
    return form_for(step, same_page) if same_page else await compared_card(step)


def form_for(step: Step, questions: tuple[Question, ...]) -> Card:
    """Return a form that leads back to the outlook. Whoever is done may type the answer to its first question as well."""
    hint = ""
    if step.place.phase is Phase.DONE:
        step.place.asked = questions[0].name
        hint = f"{HINT} {questions[0].text}" if len(questions) > 1 else ""
    return build_form(step, PAGE_BY_KEY[questions[0].page], questions, FormLines(then=OUTLOOK, typing_hint=hint))


async def return_to_outlook(step: Step) -> None:
    """Put the outlook in the place of the form that was saved; what is hard to believe is asked back below it."""
    step.show(ReplaceCard(await compared_card(step)))
    if step.place.phase is Phase.DONE:
        step.place.asked = None
    if step.place.held:
        show_first(step)
