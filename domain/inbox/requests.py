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


# How long a code, and a yes to somebody who wants to join, works when the settings say nothing else.
CODE_DAYS = 30


class Membership(StrEnum):
    """What somebody is to the organisation of whoever looks at them."""

    MEMBER = "member"
    GUEST = "guest"
    ELSEWHERE = "elsewhere"  # of another organisation
    DOOR = "door"  # takes part without Teams
    TEAMS = "teams"  # in Teams, for who takes part without it
    UNKNOWN = "unknown"  # Teams did not tell (yet)


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who answers for a company, or wants to."""

    person: UUID
    name: str
    standing: Membership = Membership.UNKNOWN


@dataclass(frozen=True, slots=True)
class Request:
    """One request as the team or the asker sees it; `answer` is empty while it is open.

    `is_wish` marks a wish to join an intake that is known: it is granted or refused, not answered. `intake` is that one,
    `company` that of who asks, and `terrain` theirs; empty when it is not known.
    """

    number: int
    kind: RequestKind
    who: str
    text: str
    at: datetime.datetime
    answer: str = ""
    is_wish: bool = False
    person: UUID | None = None
    intake: UUID | None = None
    standing: Membership = Membership.UNKNOWN
    company: UUID | None = None
    terrain: str = ""


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
    """A code that was made: for a terrain, perhaps for a company, perhaps for an intake that is already there.

    `lost`: the register knows its terrain no longer. `key_of`: who is known in Teams by typing it there; it invites nobody.
    """

    code: str
    terrain_id: str | None
    terrain_name: str
    company: str
    intake: UUID | None
    until: datetime.datetime
    lost: bool = False
    key_of: UUID | None = None

    def ended(self, now: datetime.datetime) -> bool:
        """Say whether it works no longer: its time is over, or its terrain is gone."""
        return self.lost or now >= self.until


@dataclass(frozen=True, slots=True)
class Wish:
    """A wish to join an intake that was granted, and waits for the yes of whoever wished it. `text` is what they typed."""

    number: int
    intake: UUID
    text: str


@dataclass(frozen=True, slots=True)
class WrongCodes:
    """How many wrong codes were tried lately in a tenant, and by how many people."""

    tries: int = 0
    people: int = 0


@dataclass(frozen=True, slots=True)
class CompanyMatch:
    """An intake that somebody may mean, with its first contact."""

    intake: UUID
    person: UUID | None
    company: str
