"""What comes of reading a file of a meter: a reading, the one question that must be answered first, or why not."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from domain.calendar.here import HERE


class MeterAsks(StrEnum):
    """What a file may leave open; the value is the name under which the answer is given back."""

    DAY_FIRST = "day_first"
    MAKING = "making"  # what the registers of rows are
    COLUMN = "column"  # which of several columns
    SERIES = "series"  # which EAN
    EDGE = "edge"  # whether a time is the begin or the end
    SORT = "sort"  # register or use
    UNIT = "unit"
    FIRST = "first"  # the first moment of numbers without times
    NEGATIVE = "negative"  # what is below zero


@dataclass(frozen=True, slots=True)
class MeterOption:
    """One answer: what is given back, and what people read."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class MeterQuestion:
    """The next thing that the file does not say. Answered with one of `options`."""

    asks: MeterAsks
    text: str
    options: tuple[MeterOption, ...]


@dataclass(frozen=True, slots=True)
class MeterRefusal:
    """A file that gives no quarter-hours; `why` is one Dutch sentence."""

    why: str


class OpenQuestion(Exception):  # noqa: N818 - named for what it is
    """Reading stops until this is answered."""

    def __init__(self, question: MeterQuestion) -> None:
        super().__init__(question.asks.value)
        self.question = question


class NoMeterFile(Exception):  # noqa: N818 - named for what it is
    """Nothing can be read; its text is the Dutch sentence for whoever sent it."""


class Trouble(StrEnum):
    """What is wrong with a value, in words for people."""

    TEXT = "tekst in plaats van een getal"
    TWICE = "twee verschillende waarden"
    NEGATIVE = "een waarde onder nul"
    HIGH = "een onmogelijk hoge waarde"
    EMPTY = "een lege waarde"
    BACKWARDS = "een meterstand die daalt"


@dataclass(frozen=True, slots=True)
class Spoilt:
    """A value that does not count: on which line, at which moment (minutes since 1970 in UTC) it begins, and why."""

    line: int
    at: int
    trouble: Trouble


Values = Mapping[int, float]  # kWh by begin, in minutes since 1970 in UTC


@dataclass(frozen=True, slots=True)
class MeterReading:
    """What a meter measured, in kWh per interval of `minutes`; `made` is what own panels made, which is no use.

    `meter` are the last digits of its number, empty when not known; `lost` are intervals that are not in the file at all,
    `flat` the days (local) that were spread evenly, `estimated` the values of which the file says so, `repeats` the lines that
    are there twice.
    """

    minutes: int
    use: Values
    back: Values
    made: Values
    meter: str = ""
    spoilt: tuple[Spoilt, ...] = ()
    lost: tuple[int, ...] = ()
    estimated: int = 0
    repeats: int = 0
    flat: frozenset[datetime.date] = frozenset()
    remarks: tuple[str, ...] = ()
    days: Mapping[datetime.date, int] = field(default_factory=dict)

    @property
    def first(self) -> datetime.datetime:
        return moment_of(min(self.use))

    @property
    def end(self) -> datetime.datetime:
        return moment_of(max(self.use) + self.minutes)

    @property
    def kwh(self) -> float:
        return sum(self.use.values())

    @property
    def kwh_back(self) -> float:
        return sum(self.back.values())

    def kw(self, kwh: float) -> float:
        """Return the mean power of one interval."""
        return kwh * 60 / self.minutes

    @property
    def highest(self) -> tuple[float, datetime.datetime]:
        """Return the highest mean power in kW, and when it began: the first time."""
        at = max(self.use, key=lambda one: (self.use[one], -one))
        return self.kw(self.use[at]), moment_of(at)

    @property
    def highest_back(self) -> tuple[float, datetime.datetime] | None:
        """Return the highest power that was fed back; None when nothing was."""
        at = max(self.back, key=lambda one: (self.back[one], -one), default=None)
        return None if at is None or not self.back[at] else (self.kw(self.back[at]), moment_of(at))

    @property
    def is_flat(self) -> bool:
        """Say whether every day was spread evenly: then no quarter is known."""
        return bool(self.flat) and self.flat >= set(self.days)


def moment_of(minutes: int) -> datetime.datetime:
    """Return a moment, given in minutes since 1970 in UTC, by the clock here."""
    return datetime.datetime.fromtimestamp(minutes * 60, HERE)


MeterOutcome = MeterReading | MeterQuestion | MeterRefusal
