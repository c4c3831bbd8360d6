"""The commands about consent."""

from dialogs.consent.consents import show_consents
from dialogs.consent.erasure import ask_to_erase
from dialogs.consent.occasions import show_request
from dialogs.consent.welcome import show_welcome
from dialogs.turn.command import Command, Takes
from dialogs.turn.step import Step
from domain.consent.consents import LATER, TEXTS, Purpose

SHORTEST = 4  # letters of a word that names a consent


async def consents(step: Step, text: str) -> None:
    """Show what was decided about sharing; with the name of something that is asked later behind it, ask that now."""
    purpose = find_later(text)
    if purpose is not None and step.may_keep():
        show_request(step, purpose)
    elif step.may_keep() or step.lapsed:
        show_consents(step)
    else:
        show_welcome(step)


def find_later(text: str) -> Purpose | None:
    """Return the consent of LATER whose title has this word; None for none."""
    word = text.strip().casefold()
    return next((one for one in LATER if len(word) >= SHORTEST and word in TEXTS[one].title.casefold()), None)


async def erase(step: Step, _: str) -> None:
    """Ask once more, then erase."""
    ask_to_erase(step)


CONSENTS = Command(
    ("toestemming", "toestemmingen", "intrekken", "trek toestemming in", "trek mijn toestemming in", "mijn toestemming",
     "ik wil mijn toestemming"), "zien en wijzigen wat wij mogen delen", consents, takes=Takes.MAYBE, menu=True
)  # fmt: skip
ERASE = Command(("verwijder mijn gegevens", "wis mijn gegevens", "verwijder alles"), "alles laten wissen", erase, erases=True)
