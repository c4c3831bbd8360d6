"""What the log of a terrain hears of its sessions."""

import datetime
from enum import StrEnum

from dialogs.step import Step
from domain.here import date_here
from domain.plan.events import NewEvent
from domain.sessions.session import Session


class SessionKind(StrEnum):
    """The kinds of events that sessions leave."""

    PLANNED = "session_planned"
    HELD = "session_held"
    CANCELLED = "session_cancelled"


async def record_planned(step: Step, session: Session, *, again: bool = False) -> None:
    """Note when a session is planned; `again` when it was off."""
    await record(step, session, SessionKind.PLANNED, session.plan.start.isoformat(), again=again)


async def record_held(step: Step, session: Session) -> None:
    """Note that a session took place; people of the terrain were spoken to that day."""
    on = min(date_here(session.plan.start), step.today)
    await record(step, session, SessionKind.HELD, None, on)


async def record_cancelled(step: Step, session: Session) -> None:
    """Note that a session is off."""
    await record(step, session, SessionKind.CANCELLED, None)


async def record(
    step: Step, session: Session, kind: SessionKind, at: str | None, held: datetime.date | None = None, *, again: bool = False
) -> None:
    """Note an event of a session; `held` is the day on which it took place."""
    about: dict[str, object] = {"id": str(session.id), "at": at, "format": session.plan.format}
    about |= ({"held": held.isoformat()} if held else {}) | ({"again": True} if again else {})
    data: dict[str, object] = {"session": about}
    if held:
        data["contact_on"] = held.isoformat()
    await step.stores.dossiers.record(NewEvent(session.plan.terrain, kind, step.known.now, data))
