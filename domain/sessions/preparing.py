"""What must be ready before a session: by whom, when, and what should have happened first."""

import datetime
from collections.abc import Collection
from dataclasses import dataclass

from domain.calendar.here import date_here
from domain.calendar.workdays import workday_before
from domain.sessions.blocks import Format, Lead, TerrainFact
from domain.sessions.plan import Plan

# What a format needs and misses, as a sentence.
MISSING = {
    "start": "Er was nog geen startsessie.",
    "directions": "Er zijn nog geen richtingen uit een startsessie of werksessie 1.",
    "work_2": "Werksessie 2 is nog niet geweest.",
    "homework": "Het huiswerk van werksessie 2 is nog niet terug.",
}


@dataclass(frozen=True, slots=True)
class ToDo:
    """One line of the checklist; `done` when the terrain already has what it asks."""

    key: str
    text: str
    owner: Lead
    due: datetime.date
    done: bool = False

    def is_late(self, today: datetime.date) -> bool:
        """Say whether it should have been ready."""
        return not self.done and self.due < today


def checklist(
    plan: Plan, known: Collection[TerrainFact], ticked: Collection[str] = (), planned_on: datetime.date | None = None
) -> tuple[ToDo, ...]:
    """Return what must be ready, in the order in which it is due. `ticked` are keys of what is done, `planned_on` is when the day
    of the session was chosen.
    """
    day = date_here(plan.start)
    lines = [
        ToDo(one.key, one.text, one.owner, due_on(day, one.days_before, planned_on), one.key in ticked or one.fact in known)
        for one in plan.kind.prepare
    ]
    return tuple(sorted(lines, key=lambda line: line.due))


def due_on(day: datetime.date, days_before: int, planned_on: datetime.date | None) -> datetime.date:
    """Return when something must be ready; what could not be so in time any more, on the last working day before the session."""
    usual = workday_before(day, days_before)
    return usual if planned_on is None or usual >= planned_on else max(workday_before(day, 1), planned_on)


def missing_before(kind: Format, happened: Collection[str]) -> tuple[str, ...]:
    """Return what should have happened before a session of this format, as sentences; the plan is made all the same."""
    return tuple(MISSING[need] for need in kind.needs if need not in happened)
