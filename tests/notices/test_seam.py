"""A notice is planned in the transaction of what happens, waits for its time, and is told once."""

import datetime
from collections.abc import Sequence

import pytest

import bot.jobs.notices
import dialogs.notice_kinds
from dialogs.notices.kind import NoticeKind, Telling
from dialogs.turn.events import Said, Scope
from dialogs.turn.replies import Reply, Say
from domain.notices.notice import Happening, NewNotice, Notice, Subscription
from domain.notices.topics import Topic
from storage.database.transactions import transaction
from storage.notices.notices import Notices
from storage.tables.channel import channel
from storage.tables.notice import notice
from storage.tables.people import person
from tests.chat import HOUSE, TENANT, Chat
from tests.person import Person
from tests.tables import rows

TEAM = "19:team@thread.tacv2"


@pytest.fixture(autouse=True)
def hello(monkeypatch: pytest.MonkeyPatch) -> None:
    """Declare two kinds: one that is told as it comes, and one of which a person hears at most once a day."""

    async def compose(_: Telling, notices: Sequence[Notice]) -> Sequence[Reply]:
        return (Say(" ".join(str(one.data["word"]) for one in notices)),)

    kinds = (
        *dialogs.notice_kinds.KINDS,
        NoticeKind("hello", "groet", compose),
        NoticeKind("daily", "dagelijks", compose, daily=True),
    )
    monkeypatch.setattr(dialogs.notice_kinds, "KINDS", kinds)
    monkeypatch.setattr(bot.jobs.notices, "DAILY", ("daily",))


async def fatima(chat: Chat) -> Person:
    """Return somebody with a chat of their own."""
    she = chat.person("Fatima")
    await she.opens()
    she.fresh.clear()
    return she


async def plans(chat: Chat, kind: str, *words: str, **more: object) -> int:
    """Plan notices for the only person."""
    [one] = await rows(chat, person)
    async with transaction(chat.database) as connection:
        notices = Notices(connection, chat.now, HOUSE.quiet, TENANT)
        planned = await notices.plan(*(NewNotice(kind, person=one["id"], data={"word": word}, **more) for word in words))  # type: ignore[arg-type]
        await chat.wake(connection, notices.wakes)
    return planned


async def test_what_is_planned_is_told_once(chat: Chat) -> None:
    she = await fatima(chat)
    assert await plans(chat, "hello", "Hallo.", key="one") == 1
    assert await plans(chat, "hello", "Hallo.", key="one") == 0
    for _ in range(2):
        await chat.notices()
        she.sees("Hallo.")
    assert len(she.fresh) == 1
    assert [(row["arrived"], row["failing"], row["data"]) for row in await rows(chat, notice)] == [(True, None, {})]


async def test_nothing_is_told_in_the_evening_or_at_the_weekend(chat: Chat) -> None:
    she = await fatima(chat)
    chat.now = datetime.datetime(2026, 11, 27, 18, 30, tzinfo=datetime.UTC)  # a Friday
    await plans(chat, "hello", "Hallo.")
    for moment in (chat.now, datetime.datetime(2026, 11, 28, 12, tzinfo=datetime.UTC)):
        chat.now = moment
        await chat.notices()
        she.sees_nothing()
    chat.now = datetime.datetime(2026, 11, 30, 7, 0, tzinfo=datetime.UTC)
    await chat.notices()
    she.sees("Hallo.")


async def test_what_is_urgent_does_not_wait_for_the_morning(chat: Chat) -> None:
    she = await fatima(chat)
    chat.now = datetime.datetime(2026, 11, 27, 20, 30, tzinfo=datetime.UTC)
    await plans(chat, "hello", "Hallo.")
    await plans(chat, "hello", "Dag.", urgent=True)
    await chat.notices()
    she.sees("Dag.")
    she.sees_not("Hallo.")


async def test_a_job_that_runs_late_does_not_speak_at_night(chat: Chat) -> None:
    she = await fatima(chat)
    await plans(chat, "hello", "Hallo.")
    chat.now += datetime.timedelta(hours=12)
    await chat.notices()
    she.sees_nothing()
    chat.now += datetime.timedelta(hours=12)
    await chat.notices()
    she.sees("Hallo.")


async def test_what_was_not_sent_by_six_waits_for_monday(chat: Chat) -> None:
    she = await fatima(chat)
    chat.now = datetime.datetime(2026, 11, 27, 16, 59, tzinfo=datetime.UTC)  # a Friday, a minute before six here
    await plans(chat, "hello", "Hallo.")
    await plans(chat, "hello", "Dag.", urgent=True)
    for wake in [*chat.wakes]:
        await chat.notifier.notify(wake.to)
    chat.wakes.clear()
    for moment in (datetime.datetime(2026, 11, day, 18, 30, tzinfo=datetime.UTC) for day in (27, 28, 29)):
        chat.now = moment
        await chat.notices()
    assert [shown.text() for shown in she.fresh] == ["Dag."]
    chat.now = datetime.datetime(2026, 11, 30, 7, 0, tzinfo=datetime.UTC)
    await chat.notices()
    assert [shown.text() for shown in she.fresh] == ["Dag.", "Hallo."]
    assert [(row["arrived"], row["failing"]) for row in await rows(chat, notice)] == [(True, None)] * 2


async def test_nobody_gets_more_than_ten_messages_a_minute(chat: Chat) -> None:
    she = await fatima(chat)
    await plans(chat, "hello", *(f"Nummer {number}." for number in range(1, 14)))
    for wake in [*chat.wakes]:
        await chat.notifier.notify(wake.to)
    chat.now += datetime.timedelta(seconds=50)
    for wake in [*chat.wakes]:
        await chat.notifier.notify(wake.to)
    told = [row for row in await rows(chat, notice) if row["posted_at"]]
    assert len(told) == 10
    chat.now += datetime.timedelta(seconds=15)
    await chat.notices()
    she.sees(*(f"Nummer {number}." for number in range(1, 14)))


async def test_daily_kinds_come_once_a_day_and_together(chat: Chat) -> None:
    she = await fatima(chat)
    await plans(chat, "daily", "Een.", "Twee.")
    await chat.notices()
    assert [shown.text() for shown in she.fresh] == ["Een. Twee."]
    await plans(chat, "daily", "Drie.")
    await chat.notices()
    assert len(she.fresh) == 1
    chat.now += datetime.timedelta(days=1)
    await chat.notices()
    assert [shown.text() for shown in she.fresh] == ["Een. Twee.", "Drie."]


async def test_who_cannot_be_reached_is_noted(chat: Chat) -> None:
    she = await fatima(chat)
    await she.leaves()
    await plans(chat, "hello", "Hallo.")
    await chat.notices()
    assert [row["failing"] for row in await rows(chat, notice)] == ["off"]


async def test_what_the_queue_forgot_is_found(chat: Chat) -> None:
    she = await fatima(chat)
    await plans(chat, "hello", "Hallo.")
    chat.wakes.clear()
    chat.now += datetime.timedelta(minutes=3)
    await chat.notifier.look_after()
    await chat.notices()
    she.sees("Hallo.")


async def test_a_channel_hears_what_it_follows(chat: Chat) -> None:
    noor = chat.person("Noor", team=True)
    await noor.does(Said("help"), scope=Scope.CHANNEL, team=TEAM)
    [known] = await rows(chat, channel)
    async with transaction(chat.database) as connection:
        notices = Notices(connection, chat.now, HOUSE.quiet, TENANT)
        await notices.follow(Subscription(known["id"], "t-1", (Topic.STEP,)))
        told = Happening(Topic.STEP, "t-1", data={"event": "step_completed", "step": 2})
        assert await notices.happened(told, Happening(Topic.SESSION, "t-1"), Happening(Topic.STEP, "t-3")) == 1
        await chat.wake(connection, notices.wakes)
    await chat.notices()
    assert chat.posts.texts() == [["Hessenpoort (Zwolle): stap 2, Startbijeenkomst is klaar."]]
