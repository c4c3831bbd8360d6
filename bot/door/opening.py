"""The door put together once: every address of people without Teams."""

import datetime
from typing import Protocol

from aiohttp import web

from bot.door.cookies import Cookies
from bot.door.directline import DirectLine, ReceivesMessages
from bot.door.entrance import Entrance, LetsIn
from bot.door.limits import Addresses
from bot.door.outlet import ShowsMessages
from bot.door.pages import Pages
from bot.door.uploads import Uploads
from bot.settings import Settings
from bot.timeouts import Timeouts


class HasWindows(LetsIn, ShowsMessages, Protocol):
    """All that is needed of the windows (bot/door/windows.py)."""


def today() -> datetime.date:
    return datetime.datetime.now(datetime.UTC).date()


class WebDoor:
    """The parts of the door; `routes` is empty unless WEB_DOOR says that it is open."""

    def __init__(
        self, settings: Settings, windows: HasWindows, reception: ReceivesMessages, uploads: Uploads, timeouts: Timeouts
    ) -> None:
        """Put them together."""
        addresses = Addresses(settings.trusted_proxies, settings.app_password.get_secret_value(), today)
        self.cookies = Cookies(settings.public_url)
        self.entrance = Entrance(windows, reception, self.cookies, addresses)
        mails = bool(settings.smtp_url.get_secret_value())
        told = (settings.organisation, settings.contact)
        self.pages = Pages(self.entrance, *told, timeouts, mails=mails) if settings.web_door else None
        self.direct_line = DirectLine(windows, reception, uploads, self.cookies, addresses, timeouts)

    def routes(self) -> list[web.RouteDef]:
        """Return every address of the door."""
        return [*self.pages.routes(), *self.direct_line.routes()] if self.pages else []
