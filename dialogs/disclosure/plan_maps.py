"""`plankaart`: the plan map beside what companies answered, for governments alone (C13): each company as far as it allowed."""

import asyncio
from collections.abc import Sequence

from cards.verbs import Verb
from cards.views.card import Button
from cards.views.disclosure.plan_map_card import PlanMapCard
from dialogs.disclosure.words import OTHER_TOTAL, PRESENT, chart_of, entry_of, grid_words, group_of, held_words, words_of
from dialogs.terrains.power import companies_there
from dialogs.terrains.terrain_choice import with_terrain_first
from dialogs.terrains.view import Sight, sight_of
from dialogs.turn.command import Command, Takes, Users
from dialogs.turn.events import Scope
from dialogs.turn.replies import ShowCard
from dialogs.turn.step import Step
from domain.demand.quantities import Year
from domain.disclosure.audiences import Shown
from domain.disclosure.rules import Party
from domain.terrains.plan_comparison import CompanyLine, Comparison, company_lines, compare
from domain.terrains.terrains import TerrainName

ON_A_CARD = 12
TEAM_SCOPE = "Indicatie. Vertrouwelijk: alleen voor overheden. U ziet alle bedrijven met antwoorden."
TOWN_SCOPE = "Indicatie. Vertrouwelijk: alleen voor overheden. U ziet de bedrijven die dit met de gemeente delen."
FOR_GOVERNMENTS = "Deel deze kaart niet met bedrijven. Voor hen is er de factsheet."
OWN_CHAT = "Dat kan alleen in uw eigen chat met mij, of in een kanaal van het projectteam."
NO_COMPANY = "Er is nog geen bedrijf dat u kunt zien."


async def show_plan_map(step: Step, text: str) -> None:
    """Show the plan map of a terrain; a number behind the name is the page with companies."""
    found = await with_terrain_first(step, text, PLAN_MAP)
    if found is None:
        return
    terrain, rest = found
    sight = sight_of(step, terrain)
    if sight < Sight.GOVERNMENT:
        step.say(OWN_CHAT)
        return
    shown = await companies_of(step, terrain, sight)
    lines = await asyncio.to_thread(company_lines, shown.companies, step.known.house.parameters)
    plan = await step.stores.parks.plan_map(terrain.id)
    years = await asyncio.to_thread(compare, lines, plan, step.known.house.parameters)
    present, later = (next(one for one in years if one.year is year) for year in (PRESENT, Year.Y2035))
    there, enough = await companies_there(step, terrain.id), step.known.house.enough_known
    known, known_later = present.known(there, enough), later.known(there, enough)
    page = int(rest) if rest.isdecimal() and len(rest) < 4 else 1
    afterwards = grid_words(later, known_later) if known_later.suffices else ()
    words = (*words_of(present, known), *grid_words(present, known), *afterwards, *(() if lines else (NO_COMPANY,)))
    step.show(ShowCard(plan_map_card(terrain, sight, lines, years, shown.held_back, max(1, page), words)))


async def companies_of(step: Step, terrain: TerrainName, sight: Sight) -> Shown:
    """Return the companies that this person may see one by one."""
    if sight is Sight.TEAM:
        return Shown(await step.stores.insight.all_companies(terrain.id, step.known.now))
    return await step.stores.insight.companies_for(terrain.id, Party.MUNICIPALITY, step.known.now)


def plan_map_card(
    terrain: TerrainName,
    sight: Sight,
    lines: Sequence[CompanyLine],
    years: Sequence[Comparison],
    held_back: int,
    page: int,
    words: tuple[str, ...],
) -> PlanMapCard:
    """Return the card; the second page and on have companies alone."""
    first = (page - 1) * ON_A_CARD
    on_card, more = lines[first : first + ON_A_CARD], max(0, len(lines) - first - ON_A_CARD)
    entries = tuple(entry_of(line, with_consents=sight is Sight.TEAM) for line in on_card)
    present = next(one for one in years if one.year is PRESENT)
    top = page == 1
    following = Button(title="Volgende bedrijven", verb=Verb.SAY, data={"text": f"plankaart {terrain.id} {page + 1}"})
    return PlanMapCard(
        terrain=terrain.label,
        scope=TEAM_SCOPE if sight is Sight.TEAM else TOWN_SCOPE,
        words=words if top else (),
        chart=chart_of(present) if top else None,
        groups=tuple(group_of(one) for one in years if one.plan or one.counted) if top else (),
        companies=entries,
        more=more,
        remarks=(*held_words(held_back), OTHER_TOTAL, FOR_GOVERNMENTS),
        buttons=(following,) if more else (),
    )


PLAN_MAP = Command(
    ("plankaart", "plan kaart"), "de plankaart naast de antwoorden", show_plan_map, Users.TEAM | Users.MUNICIPALITY,
    Takes.MAYBE, argument="<terrein>", example="plankaart hessenpoort", scopes=tuple(Scope), group="Terreinen",
)  # fmt: skip
