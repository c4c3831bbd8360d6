"""The numbers the model takes from elsewhere: each with its range, unit, source and confidence, replaceable as a whole.

Confidence: A official, primary or measured; B trade press or knowledge platform; C derived, or an assumption of our own.
"""

from collections.abc import Mapping
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, model_validator

from domain.demand.defaults import DEFAULTS
from domain.demand.quantities import Year
from domain.intake.vehicles import VehicleClass

Confidence = Literal["A", "B", "C"]
Moment = Literal["heaviest day", "year", "always"]  # the peak is that of the heaviest day; kWh a year that of the year
KEYED_ON_POWER = "points are given by hours of charging a vehicle ('hours'), no longer by 'charger_kw'"


class Strict(BaseModel):
    """Frozen, and a misspelled name is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Parameter(Strict):
    """One number. `low` and `high` are its range: they make the band of every result.

    `holds_for` says in words for which vehicles and which season, `counts_for` whether it is used for the peak or for the year.
    """

    default: float
    low: float
    high: float
    unit: str
    source: str
    confidence: Confidence
    holds_for: str = ""
    counts_for: Moment = "always"

    @model_validator(mode="after")
    def must_be_in_order(self) -> Self:
        """Refuse a default outside its range."""
        if not self.low <= self.default <= self.high:
            raise ValueError("low <= default <= high does not hold")
        return self


class PerClass(Strict):
    """A parameter for each vehicle class."""

    van: Parameter
    light_truck: Parameter
    rigid: Parameter
    tractor: Parameter

    def of(self, vehicle: VehicleClass) -> Parameter:
        found: Parameter = getattr(self, vehicle.value)
        return found


class SimultaneityPoint(Strict):
    """The share of all charger power that is drawn at the busiest moment, measured at one charger power and fleet size."""

    charger_kw: float
    vehicles: float
    low: float
    middle: float
    high: float

    @model_validator(mode="after")
    def must_be_shares(self) -> Self:
        """Refuse what is no share, or not in order."""
        if not 0 < self.low <= self.middle <= self.high <= 1:
            raise ValueError("0 < low <= middle <= high <= 1 does not hold")
        return self


class Simultaneity(Strict):
    """The measured points, and up to how many vehicles everything counts as being on at once."""

    points: tuple[SimultaneityPoint, ...]
    all_at_once_up_to: float
    unit: str
    source: str
    confidence: Confidence

    @model_validator(mode="after")
    def must_have_points(self) -> Self:
        """Refuse a table without points above the number up to which all is on at once."""
        if not any(point.vehicles > self.all_at_once_up_to for point in self.points):
            raise ValueError("no point above all_at_once_up_to")
        return self


class Parameters(Strict):
    """Every parameter of the model. Read `domain/demand/defaults.py` for the values and their sources."""

    kwh_per_km: PerClass
    km_per_day: PerClass
    charger_kw: PerClass
    share_on_site: PerClass
    electric_share_now: PerClass
    electric_share_2030: PerClass
    electric_share_2035: PerClass
    back: Parameter
    out: Parameter
    efficiency: Parameter
    estimate_margin: Parameter
    estimate_hours: Parameter
    simultaneity: Simultaneity

    def electric_share(self, year: Year) -> PerClass:
        """Return the share of vehicles that is expected to be electric in the whole country."""
        return (self.electric_share_now, self.electric_share_2030, self.electric_share_2035)[year.value]

    @classmethod
    def standard(cls) -> Self:
        """Return the parameters as they come with the program."""
        return cls.model_validate(DEFAULTS)

    @classmethod
    def changed_by(cls, changes: Mapping[str, Any]) -> Self:
        """Return the standard parameters with those of a settings file laid over them; raises pydantic's ValidationError."""
        return cls.model_validate(laid_over(DEFAULTS, changes))


def laid_over(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Return nested tables with those above laid over those below; anything but a table is replaced as a whole."""
    merged = dict(below)
    for name, part in above.items():
        under = merged.get(name)
        merged[name] = laid_over(under, part) if isinstance(under, Mapping) and isinstance(part, Mapping) else part
    return merged


STANDARD = Parameters.standard()
