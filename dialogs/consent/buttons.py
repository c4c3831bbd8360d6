"""The buttons that give and withdraw one consent."""

from cards.verbs import Verb
from dialogs.consent.decisions import change_consent, renew_consents
from dialogs.turn.command import Press
from dialogs.turn.events import Pressed
from dialogs.turn.step import Step
from domain.consent.consents import State


async def press_grant(step: Step, event: Pressed) -> None:
    if "renew" in event.data:
        await renew_consents(step, str(event.data["renew"]))
    else:
        await change_consent(step, event.data, State.GIVEN)


async def press_withdraw(step: Step, event: Pressed) -> None:
    await change_consent(step, event.data, State.WITHDRAWN)


CONSENT_PRESSED: dict[Verb, Press] = {Verb.GRANT: press_grant, Verb.WITHDRAW: press_withdraw}
