"""Adding months to days, because the norms of the plan count in months."""

import calendar
import datetime


def later(day: datetime.date, months: int) -> datetime.date:
    """Return the same day so many months later; the last of the month where that month is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
