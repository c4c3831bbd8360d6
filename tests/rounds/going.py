"""Going round in a chat whose clock can be moved: as a worker does every quarter of an hour, only less often."""

import datetime

from bot.jobs.rounds import RoundsJob
from dialogs.turn.events import Said, Scope
from domain.calendar.here import HERE
from domain.notices.notice import Subscription
from domain.notices.topics import Topic
from storage.database.transactions import transaction
from storage.notices.notices import Notices
from storage.tables.channel import channel
from tests.access.arranging import TEAM
from tests.beginnings import talk
from tests.chat import HOUSE, TENANT, Chat
from tests.person import Person
from tests.tables import rows

START = datetime.date(2026, 11, 23)  # the day on which every chat begins, a Monday


def moment(on: datetime.date, hour: int = 10, minute: int = 0) -> datetime.datetime:
    """Return a moment by the clock here, in UTC."""
    return datetime.datetime.combine(on, datetime.time(hour, minute), HERE).astimezone(datetime.UTC)


async def go(chat: Chat) -> None:
    """Go round once, and tell what is due."""
    await RoundsJob(chat.database, chat.turns.house, chat.names, lambda: chat.now, chat.turns.outbox).go()
    if any(one.at <= chat.now for one in chat.wakes):
        await chat.notices()


async def at(chat: Chat, on: datetime.date, hour: int = 10) -> None:
    """Move to a moment and go round there; everybody forgets what came before."""
    chat.now = moment(on, hour)
    for person in chat.people.values():
        person.fresh = []
    await go(chat)


def later(days: int) -> datetime.date:
    """Return a day so many days after the start."""
    return START + datetime.timedelta(days=days)


async def halfway(chat: Chat, *more: str) -> Person:
    """Return Fatima, halfway the short questions on Hessenpoort."""
    fatima = chat.person("Fatima")
    await fatima.opens()
    await talk(fatima, "ja", "kort", "Jansen Transport", "hessenpoort", *more)
    return fatima


async def follows(chat: Chat, noor: Person, *terrains: str) -> None:
    """Let a channel follow terrains ("" is every one)."""
    await noor.does(Said("help"), scope=Scope.CHANNEL, team=TEAM)
    [row] = await rows(chat, channel)
    async with transaction(chat.database) as connection:
        for terrain in terrains:
            await Notices(connection, chat.now, HOUSE.quiet, TENANT).follow(Subscription(row["id"], terrain, tuple(Topic)))
