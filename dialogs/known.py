"""What we know when something happens: loaded in one statement, frozen for the length of one step."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from dialogs.events import Sender
from dialogs.place import Place
from domain.answers import Answers
from domain.consents import Decision, Purpose
from domain.intake import Depth


@dataclass(frozen=True, slots=True)
class House:
    """Who we are and whom we know, from the settings; the same for every step."""

    organisation: str
    contact: str
    privacy_url: str
    team: frozenset[str] = frozenset()
    admins: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Intake:
    """One company's intake as this person sees it.

    `answers` holds the company's answers and this person's own; `revision` counts changes; `phoned` is set when a team
    member fills it in during a call and nobody of the company has joined yet; `contacts` counts the people who belong
    to it.
    """

    id: UUID
    revision: int = 0
    depth: Depth | None = None
    confirmed_at: datetime.datetime | None = None
    phoned: bool = False
    contacts: int = 1
    answers: Answers = field(default_factory=Answers)
    consents: Mapping[Purpose, Decision] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Known:
    """Everything a step may decide on.

    `turn` is the id this turn will be stored under; `acting` means that a team member works on somebody else's intake.
    """

    turn: UUID
    person: UUID
    sender: Sender
    place: Place
    intake: Intake
    now: datetime.datetime
    house: House
    acting: bool = False

    @property
    def is_team(self) -> bool:
        """Say whether this person belongs to the project team."""
        return self.sender.object_id in self.house.team | self.house.admins
