"""What the team can send companies around sessions: drafts, made on their day and sent only after a yes."""

import datetime
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from domain.calendar.here import date_here
from domain.sessions.session import Session
from domain.sessions.visitors import Coming, Visitor

Date = datetime.date

# The source: the day after a session, and a week after it. How long a draft is still worth making is an own assumption.
THANKS_FROM, THANKS_UNTIL = 1, 6
WORKED_FROM, WORKED_UNTIL = 7, 28


class FollowUp(StrEnum):
    """The kinds of drafts. The source names all three."""

    THANKS = "thanks"  # the day after: thanks, and the slides
    WORKED = "worked"  # a week after: the worked-out brainstorm, and the next date
    RECAP = "recap"  # for whoever is new at a next session: what happened before


class DraftState(StrEnum):
    """What the team decided about a draft."""

    OPEN = "open"
    APPROVED = "approved"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Draft:
    """One draft, about one session. `at` is when it was approved or dropped; while it is open, when it was made."""

    id: UUID
    session: UUID
    kind: FollowUp
    text: str
    state: DraftState
    at: datetime.datetime

    @property
    def key(self) -> str:
        """Return the key under which a company is told it."""
        return f"follow_up:{self.id}"


def due_after(session: Session, today: Date) -> FollowUp | None:
    """Return which draft is due after a session that was not called off; None for none today."""
    if session.cancelled:
        return None
    days = (today - date_here(session.plan.end)).days
    if THANKS_FROM <= days <= THANKS_UNTIL:
        return FollowUp.THANKS
    return FollowUp.WORKED if WORKED_FROM <= days <= WORKED_UNTIL else None


def was_there(visitor: Visitor) -> bool:
    """Say whether a company was at a session: as the team ticked it, and without a tick as it answered."""
    return visitor.attended if visitor.attended is not None else visitor.coming is Coming.YES


def there(visitors: Sequence[Visitor]) -> frozenset[UUID]:
    """Return the companies that were at a session, as far as they have an intake."""
    return frozenset(one.intake for one in visitors if one.intake is not None and was_there(one))


def newcomers(visitors: Sequence[Visitor], earlier: Collection[UUID]) -> frozenset[UUID]:
    """Return the companies that come to a session and were at none before; `earlier` are those that were."""
    coming = {one.intake for one in visitors if one.intake is not None and one.coming is Coming.YES}
    return frozenset(coming - set(earlier))
