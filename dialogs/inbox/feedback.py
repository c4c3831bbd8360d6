"""What people think of a message: kept with what they asked, so that the team reads it and it goes when they go."""

from dialogs.turn.events import Feedback
from dialogs.turn.step import Step
from domain.inbox.requests import RequestKind
from domain.intake.acceptance import clean_text, legible


async def keep_feedback(step: Step, event: Feedback) -> None:
    """Keep a thumb of whoever lets us keep anything; with words it waits for the team, without there is nothing to answer."""
    if not step.may_keep() and not step.official:
        return
    thumb, words = "Duim omhoog" if event.liked else "Duim omlaag", clean_text(legible(event.text))
    number = await step.stores.requests.keep(RequestKind.FEEDBACK, f"{thumb}: {words}" if words else thumb)
    if not words:
        await step.stores.requests.answer(number, "")
