"""What the team sends about a session: once, not in quiet hours unless it cannot wait, and the team sees who got it."""

import asyncio
import datetime
from dataclasses import replace
from uuid import UUID

import pytest
from sqlalchemy import update

from domain.notices.notice import Failing
from domain.sessions.formats import BY_KEY
from domain.sessions.plan import make_plan
from domain.sessions.session import Session
from storage.database.transactions import transaction
from storage.tables.notice import notice
from storage.tables.session import visitor
from tests.beginnings import talk
from tests.chat import Chat
from tests.sessions.beginnings import SEND, company, invited, noor, planned
from tests.sessions.test_telling import NEWS
from tests.sessions.test_visitors import withdraw
from tests.tables import rows

EVENING = datetime.datetime(2027, 1, 13, 21, 0, tzinfo=datetime.UTC)  # the evening before the session
MORNING = datetime.datetime(2027, 1, 14, 7, 0, tzinfo=datetime.UTC)


async def test_an_invitation_of_the_evening_goes_in_the_morning(chat: Chat) -> None:
    fatima = await company(chat, "Fatima", "Jansen Transport")
    person = await planned(chat, day="2027-01-28")
    await person.clicks("Wie komt er")
    await person.clicks("Uitnodigen")
    chat.now, fatima.fresh = EVENING, []
    await person.clicks(SEND)
    person.sees(
        "De uitnodiging gaat op 14 januari 2027, 08:00 naar 1 persoon.", "Uitnodiging: 0 van 1 ontvangen; 1 nog onderweg."
    )
    await chat.notices()
    fatima.sees_nothing()
    chat.now = MORNING
    await chat.notices()
    fatima.sees("Startsessie Hessenpoort", "Ik kom")


async def test_that_a_session_of_tonight_is_off_does_not_wait_for_the_morning(chat: Chat) -> None:
    person, fatima = await invited(chat)
    chat.now, fatima.fresh = datetime.datetime(2027, 1, 14, 17, 40, tzinfo=datetime.UTC), []
    await person.clicks("Plan")
    await person.clicks("Na afloop")
    await person.fills_in({"state": "cancelled"}, "Bewaar")
    await person.clicks(NEWS)
    await person.clicks(SEND)
    person.sees("Het bericht gaat nu naar 1 persoon.")
    await chat.notices()
    fatima.sees("gaat niet door")


async def test_the_team_sees_who_got_it_who_did_not_and_who_was_left_out(chat: Chat) -> None:
    person, _ = await invited(chat)
    ans = await company(chat, "Ans", "Ans Bloemen")
    await person.clicks("Plan")
    await person.clicks("Wie komt er")
    person.sees("Uitnodiging: 1 van 1 ontvangen.")
    await person.clicks("Uitnodigen")
    await person.clicks(SEND)
    await talk(ans, "toestemming")
    await withdraw(ans)
    ans.fresh = []
    await chat.notices()
    ans.sees_nothing()
    await person.clicks("Plan")
    await person.clicks("Wie komt er")
    person.sees("Uitnodiging: 0 van 1 ontvangen; 1 niet verstuurd, want niet meer gewenst of nodig.")
    await person.says("niet bezorgd")
    person.sees_not("Ans Bloemen")
    async with transaction(chat.database) as connection:
        refused = {"arrived": False, "failing": Failing.REFUSED}
        await connection.execute(update(notice).where(notice.c.arrived).values(refused))
    await person.says("sessies hessenpoort")
    await person.clicks("Startsessie, 14 januari 2027")
    await person.clicks("Wie komt er")
    person.sees("Uitnodiging: 0 van 1 ontvangen; 1 niet bereikt.")


async def test_two_who_approve_at_the_same_time_send_it_once(chat: Chat) -> None:
    fatima = await company(chat, "Fatima", "Jansen Transport")
    await planned(chat)
    people = (noor(chat), chat.person("Bram", team=True))
    for person in people:
        await person.says("sessies hessenpoort")
        await person.clicks("Startsessie, 14 januari 2027")
        await person.clicks("Wie komt er")
        await person.clicks("Uitnodigen")
    fatima.fresh = []
    await asyncio.gather(*(person.clicks(SEND) for person in people))
    await chat.notices()
    assert fatima.transcript().count("Kunt u straks nog laden op Hessenpoort?") == 1
    assert len(await rows(chat, visitor)) == 1


@pytest.mark.parametrize(
    ("hour", "until", "moved_from", "waits"),
    [
        (12, 13, None, True),  # hours before
        (19, 32, None, False),  # it begins before the morning
        (20, 32, None, False),  # it is going on
        (22, 32, None, True),  # it is over
        (19, 32, 44, False),  # they would come tonight
        (12, 13, 44, True),
    ],
)
def test_word_of_a_session_does_not_wait_when_it_would_be_too_late(
    hour: int, until: int, moved_from: int | None, *, waits: bool
) -> None:
    midnight = datetime.datetime(2027, 1, 14, tzinfo=datetime.UTC)

    def at(hours: float) -> datetime.datetime:
        return midnight + datetime.timedelta(hours=hours)

    session = Session(make_plan(UUID(int=1), "t-1", BY_KEY["start"], at(19.5), 10))
    if moved_from is not None:
        session = replace(session, told=session.now_told, plan=replace(session.plan, start=at(moved_from)))
    assert session.presses(at(hour), at(until)) is not waits
