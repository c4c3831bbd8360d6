"""Every calendar file of ours (.ics) is made here. Times are UTC: a zone with its own list of changes is read wrongly by Outlook.

What a calendar needs to keep an appointment right: the same UID for ever, a SEQUENCE that only goes up, and a METHOD that
says what to do with it (RFC 5545, RFC 5546).
"""

import datetime

from icalendar import Calendar, Event, vCalAddress, vText

from cards.papers.session import Appointment, CalendarMethod


def make_calendar(
    appointment: Appointment, made: datetime.datetime, method: CalendarMethod, organiser: str = "", attendee: str = ""
) -> bytes:
    """Return an appointment as a calendar file. What is asked of somebody or called off by mail names both addresses.

    A later one with the same `key` replaces it in the calendar; one that is called off takes it out.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//NAL-regio Oost//Laadmaat//NL")
    calendar.add("version", "2.0")
    calendar.add("method", CalendarMethod.CANCEL if appointment.cancelled else method)
    event = Event()
    event.add("uid", f"{appointment.key}@laadmaat")
    event.add("sequence", appointment.sequence)
    event.add("dtstamp", made.astimezone(datetime.UTC))
    event.add("dtstart", appointment.start.astimezone(datetime.UTC))
    event.add("dtend", appointment.end.astimezone(datetime.UTC))
    event.add("summary", appointment.title)
    event.add("status", "CANCELLED" if appointment.cancelled else "CONFIRMED")
    if appointment.place:
        event["location"] = vText(appointment.place)
    event.add("description", "\n".join(appointment.lines))
    if organiser:
        event.add("organizer", named(organiser))
    if attendee and method is not CalendarMethod.PUBLISH:
        whom = named(attendee)
        whom.params["rsvp"] = "FALSE"  # who comes is told us by the buttons of the invitation, not by a calendar
        event.add("attendee", whom)
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def named(address: str) -> vCalAddress:
    return vCalAddress(f"mailto:{address}")
