"""The commands about consent, and about what is kept of somebody."""

from dialogs.consent.consents import show_consents
from dialogs.consent.erasure import ask_to_erase
from dialogs.consent.my_data import show_all, show_my_data
from dialogs.consent.my_data_paper import download
from dialogs.consent.welcome import show_welcome
from dialogs.turn.command import Command, Takes
from dialogs.turn.step import Step


async def consents(step: Step, _: str) -> None:
    """Show what was decided about sharing."""
    if step.may_keep() or step.lapsed:
        show_consents(step)
    else:
        show_welcome(step)


async def my_data(step: Step, _: str) -> None:
    """Show everything that is kept of this person and company."""
    await show_my_data(step)


async def all_my_data(step: Step, _: str) -> None:
    """Show the whole of it."""
    await show_all(step)


async def erase(step: Step, _: str) -> None:
    """Ask once more, then erase."""
    ask_to_erase(step)


CONSENTS: tuple[Command, ...] = (
    Command(("toestemming", "toestemmingen", "intrekken", "trek toestemming in", "trek mijn toestemming in", "mijn toestemming",
             "ik wil mijn toestemming"), "zien en wijzigen wat wij mogen delen", consents, takes=Takes.MAYBE, menu=True),
    Command(("mijn gegevens", "gegevens"), "zien wat wij van u bewaren", my_data, menu=True),
    Command(("mijn gegevens alles", "alle gegevens"), "alles zien wat wij van u bewaren", all_my_data, in_help=False),
    Command(("download", "download mijn gegevens", "mijn gegevens downloaden"), "uw gegevens als bestand krijgen", download),
    Command(("verwijder mijn gegevens", "wis mijn gegevens", "verwijder alles"), "alles laten wissen", erase),
)  # fmt: skip
