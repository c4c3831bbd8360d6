"""What a button about entries carries: hostile until checked here."""

from dialogs.dossier.cards import ITSELF
from dialogs.turn.events import Pressed
from dialogs.turn.step import Step
from domain.companies.company_file import NamedCompany
from domain.dossier.entries import Entry

GONE = "Dit staat niet meer in het dossier."


def number_in(text: object) -> int | None:
    """Return a number that a button carries; None for anything else."""
    return int(text) if isinstance(text, str) and text.isascii() and text.isdigit() and len(text) <= 9 else None


def text_in(event: Pressed, name: str) -> str:
    """Return a text that a button carries, empty when there is none."""
    value = event.data.get(name)
    return value if isinstance(value, str) else ""


def chosen(event: Pressed) -> tuple[int | None, int | None]:
    """Return the number and revision of the entry that a button, or the list beside it, means."""
    picked, _, revision = event.inputs.get("entry", "").partition(":")
    if picked:
        return number_in(picked), number_in(revision)
    return number_in(text_in(event, "number")), number_in(text_in(event, "revision"))


async def entry_meant(step: Step, event: Pressed) -> Entry | None:
    """Return the entry that was meant; None when it was said that there is none."""
    number, _ = chosen(event)
    entry = await step.stores.entries.entry(number) if number is not None else None
    if entry is None:
        step.say("Kies eerst iets uit de lijst." if number is None else GONE)
    return entry


async def company_called(step: Step, company_id: str) -> NamedCompany | None:
    """Return the company that a card means; None for the terrain itself, or when it is gone."""
    return await step.stores.companies.one(company_id) if company_id not in ("", ITSELF) else None
