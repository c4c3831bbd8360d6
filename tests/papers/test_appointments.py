"""Every calendar file is made in one place; read back here as a calendar reads it."""

import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from cards.papers.appointment import make_calendar
from cards.papers.session import Appointment, CalendarMethod

HERE = ZoneInfo("Europe/Amsterdam")
NOW = datetime.datetime(2026, 11, 24, 9, 0, tzinfo=datetime.UTC)
SESSION = Appointment(
    key="7f000000-0000-4000-8000-000000000001",
    sequence=3,
    start=datetime.datetime(2027, 6, 10, 19, 30, tzinfo=HERE),
    end=datetime.datetime(2027, 6, 10, 21, 25, tzinfo=HERE),
    title="Startsessie Hessenpoort",
    place="Zaal 2, Zwolle",
    lines=('Doel: kennismaken; en "laden", samen.', "Meedoen is gratis."),
)


def read(made: bytes) -> tuple[Calendar, Any]:
    """Return the calendar and its one event."""
    calendar = Calendar.from_ical(made)
    [event] = calendar.walk("VEVENT")
    return calendar, event


@pytest.mark.parametrize(
    ("start", "written"),
    [
        (datetime.datetime(2026, 12, 10, 19, 30, tzinfo=HERE), "20261210T183000Z"),  # winter: one hour from UTC
        (datetime.datetime(2027, 6, 10, 19, 30, tzinfo=HERE), "20270610T173000Z"),  # summer: two
        (datetime.datetime(2027, 3, 28, 1, 30, tzinfo=HERE), "20270328T003000Z"),  # an hour before the clock goes on
    ],
)
def test_times_are_utc_and_right_in_summer_and_winter(start: datetime.datetime, written: str) -> None:
    ends = (start.astimezone(datetime.UTC) + datetime.timedelta(minutes=115)).astimezone(HERE)
    made = make_calendar(SESSION.model_copy(update={"start": start, "end": ends}), NOW, CalendarMethod.PUBLISH)
    calendar, event = read(made)
    assert f"DTSTART:{written}" in made.decode()
    assert b"TZID" not in made
    assert b"RDATE" not in made
    assert calendar.walk("VTIMEZONE") == []
    assert event.decoded("dtstart") == start
    assert event.decoded("dtstart").astimezone(HERE).time() == start.time()
    assert event.decoded("dtend") - event.decoded("dtstart") == datetime.timedelta(minutes=115)


def test_what_is_asked_by_mail_names_who_asks_and_who_is_asked() -> None:
    calendar, event = read(make_calendar(SESSION, NOW, CalendarMethod.REQUEST, "laadmaat@voorbeeld.nl", "fatima@jansen.example"))
    assert (calendar["method"], event["status"], event["sequence"]) == ("REQUEST", "CONFIRMED", 3)
    assert (event["organizer"], event["attendee"]) == ("mailto:laadmaat@voorbeeld.nl", "mailto:fatima@jansen.example")
    assert event["attendee"].params["rsvp"] == "FALSE"
    assert str(event["uid"]) == f"{SESSION.key}@laadmaat"


def test_what_is_off_is_taken_out_with_a_higher_number() -> None:
    off = SESSION.model_copy(update={"cancelled": True, "sequence": 4})
    for method in CalendarMethod:
        calendar, event = read(make_calendar(off, NOW, method, "laadmaat@voorbeeld.nl", "fatima@jansen.example"))
        assert (calendar["method"], event["status"], event["sequence"]) == ("CANCEL", "CANCELLED", 4)
        assert str(event["uid"]) == f"{SESSION.key}@laadmaat"


def test_a_paper_asks_nobody() -> None:
    calendar, event = read(make_calendar(SESSION, NOW, CalendarMethod.PUBLISH, attendee="fatima@jansen.example"))
    assert calendar["method"] == "PUBLISH"
    assert "attendee" not in event
    assert "organizer" not in event


@settings(max_examples=40, deadline=None)
@given(words=st.text(max_size=120))
def test_whatever_stands_in_it_stays_words(words: str) -> None:
    made = make_calendar(
        SESSION.model_copy(update={"title": words, "place": words, "lines": (words,)}), NOW, CalendarMethod.PUBLISH
    )
    _, event = read(made)
    assert event["sequence"] == 3
    assert event.decoded("dtstart") == SESSION.start
