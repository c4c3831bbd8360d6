"""The addresses of the program: messages from Teams, and what operators look at."""

from collections.abc import Awaitable, Callable

from aiohttp import web

from bot.adapter import Adapter
from bot.bodies import LARGEST
from bot.laadmaat import Laadmaat
from bot.metrics import Metrics


def make_web(adapter: Adapter, bot: Laadmaat, metrics: Metrics, ready: Callable[[], Awaitable[bool]]) -> web.Application:
    """Return the web application; `ready` says whether the database is reachable and migrated."""

    async def messages(request: web.Request) -> web.Response:
        return await adapter.process(request, bot)

    async def healthz(_: web.Request) -> web.Response:
        return web.Response(text="ok")

    async def readyz(_: web.Request) -> web.Response:
        return web.Response(text="ok") if await ready() else web.Response(text="database", status=503)

    async def counted(_: web.Request) -> web.Response:
        return web.Response(body=metrics.page(), headers={"Content-Type": "text/plain; version=1.0.0; charset=utf-8"})

    application = web.Application(client_max_size=LARGEST)
    application.router.add_route("*", "/api/messages", messages)
    application.router.add_get("/healthz", healthz)
    application.router.add_get("/readyz", readyz)
    application.router.add_get("/metrics", counted)
    return application
