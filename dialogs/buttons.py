"""Buttons: every verb a card can carry, with the same effect whether Teams sends it as Execute or as Submit."""

from cards.verbs import Verb
from dialogs.access.buttons import ACCESS_PRESSED
from dialogs.choices import choose_by_button
from dialogs.commands import find_command, usable
from dialogs.consent.buttons import CONSENT_PRESSED
from dialogs.consent.consents import ask_to_keep
from dialogs.demand.buttons import DEMAND_PRESSED
from dialogs.door.buttons import DOOR_PRESSED
from dialogs.dossier.buttons import DOSSIER_PRESSED
from dialogs.dossier.company_choice import take_company
from dialogs.inbox.buttons import INBOX_PRESSED
from dialogs.intake.buttons import INTAKE_PRESSED
from dialogs.intake.filled_pages import NOT_YOURS
from dialogs.knowledge.buttons import KNOWLEDGE_PRESSED
from dialogs.meter.buttons import METER_PRESSED
from dialogs.notices.buttons import NOTICES_PRESSED
from dialogs.plan.buttons import TERRAIN_PRESSED
from dialogs.questions.held_answers import keep_everything
from dialogs.registers.buttons import REGISTER_PRESSED
from dialogs.rounds.buttons import DRAFT_PRESSED
from dialogs.sessions.buttons import SESSION_PRESSED
from dialogs.terrains.terrain_choice import take_choice
from dialogs.turn.command import Press
from dialogs.turn.events import Pressed
from dialogs.turn.refusals import OLD_BUTTON
from dialogs.turn.step import Step
from domain.intake.acceptance import legible

# What these change must be what was on the card: somebody can have another intake before them since.
ABOUT_ONE = (Verb.SAVE, Verb.DECIDE, Verb.GRANT, Verb.WITHDRAW, Verb.CONFIRM, Verb.OUTLOOK, Verb.ADJUST, Verb.METER)
UNKNOWN = OLD_BUTTON
NOTHING_CHOSEN = "Kies eerst iets uit de lijst."
LONGEST_SAID = 600  # characters that a button may say: a question as it was typed


async def press(step: Step, event: Pressed) -> None:
    """Do what a button means; a button of an old or foreign card changes nothing and says so."""
    if event.verb not in list(Verb):
        step.say(UNKNOWN)
        return
    verb = Verb(event.verb)
    if verb not in FREE and not step.may_keep() and not (step.lapsed and verb in AGAIN):
        ask_to_keep(step, "Wij willen u eerst iets vragen.")
        return
    if verb in ABOUT_ONE and event.data.get("intake") != str(step.known.intake.id):
        step.say(NOT_YOURS)
        return
    if verb is not Verb.CHOOSE:
        keep_everything(step)
    await PRESSED[verb](step, event)


async def press_say(step: Step, event: Pressed) -> None:
    """A command on a button, or in its list: never an answer, whatever is asked, and whoever may not use it any more."""
    text = event.inputs.get("pick", "") if event.verb == Verb.PICK else event.data.get("text", "")
    called = find_command(step, legible(str(text)[:LONGEST_SAID]))
    if called is not None:
        await called.command.handler(step, called.argument)
    else:
        step.say(UNKNOWN if text else NOTHING_CHOSEN)


async def press_choose(step: Step, event: Pressed) -> None:
    """One of the readings of what was said."""
    await choose_by_button(step, str(event.data.get("token", "")), str(event.data.get("choice", "")))


async def press_terrain(step: Step, event: Pressed) -> None:
    """A terrain was chosen for a command."""
    if not await take_choice(step, event, usable(step, step.scope)):
        step.say(UNKNOWN)


async def press_company(step: Step, event: Pressed) -> None:
    """A company was chosen for a command."""
    step.discreet = True
    if not step.may_name or not await take_company(step, event, usable(step, step.scope)):
        step.say(UNKNOWN)


# The work on the approach: it needs no consent of a company, and means the same in channels and group chats.
OFFICE: dict[Verb, Press] = {
    Verb.TERRAIN: press_terrain,
    Verb.FIND: press_terrain,
    **ACCESS_PRESSED,
    **TERRAIN_PRESSED,
    **SESSION_PRESSED,
    **DRAFT_PRESSED,
    Verb.COMPANY: press_company,
    **DOSSIER_PRESSED,
    **NOTICES_PRESSED,
    **KNOWLEDGE_PRESSED,
}
FREE = frozenset({Verb.KEEP, Verb.SAY, Verb.PICK, Verb.ANSWER, *DOOR_PRESSED, *REGISTER_PRESSED, *OFFICE})
AGAIN = (Verb.GRANT, Verb.WITHDRAW, Verb.CHOOSE)  # of whoever let the first consent end: give it again, or have all erased
PRESSED: dict[Verb, Press] = {
    Verb.SAY: press_say,
    Verb.PICK: press_say,
    Verb.CHOOSE: press_choose,
    **INTAKE_PRESSED,
    **CONSENT_PRESSED,
    **INBOX_PRESSED,
    **DEMAND_PRESSED,
    **METER_PRESSED,
    **DOOR_PRESSED,
    **REGISTER_PRESSED,
    **OFFICE,
}
