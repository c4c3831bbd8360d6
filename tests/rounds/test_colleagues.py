"""Fatima and Piet answer for one company: it hears from us once a day at most, and each thing once."""

import asyncio

from bot.jobs.rounds import RoundsJob
from tests.beginnings import meet
from tests.chat import HOUSE, Chat
from tests.person import Person
from tests.rounds.going import at, halfway, later, moment
from tests.rounds.test_sessions import SESSION, after, before, held, invited
from tests.sessions.beginnings import SEND


async def colleague(chat: Chat, fatima: Person) -> Person:
    """Return Piet, who joined the company of Fatima."""
    await fatima.says("collega")
    code = fatima.code()
    piet = await meet(chat)
    await piet.says(f"code {code}")
    await piet.says("ja")
    piet.sees("U werkt nu samen")
    return piet


def who_heard(*people: Person) -> list[str]:
    """Return the names of who heard something."""
    return [person.sender.name for person in people if person.fresh]


async def test_two_who_asked_for_it_are_reminded_on_two_days(chat: Chat) -> None:
    fatima = await halfway(chat, "herinner mij")
    piet = await colleague(chat, fatima)
    await piet.says("herinner mij")
    heard = []
    for day in range(1, 11):
        await at(chat, later(day))
        heard += [who_heard(fatima, piet)]
    assert [number for number, names in enumerate(heard, 1) if names] == [3, 4]
    assert sorted(name for names in heard for name in names) == ["Fatima", "Piet"]


async def test_two_workers_do_not_tell_two_colleagues_on_one_day(chat: Chat) -> None:
    fatima = await halfway(chat, "herinner mij")
    piet = await colleague(chat, fatima)
    await piet.says("herinner mij")
    fatima.fresh, piet.fresh = [], []
    chat.now = moment(later(3))
    await RoundsJob(chat.database, HOUSE, chat.names, lambda: chat.now, chat.turns.outbox).go()
    await asyncio.gather(*(chat.notifier.notify(to) for to in {one.to for one in chat.wakes if one.at <= chat.now}))
    await chat.notices()
    assert len(who_heard(fatima, piet)) == 1


async def test_a_company_hears_of_a_session_through_one_of_them(chat: Chat) -> None:
    _, fatima = await invited(chat)
    piet = await colleague(chat, fatima)
    await at(chat, before(7))
    assert who_heard(fatima, piet) == ["Fatima"]
    await fatima.clicks("Ik kom")
    await at(chat, before(6))
    assert who_heard(fatima, piet) == []
    await fatima.says("geen berichten")
    await at(chat, before(1))
    assert who_heard(fatima, piet) == ["Piet"]
    piet.sees("Morgen: startsessie Hessenpoort")
    await fatima.says("berichten aan")
    await at(chat, SESSION)
    assert who_heard(fatima, piet) == []


async def test_what_is_due_on_one_day_comes_in_one_message(chat: Chat) -> None:
    noor, fatima = await held(chat, "Samen laden bij de hal")
    await at(chat, after(6))
    thanks = noor.newest(SEND)
    await at(chat, after(7))
    worked = noor.newest(SEND)
    chat.now = moment(after(7), 20)
    await noor.clicks(SEND, on=thanks)
    await noor.clicks(SEND, on=worked)
    await at(chat, after(8))
    [message] = [shown for shown in fatima.fresh if shown.has_button("Geen berichten meer")]
    assert "Bedankt voor uw komst: startsessie Hessenpoort" in message.text()
    assert "De uitwerking: startsessie Hessenpoort" in message.text()
    fatima.sees("dia's.pptx")
