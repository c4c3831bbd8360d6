"""What a director hears in the morning: what became late, and where it was silent too long between two sessions."""

import datetime
from collections.abc import Iterator

from domain.plan.calendar import Standing, standing
from domain.plan.lateness import Lag, late
from domain.plan.state import TerrainState

Date = datetime.date

# The source asks for no long pauses without naming a time; three weeks is an own assumption (setting SILENT_DAYS).
SILENT_DAYS = 21
# The steps in which companies meet; before and after them nobody expects a session.
WITH_SESSIONS = (2, 3, 4, 5)


def silent_since(state: TerrainState, now: datetime.datetime, today: Date, days: int = SILENT_DAYS) -> Date | None:
    """Return the day of the last session when the next one has not been planned for more than `days`; None otherwise."""
    if standing(state) is not Standing.ACTIVE or state.step not in WITH_SESSIONS or not state.held:
        return None
    last = max(state.held.values())
    return last if (today - last).days > days and state.next_session(now) is None else None


def lag_keys(terrain: str, state: TerrainState, today: Date) -> Iterator[tuple[str, Lag]]:
    """Yield everything that is late, for whoever hears of it: the key by which it is known, and what it is.

    Of promises each has its own, so that a second one is news too.
    """
    for one in late(state, today):
        if one.lag is Lag.PROMISE:
            overdue = ((name, day) for name, day in state.promises.items() if day < today)
            yield from ((f"late:{terrain}:{one.lag}:{name}:{day}", one.lag) for name, day in overdue)
        else:
            yield f"late:{terrain}:{one.lag}:{one.due}", one.lag


def alarm_keys(terrain: str, state: TerrainState, now: datetime.datetime, today: Date, days: int) -> tuple[str, ...]:
    """Return a key for everything of a terrain that its director ought to know; the same thing has the same key every day."""
    since = silent_since(state, now, today, days)
    return (*(key for key, _ in lag_keys(terrain, state, today)), *((f"silent:{terrain}:{since}",) if since else ()))


def week_key(today: Date) -> str:
    """Return the key of the weekly digest: "digest:2027-W03"."""
    year, week, _ = today.isocalendar()
    return f"digest:{year}-W{week:02}"
