"""The buttons about roles and teams."""

from cards.verbs import Verb
from dialogs.access.grants import press_picked, press_role
from dialogs.access.team_links import press_guests, press_unlink
from dialogs.turn.command import Press
from dialogs.turn.events import Pressed
from dialogs.turn.refusals import OLD_BUTTON
from dialogs.turn.step import Step

ADMINISTRATION: dict[Verb, Press] = {
    Verb.ROLE: press_role,
    Verb.ROLE_PICK: press_picked,
    Verb.GUESTS: press_guests,
    Verb.UNLINK: press_unlink,
}


async def press_administration(step: Step, event: Pressed) -> None:
    """Something about roles and teams; only for administrators, whatever the card says."""
    if step.known.is_admin:
        await ADMINISTRATION[Verb(event.verb)](step, event)
    else:
        step.say(OLD_BUTTON)


ACCESS_PRESSED: dict[Verb, Press] = dict.fromkeys(ADMINISTRATION, press_administration)
