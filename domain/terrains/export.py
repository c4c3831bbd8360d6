"""What a simulation needs of a terrain: per company its fleet, times, connection and use, each value with where it comes from.

`docs/export.schema.json` is made of these models. Only companies that allow it are in it; the others are a number.
"""

import datetime
from collections.abc import Sequence
from enum import StrEnum
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from domain.demand.quantities import QUARTERS

FORMAT = "laadmaat/terrain-export/1"


class ValueSource(StrEnum):
    """Where a value comes from."""

    ANSWER = "answer"
    BOUNDS = "bounds"  # not answered; other answers of the company set the range
    PARAMETER = "parameter"  # not answered; a parameter of the model
    MEASURED = "measured"


class ValueCertainty(StrEnum):
    """How sure a value is."""

    SURE = "sure"
    ESTIMATE = "estimate"
    BETWEEN = "between"
    ASSUMED = "assumed"


class Exported(BaseModel):
    """Plain data that never changes and takes no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class ExportedValue(Exported):
    """A number with its range, certainty and source."""

    value: float
    """The likely value."""
    lowest: float
    """The lowest value that is likely."""
    highest: float
    """The highest value that is likely."""
    unit: str
    """The unit of all three."""
    certainty: ValueCertainty
    """How sure it is."""
    source: ValueSource
    """Where it comes from."""
    name: str
    """The question that was answered, or the parameter that was taken."""

    @model_validator(mode="after")
    def must_be_in_order(self) -> Self:
        """Refuse a range that the value is not in."""
        if not self.lowest <= self.value <= self.highest:
            raise ValueError("lowest <= value <= highest does not hold")
        return self


class ExportedFleet(Exported):
    """The vehicles of one class at one company; a number that nobody knows is null."""

    vehicle_class: str
    """van (N1), light_truck (N2), rigid (N3) or tractor (N3)."""
    vehicles: ExportedValue | None
    """All vehicles of this class now, of whatever fuel."""
    electric_now: ExportedValue | None
    """Electric vehicles now."""
    electric_2030: ExportedValue | None
    """Electric vehicles in 2030."""
    electric_2035: ExportedValue | None
    """Electric vehicles in 2035."""
    km_per_day: ExportedValue
    """Kilometres of one vehicle on a working day."""
    days_per_week: ExportedValue
    """On how many days of the week they drive."""
    kwh_per_km: ExportedValue
    """Electricity out of the battery for one kilometre on the heaviest day, a working day in the winter."""
    kwh_per_km_year: ExportedValue
    """Electricity out of the battery for one kilometre, the mean of the year."""
    charging_efficiency: ExportedValue
    """Which part of the electricity from the grid comes into the battery at these charging points, from 0 to 1."""
    share_on_site: ExportedValue
    """Which part of these vehicles charges on the site of the company, from 0 to 1."""
    charger_kw: ExportedValue
    """Power of one charging point."""
    back: ExportedValue
    """When they are back, in hours after midnight."""
    away: ExportedValue
    """When they leave, in hours after midnight; earlier than `back` is the next day."""


class ExportedDay(Exported):
    """Measured use without charging, in kW per quarter of an hour of local time; below zero where more was fed back than used."""

    winter_kw: tuple[float, ...] = Field(min_length=QUARTERS, max_length=QUARTERS)
    """A working day in the winter."""
    highest_kw: tuple[float, ...] = Field(min_length=QUARTERS, max_length=QUARTERS)
    """The day with the highest use."""


class ExportedConsent(Exported):
    """The decision by which a company is in the file."""

    purpose: str
    """What was allowed."""
    text_version: str
    """The version of the words that were shown."""
    given_at: datetime.datetime
    """When it was given."""
    until: datetime.datetime
    """When it ends; delete the data of this company then."""
    through: str
    """By what it was given: a card, the chat, a call."""


class ExportedCompany(Exported):
    """One company that allowed it."""

    company: str
    """Its name."""
    consent: ExportedConsent
    """Its decision."""
    fleets: tuple[ExportedFleet, ...]
    """Its classes of vehicles that are or may become electric."""
    connection_kw: ExportedValue | None
    """What it may draw from the grid: contract or fuse."""
    peak_kw: ExportedValue | None
    """Its highest use without charging, that of passenger cars left out; of `base_day` where it was measured."""
    night_kw: ExportedValue | None
    """The same between 18:00 and 6:00."""
    cars_kw: ExportedValue | None
    """What its passenger cars will take from 6:00 to 18:00, on top of what it uses now."""
    at_once: ExportedValue | None
    """Which part of the power of its charging points is drawn at the busiest moment, from 0 to 1; null: as the model says."""
    solar_kwp: ExportedValue | None
    """Its own solar panels."""
    battery_kwh: ExportedValue | None
    """Its own battery."""
    base_day: ExportedDay | None
    """Its measured days; null where nothing was measured."""
    unknown: tuple[str, ...]
    """Questions whose answers would make this sharper."""


class ExportedParameter(Exported):
    """A number of the model that was taken from elsewhere."""

    name: str
    default: float
    low: float
    high: float
    unit: str
    source: str
    confidence: str
    """A: official or measured; B: trade press or knowledge platform; C: derived, or an own assumption."""
    holds_for: str
    """For which vehicles and which season it holds, in words; empty where it holds for all."""
    counts_for: str
    """What it is used for: the peak of the heaviest day, the sums of the year, or always both."""


class TerrainExport(Exported):
    """The whole file."""

    format: str = FORMAT
    terrain: str
    """The number of the terrain in the register (RIN)."""
    name: str
    """The terrain as people call it."""
    made_at: datetime.datetime
    """When the file was made."""
    purpose: str
    """What companies allowed."""
    companies: tuple[ExportedCompany, ...]
    """The companies that allowed it."""
    not_allowed: int
    """How many other companies gave answers and are not in the file."""
    parameters_version: str
    """A fingerprint of the parameters: two files with the same one were made with the same numbers."""
    parameters: tuple[ExportedParameter, ...]
    """The numbers of the model."""

    @property
    def values(self) -> Sequence[ExportedValue]:
        """Return every value in the file."""
        found: list[ExportedValue] = []
        for company in self.companies:
            found += [one for _, one in company if isinstance(one, ExportedValue)]
            found += [one for fleet in company.fleets for _, one in fleet if isinstance(one, ExportedValue)]
        return found
