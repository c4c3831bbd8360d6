"""What must be ready before a session, by when: nothing is late that could not be in time, or that is done."""

import datetime

from tests.chat import Chat
from tests.sessions.beginnings import KEEP, invited, planned


async def test_a_plan_of_today_for_next_week_is_not_born_late(chat: Chat) -> None:
    person = await planned(chat, day="2026-12-01")
    person.sees("De netbeheerder komt en weet wat hij vertelt", "netbeheerder, 30 november 2026")
    person.sees_not("te laat")
    chat.now = datetime.datetime(2026, 12, 1, 8, 0, tzinfo=datetime.UTC)
    await person.says("sessies hessenpoort")
    await person.clicks("Startsessie, 1 december 2026")
    person.sees("netbeheerder, 30 november 2026\n (te laat)")


async def test_on_another_day_what_must_be_ready_is_counted_anew(chat: Chat) -> None:
    person = await planned(chat)
    chat.now = datetime.datetime(2027, 1, 4, 9, 0, tzinfo=datetime.UTC)
    await person.clicks("Gegevens")
    person.sees_not("te laat")
    await person.fills_in({"day": "2027-01-06"}, KEEP)
    person.sees("netbeheerder, 5 januari 2027")
    person.sees_not("te laat")


async def test_an_invitation_that_went_is_no_longer_to_be_sent(chat: Chat) -> None:
    person, _ = await invited(chat)
    chat.now = datetime.datetime(2027, 1, 4, 9, 0, tzinfo=datetime.UTC)
    await person.says("sessies hessenpoort")
    await person.clicks("Startsessie, 14 januari 2027")
    person.sees("De zaal is geregeld: scherm, tafels per groep, koffie\nregisseur", "te laat")
    person.sees_not("De uitnodiging is gezien, goedgekeurd en verstuurd\nregisseur")
