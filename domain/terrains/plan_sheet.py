"""The plan map at factsheet level (the "praatplaat"): what everybody of a terrain may read of it.

The plan map itself is for governments (C13). For companies and park management the plan of approach has the factsheet "o.b.v.
plankaart": what charging asks of a terrain in 2025, 2030 and 2035 (bijlage 6). So power and vehicles, rounded; never the room on
the grid or congestion.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from domain.terrains.plan_comparison import PLAN_YEARS
from domain.terrains.plan_map import PlanMapYear

# With one or two companies the figures of a terrain are those of a company.
FEWEST_THERE = 3


class HeldBack(StrEnum):
    """Why there are no figures of the plan map on a factsheet."""

    ABSENT = "absent"  # the plan map says nothing of this terrain
    FEW = "few"  # fewer than three companies are known to be there
    TEAM = "team"  # the team holds them back


@dataclass(frozen=True, slots=True)
class SheetYear:
    """One year: charging power in kW and electric vehicles, both rounded; None is not on the plan map."""

    year: int
    kw: int | None
    vehicles: int | None


@dataclass(frozen=True, slots=True)
class PlanSheet:
    """The years of the plan map, and the day on which it was imported (UTC)."""

    years: tuple[SheetYear, ...]
    imported: datetime.datetime | None


def plan_sheet(plan: Sequence[PlanMapYear], there: int, *, held: bool) -> PlanSheet | HeldBack:
    """Return what of the plan map everybody may read, or why not. `there` is how many companies are known to be on the terrain,
    `held` that the team holds it back.
    """
    told = [one for one in plan if one.year in PLAN_YEARS.values() and not (one.charging_kw is None and one.vehicles is None)]
    if not told:
        return HeldBack.ABSENT
    if held:
        return HeldBack.TEAM
    if there < FEWEST_THERE:
        return HeldBack.FEW
    years = tuple(
        SheetYear(
            one.year,
            None if one.charging_kw is None else two_figures(float(one.charging_kw)),
            None if one.vehicles is None else two_figures(one.vehicles),
        )
        for one in told
    )
    return PlanSheet(years, max((one.origin.at for one in told if one.origin is not None), default=None))


def two_figures(amount: float) -> int:
    """Return an amount of the plan map as sharp as a calculation may be: 4,537 is 4,500, and what is round already stays so."""
    return int(round(amount, min(0, 2 - len(str(int(amount))))))
