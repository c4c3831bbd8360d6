"""What the log of a terrain hears of its sessions."""

from collections.abc import Mapping

from dialogs.turn.step import Step
from domain.calendar.here import date_here
from domain.plan.events import NewEvent
from domain.sessions.events import SessionKind
from domain.sessions.session import Session


async def record_planned(step: Step, session: Session, *, again: bool = False) -> None:
    """Note when a session is planned; `again` when it was off."""
    was_off = {"again": True} if again else {}
    await record(step, session, SessionKind.PLANNED, {"at": session.plan.start.isoformat(), **was_off})


async def record_held(step: Step, session: Session) -> None:
    """Note that a session took place; people of the terrain were spoken to that day."""
    on = min(date_here(session.plan.start), step.today).isoformat()
    await record(step, session, SessionKind.HELD, {"at": None, "held": on}, contact_on=on)


async def record_cancelled(step: Step, session: Session) -> None:
    """Note that a session is off."""
    await record(step, session, SessionKind.CANCELLED, {"at": None})


async def record(step: Step, session: Session, kind: SessionKind, about: Mapping[str, object], **more: object) -> None:
    """Note an event of a session; `about` says how it is now: not planned any more when its `at` is None."""
    data = {"session": {"id": str(session.id), "format": session.plan.format, **about}, **more}
    await step.stores.dossiers.record(NewEvent(session.plan.terrain, kind, step.known.now, data))
