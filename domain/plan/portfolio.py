"""The portfolio of terrains: what to filter and sort by, one row of the list, and the picture of the whole."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from domain.plan.calendar import Standing
from domain.plan.outcomes import Outcome
from domain.plan.routes import Route
from domain.terrains.plan_map import Congestion
from domain.terrains.terrains import SizeClass, size_class

# The year of the plan map that lists show: terrains are chosen on the demand of that year (appendix 7; C11).
YEAR = 2030


class Sort(StrEnum):
    """In which order: what is most overdue, by name, by step, by demand or size (largest first), by silence."""

    LATE = "laat"
    NAME = "naam"
    STEP = "stap"
    DEMAND = "laadvraag"
    SIZE = "grootte"
    CONTACT = "contact"


@dataclass(frozen=True, slots=True)
class Within:
    """The terrains somebody may see: in these municipalities (CBS codes) or with these ids."""

    municipalities: frozenset[str] = frozenset()
    terrains: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Filter:
    """Which terrains; what is not named does not matter. `step` -1 means not begun; `within` None means all of them.

    `director` is a person; `led` False means without anybody, `managed` False without park management or nothing known of it.
    `name` is a part of the name.
    """

    province: str = ""
    municipality: str = ""
    step: int | None = None
    route: Route | None = None
    standing: Standing | None = None
    late: bool = False
    director: UUID | None = None
    led: bool | None = None
    managed: bool | None = None
    size: SizeClass | None = None
    congestion: Congestion | None = None
    name: str = ""
    within: Within | None = None


@dataclass(frozen=True, slots=True)
class ParkRow:
    """One terrain in the list. `due` is the last day on which nothing is late; figures of the plan map are of YEAR."""

    id: str
    name: str
    municipality: str = ""
    province: str = ""
    net_ha: Decimal | None = None
    standing: Standing = Standing.NEW
    step: int | None = None
    since: datetime.date | None = None
    route: Route | None = None
    outcome: Outcome | None = None
    director: str = ""
    due: datetime.date | None = None
    recheck: datetime.date | None = None
    last_contact: datetime.date | None = None
    charging_kw: Decimal | None = None
    grid_kw: Decimal | None = None
    congestion: Congestion | None = None

    def is_late(self, today: datetime.date) -> bool:
        return self.due is not None and self.due < today

    @property
    def size(self) -> SizeClass | None:
        """Small, medium or large by net area."""
        return size_class(self.net_ha)


@dataclass(frozen=True, slots=True)
class PortfolioPage:
    """A part of the list, and how many terrains there are in all."""

    rows: tuple[ParkRow, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Funnel:
    """How many terrains are in each step (-1: not begun), how many of those are late, and what we do for them."""

    steps: Mapping[int, int] = field(default_factory=dict)
    late: Mapping[int, int] = field(default_factory=dict)
    standings: Mapping[Standing, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """How many terrains there are."""
        return sum(self.steps.values())
