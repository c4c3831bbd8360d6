"""`exporteer`: what companies of a terrain allow for a simulation, as a workbook and as JSON; for the project team alone."""

import asyncio

from cards.formats import day_of, moment, plural
from cards.papers.making import JSON, SHEET, make_workbook
from cards.verbs import Verb
from cards.views.card import Button
from cards.views.notice import NoticeCard
from dialogs.disclosure.export_tables import tables_of
from dialogs.disclosure.words import held_words
from dialogs.terrains.terrain_choice import with_terrain
from dialogs.turn.command import Command, Takes, Users
from dialogs.turn.replies import OfferPaper, ShowCard
from dialogs.turn.step import Step
from domain.access.roles import Right
from domain.consent.consents import TEXTS
from domain.papers.papers import Paper, Readers, file_name
from domain.plan.events import NewEvent, PlanKind
from domain.terrains.export import TerrainExport
from domain.terrains.exporting import FOR, Exportable, export_of
from domain.terrains.terrains import TerrainName

NO_ANSWERS = "Van dit terrein zijn nog geen antwoorden. Daarom is er nog geen bestand."
NOBODY = f"Nog geen bedrijf zei ja tegen '{TEXTS[FOR].title}'. Daarom is er nog geen bestand."
NOT_YET = "Er is nog geen bestand."
ASKED = "Wie deze vraag nog niet kreeg, krijgt die één keer, bij het volgende bericht aan mij."
HOW = "Sneller gaat bellen. Een bedrijf zegt ja met 'toestemming adviseurs'."
NOT_YOURS = "Dat kan alleen het projectteam van dit terrein."


async def export_terrain(step: Step, text: str) -> None:
    """Offer both files or say what is missing, and note it in the dossier: who was never asked is asked after that."""
    terrain = await with_terrain(step, text, EXPORT)
    if terrain is None:
        return
    if not step.known.may(Right.SEE_COMPANIES, terrain):
        step.say(NOT_YOURS)
        return
    found = await step.stores.insight.exportable(terrain.id, step.known.now)
    if found.companies:
        made = await asyncio.to_thread(export_of, terrain, found, step.known.house.parameters, step.known.now)
        await offer(step, terrain, found, made)
    else:
        tell_nothing(step, terrain, found)
    counts = {"companies": len(found.companies), "others": found.others}
    await step.stores.dossiers.record(NewEvent(terrain.id, PlanKind.EXPORTED, step.known.now, counts))


def tell_nothing(step: Step, terrain: TerrainName, found: Exportable) -> None:
    """Say what is missing for an export, and what the team can do about it."""
    title, said, lines = "Nodig uit", "uitnodigen", [NO_ANSWERS]
    if found.others:
        title, said = "Bekijk de bedrijven", "bedrijven"
        lines = [NOT_YET, *held_words(found.held_back)] if found.held_back else [NOBODY]
        lines += [f"{plural(found.others, 'bedrijf gaf', 'bedrijven gaven')} wel antwoorden.", ASKED, HOW]
    button = Button(title=title, verb=Verb.SAY, data={"text": f"{said} {terrain.id}"})
    step.show(ShowCard(NoticeCard(title=f"Export van {terrain.label}", lines=tuple(lines), buttons=(button,))))


async def offer(step: Step, terrain: TerrainName, found: Exportable, made: TerrainExport) -> None:
    """Offer the workbook and the JSON; both go when a company in them takes its consent back."""
    about = frozenset(one.intake for one in found.companies)
    lines = about_lines(step, made)
    book = await asyncio.to_thread(lambda: make_workbook(lines, tables_of(made)))
    plain = made.model_dump_json(indent=1).encode()
    whose = f"De gegevens van {plural(len(found.companies), 'bedrijf', 'bedrijven')} op {terrain.label}."
    for content, media, ending, what in ((book, SHEET, "xlsx", "als Excel"), (plain, JSON, "json", "voor een simulatie")):
        name = file_name(f"Export {terrain.label} {step.today.isoformat()}.{ending}")
        words = f"{whose} Dit bestand is {what}."
        step.show(OfferPaper(Paper(name, media, content, words, about, readers=Readers.TEAM)))
    step.say(
        whose,
        *((f"{others_line(found.others)} {ASKED}",) if found.others else ()),
        *held_words(found.held_back),
        f"Geef deze bestanden alleen aan {TEXTS[FOR].recipient[0].lower()}{TEXTS[FOR].recipient[1:]}.",
    )


def others_line(others: int) -> str:
    """Return how many companies are not in it; an empty text when all are."""
    return f"{plural(others, 'ander bedrijf staat', 'andere bedrijven staan')} er niet in." if others else ""


def about_lines(step: Step, made: TerrainExport) -> tuple[str, ...]:
    """Return what the workbook says of itself."""
    until = min(one.consent.until for one in made.companies)
    return (
        f"Export van {made.name}, gemaakt op {moment(made.made_at)} door {step.known.house.organisation}.",
        f"{plural(len(made.companies), 'bedrijf zei', 'bedrijven zeiden')} ja tegen '{TEXTS[FOR].title}'.",
        others_line(made.not_allowed),
        f"Alleen voor: {TEXTS[FOR].recipient}.",
        f"De eerste toestemming eindigt op {day_of(until)}. Wis dan de gegevens van dat bedrijf.",
        "Trekt een bedrijf zijn toestemming in? Dan hoort u dat van het projectteam en wist u zijn gegevens.",
        "Achter elk getal staat hoe zeker het is. Zeker: het bedrijf weet het. Schatting: het bedrijf schat het.",
        "Begrensd: andere antwoorden geven de grenzen. Aanname: een getal van het rekenmodel.",
        "Op het blad Meterdagen staat wat gemeten is. Zonder dat blad is er niets gemeten.",
        f"Getallen van het rekenmodel: versie {made.parameters_version}, op het blad Getallen.",
        "Dezelfde gegevens staan in het JSON-bestand. De vorm daarvan staat in docs/export.schema.json.",
    )


EXPORT = Command(
    ("exporteer",), "de gegevens voor een simulatie, als bestand", export_terrain, Users.TEAM, Takes.MAYBE,
    argument="<terrein>", example="exporteer hessenpoort", group="Terreinen",
)  # fmt: skip
