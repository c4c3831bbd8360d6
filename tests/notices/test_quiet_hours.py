"""Around six in the evening: what was not begun waits for the morning and is told in words of then, unless the team says so."""

import datetime

import pytest
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.notices.notice import Happening, NewNotice
from domain.notices.topics import Topic
from storage.database.transactions import transaction
from storage.notices.notices import Notices
from storage.tables.channel import channel
from storage.tables.notice import notice
from storage.tables.people import person
from storage.tables.turn import turn
from tests.chat import HOUSE, TENANT, Chat
from tests.notices.arranging import company, happened, happens, links, noor, own, says, stepped
from tests.tables import rows

BEFORE_SIX = datetime.datetime(2026, 11, 27, 16, 59, tzinfo=datetime.UTC)  # a Friday, by the clock here a minute before six
MONDAY = datetime.datetime(2026, 11, 30, 7, 0, tzinfo=datetime.UTC)


@pytest.fixture
def chat(database: AsyncEngine) -> Chat:
    """A chat just before the quiet hours of a weekend."""
    return Chat(database, now=BEFORE_SIX)


async def words_are_made(chat: Chat) -> None:
    """Have a worker make the words of what is due; no sweep has brought them when it is six."""
    for wake in [one for one in chat.wakes if one.at <= chat.now]:
        await chat.notifier.notify(wake.to)
    chat.wakes.clear()


async def plans(chat: Chat, *new: NewNotice) -> None:
    """Plan notices."""
    async with transaction(chat.database) as connection:
        notices = Notices(connection, chat.now, HOUSE.quiet, TENANT)
        await notices.plan(*new)
        await chat.wake(connection, notices.wakes)


async def begins(chat: Chat, step: int, *, urgent: bool = False) -> NewNotice:
    """Return that a step began on Hessenpoort, for the channel."""
    [known] = await rows(chat, channel)
    return NewNotice("step", known["id"], terrain="t-1", data={"event": "step_entered", "step": step}, urgent=urgent)


def steps(chat: Chat) -> list[list[str]]:
    """Return of which steps every thread tells, in order."""
    return [[text.partition(": ")[2].partition(",")[0] for text in thread] for thread in chat.posts.texts()]


async def test_what_was_not_brought_by_six_is_told_on_monday_in_words_of_monday(chat: Chat) -> None:
    chat.now -= datetime.timedelta(hours=3)
    await says(noor(chat), "volg hessenpoort stappen per dag")
    await happens(chat, stepped(chat, 1))
    chat.now = BEFORE_SIX
    await words_are_made(chat)
    chat.now += datetime.timedelta(minutes=5)
    await chat.notices()
    assert chat.posts.texts() == []
    chat.now = MONDAY
    await chat.notices()
    [[text]] = chat.posts.texts()
    assert text.startswith("Dit gebeurde er sinds 27 november 2026:")


async def test_what_is_not_true_any_more_in_the_morning_is_not_told(chat: Chat) -> None:
    fatima = await company(chat)
    await links(chat)
    await says(noor(chat), "volg hessenpoort vragen")
    await happened(chat, Happening(Topic.QUESTION, "t-1", await own(chat, fatima)))
    await words_are_made(chat)
    chat.now += datetime.timedelta(minutes=5)
    await chat.notices()
    await fatima.says("verwijder mijn gegevens")
    await fatima.clicks("Ja, wis alles")
    chat.now = MONDAY
    await chat.notices()
    assert chat.posts.texts() == []
    assert await rows(chat, notice) == []


@pytest.mark.parametrize("swept", [True, False])
async def test_nu_versturen_sends_what_was_ready_by_six(chat: Chat, *, swept: bool) -> None:
    await says(noor(chat), "volg hessenpoort stappen")
    await happens(chat, stepped(chat, 1))
    await words_are_made(chat)
    chat.now += datetime.timedelta(minutes=5)
    if swept:
        await chat.notices()
    await happens(chat, stepped(chat, 2))
    await says(noor(chat), "nu versturen")
    noor(chat).sees("2 berichten gaan nu op weg.")
    await chat.notices()
    assert steps(chat) == [["stap 1", "stap 2"]]
    await says(noor(chat), "nu versturen")
    noor(chat).sees("Er wacht niets.")


async def test_nu_versturen_in_ones_own_chat_is_for_everything_after_a_yes(chat: Chat) -> None:
    await noor(chat).opens()
    await says(noor(chat), "volg hessenpoort stappen")
    [she] = await rows(chat, person)
    chat.now += datetime.timedelta(minutes=5)
    waits = NewNotice("withdrawn_name", person=she["id"], terrain="t-1", data={"company": "Jansen Transport"})
    later = NewNotice("withdrawn_name", person=she["id"], terrain="t-1", after=MONDAY + datetime.timedelta(hours=1))
    await plans(chat, waits, later, await begins(chat, 1))
    await noor(chat).says("nu versturen")
    noor(chat).sees("Voor kanalen: 1 bericht wacht.", "Voor mensen in hun eigen chat: 1 bericht wacht.", "Wilt u niet wachten?")
    await noor(chat).clicks("Ja, nu versturen")
    noor(chat).sees("2 berichten gaan nu op weg.")
    await chat.notices()
    noor(chat).sees("Jansen Transport trok toestemming in op Hessenpoort (Zwolle).")
    assert steps(chat) == [["stap 1"]]


@pytest.mark.parametrize("claimed", [True, False])
async def test_what_is_urgent_opens_the_thread_that_another_post_was_to_open(chat: Chat, *, claimed: bool) -> None:
    await says(noor(chat), "help")
    await plans(chat, await begins(chat, 1))
    await words_are_made(chat)
    if claimed:
        await chat.turns.unsent(5)  # a worker took it to open the thread, and died
    chat.now += datetime.timedelta(minutes=2)
    await plans(chat, await begins(chat, 2, urgent=True))
    await chat.notices()
    assert steps(chat) == [["stap 2"]]
    chat.now = MONDAY
    await chat.notices()
    assert steps(chat) == [["stap 2", "stap 1"]]


async def test_what_teams_had_a_part_of_by_six_is_finished_in_the_evening(chat: Chat) -> None:
    await says(noor(chat), "help")
    await plans(chat, await begins(chat, 1))
    await words_are_made(chat)
    [brings] = [row for row in await rows(chat, turn) if row["activity"].startswith("post:notice")]
    parts = {"outgoing": [*brings["outgoing"]] * 2, "ids": ["19:thread"]}
    async with transaction(chat.database) as connection:
        await connection.execute(update(turn).where(turn.c.id == brings["id"]).values(parts))
    chat.now += datetime.timedelta(minutes=5)
    await chat.notices()
    assert steps(chat) == [["stap 1"]]
    assert [row["arrived"] for row in await rows(chat, notice)] == [True]
