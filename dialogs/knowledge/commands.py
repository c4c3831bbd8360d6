"""The command that shows what the approach knows."""

import re

from dialogs.knowledge.buttons import open_item
from dialogs.knowledge.cards import list_card, overview_lines
from dialogs.knowledge.misses import show_misses
from dialogs.knowledge.shelf import look
from dialogs.turn.command import Command, Takes, Users
from dialogs.turn.events import Scope
from dialogs.turn.replies import ShowCard
from dialogs.turn.step import Step, quoted
from domain.access.roles import role_named
from domain.knowledge.items import Item, find_items


async def show_knowledge(step: Step, words: str) -> None:
    """Show everything, what has a tag, or what is found by words; what is the only one at once."""
    shelf = await look(step)
    every = tuple(shelf.items.values())
    new = tuple(one.item for key, one in shelf.waiting.items() if key not in shelf.items)  # proposed, and nothing holds yet
    found = tuple(item for item in every if has_tag(item, words)) or find_items((*every, *new), words)
    if not words:
        step.show(ShowCard(list_card(step, shelf, "Wat wij weten", every, *overview_lines(step, shelf))))
        await show_misses(step, shelf)
    elif len(found) == 1:
        await open_item(step, shelf, found[0].key)
    elif found:
        step.show(ShowCard(list_card(step, shelf, "Gevonden", found, f"U zocht: {quoted(words, 40)}")))
    else:
        step.say(f"Over {quoted(words, 40)} weet ik niets.", "Typ 'kennis' om te zien wat er is.")


def has_tag(item: Item, words: str) -> bool:
    """Say whether an item is of this category, step ("stap 3"), direction or role."""
    wanted = words.casefold().strip()
    step, role = re.fullmatch(r"stap (\d)", wanted), role_named(wanted)
    tags = (item.category, *(one.casefold() for one in item.directions))
    return wanted in tags or (step is not None and int(step[1]) in item.steps) or role in item.roles


KNOWLEDGE = Command(
    ("kennis",), "opzoeken wat wij weten", show_knowledge, Users.ANYONE, Takes.MAYBE, argument="[woorden]",
    example="kennis netcapaciteit", scopes=tuple(Scope), group="Overig",
)  # fmt: skip
