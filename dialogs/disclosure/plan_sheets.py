"""The plan map at factsheet level, in words: what stands on a factsheet, on slides and on paper, or why it does not."""

import datetime

from cards.formats import day_of
from cards.views.disclosure.planned import Planned, PlannedYear
from dialogs.stores.stores import Stores
from domain.terrains.plan_sheet import FEWEST_THERE, HeldBack, PlanSheet, plan_sheet

HELD = {
    HeldBack.ABSENT: "De plankaart heeft voor dit terrein nog geen cijfers.",
    HeldBack.FEW: f"Wij kennen hier te weinig bedrijven. Bij {FEWEST_THERE} bedrijven tonen wij de cijfers van de plankaart.",
    HeldBack.TEAM: "Het projectteam toont de cijfers van de plankaart hier nog niet.",
}


async def sheet_for(stores: Stores, terrain: str, now: datetime.datetime) -> PlanSheet | HeldBack:
    """Return what of the plan map everybody may read. How many companies are there, the register, an import, their intakes or
    the team tells: whichever knows of most.
    """
    plan, state = await stores.parks.plan_map(terrain), await stores.dossiers.state(terrain)
    counts = (await stores.parks.coverages([terrain], now))[terrain]
    there = max(counts.known, counts.started, state.companies_there or 0)
    return plan_sheet(plan, there, held=state.sheet_held)


def planned_of(sheet: PlanSheet | HeldBack) -> Planned | None:
    """Return the figures as a card shows them; None when they are held back."""
    if isinstance(sheet, HeldBack):
        return None
    years = tuple(PlannedYear(label=str(one.year), kw=one.kw, vehicles=one.vehicles) for one in sheet.years)
    return Planned(years=years, dated=day_of(sheet.imported) if sheet.imported else "")


def held_line(sheet: PlanSheet | HeldBack) -> tuple[str, ...]:
    """Return why there are no figures of the plan map; nothing when there are."""
    return (HELD[sheet],) if isinstance(sheet, HeldBack) else ()
