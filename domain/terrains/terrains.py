"""What a business park (bedrijventerrein) is to the approach: a register key, a place, a size, and their origin."""

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

INVENTED_PREFIX = "demo-"


class SizeClass(StrEnum):
    """Size by net hectares. The plan leaves 10 to 11 ha open; here 10 is still small and 50 still medium (C20)."""

    SMALL = "klein"
    MEDIUM = "middel"
    LARGE = "groot"


def size_class(net_ha: Decimal | None) -> SizeClass | None:
    """The class of a net area in hectares; None when the area is not known."""
    if net_ha is None:
        return None
    if net_ha <= 10:
        return SizeClass.SMALL
    return SizeClass.MEDIUM if net_ha <= 50 else SizeClass.LARGE


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the figures came from: the file's name and the moment (UTC) it was imported."""

    file: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Terrain:
    """One business park. `id` is the RIN number as text; areas are hectares with four decimals; None is not known.

    From `park_management` on are facts that only some registers have (IBIS; the selection criteria of bijlage 7 ask for
    them): whether there is park management, whether nothing is left to sell, and codes in the register's own words.
    Two terrains are equal when their facts are equal, wherever these came from.
    """

    id: str
    name: str
    municipality_code: str | None = None
    municipality: str | None = None
    province: str | None = None
    place: str | None = None
    year: int | None = None
    gross_ha: Decimal | None = None
    net_ha: Decimal | None = None
    issuable_ha: Decimal | None = None
    location_type: str | None = None
    park_management: bool | None = None
    sold_out: bool | None = None
    environment_category: str | None = None
    road_access: str | None = None
    water_access: str | None = None
    rail_access: str | None = None
    origin: Origin | None = field(default=None, compare=False)

    @property
    def size(self) -> SizeClass | None:
        """Small, medium or large by net area."""
        return size_class(self.net_ha)

    @property
    def invented(self) -> bool:
        """Whether this is an example with invented figures, which must be said wherever they are shown."""
        return self.id.startswith(INVENTED_PREFIX)


@dataclass(frozen=True, slots=True)
class TerrainName:
    """What it takes to find a terrain and to tell it from its namesakes."""

    id: str
    name: str
    municipality: str | None = None
    place: str | None = None
    municipality_code: str | None = None

    @property
    def label(self) -> str:
        """How people read it in a list: the name with its municipality or place."""
        where = self.municipality or self.place
        return f"{self.name} ({where})" if where else self.name
