"""What one company's answers mean: its outlook, and its day in quarter-hours."""

from dataclasses import dataclass

from domain.demand.outlooks import Outlook
from domain.demand.parameters import STANDARD, Parameters
from domain.demand.quantities import Year
from domain.demand.sites import Site


@dataclass(frozen=True, slots=True)
class DayProfile:
    """A winter working day in 96 quarters, middle case, in kW.

    `base` is the use without charging, `at_once` and `spread` what charging adds, `room` what the connection has left
    beside base and spread charging (below zero: lacking), None when the connection is not known.
    """

    base: tuple[float, ...]
    at_once: tuple[float, ...]
    spread: tuple[float, ...]
    room: tuple[float, ...] | None


def outlook_of(site: Site, parameters: Parameters = STANDARD) -> Outlook:
    """Return what the vehicles of one company will ask, and whether it fits. Takes a few milliseconds."""
    raise NotImplementedError


def day_of(site: Site, year: Year, parameters: Parameters = STANDARD) -> DayProfile | None:
    """Return the day of one company in a year; None when no estimate is possible."""
    raise NotImplementedError
