"""A terrain named without a command: "hessenpoort", "hoe staat hessenpoort ervoor?". How it is doing is what was meant."""

import re

from dialogs.lookup.mentioned import terrain_in
from dialogs.lookup.spelling import KINDS, alike, plain
from dialogs.terrains.spoken_of import spoken
from dialogs.terrains.status import STATUS
from dialogs.terrains.terrain_choice import among_whom
from dialogs.turn.command import audience_of
from dialogs.turn.step import Step

_ASKING = """
alsjeblieft bij dan eens en er ervoor graag gaat het hoe info informatie is loopt met nu op over staat stand stat status van
vandaag wat de
"""
ASKING = frozenset(_ASKING.split())
FOLLOWING = re.compile(
    r"(?:en|nu|dan)(?: (?:nu|dan|ook|graag))* (?:de |het |een |zijn )?(?P<rest>[^?!]{3,40}?)[ ?!.]*", re.IGNORECASE
)
ANOTHER = re.compile(
    r"(?:en|of|maar|nu)(?:,? (?:hoe (?:zit|staat|is|gaat) (?:het|dat)|wat|dan|ook|nu)){0,4}"
    r"(?: (?:op|bij|van|voor|met|in|over))? (?P<name>[^?!]{3,60}?)"
    r"(?: (?:dan|ook|nu|graag|alsjeblieft)){0,3}[ ?!.]{0,5}",
    re.IGNORECASE,
)


def command_behind(text: str) -> str:
    """Return what follows "en de", as in "en de bedrijven?", which may be a command; empty when nothing does."""
    said = FOLLOWING.fullmatch(text.strip())
    return said["rest"] if said is not None else ""


def named_elsewhere(step: Step, text: str) -> str:
    """Return what to show when a sentence names another terrain than before ("en zwolle-noord?"): the same command for that one.

    Empty when it says more, or nothing was shown before.
    """
    last, said = spoken(step), ANOTHER.fullmatch(text.strip())
    if last is None or not last.command or said is None:
        return ""
    typed = said["name"]
    name = typed if is_name(step, typed) else misspelled_name(step, f"op {typed}")
    return f"{last.command} {name}" if name and len(plain(name)) == len(plain(typed)) else ""


async def show_named(step: Step, text: str) -> bool:
    """Show how the terrain is doing that a sentence names; False when it says more, or names none that this person may see."""
    if not STATUS.is_for(audience_of(step), step.scope):
        return False
    words = text.strip(" ?!.").split()
    name = next((one for one in (" ".join(words), " ".join(without_asking(words))) if is_name(step, one)), "")
    if not name and len(plain(near := misspelled_name(step, text))) == len(without_asking(words)) > 0:
        name = near
    if name:
        await STATUS.handler(step, name)
    return bool(name)


def without_asking(words: list[str]) -> list[str]:
    """Return the words between those that ask how something is doing."""
    telling = [place for place, word in enumerate(words) if word.casefold() not in ASKING]
    return words[telling[0] : telling[-1] + 1] if telling else []


def misspelled_name(step: Step, text: str) -> str:
    """Return the words that name a terrain with a typing error, of those that exist for this person; else nothing."""
    near = terrain_in(step.stores.terrains, text)
    found = step.stores.terrains.find(near, 2, among_whom(step, STATUS)) if near else None
    return near if found is not None and found.likely is not None else ""


def is_name(step: Step, text: str) -> bool:
    """Say whether a text is the name of a terrain, perhaps of several; "bedrijventerrein" is none, nor a key of ours."""
    names = step.stores.terrains
    tells = not KINDS.issuperset(alike(plain(text))) and names.named(text) is None
    return tells and names.find(text, 1, among_whom(step, STATUS)).is_name()
