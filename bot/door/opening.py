"""The door put together once: every address of people without Teams."""

import datetime
from collections.abc import Awaitable, Callable
from typing import Protocol, cast

from aiohttp import web

from bot.door.cookies import Cookies
from bot.door.directline import DirectLine, LooksIn, ReceivesMessages
from bot.door.entrance import Entrance, LetsIn
from bot.door.limits import Addresses
from bot.door.outlet import ShowsMessages
from bot.door.pages import Pages
from bot.door.uploads import Uploads
from bot.metrics import Metrics
from bot.settings import Settings
from bot.timeouts import Timeouts

Answers = Callable[[web.Request], Awaitable[web.StreamResponse]]


class HasWindows(LetsIn, LooksIn, ShowsMessages, Protocol):
    """All that is needed of the windows (bot/door/windows.py)."""


def today() -> datetime.date:
    return datetime.datetime.now(datetime.UTC).date()


class WebDoor:
    """The parts of the door; `routes` is empty unless WEB_DOOR says that it is open."""

    def __init__(
        self,
        settings: Settings,
        windows: HasWindows,
        reception: ReceivesMessages,
        uploads: Uploads,
        timeouts: Timeouts,
        metrics: Metrics,
    ) -> None:
        """Put them together."""
        self._bells, self._metrics = windows.bells, metrics
        addresses = Addresses(settings.trusted_proxies, settings.app_password.get_secret_value(), today)
        self.cookies = Cookies(settings.public_url)
        self.entrance = Entrance(windows, reception, self.cookies, addresses)
        mails = bool(settings.smtp_url.get_secret_value())
        told = (settings.organisation, settings.contact)
        self.pages = Pages(self.entrance, *told, timeouts, mails=mails) if settings.web_door else None
        self.direct_line = DirectLine(windows, reception, uploads, self.cookies, addresses, timeouts)

    def routes(self) -> list[web.RouteDef]:
        """Return every address of the door."""
        all_of_them = [*self.pages.routes(), *self.direct_line.routes()] if self.pages else []
        return [web.RouteDef(one.method, one.path, self._counted(cast(Answers, one.handler)), one.kwargs) for one in all_of_them]

    async def stop_waiting(self, _: web.Application) -> None:
        """Answer the pages that wait for news: the program stops."""
        self._bells.end()

    def _counted(self, handler: Answers) -> Answers:
        """Return a handler whose refusals are counted with those of Teams."""

        async def handle(request: web.Request) -> web.StreamResponse:
            found = await handler(request)
            if found.status >= 400:
                self._metrics.refused.labels(str(found.status)).inc()
            return found

        return handle
