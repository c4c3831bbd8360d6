"""Wishes in somebody's own words, that hold whatever was asked: about an invitation, or about what may be shared."""

from dialogs.choices import typed_choice
from dialogs.consent.wishes import hear_consent_wish
from dialogs.questions.held_answers import OF_NO_QUESTION, let_go, waiting
from dialogs.sessions.heard_invitations import hear_invitation
from dialogs.turn.step import Step


async def hear_wish(step: Step, text: str) -> bool:
    """Take a sentence that is such a wish; False leaves it to what was asked. What waited for a yes is let go of with it."""
    held = waiting(step)
    if held is not None and typed_choice(held, text) is not None:
        return False
    heard = await hear_consent_wish(step, text) or await hear_invitation(step, text)
    if heard and held is not None and held.why in OF_NO_QUESTION and held in step.place.held:
        let_go(step, held)
        step.say(OF_NO_QUESTION[held.why])
    return heard
