"""The whole edge put together once: from settings and a conversation core to a running web application."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Protocol

from aiohttp import ClientSession, web

from bot.adapter import Adapter
from bot.connector import Connector
from bot.courier import Courier, KeepsUnsent
from bot.credentials import credentials
from bot.hosts import Hosts
from bot.identity import authentication
from bot.laadmaat import Laadmaat, Search
from bot.metrics import Metrics
from bot.patience import Patience
from bot.reception import Reception, Takes
from bot.settings import Settings
from bot.web import make_web

SWEEP_EVERY = 5.0  # seconds


class Core(Takes, KeepsUnsent, Protocol):
    """The conversation core: bot/turns.py."""


async def forget_nothing(_: Mapping[str, Any]) -> None:
    """Take note of a blocked conversation nowhere."""


@dataclass(frozen=True, slots=True)
class Edge:
    """What the edge is built from."""

    settings: Settings
    session: ClientSession
    core: Core
    search: Search
    ready: Callable[[], Awaitable[bool]]
    forget: Callable[[Mapping[str, Any]], Awaitable[None]] = forget_nothing
    patience: Patience = field(default_factory=Patience)
    metrics: Metrics = field(default_factory=Metrics)

    def connector(self) -> Connector:
        """Return the way out to Teams."""
        hosts = Hosts(self.settings.allowed_service_hosts)
        return Connector(self.session, credentials(self.settings), hosts, self.metrics)

    def web(self, connector: Connector | None = None) -> web.Application:
        """Return the web application; it sweeps up unsent replies while it runs and finishes its turns at the end."""
        connector = connector or self.connector()
        courier = Courier(connector, self.core, self.metrics, self.forget)
        reception = Reception(self.core, courier, self.metrics, self.ready, self.patience)
        proof = authentication(self.settings, self.session)
        hosts = Hosts(self.settings.allowed_service_hosts)
        adapter = Adapter(proof, connector, hosts, self.settings.tenants, self.metrics)
        application = make_web(adapter, Laadmaat(reception, self.search, self.patience), self.metrics, self.ready)

        async def sweeping(_: web.Application) -> AsyncIterator[None]:
            sweep = asyncio.create_task(courier.sweep(SWEEP_EVERY))
            yield
            sweep.cancel()
            with suppress(asyncio.CancelledError):
                await sweep
            await reception.close()

        application.cleanup_ctx.append(sweeping)
        return application
