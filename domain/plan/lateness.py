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
    """One thing that is late, and the last day it was in time; of a promise with its id."""

    lag: Lag
    due: Date
    promise: str = ""

    def key(self, terrain: str) -> str:
        """Return by what it is known; these texts stand with everything that was told, and never change."""
        return ":".join(filter(None, ("late", terrain, self.lag, self.promise, self.due.isoformat())))


def late(state: TerrainState, today: Date) -> tuple[Late, ...]:
    """Return what is late; something exactly when `calendar.due` lies before today. A recheck returns on its very day."""
    found = []
    now = standing(state)
    if now is Standing.POSTPONED and state.recheck is not None and state.recheck <= today:
        found.append(Late(Lag.RECHECK, state.recheck - datetime.timedelta(days=1)))
    if now is Standing.ACTIVE and state.visit is not None and (day := step_due(state)) is not None and day < today:
        found.append(Late(Lag.NEXT if state.visit.completed else Lag.STEP, day))
    found += [Late(Lag.PROMISE, day, name) for name, day in state.promises.items() if day < today]
    return tuple(found)
