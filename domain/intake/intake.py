"""One company's intake, as one person of that company sees it."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from domain.consent.consents import Decision, Purpose
from domain.intake.answers import Answers
from domain.intake.path import Depth


@dataclass(frozen=True, slots=True)
class Intake:
    """The company's answers and this person's own, and what was decided about sharing them.

    `revision` counts changes; `phoned` is set when a team member fills it in during a call and nobody of the company has
    joined yet; `contacts` counts the people who belong to it. `test`: made to try things, it counts nowhere.
    """

    id: UUID
    revision: int = 0
    depth: Depth | None = None
    confirmed_at: datetime.datetime | None = None
    phoned: bool = False
    test: bool = False
    contacts: int = 1
    answers: Answers = field(default_factory=Answers)
    consents: Mapping[Purpose, Decision] = field(default_factory=dict)
