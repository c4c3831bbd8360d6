"""What is published of a terrain as sums of parts: which parts a company has, and which of them each total adds up."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from domain.demand.quantities import Strategy
from domain.disclosure.breakdowns import HOURS
from domain.intake.vehicles import VehicleClass


class Kind(StrEnum):
    """What is published of a terrain and a year."""

    TOTAL = "total"
    CLASSES = "classes"  # kWh of each class of vehicles
    HOURS = "hours"  # kW of each hour of the day


class Measure(StrEnum):
    """What is added up in a total."""

    KWH = "kwh"
    AT_ONCE = "at_once"
    SPREAD = "spread"


MEASURES = tuple(measure.value for measure in Measure)
# What each company adds to a published kW: what it draws in the very quarter of the peak, and of a least peak what it cannot
# charge outside the critical quarters. Each peak is the sum of these.
PEAK_PARTS = {strategy: f"peak_{strategy.value}" for strategy in Strategy}
# Everything that what is published is made of (also how complete it is): the figures of a company, as one sign.
INPUTS = "inputs"
CLASS_PARTS = tuple(vehicle.value for vehicle in VehicleClass)
HOUR_PARTS = tuple(f"h{hour:02}" for hour in range(HOURS))

Sum = frozenset[str]  # the parts that are added up, of every company in a total
# Parts that can be added to and taken from each other. A whole day is in kWh what its classes are, and what its hours are.
DAY = Sum(HOUR_PARTS)
FAMILIES: tuple[Sum, ...] = (
    *(Sum({one}) for one in (*MEASURES, *PEAK_PARTS.values(), INPUTS)),
    Sum(CLASS_PARTS),
    DAY,
)
WHOLE = FAMILIES  # a total adds up all of each
BY_CLASS = tuple(Sum({part}) for part in CLASS_PARTS)


def whole(busiest: str) -> tuple[Sum, ...]:
    """Return the sums of a total; its highest moment is one of the hours, which is named `busiest`."""
    return (*WHOLE, Sum({busiest})) if busiest else WHOLE


def by_hours(stretches: tuple[tuple[str, ...], ...]) -> tuple[Sum, ...]:
    """Return the sums of a total by the hour: each stretch, and the whole day in kWh, which they add up to."""
    return (*(Sum(one) for one in stretches), Sum({Measure.KWH.value}), Sum(CLASS_PARTS))


@dataclass(frozen=True, slots=True)
class PartMark:
    """A part of a company, told by a sign that changes exactly when the part does.

    The part is `times` an `amount`: kWh is a factor of the model, which is no secret, times what the company drives. The amount
    is None where nobody can tell any more.
    """

    sign: str
    amount: float | None = None
    times: float = 1.0


PartMarks = Mapping[str, PartMark]
