"""A session as an appointment for anybody's calendar (.ics), right over summer and winter time."""

import datetime
from uuid import UUID

from icalendar import Calendar, Event, vText

from cards.papers.session import SessionPaper
from domain.calendar.here import HERE


def make_invitation(session: SessionPaper, session_id: UUID, made: datetime.datetime) -> bytes:
    """Return the appointment; a later version of the same session replaces it in the calendar (same UID, higher SEQUENCE)."""
    calendar = Calendar()
    calendar.add("prodid", "-//NAL-regio Oost//Laadmaat//NL")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    event = Event()
    event.add("uid", f"{session_id}@laadmaat")
    event.add("sequence", session.version)
    event.add("dtstamp", made.astimezone(datetime.UTC))
    event.add("dtstart", session.start.astimezone(HERE))
    event.add("dtend", session.end.astimezone(HERE))
    event.add("summary", session.heading)
    if session.place:
        event["location"] = vText(session.place)
    event.add("description", description(session))
    calendar.add_component(event)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def description(session: SessionPaper) -> str:
    """Return the words in the appointment; no names of companies or people."""
    lines = [f"{session.title} op {session.terrain}, {session.municipality}.", f"Doel: {session.goal.lower()}."]
    return "\n".join([*lines, "Meedoen is gratis.", f"Afzender: {session.organisation}."])
