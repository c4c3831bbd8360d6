"""What somebody may read of the items here and now: the one place where audience and dates are kept to."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dialogs.turn.events import Scope
from dialogs.turn.step import Step
from domain.knowledge.items import Item, ItemAudience, ItemStanding, laid_over
from domain.knowledge.versions import ItemVersion, VersionState


@dataclass(frozen=True, slots=True)
class Shelf:
    """The items that this person may read, and for who may change them: what waits for a yes, and who approved what holds.

    `ended` are those that were for them until their last day: still understood, and no longer said.
    """

    items: Mapping[str, Item]
    waiting: Mapping[str, ItemVersion]
    approved: Mapping[str, ItemVersion]
    ended: Mapping[str, Item] = field(default_factory=dict)


def may_change(step: Step) -> bool:
    """Say whether this person may propose and approve here: the project team, where only the team reads along."""
    return step.known.is_team and step.may_name


def reads_as(step: Step) -> frozenset[ItemAudience]:
    """Return as what somebody reads: in a channel as everybody who is in it."""
    if may_change(step):
        return frozenset(ItemAudience)
    if step.scope is Scope.PERSONAL and step.for_company:
        return frozenset({ItemAudience.COMPANIES, ItemAudience.EVERYBODY})
    return frozenset({ItemAudience.EVERYBODY})


async def look(step: Step) -> Shelf:
    """Return what this person may read."""
    newest = await step.stores.knowledge.newest()
    approved = {one.item.key: one for one in newest if one.state is VersionState.APPROVED}
    holding = laid_over(step.known.house.items, (one.item for one in approved.values()))
    readers = reads_as(step)
    items = {key: item for key, item in holding.items() if item.may_be_read(readers, step.today)}
    if not may_change(step):
        over = (one for one in holding.values() if one.audience in readers and one.standing(step.today) is ItemStanding.EXPIRED)
        return Shelf(items, {}, {}, {one.key: one for one in over})
    waiting = {one.item.key: one for one in newest if one.state is VersionState.PROPOSED}
    return Shelf(items, waiting, {key: one for key, one in approved.items() if one.item is holding[key]})


async def holding_item(step: Step, key: str) -> Item | None:
    """Return an item that everybody may read today, whoever asks; None when it is not there, or has ended."""
    item = (await look(step)).items.get(key)
    return item if item is not None and item.may_be_read({ItemAudience.EVERYBODY}, step.today) else None


async def for_companies(step: Step) -> Mapping[str, Item]:
    """Return the items that companies may read today, whoever asks: what may be handed out to them."""
    approved = (one.item for one in await step.stores.knowledge.newest() if one.state is VersionState.APPROVED)
    readers = {ItemAudience.COMPANIES, ItemAudience.EVERYBODY}
    return {key: one for key, one in laid_over(step.known.house.items, approved).items() if one.may_be_read(readers, step.today)}
