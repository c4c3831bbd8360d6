"""The door put together once: every address of people without Teams."""

import datetime
from typing import Protocol

from aiohttp import web

from bot.door.cookies import Cookies
from bot.door.directline import DirectLine, LooksIn, ReceivesMessages
from bot.door.entrance import Entrance, LetsIn
from bot.door.limits import Addresses
from bot.door.outlet import ShowsMessages
from bot.door.uploads import Uploads
from bot.settings import Settings
from bot.timeouts import Timeouts


class HasWindows(LooksIn, LetsIn, ShowsMessages, Protocol):
    """All that is needed of the windows (bot/door/windows.py)."""


def today() -> datetime.date:
    return datetime.datetime.now(datetime.UTC).date()


class WebDoor:
    """The parts of the door; `routes` is empty unless WEB_DOOR says that it is open."""

    def __init__(
        self, settings: Settings, windows: HasWindows, reception: ReceivesMessages, uploads: Uploads, timeouts: Timeouts
    ) -> None:
        """Put them together."""
        self._open = settings.web_door
        addresses = Addresses(settings.trusted_proxies, settings.app_password.get_secret_value(), today)
        self.cookies = Cookies(settings.public_url)
        self.entrance = Entrance(windows, reception, self.cookies, addresses)
        self.direct_line = DirectLine(windows, reception, uploads, self.cookies, addresses, timeouts)

    def routes(self) -> list[web.RouteDef]:
        """Return every address of the door."""
        return self.direct_line.routes() if self._open else []
