"""What if: the outlook with other numbers than were answered. Nothing of it is kept."""

import re
from dataclasses import replace

from cards.values import shown
from cards.views.demand import outlook_words as words
from cards.views.demand.company_outlook import CompanyOutlook
from dialogs.consent.welcome import show_welcome
from dialogs.demand.cards import outlook_card, outlook_for
from dialogs.questions.meaning import Meant, Reader
from dialogs.questions.several import read_several
from dialogs.turn.replies import ShowCard
from dialogs.turn.step import Step
from domain.intake.acceptance import NotAccepted, accept
from domain.intake.answers import Answer
from domain.intake.certainty import Certainty
from domain.intake.question import Question
from domain.intake.questionnaire import QUESTIONS
from domain.intake.vehicles import VehicleClass

SUPPOSES = re.compile(
    r"\b(?:wat als|en als|stel(?: je voor| nou| nu)?(?: dat)?"
    r"|als (?:ik|we|wij|alle|alles|de|die|er|je|mijn|onze)|reken\b.{0,40}\bdoor"
    r"|wat gebeurt er (?:als|wanneer|met)|hoe ziet\b.{0,40}\b(?:als|wanneer)|in plaats van|wanneer (?:ik|we|wij)|scheelt het als"
    r"|maakt het uit als|zou het passen)\b",
    re.IGNORECASE,
)
ELECTRIC = ("total", "electric_now")
NOTHING_KEPT = "Dit is alleen een berekening. Wij bewaren er niets van."
HOW = "Noem een getal dat anders wordt. Typ bijvoorbeeld: wat als we maar 2 trekkers doen?"
LATE_YEAR = re.compile(r"\b2035\b")


def supposes(text: str) -> bool:
    """Say whether a sentence asks what would be if something were different."""
    return SUPPOSES.search(text) is not None


async def what_if(step: Step, text: str) -> None:
    """Show the outlook with the numbers of a sentence, or say how to ask for it."""
    if not step.may_keep():
        show_welcome(step)
    elif not await suppose(step, text):
        step.say(HOW, choices=("Mijn laadvraag",))


async def suppose(step: Step, text: str) -> bool:
    """Show the outlook with what a sentence supposes laid over the answers; False when it names nothing that counts in it."""
    if not step.may_keep() or step.in_office:
        return False
    supposed = read_supposed(step, text)
    if not supposed:
        return False
    other = replace(step, given={**step.given, **{question.name: answer for question, answer in supposed.items()}})
    step.show(ShowCard(compared(step, outlook_card(other), supposed)))
    return True


def read_supposed(step: Step, text: str) -> dict[Question, Answer]:
    """Return what a sentence supposes: vehicles are taken for electric ones, in 2030 when no year is said."""
    asked = tuple(question for question in QUESTIONS.values() if question.ask.asked)
    present = [one for one in VehicleClass if step.answers.number(f"{one}.total")]
    found: dict[Question, Answer] = {}
    for one in read_several(text, asked, None, Reader(step.today, step.stores.terrains), present):
        question = supposed_about(one.question, text)
        answer = answer_of(question, one.meant)
        if answer is not None and bears_on_outlook(question):
            found[question] = answer
    return found


def supposed_about(question: Question, text: str) -> Question:
    """Return the question that is meant: of a number of vehicles how many will be electric."""
    prefix, _, about = question.name.partition(".")
    if about not in ELECTRIC:
        return question
    return QUESTIONS[f"{prefix}.electric_{2035 if LATE_YEAR.search(text) else 2030}"]


def answer_of(question: Question, meant: Meant) -> Answer | None:
    """Return what was said as an answer; None when it cannot be one."""
    try:
        return None if meant.value is None else Answer(accept(question, meant.value), Certainty.ESTIMATE)
    except NotAccepted:
        return None


def bears_on_outlook(question: Question) -> bool:
    """Say whether a question counts in the outlook at all."""
    return question.name.split(".")[0] in {*VehicleClass, "connection", "grid", "own", "site"}


def compared(step: Step, card: CompanyOutlook, supposed: dict[Question, Answer]) -> CompanyOutlook:
    """Return the outlook with what was supposed above it, and what it is now beside it."""
    told = "; ".join(f"{question.label.lower()}: {shown(question, answer)}" for question, answer in supposed.items())
    now = words.verdict(outlook_for(step.answers, step.known.house.parameters))
    return card.model_copy(
        update={"title": "Wat als?", "label": f"Wat als: {told}", "lines": (f"Nu is het: {now}", NOTHING_KEPT, *card.lines)}
    )
