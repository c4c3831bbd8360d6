"""A stand-in for Teams' connector: takes every reply at once and keeps it for the person it is meant for."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web

PATIENCE_S = 30.0


@dataclass(slots=True)
class Screen:
    """What one person has been sent: new messages since they last looked, as raw JSON, and how often something came."""

    fresh: list[bytes] = field(default_factory=list)
    taken: int = 0
    _news: asyncio.Event = field(default_factory=asyncio.Event)

    def show(self, raw: bytes) -> None:
        """Show a new message."""
        self.taken += 1
        self.fresh.append(raw)
        self._news.set()

    async def look(self, messages: int = 1) -> list[bytes]:
        """Wait for so many new messages and return all there are. Raises TimeoutError when they do not come."""
        while len(self.fresh) < messages:
            self._news.clear()
            await asyncio.wait_for(self._news.wait(), PATIENCE_S)
        seen, self.fresh = self.fresh, []
        return seen


class Teams:
    """The connector, with a screen for every conversation."""

    def __init__(self) -> None:
        self.address = ""
        self._screens: dict[str, Screen] = {}
        self._sent = 0

    def screen_of(self, conversation: str) -> Screen:
        """Return what is shown in a conversation."""
        return self._screens.setdefault(conversation, Screen())

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[None]:
        """Take replies on a free port of this machine, `address`, until the block ends."""
        application = web.Application(client_max_size=1_000_000)
        application.router.add_post("/v3/conversations/{conversation}/activities{_:.*}", self._show)
        application.router.add_put("/v3/conversations/{conversation}/activities/{_}", self._change)
        runner = web.AppRunner(application, access_log=None, shutdown_timeout=1)
        await runner.setup()
        try:
            await web.TCPSite(runner, "127.0.0.1", 0).start()
            self.address = f"http://127.0.0.1:{runner.addresses[0][1]}/"
            yield
        finally:
            await runner.cleanup()

    async def _show(self, request: web.Request) -> web.Response:
        raw = await request.read()
        if json.loads(raw)["type"] != "typing":  # a peer that takes long says that it is busy: no reply yet
            self.screen_of(request.match_info["conversation"]).show(raw)
        return self._taken()

    async def _change(self, request: web.Request) -> web.Response:
        await request.read()
        self.screen_of(request.match_info["conversation"]).taken += 1
        return self._taken()

    def _taken(self) -> web.Response:
        self._sent += 1
        return web.Response(body=b'{"id":"m-%d"}' % self._sent, status=201, content_type="application/json")
