"""The buttons of an intake: its forms, its consents at the end, and its summary."""

from cards.verbs import Verb
from dialogs.consent.decisions import save_consents
from dialogs.intake import flow
from dialogs.intake.depth import choose_depth
from dialogs.intake.filled_pages import change_one, reopen, save_form
from dialogs.intake.summary import summary
from dialogs.turn.command import Press
from dialogs.turn.events import Pressed
from dialogs.turn.place import Phase
from dialogs.turn.refusals import OLD_BUTTON
from dialogs.turn.replies import ReplaceCard, ShowCard
from dialogs.turn.step import Step
from domain.intake.path import Depth


async def press_depth(step: Step, event: Pressed) -> None:
    """How much time there is."""
    depth = event.data.get("depth")
    if depth in list(Depth):
        await choose_depth(step, Depth(str(depth)))
    else:
        step.say(OLD_BUTTON)


async def press_save(step: Step, event: Pressed) -> None:
    """A filled-in page."""
    await save_form(step, event.data, event.inputs)


async def press_edit(step: Step, event: Pressed) -> None:
    """An answered page is opened again."""
    reopen(step, str(event.data.get("page", "")))


async def press_change(step: Step, event: Pressed) -> None:
    """One answer was picked from the summary to change it."""
    if not change_one(step, event.inputs.get("question", "")):
        step.show(ShowCard(summary(step).asking))


async def press_decide(step: Step, event: Pressed) -> None:
    """The five decisions about sharing."""
    if save_consents(step, event.data, event.inputs):
        await flow.go_on(step)


async def press_confirm(step: Step, event: Pressed) -> None:
    """The summary is right, if it still shows what holds now."""
    if step.place.phase is Phase.DONE:
        step.show(ReplaceCard(summary(step)))
        step.say("U heeft dit al bevestigd. Dank u.")
    elif await flow.confirm_what_was_seen(step, str(event.data.get("revision"))):
        step.replies.insert(0, ReplaceCard(summary(step)))


INTAKE_PRESSED: dict[Verb, Press] = {
    Verb.DEPTH: press_depth,
    Verb.SAVE: press_save,
    Verb.EDIT: press_edit,
    Verb.CHANGE: press_change,
    Verb.DECIDE: press_decide,
    Verb.CONFIRM: press_confirm,
}
