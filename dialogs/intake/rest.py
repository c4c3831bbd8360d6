"""What is left empty on a page: it is said, with the way on, and one tap or a few words answer all of it."""

import re
from collections.abc import Iterable, Mapping, Sequence

from cards.formats import listing, small
from dialogs.dutch.typed import tidy, words
from dialogs.intake import flow
from dialogs.intake.typed_answers import close_full_card
from dialogs.questions.forms import DOUBTABLE, UNKNOWN, ZERO, can_be_zero
from dialogs.turn.place import Phase
from dialogs.turn.step import Step
from domain.intake.answers import Answer, Answers
from domain.intake.certainty import Certainty
from domain.intake.question import Question
from domain.intake.questionnaire import PAGE_BY_KEY

REST = r"(?:rest|andere|anderen|overige|overigen)"
NONE_OF_IT = re.compile(
    rf"(?:en )?(?:de )?{REST} (?:is |zijn |staat op )?(?:allemaal )?(?:0|nul|niks|niets|niet)"
    rf"|(?:de )?{REST} (?:hebben we|hebben wij|heb ik) niet|geen andere(?: voertuigen)?"
    r"|(?:en )?verder (?:niets|niks|geen|hebben we niets|heb ik niets)"
)
NOT_KNOWN = re.compile(r"(?:en )?(?:de )?(?:rest|andere|anderen|overige) (?:weet ik (?:ook )?niet|is onbekend|onbekend)")
FILL_IN_FIRST = "Vul op de kaart eerst in wat u heeft. Kies dan 'De rest is 0' of 'De rest weet ik niet'."


def with_rest(questions: tuple[Question, ...], inputs: Mapping[str, str], rest: object, answers: Answers) -> Mapping[str, str]:
    """Return what a card came back with, its empty fields filled in by the button for all of them: not known, or none of it."""
    if rest != UNKNOWN and not (rest == ZERO and can_be_zero(PAGE_BY_KEY[questions[0].page].questions)):
        return inputs
    empty = (one.name for one in questions if not inputs.get(one.name, "").strip() and answers.known(one.name) is None)
    return {**inputs, **dict.fromkeys(empty, str(rest))}


def needed(step: Step, questions: Iterable[Question]) -> tuple[Question, ...]:
    """Return the questions of a card that cannot be skipped and have no answer yet, nor one that waits for a choice."""
    waiting = {held.question for held in step.place.held}
    return tuple(
        one
        for one in questions
        if one.ask.asked and one.is_core(step.answers) and one.name not in step.answers and one.name not in waiting
    )


def still_open(missing: Sequence[Question]) -> str:
    """Say which questions were left empty."""
    return f"Nog open: {listing([small(one.label).rstrip('?') for one in missing])}."


def way_on(questions: tuple[Question, ...]) -> str:
    """Say what one can do about fields that were left empty, in the words of the buttons of their card."""
    zero = "Heeft u daar niets van? Kies 'De rest is 0'. " if can_be_zero(questions) else ""
    if len(questions) > 1 and any(one.kind in DOUBTABLE for one in questions):
        return f"{zero}Weet u het niet? Kies 'De rest weet ik niet'."
    return f"{zero}Weet u het niet? Typ 'weet ik niet'."


async def hear_rest(step: Step, text: str) -> bool:
    """Take "de rest is 0" for what is open on the page of the question that was asked; False when it says no such thing.

    While nothing of a card is kept, what stands in its fields is not known here, and must not become 0.
    """
    said, asked = words(tidy(text)), step.asked
    none, unknown = NONE_OF_IT.fullmatch(said) is not None, NOT_KNOWN.fullmatch(said) is not None
    if asked is None or step.place.phase is not Phase.QUESTIONS or not (none or unknown):
        return False
    page, left = PAGE_BY_KEY[asked.page], step.way.open_on(asked.page)
    if not left or (none and not can_be_zero(page.questions)):
        return False
    if not any(one.name in step.answers for one in page.questions):
        if step.place.card is not None:
            step.say(FILL_IN_FIRST)
        return step.place.card is not None
    for one in left:
        step.record(one.name, Answer(0) if none else Answer(None, Certainty.UNKNOWN))
    close_full_card(step, page.key)
    names = listing([small(one.label).partition(" (")[0] for one in left])
    await flow.go_on(step, f"Genoteerd: {'0' if none else 'weet ik niet'} bij {names}.")
    return True
