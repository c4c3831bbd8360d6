"""A terrain named without a command: "hessenpoort", "hoe staat hessenpoort ervoor?". How it is doing is what was meant."""

from dialogs.lookup.spelling import KINDS, alike, plain
from dialogs.terrains.status import STATUS
from dialogs.terrains.terrain_choice import among_whom
from dialogs.turn.command import audience_of
from dialogs.turn.step import Step

_ASKING = """
bij er ervoor gaat het hoe info informatie is loopt met nu op over staat stand stat status van vandaag wat de
"""
ASKING = frozenset(_ASKING.split())


async def show_named(step: Step, text: str) -> bool:
    """Show how the terrain is doing that a sentence names; False when it says more, or names none that this person may see."""
    if not STATUS.is_for(audience_of(step), step.scope):
        return False
    words = text.strip(" ?!.").split()
    name = next((one for one in (" ".join(words), " ".join(without_asking(words))) if is_name(step, one)), "")
    if name:
        await STATUS.handler(step, name)
    return bool(name)


def without_asking(words: list[str]) -> list[str]:
    """Return the words between those that ask how something is doing."""
    telling = [place for place, word in enumerate(words) if word.casefold() not in ASKING]
    return words[telling[0] : telling[-1] + 1] if telling else []


def is_name(step: Step, text: str) -> bool:
    """Say whether a text is the name of a terrain, perhaps of several; "bedrijventerrein" is none, nor a key of ours."""
    names = step.stores.terrains
    tells = not KINDS.issuperset(alike(plain(text))) and names.named(text) is None
    return tells and names.find(text, 1, among_whom(step, STATUS)).is_name()
