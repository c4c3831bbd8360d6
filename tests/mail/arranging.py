"""A chat with a server for mail: who wants mail, who has no Teams, and the post that brings what waits."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from email.message import EmailMessage

from sqlalchemy import update

from bot.mail.links import MailLinks
from bot.mail.post import MailPost, MailSender
from bot.mail.server import MailLine
from bot.metrics import Metrics
from domain.door.sessions import TENANT as DOOR
from storage.database.transactions import transaction
from storage.tables.people import person
from tests.chat import HOUSE, Chat
from tests.mail.taking import MailHost, taking
from tests.person import Person
from tests.sessions.beginnings import SEND, company, planned

ADDRESS = "fatima@jansen.example"
PUBLIC = "https://laadmaat.provincie.example"


@dataclass
class Post:
    """The post of a chat, and the server that it is brought to."""

    chat: Chat
    host: MailHost
    post: MailPost

    async def comes(self) -> list[EmailMessage]:
        """Tell what is due, bring every mail that may go now, and return what arrived in all."""
        await self.chat.notices()
        while await self.post.sweep_once():
            pass
        await self.chat.notifier.look_after()
        return self.host.mails


@asynccontextmanager
async def posting(chat: Chat, host: MailHost | None = None, *, is_open: bool = True) -> AsyncIterator[Post]:
    """Start a process that has a server for mail; `is_open`: and a door without Teams."""
    chat.mails, chat.public_url, host = True, PUBLIC, host or MailHost()
    chat.start()
    async with taking(host) as server:
        sender = MailSender("laadmaat@provincie.example", "Laadmaat", HOUSE.organisation, "team@provincie.example")
        links, line = MailLinks(PUBLIC, is_open), MailLine(server)
        yield Post(chat, host, MailPost(chat.database, line, sender, links, HOUSE.quiet, lambda: chat.now, Metrics()))


async def mailed_company(chat: Chat, address: str = ADDRESS, name: str = "Fatima", called: str = "Jansen Transport") -> Person:
    """Return somebody whose company may be invited, who gave an address, and agreed to mail."""
    fatima = await company(chat, name, called)
    await fatima.says(f"mail naar {address}")
    fatima.sees("Mogen wij u ook mailen?")
    await fatima.says("ja")
    return fatima


async def moves_to_the_door(chat: Chat, who: Person) -> None:
    """Make somebody one who takes part without Teams."""
    there = {"channelId": "webchat", "serviceUrl": "door:", "conversation": {"id": who.conversation}}
    mine = person.c.object_id == who.sender.object_id
    async with transaction(chat.database) as connection:
        await connection.execute(update(person).where(mine).values(tenant=DOOR, reference=there))


async def invites(chat: Chat) -> Person:
    """Return Noor, who planned a session and invited whoever she can."""
    noor = await planned(chat)
    await noor.clicks("Wie komt er")
    await noor.clicks("Uitnodigen")
    await noor.clicks(SEND)
    return noor
