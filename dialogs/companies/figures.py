"""`cijfers`: how many terrains, companies and electric vehicles there are in an area, of what the asker may see."""

from collections.abc import Mapping, Sequence

from cards.formats import number, plural
from cards.verbs import Verb
from cards.views.card import Button
from cards.views.notice import NoticeCard
from dialogs.lookup.mentioned import terrain_in
from dialogs.terrains.portfolio import allowed, viewer_of
from dialogs.terrains.portfolio_query import carried, known_words, read_query, told
from dialogs.terrains.view import Sight
from dialogs.turn.command import Command, Takes, Users
from dialogs.turn.events import Scope
from dialogs.turn.replies import ShowCard
from dialogs.turn.step import Step
from domain.demand.quantities import Strategy, Year
from domain.disclosure.totals import TerrainTotal
from domain.intake.vehicles import VehicleClass
from domain.plan.coverage import Coverage

MOST = 60  # terrains whose companies are looked at one by one
IN_2030 = "Elektrische voertuigen in 2030"


async def show_figures(step: Step, text: str) -> None:
    """Show the figures of an area: of companies for the project team alone, of everybody else what was published."""
    viewer = await viewer_of(step)
    asked = read_query(text, step.known.person, viewer.team)
    query = allowed(asked, viewer)
    found = await step.stores.parks.list_parks(query.such, query.sort, step.today)
    terrains = [row.id for row in found.rows]
    what = told(query, viewer.team)
    lines = [f"{plural(found.total, 'terrein', 'terreinen')}."]
    if viewer.sight >= Sight.TEAM:
        coverages = await step.stores.parks.coverages(terrains, step.known.now)
        lines += company_lines(coverages)
        lines += await vehicle_lines(step, [one for one in terrains if one in coverages and coverages[one].started])
    lines += published_lines(await step.stores.insight.published_totals(terrains, step.known.now))
    step.show(ShowCard(NoticeCard(
        title=f"Cijfers: {what}" if what else "Cijfers van alle terreinen",
        lines=tuple(lines),
        buttons=(
            Button(title="Bekijk de terreinen", verb=Verb.PARKS, data={"do": "list", "query": carried(query), "page": "1"}),
            Button(title="Overzicht", verb=Verb.PARKS, data={"do": "picture", "query": carried(query), "page": "1"}),
        ),
    )))  # fmt: skip


def company_lines(coverages: Mapping[str, Coverage]) -> Sequence[str]:
    """Return how many companies take part, and how far they are."""
    started, known = sum(one.started for one in coverages.values()), sum(one.known for one in coverages.values())
    short = sum(one.short for one in coverages.values())
    of_all = f" van {number(known)} in het register" if known else ""
    if not started:
        return (f"Nog geen bedrijf doet mee{of_all}.",)
    ready = f"{plural(short, 'bedrijf heeft', 'bedrijven hebben')} de korte vragen klaar."
    if not short:
        ready = "Nog geen bedrijf heeft de korte vragen klaar."
    return (f"{plural(started, 'bedrijf doet', 'bedrijven doen')} mee{of_all}.", ready)


async def vehicle_lines(step: Step, terrains: Sequence[str]) -> Sequence[str]:
    """Return how many electric vehicles companies themselves expect in 2030, of this moment, for the project team."""
    total = companies = 0
    for terrain in terrains[:MOST]:
        for one in await step.stores.insight.all_companies(terrain, step.known.now):
            counts = [one.answers.number(f"{vehicle}.{Year.Y2030.question}") for vehicle in VehicleClass]
            total += round(sum(count or 0 for count in counts))
            companies += any(count is not None for count in counts)
    part = f" Dit zijn de eerste {MOST} van {number(len(terrains))} terreinen." if len(terrains) > MOST else ""
    if not companies:
        return (f"{IN_2030}: nog geen bedrijf noemde een aantal.",)
    said = f"{plural(companies, 'bedrijf noemde', 'bedrijven noemden')} een aantal. Een indicatie, alleen voor het team."
    return (f"{IN_2030}: {number(total)}. {said}{part}",)


def published_lines(totals: Mapping[str, TerrainTotal]) -> Sequence[str]:
    """Return what was published for 2030, which everybody may see."""
    of_2030 = [one.years[Year.Y2030] for one in totals.values() if Year.Y2030 in one.years]
    if not of_2030:
        return ("Er is nog geen terrein met genoeg bedrijven voor een totaal van 2030.",)
    kw = round(sum(one.kw[Strategy.SPREAD] for one in of_2030))
    where = plural(len(of_2030), "terrein", "terreinen")
    return (f"Laden in 2030, verspreid over de nacht: {number(kw, 'kW')}, van {where} waar dat al gepubliceerd is.",)


def hear_area(step: Step, sentence: str) -> str:
    """Return the area that a sentence names: "overijssel", "gemeente zutphen", "stap 2", a terrain."""
    return known_words(sentence) or terrain_in(step.stores.terrains, sentence)


FIGURES = Command(
    ("cijfers", "totalen"), "hoeveel terreinen, bedrijven en voertuigen het zijn", show_figures, Users.TEAM | Users.PARTNERS,
    Takes.MAYBE, argument="[gebied]", example="cijfers overijssel", scopes=(Scope.PERSONAL, Scope.CHANNEL),
    group="Terreinen", hears=hear_area,
)  # fmt: skip
