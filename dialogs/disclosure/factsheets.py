"""`factsheet`: what a terrain will ask, for everybody who may see it as it was published, for the project team as it is now."""

import asyncio

from cards.formats import day_of, number, plural
from cards.papers.making import PDF, make_factsheet
from cards.verbs import Verb
from cards.views.card import Button
from cards.views.disclosure.factsheet import Factsheet, FactsheetYear
from dialogs.terrains.terrain_choice import with_terrain
from dialogs.terrains.view import Sight, sight_of
from dialogs.turn.command import Command, Takes, Users
from dialogs.turn.events import Scope
from dialogs.turn.replies import OfferPaper, ShowCard
from dialogs.turn.step import Step
from domain.consent.consents import Purpose
from domain.demand.parameters import Parameters
from domain.demand.quantities import Strategy, Year
from domain.disclosure.rules import ENOUGH
from domain.disclosure.totals import TerrainTotal, YearTotal
from domain.papers.papers import Paper, file_name
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
    if as_paper:
        await give_paper(step, terrain, published)
    elif sight_of(step, terrain) is Sight.TEAM:
        live = await step.stores.insight.live_total(terrain.id, step.known.now, step.known.house.parameters)
        step.show(ShowCard(live_factsheet(terrain, live, published)))
    else:
        step.show(ShowCard(public_factsheet(step, terrain, published)))


async def give_paper(step: Step, terrain: TerrainName, published: TerrainTotal) -> None:
    """Give the published factsheet as one page to print; never what only the team may see."""
    if not published.years:
        step.say(*nothing_yet(step, terrain))
        return
    card, house = public_factsheet(step, terrain, published), step.known.house
    sources = sources_of(house.parameters)
    content = await asyncio.to_thread(make_factsheet, card, house.organisation, house.contact, sources)
    name = file_name(f"Factsheet {terrain.label}.pdf")
    about = await step.stores.insight.counted_in(terrain.id, step.known.now)
    step.show(OfferPaper(Paper(name, PDF, content, f"De factsheet van {terrain.label}, op één pagina.", about)))


def public_factsheet(step: Step, terrain: TerrainName, published: TerrainTotal) -> Factsheet:
    """Return what was published, or why there is nothing yet."""
    if not published.years:
        return Factsheet(terrain=terrain.label, scope="Indicatie.", lines=nothing_yet(step, terrain))
    return Factsheet(
        terrain=terrain.label,
        scope=f"{PUBLIC} Stand van {dates_of(published)}.",
        years=years_of(published),
        remarks=(HIDDEN,),
        buttons=(paper_button(terrain),),
    )


def live_factsheet(terrain: TerrainName, live: TerrainTotal, published: TerrainTotal) -> Factsheet:
    """Return what all companies together will ask now, and what others get to see."""
    shown = f"Anderen zien het totaal van {dates_of(published)}, afgerond en van wie mag meetellen." if published.years else (
        f"Anderen zien nog geen totaal. Dat komt er bij minstens {ENOUGH} bedrijven die mogen meetellen."
    )  # fmt: skip
    years = years_of(live)
    answered = f"Van {plural(live.answered, 'bedrijf', 'bedrijven')} hebben wij antwoorden."
    return Factsheet(
        terrain=terrain.label,
        scope=LIVE,
        years=years,
        lines=() if years else (answered, "Daar komt nog geen elektrisch voertuig uit om mee te rekenen."),
        remarks=(answered, shown) if years else (shown,),
        buttons=(paper_button(terrain),) if published.years else (),
    )


def nothing_yet(step: Step, terrain: TerrainName) -> tuple[str, ...]:
    """Say why there is no total, and how whoever is left out could be counted; without pushing."""
    lines = (
        "Er zijn nog te weinig bedrijven voor een totaal.",
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
