"""Where the conversation goes after something was answered: the next question, the consents, the summary, the end."""

from dialogs.consent.consents import consents_are_done, show_consent_form
from dialogs.demand.comparison import compared_card
from dialogs.intake.mail_address import ask_at_the_door
from dialogs.intake.own_name import ASK as ASK_NAME
from dialogs.intake.summary import confirm, show_summary
from dialogs.questions.held_answers import show_first
from dialogs.questions.prompts import ask
from dialogs.turn.replies import ShowCard
from dialogs.turn.step import Step


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


async def confirm_what_was_seen(step: Step, revision: str) -> bool:
    """Confirm the answers if they are complete and as they were shown, and show what they mean; else show what changed."""
    if not step.way.is_complete():
        await go_on(step, "Er zijn nog vragen open.")
        return False
    if revision != str(step.known.intake.revision):
        show_summary(step, "Er is intussen iets gewijzigd. Kijk het nog één keer na.")
        return False
    confirm(step)
    if step.confirmed:
        step.show(ShowCard(await compared_card(step)))
        if step.known.sender.through_door and not step.known.sender.name:
            step.say(ASK_NAME)
        ask_at_the_door(step)
    return True
