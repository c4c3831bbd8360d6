"""What a terrain asks of the grid: from the answers as far as one may see them, beside the plan map and the grid."""

from collections.abc import AsyncIterator, Iterator

from cards.formats import listing, number, plural
from cards.views.card import Fact, FactGroup
from dialogs.terrains.view import SeenTerrain, Sight
from dialogs.turn.step import Step
from domain.demand.quantities import Strategy, Year
from domain.disclosure.totals import TerrainTotal, YearTotal
from domain.plan.portfolio import YEAR
from domain.terrains.known_share import KnownShare
from domain.terrains.plan_comparison import PLAN_YEARS
from domain.terrains.plan_map import PlanMapYear

ROOM, NOT_YET, NO_TOTAL = "Ruimte op het net {year}", "nog niet te zeggen", "nog geen antwoorden om op te tellen"
NOTHING_YET = "Daarom zeggen wij nog niets over het net."


async def total_of(step: Step, seen: SeenTerrain) -> TerrainTotal:
    """Return the total of the answers: as it is now for the project team, for everybody else as it was published."""
    if seen.sight >= Sight.TEAM:
        return await step.stores.insight.live_total(seen.terrain.id, step.known.now, step.known.house.parameters)
    return await step.stores.insight.published_total(seen.terrain.id, step.known.now)


def chosen_year(total: TerrainTotal, year: Year = Year.Y2030) -> YearTotal | None:
    """Return a year, that on which terrains are chosen; None when no company counts in it."""
    asked = total.years.get(year)
    return asked if asked is not None and asked.companies else None


async def power_group(step: Step, seen: SeenTerrain) -> FactGroup:
    """Return the plan map for whoever may see it (C13), the answers, and what is short or left on the grid."""
    total = await total_of(step, seen)
    facts = [fact for year in seen.plan_map for fact in plan_map_facts(year)]
    if not facts and seen.sight >= Sight.GOVERNMENT:
        facts = [Fact(label="Plankaart", value="nog geen cijfers")]
    planned = next((year for year in seen.plan_map if year.year == YEAR), None)
    grid = [fact async for fact in grid_facts(step, seen, total)]
    return FactGroup(
        title="Laden en stroom", facts=(*facts, answered(chosen_year(total), beside_plan=planned is not None), *grid)
    )


async def grid_facts(step: Step, seen: SeenTerrain, total: TerrainTotal) -> AsyncIterator[Fact]:
    """Yield what is left on the grid, where the plan map says what room there is; why nothing is said stands there once."""
    rooms = {one.year: one for one in seen.plan_map if one.grid_kw is not None}
    for year in (Year.Y2030, Year.Y2035):
        plan, asked, once = rooms.get(PLAN_YEARS[year]), chosen_year(total, year), year is Year.Y2030
        if plan is None:
            continue
        if asked is None:
            if once:
                yield Fact(label=ROOM.format(year=year.label), value=NOT_YET, remark=NO_TOTAL)
            continue
        known = await known_of(step, seen, asked, plan)
        if known.suffices or once:
            yield beside_grid(asked, float(plan.grid_kw or 0), known)


async def known_of(step: Step, seen: SeenTerrain, asked: YearTotal, planned: PlanMapYear) -> KnownShare:
    """Return how much of the terrain a total is of. Vehicles are counted for the project team alone: nobody publishes them."""
    vehicles = None
    if seen.sight >= Sight.TEAM:
        vehicles = await step.stores.insight.electric_vehicles(seen.terrain.id, asked.year, step.known.now)
    there = await companies_there(step, seen.terrain.id)
    return KnownShare(vehicles, planned.vehicles, asked.companies, there, step.known.house.enough_known)


async def companies_there(step: Step, terrain_id: str) -> int | None:
    """Return how many companies a terrain has, as the register or the team says; None when neither does."""
    listed = (await step.stores.parks.coverages([terrain_id], step.known.now))[terrain_id].known
    said = (await step.stores.dossiers.state(terrain_id)).companies_there
    return max(listed, said or 0) or None


def plan_map_facts(year: PlanMapYear) -> Iterator[Fact]:
    """Yield the figures of a year; the congestion only in the year on which terrains are chosen."""
    parts = []
    if year.charging_kw is not None:
        parts.append(f"{number(float(year.charging_kw), 'kW')} gevraagd")
    if year.grid_kw is not None:
        parts.append(f"{number(float(year.grid_kw), 'kW')} op het net")
    if parts:
        yield Fact(label=f"Plankaart {year.year}", value=listing(parts), remark="indicatie")
    if year.congestion is not None and year.year == YEAR:
        yield Fact(label="Netcongestie", value=year.congestion.value)


def answered(asked: YearTotal | None, *, beside_plan: bool = False) -> Fact:
    """Return what the companies that answered will ask; what is hidden is said to be not there yet. `beside_plan`: it stands
    below the plan map, and says why the two differ.
    """
    label = f"Antwoorden {YEAR}"
    if asked is None:
        return Fact(label=label, value="nog geen totaal")
    spread, at_once = (number(round(asked.kw[one]), "kW") for one in (Strategy.SPREAD, Strategy.AT_ONCE))
    companies = plural(asked.companies, "bedrijf", "bedrijven")
    remark = f"indicatie, van {companies}; de plankaart rekent met alle bedrijven" if beside_plan else f"indicatie, {companies}"
    return Fact(label=label, value=f"{spread} gespreid, {at_once} bij meteen laden", remark=remark)


def beside_grid(asked: YearTotal, room: float, known: KnownShare) -> Fact:
    """Return what these companies leave of the room on the grid in kW, or are short, when each spreads its charging.

    Nothing is said before enough of the terrain is known; what is known stands in the same line.
    """
    label = ROOM.format(year=asked.year.label)
    if not known.suffices:
        return Fact(label=label, value=NOT_YET, remark=small_known(known))
    left = round(room - asked.kw[Strategy.SPREAD])
    value = f"{number(-left, 'kW')} te weinig" if left < 0 else f"{number(left, 'kW')} over"
    return Fact(label=label, value=value, remark=f"indicatie, bij gespreid laden; {small_known(known)}")


def small_known(known: KnownShare) -> str:
    """Return how much is known, as a part of a sentence: "wij kennen 8 van ongeveer 363 voertuigen"."""
    if known.all is None:
        return "wij weten niet hoeveel bedrijven hier zijn"
    one, many = ("voertuig", "voertuigen") if known.counts_vehicles else ("bedrijf", "bedrijven")
    count = round(known.known)
    return f"wij kennen {number(count) if count else 'nog geen'} van ongeveer {plural(known.all, one, many)}"


def known_words(known: KnownShare) -> str:
    """Return how much is known as a sentence."""
    words = small_known(known)
    return f"{words[0].upper()}{words[1:]}."
