"""What happens to a terrain: events that are only ever added, so that nothing of its history is lost."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from uuid import UUID

VERSION = 1  # of the shape of `data`


class PlanKind(StrEnum):
    """The kinds that move a terrain through the plan. Other capabilities have kinds of their own; these are strings too."""

    ENTERED = "step_entered"  # step, on
    COMPLETED = "step_completed"  # step, on; why says why a must-item stayed open
    WENT_BACK = "step_back"  # step (the one returned to), on
    REPEATED = "step_repeated"  # step, on
    TICKED = "item_ticked"  # step, items: what is done of the list from now on, on
    ROUTE = "route_chosen"  # route, answers, until (a postponed cold terrain), on
    OUTCOME = "outcome_chosen"  # outcome, on
    LETTER = "letter"  # state: asked, signed or withdrawn, on; the company is in the event
    DIRECTOR = "director_named"  # person (id as text) or null, on
    SHEET = "plan_sheet"  # held: no figures of the plan map on the factsheet; or companies: how many there are, says the team
    EXPORTED = "exported"  # companies: of how many the answers went into a file, or nought; others: how many were only counted
    RESTARTED = "plan_restarted"  # on: a wish came later, the plan begins anew
    ERASED = "erased"  # nothing is left: the company it was about is erased


@dataclass(frozen=True, slots=True)
class NewEvent:
    """Something to record about a terrain: plain JSON in `data`, dates as ISO texts, people and companies as ids.

    Three words of `data` mean the same in every kind: `contact_on` (a day on which somebody of the terrain was spoken to),
    `promise` ({"id", "by"}: what was promised by which day; `by` null when it is done) and `session`
    ({"id", "at"}: when a session is planned, `at` null when it is over or off; "held" the day on which it took place).
    `company` is the intake it is about, so that it goes when that company is erased.
    """

    terrain: str
    kind: str
    at: datetime.datetime
    data: Mapping[str, Any] = field(default_factory=dict)
    why: str = ""
    company: UUID | None = None


@dataclass(frozen=True, slots=True)
class TerrainEvent(NewEvent):
    """An event as it was recorded: its number, the revision of the terrain it made, and who did it.

    `who` is the name as people know it now, empty when nobody goes by that id any more.
    """

    id: int = 0
    revision: int = 0
    person: UUID | None = None
    who: str = ""
