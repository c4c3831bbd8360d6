"""When a company is reminded, tried day by day."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from domain.rounds.reminding import MOST_REMINDERS, SessionReminder, reminder_due, session_notice
from domain.sessions.visitors import Coming

START = datetime.date(2026, 11, 23)
SESSION = datetime.date(2027, 1, 18)  # a Monday


def on(days: int) -> datetime.date:
    """Return a day so many days after the start."""
    return START + datetime.timedelta(days=days)


def test_two_reminders_three_and_ten_days_later_and_then_no_more() -> None:
    reminded: list[datetime.date] = []
    for day in range(400):
        if reminder_due(START, reminded, on(day)):
            reminded.append(on(day))
    assert reminded == [on(3), on(10)]


def test_who_goes_on_after_the_first_is_let_be_for_a_week_again() -> None:
    assert reminder_due(on(8), [on(3)], on(10)) is None
    assert reminder_due(on(8), [on(3)], on(15)) == 2


@given(st.sets(st.integers(0, 300)), st.sets(st.integers(0, 300)))
def test_never_more_than_two_and_never_soon_after_a_sign_of_life(signs: set[int], mornings: set[int]) -> None:
    reminded: list[datetime.date] = []
    last = START
    for day in range(301):
        last = on(day) if day in signs else last
        if day in mornings and reminder_due(last, reminded, on(day)):
            assert (on(day) - last).days >= 3
            reminded.append(on(day))
    assert len(reminded) <= MOST_REMINDERS


def notices(coming: Coming, invited: int, session: datetime.date = SESSION) -> dict[datetime.date, SessionReminder]:
    """Return what is due on each day before a session, of who was invited so many days before it."""
    days = [session - datetime.timedelta(days=left) for left in range(30, -3, -1)]
    invited_on = session - datetime.timedelta(days=invited)
    found = {day: session_notice(coming, session, invited_on, day) for day in days if day >= invited_on}
    return {day: notice for day, notice in found.items() if notice}


def test_who_comes_hears_it_on_the_working_day_before() -> None:
    days = notices(Coming.YES, 20)
    assert min(days) == datetime.date(2027, 1, 15)  # the Friday before that Monday
    assert max(days) == SESSION
    assert set(days.values()) == {SessionReminder.TOMORROW}


def test_the_silent_are_asked_in_the_last_week_but_not_the_last_two_days() -> None:
    days = notices(Coming.INVITED, 20)
    assert set(days.values()) == {SessionReminder.ANSWER}
    assert (min(days), max(days)) == (datetime.date(2027, 1, 11), datetime.date(2027, 1, 16))


def test_the_newly_invited_and_those_who_do_not_come_hear_nothing() -> None:
    assert min(notices(Coming.INVITED, 5)) == datetime.date(2027, 1, 16)
    assert notices(Coming.INVITED, 3) == {}
    assert notices(Coming.NO, 20) == {}
    assert session_notice(Coming.INVITED, SESSION, None, SESSION - datetime.timedelta(days=4)) is None
