"""The commands about what is kept of somebody."""

from dialogs.own_data.cards import show_all, show_my_data
from dialogs.own_data.paper import download
from dialogs.turn.command import Command
from dialogs.turn.step import Step


async def my_data(step: Step, _: str) -> None:
    """Show everything that is kept of this person and company."""
    await show_my_data(step)


async def all_my_data(step: Step, _: str) -> None:
    await show_all(step)


OWN_DATA: tuple[Command, ...] = (
    Command(("mijn gegevens", "gegevens"), "zien wat wij van u bewaren", my_data, menu=True),
    Command(("mijn gegevens alles", "alle gegevens"), "alles zien wat wij van u bewaren", all_my_data, in_help=False),
    Command(
        ("download", "download mijn gegevens", "mijn gegevens downloaden"),
        "uw gegevens als bestand krijgen",
        download,
        example="download mijn gegevens",
    ),
)
