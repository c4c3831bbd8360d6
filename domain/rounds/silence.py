"""Where it was silent too long between two sessions, and the key of a week."""

import datetime

from domain.plan.calendar import Standing, standing
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


def week_key(today: Date) -> str:
    """Return the key of the weekly digest: "digest:2027-W03"."""
    year, week, _ = today.isocalendar()
    return f"digest:{year}-W{week:02}"
