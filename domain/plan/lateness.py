"""What is late at a terrain on a given day, as data; the words for it are with the conversation."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from domain.plan.calendar import Standing, standing, step_due
from domain.plan.state import TerrainState

Date = datetime.date


class Lag(StrEnum):
    """What can be late."""

    RECHECK = "recheck"
    STEP = "step"
    NEXT = "next"
    PROMISE = "promise"


@dataclass(frozen=True, slots=True)
class Late:
    """One thing that is late: the last day it was in time, and how many of them there are."""

    lag: Lag
    due: Date
    count: int = 1


def late(state: TerrainState, today: Date) -> tuple[Late, ...]:
    """Return what is late; something exactly when `calendar.due` lies before today. A recheck returns on its very day."""
    found = []
    now = standing(state)
    if now is Standing.POSTPONED and state.recheck is not None and state.recheck <= today:
        found.append(Late(Lag.RECHECK, state.recheck - datetime.timedelta(days=1)))
    if now is Standing.ACTIVE and state.visit is not None and (day := step_due(state)) is not None and day < today:
        found.append(Late(Lag.NEXT if state.visit.completed else Lag.STEP, day))
    overdue = [day for day in state.promises.values() if day < today]
    if overdue:
        found.append(Late(Lag.PROMISE, min(overdue), len(overdue)))
    return tuple(found)
