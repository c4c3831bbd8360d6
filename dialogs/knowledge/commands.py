"""The command that shows what the approach knows."""

import re

from dialogs.knowledge.buttons import open_item
from dialogs.knowledge.cards import categories_card, for_the_team, list_card, overview_card, unknown_yet
from dialogs.knowledge.misses import show_misses
from dialogs.knowledge.shelf import Shelf, look, may_change
from dialogs.turn.command import Command, Takes, Users
from dialogs.turn.events import Scope
from dialogs.turn.replies import ShowCard
from dialogs.turn.step import Step, quoted
from domain.access.roles import role_named
from domain.knowledge.items import Item, find_items


async def show_knowledge(step: Step, words: str) -> None:
    """Show everything, what has a tag, or what is found by words; what is the only one at once."""
    shelf = await look(step)
    every = (*shelf.items.values(), *unknown_yet(shelf))
    found = with_tag(step, shelf, words) or find_items(every, words)
    if not words:
        step.show(ShowCard(overview_card(step, shelf)))
        if may_change(step):
            step.show(ShowCard(categories_card(shelf)))
            await show_misses(step, shelf)
    elif len(found) == 1:
        await open_item(step, shelf, found[0].key)
    elif found:
        step.show(ShowCard(list_card(step, shelf, "Gevonden", found, f"U zocht: {quoted(words, 40)}")))
    else:
        step.say(f"Over {quoted(words, 40)} weet ik niets.", "Typ 'kennis' om te zien wat er is.")


def with_tag(step: Step, shelf: Shelf, words: str) -> tuple[Item, ...]:
    """Return the items that have this tag; for the team also what waits for a yes, and what ends or ended."""
    asks = for_the_team(step, shelf) if may_change(step) else ()
    listed = next((tuple(items) for _, said, items in asks if said == words.casefold().strip()), ())
    return listed or tuple(item for item in shelf.items.values() if has_tag(item, words))


def has_tag(item: Item, words: str) -> bool:
    """Say whether an item is of this category, step ("stap 3"), direction or role."""
    wanted = words.casefold().strip()
    step, role = re.fullmatch(r"stap (\d)", wanted), role_named(wanted)
    tags = (item.category, *(one.casefold() for one in item.directions))
    return wanted in tags or (step is not None and int(step[1]) in item.steps) or role in item.roles


ABOUT = re.compile(
    r"\b(?:weten|weet|bekend|zoek|kennis|info|informatie)\b(?: (?:we|wij|je|u|jullie|op|allemaal|is|er|informatie|iets)){0,6}"
    r"(?: (?:over|van))?",
    re.IGNORECASE,
)


def hear_words(_: Step, sentence: str) -> str:
    """Return what somebody wants to know more of: of "wat weten we over subsidie" that is "subsidie"."""
    found = ABOUT.search(sentence)
    return sentence[found.end() :].strip(" ?!.:") if found is not None else ""


KNOWLEDGE = Command(
    ("kennis",), "opzoeken wat wij weten", show_knowledge, Users.ANYONE, Takes.MAYBE, argument="[woorden]",
    example="kennis netcapaciteit", scopes=tuple(Scope), group="Overig", hears=hear_words,
)  # fmt: skip
