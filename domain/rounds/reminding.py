"""When a company is reminded: of an intake it began, and of a session it was invited to."""

import datetime
from collections.abc import Sequence
from enum import StrEnum

from domain.calendar.workdays import workday_before
from domain.sessions.visitors import UNDECIDED, Coming

Date = datetime.date

# Own assumptions, chosen to help and not to push: the source only asks to contact people with something new.
MOST_REMINDERS = 2
FIRST_AFTER = 3  # days without a sign of life
AGAIN_AFTER = 7  # days after the first reminder, or after the last sign of life
ANSWER_BEFORE = 7  # days before a session: whoever did not answer is asked once more
ANSWER_UNTIL = 2  # later it only disturbs
LET_BE = 3  # days after an invitation in which nobody is reminded


def reminder_due(last_sign: Date, reminded: Sequence[Date], today: Date) -> int | None:
    """Return which reminder of an unfinished intake is due: 1 or 2; None for none (yet, or any more).

    `last_sign` is the last day on which somebody worked on it, or asked to be reminded.
    """
    if len(reminded) >= MOST_REMINDERS:
        return None
    since, days = max([last_sign, *reminded]), AGAIN_AFTER if reminded else FIRST_AFTER
    return len(reminded) + 1 if (today - since).days >= days else None


class SessionReminder(StrEnum):
    """What a company can hear about a session."""

    ANSWER = "answer"  # it did not say whether it comes
    TOMORROW = "tomorrow"  # it comes, and the session is near


def session_notice(coming: Coming, session_on: Date, invited_on: Date | None, today: Date) -> SessionReminder | None:
    """Return what a company hears about a session that is still to come; None for nothing now.

    Whoever comes hears it on the working day before, or on the day itself when that was missed.
    """
    left = (session_on - today).days
    if coming is Coming.YES and workday_before(session_on, 1) <= today <= session_on:
        return SessionReminder.TOMORROW
    rested = invited_on is not None and (today - invited_on).days >= LET_BE
    if coming in UNDECIDED and ANSWER_UNTIL <= left <= ANSWER_BEFORE and rested:
        return SessionReminder.ANSWER
    return None
