"""Noting what was not understood: a number for everybody, and the words of who lets us keep answers."""

from dialogs.consent.consents import asked_purpose
from dialogs.turn.events import Scope
from dialogs.turn.step import Step
from dialogs.understanding import nearest_item, understand
from domain.intake.acceptance import clean_text
from domain.knowledge.misses import LONGEST_WORDS, MissState


def state_of(step: Step) -> MissState:
    """Return where somebody is: what they were asked, or who reads along."""
    if step.scope is not Scope.PERSONAL:
        return MissState.CHANNEL
    if step.in_office:
        return MissState.OFFICE
    if not step.may_keep():
        return MissState.NEW
    if asked_purpose(step) is not None:
        return MissState.CONSENT
    return MissState.QUESTION if step.asked is not None else MissState.NOTHING


async def note_miss(step: Step, state: MissState, text: str) -> int:
    """Count a sentence that was not understood, with what it was near to, and return its number.

    Its words are kept only in somebody's own chat, of who said that answers may be kept, and never during a telephone call.
    """
    near = step.nearest
    if near is None:
        near = nearest_item(await understand(step, text))
    own = step.scope is Scope.PERSONAL and not step.official and step.may_keep() and not step.erase
    step.missed = state
    return await step.stores.misses.keep(state, near, clean_text(text)[:LONGEST_WORDS] if own else "")
