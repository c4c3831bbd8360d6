"""A company's charging outlook in its own chat: shown right after the intake and on request, changed in place."""

from collections.abc import Sequence

from cards.views.card import Card
from dialogs.demand.basis import basis_card
from dialogs.demand.cards import decisive, sharpening
from dialogs.demand.comparison import compared_card
from dialogs.demand.supposing import supposed_in
from dialogs.demand.turning import own_outlook, turns_in
from dialogs.questions.forms import FormLines, build_form
from dialogs.questions.held_answers import show_first
from dialogs.questions.prompts import HINT
from dialogs.turn.events import Pressed
from dialogs.turn.place import Phase
from dialogs.turn.replies import ReplaceCard
from dialogs.turn.step import Step
from domain.intake.question import Question
from domain.intake.questionnaire import PAGE_BY_KEY, QUESTIONS

OUTLOOK = "outlook"  # what a form carries that leads back to the outlook
GONE = "Dit kunt u niet meer wijzigen. Typ 'mijn laadvraag' om opnieuw te beginnen."


async def press_outlook(step: Step, event: Pressed) -> None:
    """Turn the card to another side, or redraw it, in place. Whatever a button carries is read as if it were typed."""
    side, supposed = event.data.get("side"), supposed_in(step, str(event.data.get("what", "")))
    if side == "basis":
        step.show(ReplaceCard(basis_card(step)))
    elif side == "sharpen":
        step.show(ReplaceCard(await sharpen_card(step)))
    elif side == "decide":
        step.show(ReplaceCard(await decide_card(step)))
    else:
        step.show(ReplaceCard(await compared_card(step, turns_in(str(event.data.get("turn", ""))), supposed)))


async def press_adjust(step: Step, event: Pressed) -> None:
    """Open one of the numbers to change it, in place."""
    question = QUESTIONS.get(event.inputs.get("question", ""))
    if question is None:
        step.show(ReplaceCard(basis_card(step).asking))
    elif not question.applies(step.answers) and question.ask.asked:
        step.say(GONE)
    else:
        step.show(ReplaceCard(form_for(step, (question,))))


async def sharpen_card(step: Step) -> Card:
    """Return the questions that sharpen most and are on one page; the outlook itself when nothing is left to ask."""
    return await form_of(step, sharpening(own_outlook(step), step.answers))


async def decide_card(step: Step) -> Card:
    """Return the questions whose answers could change the verdict, those of one page; the outlook when it is sure by now."""
    return await form_of(step, decisive(own_outlook(step), step.answers))


async def form_of(step: Step, questions: Sequence[Question]) -> Card:
    """Return these questions as far as they are on the page of the first; the outlook itself when there are none."""
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
