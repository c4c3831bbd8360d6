"""A paper: something made to keep, print or hand out, such as a factsheet or the run sheet of a session."""

import datetime
import re
from collections.abc import Set
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from domain.access.roles import Grant
from domain.intake.acceptance import legible

MOST_BYTES = 20 * 1024 * 1024  # own limit: far above any paper of ours, far below what a chat should carry
LONGEST_NAME = 120
# How long a paper stays ready: long enough to open what was asked for yesterday afternoon, short enough that a link that
# wandered off is worth nothing.
A_DAY = datetime.timedelta(hours=24)
# What the team sends by itself is read after the weekend, or by a colleague who comes back from a holiday. Own assumption.
A_MONTH = datetime.timedelta(days=30)
# What file systems of Windows, which most of our readers have, refuse in a name; and what hides an ending.
REFUSED = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]')


class Readers(StrEnum):
    """Those who get to read a paper. Figures of the plan map are for governments (C13): they rest on nothing else."""

    COMPANIES = "companies"
    GOVERNMENT = "government"
    TEAM = "team"


@dataclass(frozen=True, slots=True)
class Paper:
    """A file of ours. `name` has its ending ("factsheet.pdf"), `description` is one short sentence of what it is.

    `about` are the intakes whose facts are in it: when one of these is erased, or takes a consent back, the paper goes along.
    `kept` is how long it stays ready. `readers` are those who may have it in the end: companies, unless it says otherwise.
    `held` are the roles its person had when it was made, `team` the linked team in which it was made: without one of these it
    is not given any more.
    """

    name: str
    media_type: str
    content: bytes
    description: str = ""
    about: Set[UUID] = frozenset()
    kept: datetime.timedelta = A_DAY
    readers: Readers = Readers.COMPANIES
    held: Set[Grant] = field(default=frozenset(), compare=False)
    team: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        """Refuse what could not be saved by whoever gets it."""
        if not self.content or len(self.content) > MOST_BYTES:
            raise ValueError(f"a paper of {len(self.content)} bytes")
        if self.name != file_name(self.name) or "." not in self.name:
            raise ValueError("a name that is no file name")


class PaperStanding(StrEnum):
    """The state of an offered paper: still a question, answered before, or not there for this person."""

    OPEN = "open"
    ANSWERED = "answered"
    GONE = "gone"


def file_name(text: str) -> str:
    """Return a text as the name of a file: names of terrains hold slashes and more."""
    tidy = " ".join(legible(REFUSED.sub(" ", text)).split()).strip(" .")
    stem, dot, ending = tidy.rpartition(".")
    if not dot or len(ending) > 5:
        return tidy[:LONGEST_NAME].strip(" .")
    return f"{stem[: LONGEST_NAME - 6].strip(' .')}.{ending}"
