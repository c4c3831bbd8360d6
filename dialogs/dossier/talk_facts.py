"""Everything that is known before a talk, gathered once; and what is new for the company since it was spoken to."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from cards.formats import day
from dialogs.demand.cards import outlook_for
from dialogs.dossier.history import tell
from dialogs.dossier.words import cut
from dialogs.turn.step import Step
from domain.companies.company_file import NamedCompany
from domain.companies.talk_file import CompanyFile
from domain.demand.outlooks import Outlook
from domain.dossier.entries import Entry, EntryKind, read_day
from domain.plan.events import PlanKind
from domain.plan.state import TerrainState
from domain.terrains.plan_map import PlanMapYear

# What companies notice of a terrain; the rest is our own administration.
NEWSWORTHY = (
    PlanKind.ENTERED.value, PlanKind.COMPLETED.value, PlanKind.OUTCOME.value, PlanKind.RESTARTED.value,
    "session_planned", "session_held", "session_cancelled",
)  # fmt: skip
MOST_NEWS = 5


@dataclass(frozen=True, slots=True)
class Gathered:
    """One company with all that a talk is about. `news`: what it does not know yet; `spoken`: its last contact."""

    company: NamedCompany
    file: CompanyFile
    entries: Sequence[Entry]
    state: TerrainState
    plan_map: Sequence[PlanMapYear]
    outlook: Outlook | None
    news: tuple[str, ...]
    spoken: Entry | None
    today: datetime.date
    now: datetime.datetime
    place: str = ""

    def open_of(self, kind: EntryKind) -> tuple[Entry, ...]:
        """Return the open entries of a kind, newest first."""
        return tuple(entry for entry in self.entries if entry.kind is kind and entry.closed_at is None)


async def gather(step: Step, company: NamedCompany) -> Gathered:
    """Return everything that is known about a company and its terrain."""
    stores = step.stores
    file = await stores.companies.file(company)
    entries = await stores.entries.of_company(company)
    spoken = last_contact(entries)
    return Gathered(
        company,
        file,
        entries,
        await stores.dossiers.state(company.terrain),
        await stores.parks.plan_map(company.terrain),
        outlook_for(file.answers, step.known.house.parameters) if file.answers else None,
        await news_for(step, company, day_spoken(spoken)),
        spoken,
        step.today,
        step.known.now,
        there.name if (there := stores.terrains.named(company.terrain)) else "",
    )


def last_contact(entries: Sequence[Entry]) -> Entry | None:
    """Return the newest contact with a company; mere notes are none."""
    contacts = [entry for entry in entries if entry.kind is EntryKind.CONTACT and entry.data.get("form", "note") != "note"]
    return max(contacts, key=lambda entry: (entry.data.get("day", ""), entry.number), default=None)


def day_spoken(spoken: Entry | None) -> datetime.date | None:
    return (read_day(spoken.data.get("day", "")) or spoken.made_at.date()) if spoken else None


async def news_for(step: Step, company: NamedCompany, since: datetime.date | None) -> tuple[str, ...]:
    """Return what happened on the terrain since a day, and what the team noted as new for companies; newest first."""
    events = await step.stores.dossiers.history(company.terrain, limit=20, kinds=NEWSWORTHY)
    told = [(event.at.date(), f"{day(event.at.date())}: {tell(event, {}, {})}.") for event in events]
    notes = await step.stores.entries.of_terrain(company.terrain, (EntryKind.CONTACT,))
    for note in notes:
        on = read_day(note.data.get("day", "")) or note.made_at.date()
        if note.data.get("news") and not note.about_company:
            told.append((on, f"{day(on)}: {cut(note.data['news'])}"))
    fresh = [(on, words) for on, words in told if since is None or on > since]
    return tuple(words for _, words in sorted(fresh, key=lambda one: one[0], reverse=True)[:MOST_NEWS])
