"""What comes out of reading typed Dutch: a value with its certainty, a choice to ask back, or nothing understood."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar, Union

from domain.intake.certainty import Certainty

T = TypeVar("T")

MOST_OPTIONS = 4


@dataclass(frozen=True, slots=True)
class Read(Generic[T]):
    """One meaning. `value` is None exactly when certainty is UNKNOWN or SKIPPED."""

    value: T
    certainty: Certainty = Certainty.SURE


@dataclass(frozen=True, slots=True)
class Ambiguous(Generic[T]):
    """Two to four meanings to ask back: Dutch labels, each with the value it would mean.

    Where a label is typed as the next answer, it is read as that value.
    """

    options: tuple[tuple[str, T], ...]


Reading = Union[Read[T], Ambiguous[T], None]  # noqa: UP007 - a generic alias needs Union on Python 3.11


def read_as(value: T, *, estimate: bool = False) -> Read[T]:
    """Return one meaning, sure unless the words around it made it an estimate."""
    return Read(value, Certainty.ESTIMATE if estimate else Certainty.SURE)


def choose(meanings: Iterable[tuple[str, T]], *, estimate: bool = False) -> Reading[T]:
    """Return the only meaning, or ask back; None when there is none, or too many to ask."""
    options: dict[T, str] = {}
    for label, value in meanings:
        options.setdefault(value, label)
    if len(options) == 1:
        return read_as(next(iter(options)), estimate=estimate)
    if not options or len(options) > MOST_OPTIONS:
        return None
    return Ambiguous(tuple((label, value) for value, label in options.items()))
