"""What a terrain asks of the grid: from the answers as far as one may see them, beside the plan map and the grid."""

from collections.abc import Iterator

from cards.formats import listing, number, plural
from cards.views.card import Fact, FactGroup
from dialogs.terrains.view import SeenTerrain, Sight
from dialogs.turn.step import Step
from domain.demand.quantities import Strategy, Year
from domain.disclosure.totals import TerrainTotal, YearTotal
from domain.plan.portfolio import YEAR
from domain.terrains.plan_map import PlanMapYear


async def total_of(step: Step, seen: SeenTerrain) -> TerrainTotal:
    """Return the total of the answers: as it is now for the project team, for everybody else as it was published."""
    if seen.sight >= Sight.TEAM:
        return await step.stores.insight.live_total(seen.terrain.id, step.known.now, step.known.house.parameters)
    return await step.stores.insight.published_total(seen.terrain.id, step.known.now)


def chosen_year(total: TerrainTotal) -> YearTotal | None:
    """Return the year on which terrains are chosen; None when no company counts in it."""
    asked = total.years.get(Year.Y2030)
    return asked if asked is not None and asked.companies else None


async def power_group(step: Step, seen: SeenTerrain) -> FactGroup:
    """Return the plan map for whoever may see it (C13), the answers, and what is short or left on the grid."""
    asked = chosen_year(await total_of(step, seen))
    facts = [fact for year in seen.plan_map for fact in plan_map_facts(year)]
    if not facts and seen.sight >= Sight.GOVERNMENT:
        facts = [Fact(label="Plankaart", value="nog geen cijfers")]
    planned = next((year for year in seen.plan_map if year.year == YEAR), None)
    return FactGroup(title="Laden en stroom", facts=(*facts, answered(asked), *beside_grid(asked, planned)))


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


def answered(asked: YearTotal | None) -> Fact:
    """Return what the companies that answered will ask; what is hidden is said to be not there yet."""
    label = f"Antwoorden {YEAR}"
    if asked is None:
        return Fact(label=label, value="nog geen totaal")
    spread, at_once = (number(round(asked.kw[one]), "kW") for one in (Strategy.SPREAD, Strategy.AT_ONCE))
    remark = f"indicatie, {plural(asked.companies, 'bedrijf', 'bedrijven')}"
    return Fact(label=label, value=f"{spread} gespreid, {at_once} bij meteen laden", remark=remark)


def beside_grid(asked: YearTotal | None, planned: PlanMapYear | None) -> Iterator[Fact]:
    """Yield what these companies leave on the grid, or are short, when each spreads its charging."""
    if asked is None or planned is None or planned.grid_kw is None:
        return
    left = round(float(planned.grid_kw) - asked.kw[Strategy.SPREAD])
    value = f"{number(-left, 'kW')} te weinig" if left < 0 else f"{number(left, 'kW')} over"
    yield Fact(label="Ruimte op het net", value=value, remark="indicatie, bij gespreid laden")
