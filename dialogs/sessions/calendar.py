"""A session as an appointment: what a calendar is told of it, however it comes there."""

import datetime

from cards.papers.making import CALENDAR, make_calendar
from cards.papers.session import Appointment
from dialogs.lookup.terrain_names import TerrainNames
from dialogs.turn.replies import OfferPaper
from dialogs.turn.step import Step
from domain.papers.papers import Paper, file_name
from domain.sessions.session import Session


def appointment_of(terrains: TerrainNames, organisation: str, session: Session) -> Appointment:
    """Return a session as a calendar keeps it, or as it is called off; it names no company.

    Both the plan and the session count their changes, and neither ever goes back: what they add up to only goes up.
    """
    plan, found = session.plan, terrains.named(session.plan.terrain)
    terrain = found.name if found else plan.terrain
    there = f"{terrain}, {found.municipality}" if found and found.municipality else terrain
    heading = f"{plan.kind.title} {terrain}"
    return Appointment(
        key=str(session.id),
        sequence=plan.version + session.revision,
        start=plan.start,
        end=plan.end,
        title=f"Gaat niet door: {heading}" if session.cancelled else heading,
        place=plan.place,
        lines=(
            f"{plan.kind.title} op {there}.",
            f"Doel: {plan.kind.goal.lower()}.",
            "Meedoen is gratis.",
            f"Afzender: {organisation}.",
        ),
        cancelled=session.cancelled,
    )


def calendar_paper(appointment: Appointment, now: datetime.datetime, words: str) -> Paper:
    """Return an appointment as a paper."""
    return Paper(file_name(f"{appointment.title} afspraak.ics"), CALENDAR, make_calendar(appointment, now), words)


def offer_appointment(step: Step, session: Session) -> None:
    """Offer the appointment to whoever may know of the session."""
    appointment = appointment_of(step.stores.terrains, step.known.house.organisation, session)
    step.show(OfferPaper(calendar_paper(appointment, step.known.now, "De afspraak voor in uw agenda.")))
