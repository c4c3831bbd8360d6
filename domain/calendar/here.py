"""The clock and the calendar of the Netherlands; moments are kept in UTC."""

import datetime
from zoneinfo import ZoneInfo

HERE = ZoneInfo("Europe/Amsterdam")


def date_here(moment: datetime.datetime) -> datetime.date:
    """Return the day of a moment by the calendar here."""
    return moment.astimezone(HERE).date()
