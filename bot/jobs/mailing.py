"""The post of this process: built from the settings once, brought to the server for mail by a worker."""

import datetime
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from bot.jobs.supervision import running
from bot.mail.links import MailLinks
from bot.mail.post import MailPost, MailSender
from bot.mail.server import MailLine, MailServer
from bot.metrics import Metrics
from bot.settings import Settings
from storage.database.transactions import Database


@asynccontextmanager
async def mailing(
    settings: Settings, database: Database, clock: Callable[[], datetime.datetime], metrics: Metrics
) -> AsyncIterator[None]:
    """Bring mails while the block runs; without a server for mail there are none. `clock` tells the time in UTC."""
    url = settings.smtp_url.get_secret_value()
    if not url:
        yield
        return
    sender = MailSender(settings.mail_from, "Laadmaat", settings.organisation, settings.mail_reply_to)
    links, line = MailLinks(settings.public_url, settings.web_door, settings.code_days), MailLine(MailServer.of(url))
    async with running(MailPost(database, line, sender, links, settings.quiet, clock, metrics).sweep):
        yield
