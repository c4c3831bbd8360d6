"""The commands about consent."""

from dialogs.consent.consents import show_consents
from dialogs.consent.erasure import ask_to_erase
from dialogs.consent.welcome import show_welcome
from dialogs.turn.command import Command, Takes
from dialogs.turn.step import Step


async def consents(step: Step, _: str) -> None:
    """Show what was decided about sharing."""
    if step.may_keep() or step.lapsed:
        show_consents(step)
    else:
        show_welcome(step)


async def erase(step: Step, _: str) -> None:
    """Ask once more, then erase."""
    ask_to_erase(step)


CONSENTS = Command(
    ("toestemming", "toestemmingen", "intrekken", "trek toestemming in", "trek mijn toestemming in", "mijn toestemming",
     "ik wil mijn toestemming"), "zien en wijzigen wat wij mogen delen", consents, takes=Takes.MAYBE, menu=True
)  # fmt: skip
ERASE = Command(("verwijder mijn gegevens", "wis mijn gegevens", "verwijder alles"), "alles laten wissen", erase)
