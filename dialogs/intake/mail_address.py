"""One's own address for mail: given in one sentence, with the question whether we may use it."""

from dialogs.consent.occasions import ask_when_it_matters
from dialogs.consent.welcome import show_welcome
from dialogs.turn.command import Command, Takes
from dialogs.turn.step import Step
from domain.consent.consents import Purpose
from domain.door.sessions import TENANT
from domain.intake.answers import Answer
from domain.intake.questionnaire import QUESTIONS
from domain.mail.addresses import one_address

EMAIL = "contact.email"
ASK = "Typ 'mail naar' met uw adres erachter. Dan kunnen wij u mailen als er nieuws is."
MISSED = "Zonder mail ziet u ons nieuws pas als u deze bladzijde weer opent."


async def own_address(step: Step, text: str) -> None:
    """Keep somebody's own address, and ask whether we may mail them; without one, say which we know."""
    if not step.may_keep():
        show_welcome(step)
        return
    typed = (QUESTIONS[EMAIL].rule.reads or str)(text)
    address, known = one_address(typed), step.answers.known(EMAIL)
    if text and not address:
        step.say(QUESTIONS[EMAIL].ask.wrong)
        return
    if not address and not known:
        step.say(ASK)
        return
    if address:
        step.record(EMAIL, Answer(address))  # it is theirs alone: colleagues do not see it
    step.say(f"Uw e-mailadres is {address or known}.")
    if not ask_when_it_matters(step, Purpose.MAIL) and not step.allows(Purpose.MAIL):
        step.say("Wij mailen u niet. Wilt u dat wel? Typ 'u mag mij mailen'.")


def ask_at_the_door(step: Step) -> None:
    """Ask whoever takes part without Teams whether we may mail them: else they hear of nothing until they come back."""
    if step.known.sender.tenant != TENANT:
        return
    if step.answers.known(EMAIL):
        ask_when_it_matters(step, Purpose.MAIL, MISSED)
    elif Purpose.MAIL not in step.consents():
        step.say(MISSED, ASK)


OWN_ADDRESS = Command(
    ("mail naar",), "uw adres voor mail geven", own_address, takes=Takes.MAYBE,
    argument="[adres]", example="mail naar fatima@jansen.example",
)  # fmt: skip
