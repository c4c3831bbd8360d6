"""The companies of a terrain as a sheet to keep, for the team alone: what the list tells, a row for each."""

import asyncio
from collections.abc import Callable, Sequence

from cards.formats import listing, moment, plural
from cards.papers.contents import Value
from cards.papers.making import SHEET, make_sheet
from dialogs.companies.asking import CompanyQuestion
from dialogs.companies.row_words import PARTS, TITLES, name_of, signed, state_of
from dialogs.turn.events import Scope
from dialogs.turn.replies import OfferPaper
from dialogs.turn.step import Step
from domain.companies.company_row import CompanyRow
from domain.consent.consents import TEXTS
from domain.dossier.forms import CallOutcome, ContactSort
from domain.papers.papers import Paper, Readers, file_name
from domain.terrains.terrains import TerrainName

NOT_HERE = "Een bestand met bedrijven maak ik alleen in uw eigen chat."
NOBODY = "Er is geen bedrijf dat hieraan voldoet."


def label_of(options: type[ContactSort] | type[CallOutcome], value: str) -> str | None:
    return next((one.label for one in options if one == value), None)


Column = tuple[str, Callable[[CompanyRow], Value]]
COLUMNS: tuple[Column, ...] = (
    ("Bedrijf", name_of),
    ("Hoe ver", state_of),
    ("Rol", lambda row: PARTS.get(row.part)),
    ("Machtiging", lambda row: None if row.mandate is None else signed("machtiging", row.mandate).split()[-1]),
    ("Verklaring", lambda row: None if row.letter is None else signed("verklaring", row.letter).split()[-1]),
    ("Toestemming", lambda row: listing([TEXTS[one].title for one in TEXTS if one in row.agreed]) or None),
    ("Contacten", lambda row: row.contacts),
    ("Laatste contact", lambda row: row.last.day if row.last else None),
    ("Soort", lambda row: label_of(ContactSort, row.last.sort) if row.last else None),
    ("Wat kwam eruit", lambda row: label_of(CallOutcome, row.last.outcome) if row.last else None),
    ("Bel weer op", lambda row: row.next_call),
    ("Genoemd door", lambda row: listing(row.nominated_by) or None),
    ("Krijgt onze berichten", lambda row: "ja" if row.reachable else "nee"),
)


async def offer_sheet(
    step: Step, terrain: TerrainName, question: CompanyQuestion, rows: Sequence[CompanyRow], everybody: Sequence[CompanyRow]
) -> None:
    """Offer these companies as a sheet; it goes when a company of the terrain is erased or takes a consent back.

    That is any of `everybody`: who named another company stands in it too.
    """
    if step.scope is not Scope.PERSONAL:  # a link in a channel can be opened by everybody who has it
        step.say(NOT_HERE)
        return
    if not rows:
        step.say(NOBODY)
        return
    whose = f"{TITLES[question]} {terrain.label}"
    lines = (
        f"{whose}, gemaakt op {moment(step.known.now)} door {step.known.house.organisation}.",
        "Alleen voor het projectteam. Geef dit bestand niet door en wis het na gebruik.",
        "Wie 'wil niet' heeft, benadert u niet opnieuw.",
    )
    table = [[value(row) for _, value in COLUMNS] for row in rows]
    content = await asyncio.to_thread(make_sheet, "Bedrijven", lines, [head for head, _ in COLUMNS], table)
    about = frozenset(row.intake for row in everybody if row.intake is not None)
    words = f"{whose}: {plural(len(rows), 'bedrijf', 'bedrijven')}."
    name = file_name(f"{whose} {step.today.isoformat()}.xlsx")
    step.show(OfferPaper(Paper(name, SHEET, content, words, about, readers=Readers.TEAM)))
