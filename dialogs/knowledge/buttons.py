"""The buttons of items: open one, propose a version, approve or drop it; an old card changes nothing newer."""

import datetime
from collections.abc import Awaitable, Callable

from cards.verbs import Verb
from dialogs.knowledge.answers import NOT_HERE, answer_with
from dialogs.knowledge.cards import edit_card, item_card
from dialogs.knowledge.forms import TAKEN, key_of, read_item
from dialogs.knowledge.misses import keep_answer, make_answer
from dialogs.knowledge.shelf import Shelf, look, may_change
from dialogs.turn.command import Press
from dialogs.turn.events import Pressed
from dialogs.turn.refusals import OLD_BUTTON
from dialogs.turn.replies import ReplaceCard, ShowCard
from dialogs.turn.step import Step
from domain.intake.acceptance import whole_number
from domain.knowledge.items import Item
from domain.knowledge.versions import ItemVersion, VersionState

MEANWHILE = "Dit is intussen gewijzigd. Kijk het even na."
OVER_IT = "Dit is intussen gewijzigd. Uw tekst staat hieronder. Opslaan zet uw tekst ervoor in de plaats."
PROPOSED = "Uw voorstel is bewaard. Een ander teamlid kan het nu goedkeuren."
YOURS_ALONE = "Uw voorstel is bewaard. U bent alleen in het team, dus keur het zelf goed."
NOT_BY_YOU = "Dit moet een ander teamlid goedkeuren dan wie het schreef. Is die weg? Wijzig het dan zelf."
APPROVED = "Goedgekeurd. Deze versie geldt nu."
DROPPED = "Afgekeurd. Er verandert niets."
SAME = "Er is niets veranderd."


async def press_item(step: Step, event: Pressed) -> None:
    """Open an item, or change it: that is for the team alone."""
    shelf, do = await look(step), str(event.data.get("do", ""))
    key = event.inputs.get("item") or str(event.data.get("key", ""))
    if do == "open":
        await open_item(step, shelf, key)
    elif not may_change(step) or do not in CHANGES:
        step.say(OLD_BUTTON)
    elif key and key not in shelf.items and key not in shelf.waiting:
        step.say(NOT_HERE)
    else:
        await CHANGES[do](step, event, shelf, key)


async def open_item(step: Step, shelf: Shelf, key: str) -> None:
    """Show an item that this person may read: as an answer, and to the team at its own work with what can be done about it."""
    if key in shelf.items and (step.known.acting or not may_change(step)):
        await answer_with(step, shelf.items[key])
    elif key in shelf.items or key in shelf.waiting:
        step.show(ShowCard(await item_card(step, shelf, key)))
    else:
        step.say(NOT_HERE)


async def edit(step: Step, _: Pressed, shelf: Shelf, key: str) -> None:
    """Show the form, of an item or of something new."""
    step.show(ShowCard(edit_card(shelf, key)))


async def save(step: Step, event: Pressed, shelf: Shelf, key: str) -> None:
    """Propose what was filled in, over exactly what was seen."""
    key_now = key or key_of(event.inputs.get("title", ""))
    item, waiting = shelf.items.get(key_now), shelf.waiting.get(key_now)
    read = read_item(event.inputs, key_now, item.version + 1 if item else 1)
    if not key and (item or waiting):
        read = {"title": TAKEN}
    if not isinstance(read, Item):
        step.show(ReplaceCard(edit_card(shelf, key, event.inputs, read)))
    elif key and seen_in(event) != (item.version if item else 0, waiting.number if waiting else 0):
        step.show(ReplaceCard(edit_card(shelf, key, event.inputs, message=OVER_IT)))
    elif read == (waiting.item if waiting else item and item.model_copy(update={"version": read.version})):
        await show_again(step, key, said=SAME)
    else:
        await propose(step, read, waiting)


def seen_in(event: Pressed) -> tuple[int, int]:
    """Return the version that a form was made over, and the number of what waited then."""
    return whole_number(str(event.data.get("version", ""))), whole_number(str(event.data.get("number", "")))


async def propose(step: Step, item: Item, waiting: ItemVersion | None = None) -> None:
    """Keep a proposal, and say who can approve it."""
    kept = await step.stores.knowledge.propose(item, step.known.now, waiting.number if waiting else None)
    if kept is None:
        await show_again(step, item.key, wrong=MEANWHILE)
    else:
        await show_again(step, item.key, said=YOURS_ALONE if await may_approve(step, kept) else PROPOSED)


async def may_approve(step: Step, waiting: ItemVersion) -> bool:
    """Say whether this person may approve a proposal: somebody else than who wrote it, unless the team is one person."""
    listed = step.known.house.team | step.known.house.admins
    team = await step.stores.responses.members(step.known.sender.tenant, listed)
    named = len(listed - {step.known.sender.object_id})
    return waiting.may_be_approved_by(step.known.person, [one.person for one in team], named)


async def approve(step: Step, event: Pressed, shelf: Shelf, key: str) -> None:
    """Let a proposal hold, if it is still the one that was seen and still follows on what holds."""
    item, waiting = shelf.items.get(key), shelf.waiting.get(key)
    _, number = seen_in(event)
    if waiting is None or waiting.number != number or waiting.item.version != (item.version if item else 0) + 1:
        await show_again(step, key, wrong=MEANWHILE)
    elif not await may_approve(step, waiting):
        await show_again(step, key, wrong=NOT_BY_YOU)
    else:
        await decide(step, waiting, VersionState.APPROVED, APPROVED)


async def drop(step: Step, event: Pressed, shelf: Shelf, key: str) -> None:
    """Let a proposal go."""
    waiting = shelf.waiting.get(key)
    if waiting is None or waiting.number != seen_in(event)[1]:
        await show_again(step, key, wrong=MEANWHILE)
    else:
        await decide(step, waiting, VersionState.DROPPED, DROPPED)


async def decide(step: Step, waiting: ItemVersion, state: VersionState, said: str) -> None:
    """Decide about a proposal, once."""
    decided = await step.stores.knowledge.decide(waiting.number, state, step.known.now)
    if decided:
        await show_again(step, waiting.item.key, said=said)
    else:
        await show_again(step, waiting.item.key, wrong=MEANWHILE)


async def end(step: Step, _: Pressed, shelf: Shelf, key: str) -> None:
    """Propose that an item ended yesterday."""
    item = shelf.items.get(key)
    if item is None or key in shelf.waiting:
        await show_again(step, key, wrong=MEANWHILE)
    else:
        ended = item.ended_on(step.today - datetime.timedelta(days=1))
        await propose(step, ended.model_copy(update={"version": item.version + 1}))


async def put_back(step: Step, event: Pressed, shelf: Shelf, key: str) -> None:
    """Propose what an earlier version said, as a new version."""
    item, number = shelf.items.get(key), event.inputs.get("version", "")
    past = {str(one.number): one.item for one in await step.stores.knowledge.history(key)}
    past |= {"0": step.known.house.items[key]} if key in step.known.house.items else {}
    if item is None or key in shelf.waiting:
        await show_again(step, key, wrong=MEANWHILE)
    elif number not in past:
        await show_again(step, key, wrong="Kies eerst een versie uit de lijst.")
    else:
        await propose(step, past[number].model_copy(update={"version": item.version + 1}))


async def show_again(step: Step, key: str, *, said: str = "", wrong: str = "") -> None:
    """Show an item as it stands now, with what was done, or why nothing was."""
    shelf = await look(step)
    if key in shelf.items or key in shelf.waiting:
        step.show(ReplaceCard(await item_card(step, shelf, key, said=said, wrong=wrong)))
    else:
        step.say(said or wrong)


CHANGES: dict[str, Callable[[Step, Pressed, Shelf, str], Awaitable[None]]] = {
    "new": edit,
    "edit": edit,
    "save": save,
    "approve": approve,
    "drop": drop,
    "end": end,
    "back": put_back,
    "make": make_answer,
    "keep": keep_answer,
}
KNOWLEDGE_PRESSED: dict[Verb, Press] = {Verb.ITEM: press_item}
