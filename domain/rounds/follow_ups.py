"""What the team can send companies around sessions: drafts, made on their day and sent only after a yes."""

import datetime
from enum import StrEnum

from domain.calendar.here import date_here
from domain.sessions.session import Session

Date = datetime.date

# The source: the day after a session, and a week after it. How long a draft is still worth making is an own assumption.
THANKS_FROM, THANKS_UNTIL = 1, 6
WORKED_FROM, WORKED_UNTIL = 7, 28


class FollowUp(StrEnum):
    """The kinds of drafts. The source names the first three; the last one somebody of the team asks for."""

    THANKS = "thanks"  # the day after: thanks, and the slides
    WORKED = "worked"  # a week after: the worked-out brainstorm, and the next date
    RECAP = "recap"  # for whoever is new at a next session: what happened before
    REMINDER = "reminder"  # to whoever did not answer an invitation yet


def due_after(session: Session, today: Date) -> FollowUp | None:
    """Return which draft is due after a session that was not called off; None for none today."""
    if session.cancelled:
        return None
    days = (today - date_here(session.plan.end)).days
    if THANKS_FROM <= days <= THANKS_UNTIL:
        return FollowUp.THANKS
    return FollowUp.WORKED if WORKED_FROM <= days <= WORKED_UNTIL else None
