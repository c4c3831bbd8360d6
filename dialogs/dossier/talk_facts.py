"""Everything that is known before a talk, gathered once; and what is new for the company since it was spoken to."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from cards.formats import day
from dialogs.demand.cards import outlook_for
from dialogs.dossier.history import tell
from dialogs.dossier.notes import form_of
from dialogs.forms.words import cut
from dialogs.turn.step import Step
from domain.companies.company_file import NamedCompany
from domain.companies.talk_file import CompanyFile
from domain.demand.outlooks import Outlook
from domain.dossier.forms import UNSPOKEN, ContactForm, ContactSort
from domain.forms.declaration import Form
from domain.forms.responses import Response
from domain.inbox.requests import Request
from domain.intake.acceptance import read_day
from domain.plan.events import PlanKind
from domain.plan.state import TerrainState
from domain.terrains.plan_map import PlanMapYear

# What companies notice of a terrain; the rest is our own administration.
NEWSWORTHY = (
    PlanKind.ENTERED.value, PlanKind.COMPLETED.value, PlanKind.OUTCOME.value, PlanKind.RESTARTED.value,
    "session_planned", "session_held", "session_cancelled",
)  # fmt: skip
MOST_NEWS = 5
# A note that begins so tells of a contact that took place, whatever comes behind it.
SPOKEN = re.compile(r"(?:(?:even|net|zojuist|vandaag|vanochtend|vanmiddag) )?(?:(?:terug|op)?gebeld|gemaild) met ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Gathered:
    """One company with all that a talk is about. `news`: what it does not know yet; `spoken`: its last contact; `asked`: what it
    waits for from the team.
    """

    company: NamedCompany
    file: CompanyFile
    entries: Sequence[Response]
    state: TerrainState
    plan_map: Sequence[PlanMapYear]
    outlook: Outlook | None
    news: tuple[str, ...]
    spoken: Response | None
    today: datetime.date
    now: datetime.datetime
    place: str = ""
    asked: Sequence[Request] = ()

    def open_of(self, form: type[Form]) -> tuple[Response, ...]:
        """Return the open entries of a form, newest first."""
        return tuple(entry for entry in self.entries if entry.form is form and entry.closed_at is None)


async def gather(step: Step, company: NamedCompany) -> Gathered:
    """Return everything that is known about a company and its terrain."""
    stores = step.stores
    file = await stores.companies.file(company)
    entries = await stores.responses.of_company(company)
    spoken = last_contact(entries)
    return Gathered(
        company,
        file,
        entries,
        await stores.dossiers.state(company.terrain),
        await stores.parks.plan_map(company.terrain),
        outlook_for(file.answers, step.known.house.parameters, file.measured) if file.answers else None,
        await news_for(step, company, day_spoken(spoken)),
        spoken,
        step.today,
        step.known.now,
        there.name if (there := stores.terrains.named(company.terrain)) else "",
        await stores.requests.of_company(company.intake) if company.intake else (),
    )


def last_contact(entries: Sequence[Response]) -> Response | None:
    """Return the newest contact with a company; mere notes are none, and neither are calls that nobody took."""
    told = [entry for entry in entries if entry.form is ContactForm and entry.text("outcome") not in UNSPOKEN]
    contacts = [entry for entry in told if sort_of(entry) is not ContactSort.NOTE]
    return max(contacts, key=lambda entry: (entry.text("day"), entry.number), default=None)


def sort_of(entry: Response) -> ContactSort:
    """Return what sort of contact a note tells of: as it was kept, or as its words begin ("Gebeld met Fatima. Zij moet ...")."""
    kept = entry.text("form")
    if kept not in ("", ContactSort.NOTE):
        return ContactSort(kept)
    spoken = SPOKEN.match(entry.text("text"))
    return ContactSort(form_of(spoken[0])) if spoken else ContactSort.NOTE


def day_spoken(spoken: Response | None) -> datetime.date | None:
    """Return the day of a contact."""
    return (read_day(spoken.text("day")) or spoken.made_at.date()) if spoken else None


async def news_for(step: Step, company: NamedCompany, since: datetime.date | None) -> tuple[str, ...]:
    """Return what happened on the terrain since a day, and what the team noted as new for companies; newest first."""
    events = await step.stores.dossiers.history(company.terrain, limit=20, kinds=NEWSWORTHY)
    bare = (replace(event, why="") for event in events)  # our reasons are our own
    told = [(event.at.date(), f"{day(event.at.date())}: {tell(event, {}, {})}.") for event in bare]
    notes = await step.stores.responses.of_terrain(company.terrain, (ContactForm,))
    for note in notes:
        on = read_day(note.text("day")) or note.made_at.date()
        if note.data.get("news") and not note.about:
            told.append((on, f"{day(on)}: {cut(note.text('news'))}"))
    fresh = [(on, words) for on, words in told if since is None or on > since]
    return tuple(words for _, words in sorted(fresh, key=lambda one: one[0], reverse=True)[:MOST_NEWS])
