"""`onthoud`: a note in one's own words, in which the terrain may stand anywhere: "de zaal op hessenpoort is te klein"."""

from dialogs.dossier.leads import about_first, hear_said
from dialogs.dossier.notes import write
from dialogs.turn.command import Command, Takes, Users
from dialogs.turn.events import Scope
from dialogs.turn.step import Step
from domain.dossier.forms import ContactForm


async def remember(step: Step, text: str) -> None:
    """Write a note; it is about the terrain that is named anywhere in it."""
    await write(step, about_first(step, text), ContactForm, REMEMBER)


REMEMBER = Command(
    ("onthoud", "onthoud dat"), "iets onthouden bij een terrein", remember, Users.TEAM, Takes.TEXT,
    argument="<terrein of bedrijf> <tekst>", example="onthoud dat de zaal op hessenpoort te klein is",
    scopes=(Scope.PERSONAL, Scope.CHANNEL), group="Dossier", hears=hear_said("note"),
)  # fmt: skip
