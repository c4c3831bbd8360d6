"""What a button about a form carries: hostile until checked here."""

from dialogs.turn.events import Pressed
from dialogs.turn.step import Step
from domain.companies.company_file import NamedCompany
from domain.forms.responses import Response

GONE = "Dit staat niet meer in het dossier."
ITSELF = "-"  # the terrain itself, in the list of companies
ABOUT = "about"


def number_in(text: object) -> int | None:
    """Return a number that a button carries; None for anything else."""
    return int(text) if isinstance(text, str) and text.isascii() and text.isdigit() and len(text) <= 9 else None


def text_in(event: Pressed, name: str) -> str:
    """Return a text that a button carries, empty when there is none."""
    value = event.data.get(name)
    return value if isinstance(value, str) else ""


def chosen(event: Pressed) -> tuple[int | None, int | None]:
    """Return the number and revision of the response that a button, or the list beside it, means."""
    picked, _, revision = event.inputs.get("entry", "").partition(":")
    if picked:
        return number_in(picked), number_in(revision)
    return number_in(text_in(event, "number")), number_in(text_in(event, "revision"))


async def company_called(step: Step, company_id: str) -> NamedCompany | None:
    """Return the company that a card means; None for the terrain itself, or when it is gone."""
    own = own_company(step)
    if own is not None and company_id == own.id:
        return own
    return await step.stores.companies.one(company_id) if company_id not in ("", ITSELF) else None


def own_company(step: Step) -> NamedCompany | None:
    """Return the company that somebody answers for here; None for who is here for the approach."""
    if step.official or step.known.acting:
        return None
    name, terrain = (step.known.intake.answers.known(f"company.{one}") for one in ("name", "terrain"))
    place = terrain.get("id", "") if isinstance(terrain, dict) else ""
    return NamedCompany(str(name or "Uw bedrijf"), "", place, step.known.intake.id)


async def response_meant(step: Step, event: Pressed) -> Response | None:
    """Return the response that was meant; None when it was said that there is none."""
    number, _ = chosen(event)
    found = await step.stores.responses.entry(number) if number is not None else None
    if found is None:
        step.say("Kies eerst iets uit de lijst." if number is None else GONE)
    return found
