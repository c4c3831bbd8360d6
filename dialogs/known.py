"""What we know when something happens: loaded in one statement, frozen for the length of one step."""

import datetime
from dataclasses import dataclass
from uuid import UUID

from dialogs.events import Sender
from dialogs.place import Place
from domain.demand.parameters import STANDARD, Parameters
from domain.intake import Intake


@dataclass(frozen=True, slots=True)
class House:
    """Who we are, whom we know and what we calculate with, from the settings; the same for every step."""

    organisation: str
    contact: str
    privacy_url: str
    team: frozenset[str] = frozenset()
    admins: frozenset[str] = frozenset()
    parameters: Parameters = STANDARD


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
