"""Where the conversation goes after something was answered: the next question, the consents, the summary, the end."""

from dialogs.asking import ask
from dialogs.consenting import consents_are_done, show_consent_form
from dialogs.holding import show_first
from dialogs.step import Step
from dialogs.summing import show_summary


async def go_on(step: Step, lead: str = "") -> None:
    """Go on with whatever is next for this person; `lead` is said first."""
    if step.place.held:
        if lead:
            step.say(lead)
        show_first(step)
        return
    question = step.way.next_open()
    if question is not None and step.depth is not None:
        ask(step, question, lead)
    elif not consents_are_done(step):
        show_consent_form(step, lead)
    else:
        show_summary(step, lead)
