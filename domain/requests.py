"""What people ask of the team or of a colleague: questions, to be called back, to join; and codes that let them in."""

import datetime
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class RequestKind(StrEnum):
    """What somebody wants."""

    QUESTION = "question"
    CALL_BACK = "call_back"
    TERRAIN = "terrain"
    JOIN = "join"
    FEEDBACK = "feedback"


@dataclass(frozen=True, slots=True)
class Request:
    """One request as the team or the asker sees it; `answer` is empty while it is open.

    `is_wish` marks a wish to join an intake that is known: it is granted or refused, not answered.
    """

    number: int
    kind: RequestKind
    who: str
    text: str
    at: datetime.datetime
    answer: str = ""
    is_wish: bool = False


@dataclass(frozen=True, slots=True)
class Closed:
    """A request that was just closed: what it was, who asked, the intake it concerns, and whether they still hear us."""

    kind: RequestKind
    person: UUID
    intake: UUID | None
    text: str
    reachable: bool = True


@dataclass(frozen=True, slots=True)
class Invitation:
    """A code that was made: for a terrain, perhaps for a company, perhaps for an intake that is already there."""

    code: str
    terrain_id: str | None
    terrain_name: str
    company: str
    intake: UUID | None


@dataclass(frozen=True, slots=True)
class Match:
    """An intake that somebody may mean, with its first contact."""

    intake: UUID
    person: UUID | None
    company: str
