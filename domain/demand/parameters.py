"""The numbers the model takes from elsewhere: each with its range, unit, source and confidence, replaceable as a whole.

Confidence: A official, primary or measured; B trade press or knowledge platform; C derived, or an assumption of our own.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, model_validator

from domain.demand.defaults import DEFAULTS
from domain.demand.prices import Prices
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


class PerKind(PerClass):
    """A parameter for each vehicle class, and for the kinds within a class that differ much."""

    rigid_cooled: Parameter
    light_truck_heavy: Parameter


class Efficiency(Strict):
    """What part of the power at the meter reaches the battery: slow charging by alternating current, fast by direct current."""

    ac: Parameter
    dc: Parameter
    dc_above_kw: Parameter

    @property
    def source(self) -> str:
        """Return where both numbers come from."""
        return f"Wisselstroom: {self.ac.source}. Gelijkstroom: {self.dc.source}"

    def of(self, charger_kw: float) -> Parameter:
        """Return the part at chargers of this power."""
        return self.dc if charger_kw > self.dc_above_kw.default else self.ac

    @model_validator(mode="before")
    @classmethod
    def may_be_one_for_all(cls, given: object) -> object:
        """Read the one number for all chargers that settings files had before: it holds for both."""
        if not isinstance(given, Mapping):
            return given
        for_all = {name: value for name, value in given.items() if name not in cls.model_fields}
        apart = {name: value for name, value in given.items() if name in cls.model_fields}
        return laid_over(apart, {"ac": for_all, "dc": for_all} if for_all else {})


class SimultaneityPoint(Strict):
    """The share of all charger power that is drawn at the busiest moment, measured for so many hours of charging and vehicles.

    `low` and `high` are those of good and bad days: what one day in twenty stays below, and goes over.
    """

    hours: float
    vehicles: float
    low: float
    middle: float
    high: float

    @model_validator(mode="before")
    @classmethod
    def must_be_keyed_on_hours(cls, given: object) -> object:
        """Refuse the points of before, which were given by charger power, in words that help."""
        if isinstance(given, Mapping) and "charger_kw" in given:
            raise ValueError(KEYED_ON_POWER)
        return given

    @model_validator(mode="after")
    def must_be_shares(self) -> Self:
        """Refuse what is no share, or not in order."""
        if not 0 < self.low <= self.middle <= self.high <= 1:
            raise ValueError("0 < low <= middle <= high <= 1 does not hold")
        return self


class Simultaneity(Strict):
    """The measured points, and up to how many vehicles everything counts as being on at once.

    Classes that return within `together_hours` of each other count as one crowd.
    """

    points: tuple[SimultaneityPoint, ...]
    all_at_once_up_to: float
    together_hours: float
    unit: str
    source: str
    confidence: Confidence

    @cached_property
    def curves(self) -> Mapping[float, tuple[Sequence[float], Sequence[Sequence[float]]]]:
        """Return per measured time of charging numbers of vehicles, and in each case how many of them draw at once.

        Few are all on at once, and more never draw less than fewer.
        """
        found = {}
        for hours in sorted({point.hours for point in self.points}):
            points = sorted((point for point in self.points if point.hours == hours), key=lambda point: point.vehicles)
            counts = [self.all_at_once_up_to, *(point.vehicles for point in points)]
            shares = zip((1.0, 1.0, 1.0), *((point.low, point.middle, point.high) for point in points), strict=True)
            drawing = [list(accumulate((count * one for count, one in zip(counts, case, strict=True)), max)) for case in shares]
            found[hours] = (counts, drawing)
        return found

    @model_validator(mode="after")
    def must_have_points(self) -> Self:
        """Refuse a table without points above the number up to which all is on at once."""
        if not any(point.vehicles > self.all_at_once_up_to for point in self.points):
            raise ValueError("no point above all_at_once_up_to")
        return self


class Parameters(Strict):
    """Every parameter of the model. Read `domain/demand/defaults.py` for the values and their sources."""

    kwh_per_km: PerKind
    winter_factor: PerClass
    km_per_day: PerClass
    charger_kw: PerClass
    share_on_site: PerClass
    electric_share_now: PerClass
    electric_share_2030: PerClass
    electric_share_2035: PerClass
    back: Parameter
    out: Parameter
    efficiency: Efficiency
    days_per_week: Parameter
    weeks_per_year: Parameter
    diesel_km_per_litre: PerClass
    diesel_kg_per_litre: Parameter
    electricity_kg_per_kwh: Parameter
    estimate_margin: Parameter
    estimate_hours: Parameter
    simultaneity: Simultaneity
    prices: Prices

    def consumption_source(self, vehicle: VehicleClass) -> str:
        """Return where the consumption on the heaviest day comes from: that of the year, and the winter."""
        return f"{self.kwh_per_km.of(vehicle).source}. Winter: {self.winter_factor.of(vehicle).source}"

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
