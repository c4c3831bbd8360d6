"""`onthoud`: a note in one's own words, in which the terrain may stand anywhere: "de zaal op hessenpoort is te klein"."""

import re

from dialogs.dossier.notes import write
from dialogs.lookup.mentioned import terrain_in
from dialogs.turn.command import Command, Takes, Users
from dialogs.turn.events import Scope
from dialogs.turn.step import Step
from domain.dossier.forms import ContactForm

LEAD = re.compile(r"^(?:dat|even|graag|nog|voor mij)\s+", re.IGNORECASE)


async def remember(step: Step, text: str) -> None:
    """Write a note; it is about the terrain that is named anywhere in it."""
    said = LEAD.sub("", text.strip())
    terrain = terrain_in(step.stores.terrains, said)
    named = step.stores.terrains.exactly(terrain)
    key = named[0].id if len(named) == 1 else terrain  # a key is no word that could go on into what was said
    about = f"{key} {said}" if terrain and not said.casefold().startswith(terrain.casefold()) else said
    await write(step, about, ContactForm, REMEMBER)


REMEMBER = Command(
    ("onthoud", "onthoud dat"), "iets onthouden bij een terrein", remember, Users.TEAM, Takes.TEXT,
    argument="<terrein of bedrijf> <tekst>", example="onthoud dat de zaal op hessenpoort te klein is",
    scopes=(Scope.PERSONAL, Scope.CHANNEL), group="Dossier",
)  # fmt: skip
