"""Buttons: every verb a card can carry, with the same effect whether Teams sends it as Execute or as Submit."""

from collections.abc import Awaitable, Callable

from cards.verbs import Verb
from dialogs.access.grants import press_picked, press_role
from dialogs.access.team_links import press_guests, press_unlink
from dialogs.choices import choose_by_button
from dialogs.commands import find_command, usable
from dialogs.consent.consents import ask_to_keep
from dialogs.consent.decisions import change_consent, renew_consents, save_consents
from dialogs.demand.outlook import press_adjust, press_outlook
from dialogs.dossier.buttons import DOSSIER_PRESSED
from dialogs.dossier.subjects import take_company
from dialogs.inbox.first_decision import decide_keep
from dialogs.inbox.requests import answer
from dialogs.intake import flow
from dialogs.intake.depth import choose_depth
from dialogs.intake.filled_pages import NOT_YOURS, change_one, reopen, save_form
from dialogs.intake.summary import summary
from dialogs.notices.commands import NOTICES_PRESSED
from dialogs.plan.buttons import TERRAIN_PRESSED
from dialogs.questions.held_answers import keep_everything
from dialogs.registers.imports import REGISTER_PRESSED
from dialogs.rounds.drafts import DRAFT_PRESSED
from dialogs.sessions.commands import SESSION_PRESSED
from dialogs.terrains.terrain_choice import take_choice
from dialogs.turn.events import Pressed
from dialogs.turn.place import Phase
from dialogs.turn.refusals import OLD_BUTTON
from dialogs.turn.replies import ReplaceCard
from dialogs.turn.step import Step
from domain.consent.consents import State
from domain.intake.acceptance import legible
from domain.intake.path import Depth

Press = Callable[[Step, Pressed], Awaitable[None]]
# What these change must be what stood on the card: somebody can have another intake before them since.
ABOUT_ONE = (Verb.SAVE, Verb.DECIDE, Verb.GRANT, Verb.WITHDRAW, Verb.CONFIRM, Verb.OUTLOOK, Verb.ADJUST)
UNKNOWN = OLD_BUTTON


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
    """A command on a button: never an answer, whatever is asked, and whoever may not use it any more."""
    called = find_command(step, legible(str(event.data.get("text", ""))[:200]))
    if called is not None:
        await called.command.handler(step, called.argument)
    else:
        step.say(UNKNOWN)


async def press_keep(step: Step, event: Pressed) -> None:
    """The first consent."""
    await decide_keep(step, allow=event.data.get("allow") == "yes")


async def press_depth(step: Step, event: Pressed) -> None:
    """How much time there is."""
    depth = event.data.get("depth")
    if depth in list(Depth):
        await choose_depth(step, Depth(str(depth)))
    else:
        step.say(UNKNOWN)


async def press_save(step: Step, event: Pressed) -> None:
    """A filled-in page."""
    await save_form(step, event.data, event.inputs)


async def press_edit(step: Step, event: Pressed) -> None:
    """An answered page is opened again."""
    reopen(step, str(event.data.get("page", "")))


async def press_change(step: Step, event: Pressed) -> None:
    """One answer was picked from the summary to change it."""
    if not change_one(step, event.inputs.get("question", "")):
        step.say("Kies eerst in de lijst wat u wilt wijzigen.")


async def press_choose(step: Step, event: Pressed) -> None:
    """One of the readings of what was said."""
    await choose_by_button(step, str(event.data.get("token", "")), str(event.data.get("choice", "")))


async def press_decide(step: Step, event: Pressed) -> None:
    """The five decisions about sharing."""
    if save_consents(step, event.data, event.inputs):
        await flow.go_on(step)


async def press_grant(step: Step, event: Pressed) -> None:
    """Give one consent."""
    if "renew" in event.data:
        await renew_consents(step, str(event.data["renew"]))
    else:
        await change_consent(step, event.data, State.GIVEN)


async def press_withdraw(step: Step, event: Pressed) -> None:
    """Withdraw one consent."""
    await change_consent(step, event.data, State.WITHDRAWN)


async def press_confirm(step: Step, event: Pressed) -> None:
    """The summary is right, if it still shows what holds now."""
    if step.place.phase is Phase.DONE:
        step.show(ReplaceCard(summary(step)))
        step.say("U heeft dit al bevestigd. Dank u.")
    elif await flow.confirm_what_was_seen(step, str(event.data.get("revision"))):
        step.replies.insert(0, ReplaceCard(summary(step)))


async def press_answer(step: Step, event: Pressed) -> None:
    """The team answers a request from the inbox."""
    if not step.known.is_team:
        step.say(UNKNOWN)
        return
    await answer(step, f"{event.inputs.get('request', '')} {event.inputs.get('answer', '')}")


async def press_terrain(step: Step, event: Pressed) -> None:
    """A terrain was chosen for a command."""
    if not await take_choice(step, event, usable(step, step.scope)):
        step.say(UNKNOWN)


async def press_company(step: Step, event: Pressed) -> None:
    """A company was chosen for a command."""
    step.discreet = True
    if not step.may_name or not await take_company(step, event, usable(step, step.scope)):
        step.say(UNKNOWN)


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
        step.say(UNKNOWN)


# The work on the approach: it needs no consent of a company, and means the same in channels and group chats.
OFFICE: dict[Verb, Press] = {
    Verb.TERRAIN: press_terrain,
    Verb.FIND: press_terrain,
    **dict.fromkeys(ADMINISTRATION, press_administration),
    **TERRAIN_PRESSED,
    **SESSION_PRESSED,
    **DRAFT_PRESSED,
    Verb.COMPANY: press_company,
    **DOSSIER_PRESSED,
    **NOTICES_PRESSED,
}
FREE = frozenset({Verb.KEEP, Verb.SAY, Verb.ANSWER, *REGISTER_PRESSED, *OFFICE})
AGAIN = (Verb.GRANT, Verb.WITHDRAW, Verb.CHOOSE)  # of who let the first consent end: give it again, or have all erased
PRESSED: dict[Verb, Press] = {
    Verb.SAY: press_say,
    Verb.KEEP: press_keep,
    Verb.DEPTH: press_depth,
    Verb.SAVE: press_save,
    Verb.EDIT: press_edit,
    Verb.CHANGE: press_change,
    Verb.CHOOSE: press_choose,
    Verb.DECIDE: press_decide,
    Verb.GRANT: press_grant,
    Verb.WITHDRAW: press_withdraw,
    Verb.CONFIRM: press_confirm,
    Verb.ANSWER: press_answer,
    Verb.OUTLOOK: press_outlook,
    Verb.ADJUST: press_adjust,
    **REGISTER_PRESSED,
    **OFFICE,
}
