"""The axes of the model: years, strategies, cases, and numbers that say how sure they are."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Self

QUARTERS = 96
QUARTER_HOURS = 0.25


class Year(IntEnum):
    """The years people look at; the plan maps use the same ones. The value is the place on the axis of an array."""

    NOW = 0
    Y2030 = 1
    Y2035 = 2

    @property
    def label(self) -> str:
        return ("nu", "2030", "2035")[self.value]

    @property
    def question(self) -> str:
        """Return the name of the question that asks how many vehicles are electric then, without its class."""
        return ("electric_now", "electric_2030", "electric_2035")[self.value]


class Strategy(StrEnum):
    """How vehicles charge."""

    AT_ONCE = "at_once"  # meteen: plug in on return
    SPREAD = "spread"  # gespreid: the least possible peak of one company
    TOGETHER = "together"  # samen: the least possible peak of a terrain, each company within its own connection
    GROUP = "group"  # samen with a group contract: the same without that limit


class Case(IntEnum):
    """The three cases of every band: what asks the least of the grid, what is most likely, what asks the most."""

    LOW = 0
    MIDDLE = 1
    HIGH = 2


class Basis(StrEnum):
    """Where a number comes from, the surest first."""

    SURE = "sure"  # the company is sure
    ESTIMATE = "estimate"  # the company's own estimate
    BETWEEN = "between"  # not answered, but other answers of the company set bounds
    ASSUMED = "assumed"  # not answered: a parameter of the model


@dataclass(frozen=True, slots=True)
class Band:
    """A result in three cases, in the unit of its name; low <= middle <= high."""

    low: float
    middle: float
    high: float

    @classmethod
    def of(cls, cases: Iterable[float]) -> Self:
        """Return the band of three numbers in the order of Case; what calculation turned around is put right."""
        low, middle, high = (float(one) for one in cases)
        return cls(min(low, middle), middle, max(middle, high))

    @property
    def is_exact(self) -> bool:
        """Say whether the three cases are the same, to a thousandth."""
        return self.high - self.low <= 0.001 * max(1.0, abs(self.high))


@dataclass(frozen=True, slots=True)
class Quantity:
    """An input of the model: its value in each case, and what it rests on. The cases may go up or down."""

    low: float
    middle: float
    high: float
    basis: Basis = Basis.SURE

    @property
    def cases(self) -> tuple[float, float, float]:
        """Return the values in the order of Case."""
        return self.low, self.middle, self.high

    @property
    def is_known(self) -> bool:
        """Say whether the company answered it."""
        return self.basis in (Basis.SURE, Basis.ESTIMATE)

    @classmethod
    def sure(cls, value: float) -> Self:
        """Return a number that is the same in every case."""
        return cls(value, value, value)
