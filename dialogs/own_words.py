"""Somebody's own words that hold whatever was asked: invitations, what may be shared, what if, the rest of a page."""

from dialogs.choices import typed_choice
from dialogs.companies.nominating import hear_nomination
from dialogs.consent.wish_words import read_keeping
from dialogs.consent.wishes import hear_consent_wish
from dialogs.demand.supposing import HOW, counts_something, suppose, supposes, surely_supposes
from dialogs.inbox.first_decision import decide_keep
from dialogs.inbox.telephone import hear_number
from dialogs.intake.change_wishes import hear_change
from dialogs.intake.rest import hear_rest
from dialogs.knowledge.answers import ask_once_more
from dialogs.questions.held_answers import OF_NO_QUESTION, let_go, waiting
from dialogs.rounds.wishes import hear_leaving
from dialogs.sessions.heard_invitations import hear_invitation
from dialogs.sessions.invited.heard_partners import hear_partner
from dialogs.turn.place import Phase
from dialogs.turn.step import Step


async def hear_wish(step: Step, text: str) -> bool:
    """Take a sentence that is such a wish; False leaves it to what was asked. What waited for a yes is let go of with it."""
    held = waiting(step)
    if held is not None and typed_choice(held, text) is not None:
        return False
    heard = (
        await hear_keeping(step, text)
        or hear_number(step, text)
        or await hear_consent_wish(step, text)
        or await hear_partner(step, text)
        or await hear_invitation(step, text)
        or await hear_nomination(step, text)
        or await hear_rest(step, text)
        or await hear_supposing(step, text)
        or await hear_change(step, text)
        or await hear_leaving(step, text)
    )
    if heard and held is not None and held.why in OF_NO_QUESTION and held in step.place.held:
        let_go(step, held)
        step.say(OF_NO_QUESTION[held.why])
    return heard


async def hear_keeping(step: Step, text: str) -> bool:
    """Take a yes or a no to the first question that repeats its words: "joa hoor bewaar maar"; False for anything else."""
    if step.may_keep() or step.lapsed or step.in_office or not step.place.welcomed:
        return False
    allow = read_keeping(text)
    if allow is not None:
        await decide_keep(step, allow=allow)
    return allow is not None


async def hear_supposing(step: Step, text: str) -> bool:
    """Calculate with what a sentence supposes, and ask again what was asked; False when it supposes nothing that counts."""
    free = step.place.phase is Phase.DONE and step.asked is None and not step.place.held
    if step.in_office or not step.may_keep() or not supposes(text, free=free):
        return False
    if not await suppose(step, text):
        if not (surely_supposes(text) and counts_something(text)):
            return False
        step.say(HOW, choices=("Mijn laadvraag",))  # it is no answer, whatever numbers are in it
    ask_once_more(step)
    return True
