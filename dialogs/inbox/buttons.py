"""The buttons of whoever comes in, and of the team that answers."""

from cards.verbs import Verb
from dialogs.inbox.first_decision import decide_keep
from dialogs.inbox.requests import answer
from dialogs.turn.command import Press
from dialogs.turn.events import Pressed
from dialogs.turn.refusals import OLD_BUTTON
from dialogs.turn.step import Step


async def press_keep(step: Step, event: Pressed) -> None:
    """The first consent."""
    await decide_keep(step, allow=event.data.get("allow") == "yes")


async def press_answer(step: Step, event: Pressed) -> None:
    """The team answers a request from the inbox."""
    if not step.known.is_team:
        step.say(OLD_BUTTON)
        return
    await answer(step, f"{event.inputs.get('request', '')} {event.inputs.get('answer', '')}")


INBOX_PRESSED: dict[Verb, Press] = {Verb.KEEP: press_keep, Verb.ANSWER: press_answer}
