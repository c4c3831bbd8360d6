"""`factsheet`: what the plan map expects of a terrain, and what companies answered: as published, for the project team live."""

import asyncio

from cards.formats import day_of, number, some
from cards.papers.making import PDF, make_factsheet
from cards.verbs import Verb
from cards.views.card import Button
from cards.views.disclosure.factsheet import Factsheet, FactsheetYear
from dialogs.disclosure.lacks import missing_words, more_words
from dialogs.disclosure.plan_sheets import held_line, planned_of, sheet_for
from dialogs.terrains.terrain_choice import with_terrain
from dialogs.terrains.view import Sight, sight_of
from dialogs.turn.command import Command, Takes, Users
from dialogs.turn.events import Scope
from dialogs.turn.replies import OfferPaper, ShowCard
from dialogs.turn.step import Step
from domain.consent.consents import Purpose
from domain.demand.parameters import Parameters
from domain.demand.quantities import Strategy, Year
from domain.disclosure.breakdowns import Missing
from domain.disclosure.rules import ENOUGH
from domain.disclosure.totals import TerrainTotal, YearTotal
from domain.papers.papers import Paper, file_name
from domain.terrains.plan_sheet import HeldBack, PlanSheet
from domain.terrains.terrains import TerrainName

PAPER = "pdf"
LABELS = {Year.NOW: "Nu", Year.Y2030: "2030", Year.Y2035: "2035"}
PUBLIC = "Indicatie. Iedereen op het terrein mag dit zien."
LIVE = "Indicatie van dit moment. Alleen het projectteam ziet deze cijfers."
HIDDEN = "Wij tonen alleen afgeronde totalen. Zo is geen bedrijf eruit te halen."


async def show_factsheet(step: Step, text: str) -> None:
    """Show the factsheet of a terrain, or give it as a PDF."""
    words = text.split()
    as_paper = any(word.casefold() == PAPER for word in words)
    named = " ".join(word for word in words if word.casefold() != PAPER)
    terrain = await with_terrain(step, named, FACTSHEET, rest=PAPER if as_paper else "", guess=True)
    if terrain is None:
        return
    published = await step.stores.insight.published_total(terrain.id, step.known.now)
    lack = None if published.years else (await step.stores.insight.missing(terrain.id, step.known.now)).get(Year.Y2030)
    sheet = await sheet_for(step.stores, terrain.id, step.known.now)
    if as_paper:
        await give_paper(step, public_factsheet(step, terrain, published, sheet, lack), terrain)
    elif sight_of(step, terrain) is Sight.TEAM:
        live = await step.stores.insight.live_total(terrain.id, step.known.now, step.known.house.parameters)
        step.show(ShowCard(live_factsheet(terrain, live, published, sheet, lack)))
    else:
        step.show(ShowCard(public_factsheet(step, terrain, published, sheet, lack)))


async def give_paper(step: Step, card: Factsheet, terrain: TerrainName) -> None:
    """Give what everybody may read as one page to print; never what only the team may see."""
    house = step.known.house
    if not card.years and card.planned is None:
        step.say(*card.lines)
        return
    sources = sources_of(house.parameters) if card.years else ()
    content = await asyncio.to_thread(make_factsheet, card, house.organisation, house.contact, sources)
    name = file_name(f"Factsheet {terrain.label}.pdf")
    about = await step.stores.insight.counted_in(terrain.id, step.known.now)
    step.show(OfferPaper(Paper(name, PDF, content, f"De factsheet van {terrain.label}, op één pagina.", about)))


def public_factsheet(
    step: Step, terrain: TerrainName, published: TerrainTotal, sheet: PlanSheet | HeldBack, lack: Missing | None
) -> Factsheet:
    """Return the plan map at factsheet level and what was published, or why one of them is not there yet; `lack` says what is
    missing for a total.
    """
    planned, years = planned_of(sheet), years_of(published)
    return Factsheet(
        terrain=terrain.label,
        scope=" ".join(filter(None, (PUBLIC if years or planned else "Indicatie.", stand_of(published)))),
        planned=planned,
        years=years,
        lines=(*held_line(sheet), *(() if years else nothing_yet(step, terrain, lack))),
        remarks=(HIDDEN,) if years else (),
        buttons=(paper_button(terrain),) if years or planned else (),
    )


def live_factsheet(
    terrain: TerrainName, live: TerrainTotal, published: TerrainTotal, sheet: PlanSheet | HeldBack, lack: Missing | None
) -> Factsheet:
    """Return what all companies together will ask now, and what others get to see; `lack` is what is missing for that."""
    why = missing_words(lack) if lack is not None else f"Dat komt er bij minstens {ENOUGH} bedrijven die mogen meetellen."
    shown = f"Anderen zien nog geen totaal. {why}"
    if published.years:
        shown = f"Anderen zien het totaal van {dates_of(published)}, afgerond en van wie mag meetellen."
    planned, years = planned_of(sheet), years_of(live)
    answered = f"Van {some(live.answered, 'bedrijf', 'bedrijven')} hebben wij antwoorden."
    nothing = (answered, "Daar komt nog geen elektrisch voertuig uit om mee te rekenen.")
    without = () if years else nothing if live.answered else ("Nog geen bedrijf van dit terrein gaf antwoorden.",)
    switch = f"De cijfers van de plankaart wijzigt u met 'praatplaat {terrain.name}'."
    return Factsheet(
        terrain=terrain.label,
        scope=LIVE,
        planned=planned,
        years=years,
        lines=(*held_line(sheet), *without),
        remarks=(*((answered,) if years else ()), shown, *(() if sheet is HeldBack.ABSENT else (switch,))),
        buttons=(paper_button(terrain),) if published.years or planned else (),
    )


def stand_of(published: TerrainTotal) -> str:
    """Return of which day the answers are; an empty text where there are none."""
    return f"Antwoorden: stand van {dates_of(published)}." if published.years else ""


def nothing_yet(step: Step, terrain: TerrainName, lack: Missing | None) -> tuple[str, ...]:
    """Say why there is no total, and how whoever is left out could be counted; without pushing."""
    lines = (
        "Er zijn nog te weinig bedrijven voor een totaal.",
        *more_words(lack),
        f"Wij tonen pas een totaal van minstens {ENOUGH} bedrijven, waarin geen bedrijf opvalt.",
        "U ziet hier dan wat er nodig is, en wat samen laden scheelt.",
    )
    own = step.known.intake.answers.known("company.terrain")
    if not isinstance(own, dict) or own.get("id") != terrain.id or step.known.acting:
        return lines
    if step.allows(Purpose.TOTAL):
        return (*lines, "Uw bedrijf telt al mee. Dank u.")
    return (*lines, "Wilt u meetellen, zonder naam? Typ dan 'toestemming'. Het hoeft niet.")


def years_of(total: TerrainTotal) -> tuple[FactsheetYear, ...]:
    """Return the years in which there is something to show."""
    return tuple(year_of(one) for one in total.years.values() if one.companies > 0)


def year_of(total: YearTotal) -> FactsheetYear:
    kw = {strategy: rounded_for(total.kw[strategy]) for strategy in Strategy}
    return FactsheetYear(
        label=LABELS[total.year],
        at=total.at,
        companies=total.companies,
        complete=total.complete,
        kwh=rounded_for(total.kwh),
        at_once=kw[Strategy.AT_ONCE],
        spread=kw[Strategy.SPREAD],
        together=kw[Strategy.TOGETHER],
        group=kw[Strategy.GROUP],
    )


def rounded_for(amount: float) -> float:
    """Return an amount without decimals, where these say nothing."""
    return round(amount, 1) if amount < 10 else round(amount)


def sources_of(parameters: Parameters) -> tuple[str, ...]:
    """Return where the numbers behind the totals come from, in a few lines."""
    per_km = parameters.kwh_per_km
    return (
        "Aantallen, kilometers en tijden komen van de bedrijven zelf. Wat zij niet weten, is geschat.",
        f"Stroom per kilometer: {per_km.van.source}; {per_km.tractor.source}.",
        f"Meteen laden: {parameters.simultaneity.source}.",
    )


def dates_of(total: TerrainTotal) -> str:
    """Return the day of the newest year."""
    return day_of(total.newest) if total.newest else number(0)


def paper_button(terrain: TerrainName) -> Button:
    """Return the button that gives the factsheet as a PDF."""
    return Button(title="Als pdf", verb=Verb.SAY, data={"text": f"factsheet {terrain.id} {PAPER}"})


FACTSHEET = Command(
    ("factsheet", "fact sheet", "terreintotaal"), "wat een terrein samen nodig heeft", show_factsheet,
    Users.COMPANY | Users.PARTNERS | Users.TEAM, Takes.MAYBE, argument="[terrein]", example="factsheet hessenpoort",
    scopes=tuple(Scope), group="Terreinen",
)  # fmt: skip
