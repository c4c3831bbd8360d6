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


def checklist(plan: Plan, known: Collection[TerrainFact], ticked: Collection[str] = ()) -> tuple[ToDo, ...]:
    """Return what must be ready, in the order in which it is due. `ticked` are keys that somebody marked as done."""
    day = date_here(plan.start)
    lines = [
        ToDo(one.key, one.text, one.owner, workday_before(day, one.days_before), one.key in ticked or one.fact in known)
        for one in plan.kind.prepare
    ]
    return tuple(sorted(lines, key=lambda line: line.due))


def missing_before(kind: Format, happened: Collection[str]) -> tuple[str, ...]:
    """Return what should have happened before a session of this format, as sentences; the plan is made all the same."""
    return tuple(MISSING[need] for need in kind.needs if need not in happened)
