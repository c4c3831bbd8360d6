"""What asks for attention: one value for everything that is due or worth doing, and the one order in which it is read."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from uuid import UUID


class Whom(StrEnum):
    """For whom it is: whoever leads the terrain, anyone of the team, one person, or those who answer for a company."""

    DIRECTOR = "director"
    TEAM = "team"
    PERSON = "person"
    COMPANY = "company"


class Weight(IntEnum):
    """How pressing it is; what comes first here is read first."""

    CALL = 1  # somebody waits to be called
    LATE = 2  # its day has passed
    WAITS = 3  # somebody waits for an answer, or something for a yes
    ENDS = 4  # it ends soon
    SENSIBLE = 5  # worth doing


@dataclass(frozen=True, slots=True)
class Tap:
    """What one tap does about it: the title of the button, its verb, and what it carries."""

    title: str
    verb: str
    data: Mapping[str, str]

    @classmethod
    def says(cls, title: str, command: str) -> "Tap":
        """Return a tap that says a command."""
        return cls(title, "say", {"text": command})


@dataclass(frozen=True, slots=True)
class Attention:
    """One thing that is due or worth doing. The same thing has the same `key` every day, whoever reads it.

    `due` is the last day on which it is in time, `rank` its place among others of its kind. `company` or `person` is whose it
    is, when it concerns one company or one person. `other` is the other answer, where the tap is one of two.
    """

    key: str
    line: str
    tap: Tap
    weight: Weight
    terrain: str = ""
    due: datetime.date | None = None
    hint: str = ""
    rank: int = 0
    company: UUID | None = None
    person: UUID | None = None
    other: Tap | None = None

    @property
    def order(self) -> tuple[int, datetime.date, int, str]:
        """Return its place among everything: the most pressing first, and of that what is due longest."""
        return (self.weight, self.due or datetime.date.max, self.rank, self.key)


def in_order(found: Iterable[Attention]) -> tuple[Attention, ...]:
    """Return everything once, in order; of one thing the words that were found last."""
    return tuple(sorted({one.key: one for one in found}.values(), key=lambda one: one.order))
