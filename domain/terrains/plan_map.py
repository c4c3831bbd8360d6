"""The plan map (plankaart): what was calculated for a terrain in advance. For governments only (C13), never for companies."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from domain.terrains.terrains import Origin


class Congestion(StrEnum):
    """How full the grid is, in the three states of the selection criteria (plan of approach, bijlage 7)."""

    NONE = "nee"
    MANAGED = "congestiemanagement"
    FULL = "volledige congestie"


@dataclass(frozen=True, slots=True)
class PlanMapYear:
    """The figures for one terrain and one year; None is not known.

    `charging_kw` is the charging power asked for, `grid_kw` what the grid has for it, both in kW. Equal when the facts
    are equal, wherever these came from.
    """

    terrain_id: str
    year: int
    charging_kw: Decimal | None = None
    vehicles: int | None = None
    grid_kw: Decimal | None = None
    congestion: Congestion | None = None
    origin: Origin | None = field(default=None, compare=False)
