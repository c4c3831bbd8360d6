"""The addresses of the program: messages from Teams, papers behind a link, and what operators look at."""

from collections.abc import Awaitable, Callable, Iterable
from urllib.parse import quote

from aiohttp import web

from bot.connections import timed
from bot.mail.stopping import Stop, add_stopping
from bot.metrics import Metrics
from bot.teams.adapter import Adapter
from bot.teams.bodies import LARGEST
from bot.teams.laadmaat import Laadmaat
from bot.turn.papers import PATH
from domain.papers.papers import Paper
from storage.database.transactions import DatabaseGone, RaceLost

Ready = Callable[[], Awaitable[bool]]
FindPaper = Callable[[str], Awaitable[Paper | None]]
PAPER = PATH + "{token:[A-Za-z0-9_-]{43}}"
# A link is a secret: nothing on the way may keep the paper, learn the address, or show what is in it as a page of ours.
SECRET = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow",
}


def make_web(
    adapter: Adapter,
    bot: Laadmaat,
    ready: Ready,
    find_paper: FindPaper,
    door: Iterable[web.RouteDef] = (),
    stop_mail: Stop | None = None,
) -> web.Application:
    """Return the web application; `ready` says whether the database is reachable and migrated, `door` is for people without
    Teams.
    """

    async def messages(request: web.Request) -> web.Response:
        return await adapter.process(request, bot)

    async def papers(request: web.Request) -> web.Response:
        try:
            return hand_over(await find_paper(request.match_info["token"]))
        except (DatabaseGone, RaceLost):
            return web.Response(status=503, headers={**SECRET, "Retry-After": "30"})

    application = web.Application(client_max_size=LARGEST, middlewares=[timed])
    application.router.add_route("*", "/api/messages", messages, expect_handler=adapter.expected)
    application.router.add_get(PAPER, papers)
    application.add_routes(door)
    if stop_mail is not None:
        add_stopping(application, stop_mail)
    show_health(application, ready)
    return application


def show_health(application: web.Application, ready: Ready) -> None:
    """Add what tells whether this process lives and can work; a load balancer asks."""

    async def healthz(_: web.Request) -> web.Response:
        return web.Response(text="ok")

    async def readyz(_: web.Request) -> web.Response:
        return web.Response(text="ok") if await ready() else web.Response(text="database", status=503)

    application.router.add_get("/healthz", healthz)
    application.router.add_get("/readyz", readyz)


def make_shown(metrics: Metrics, ready: Ready) -> web.Application:
    """Return what operators look at: health and numbers, for an address that the world does not reach."""

    async def counted(_: web.Request) -> web.Response:
        return web.Response(body=metrics.page(), headers={"Content-Type": "text/plain; version=1.0.0; charset=utf-8"})

    application = web.Application(middlewares=[timed])
    show_health(application, ready)
    application.router.add_get("/metrics", counted)
    return application


def hand_over(paper: Paper | None) -> web.Response:
    """Return a paper to save; for a link that does not work (any more) the same answer, whatever the reason."""
    if paper is None:
        return web.Response(status=404, text="Deze link werkt niet meer. Vraag het bestand opnieuw.", headers=SECRET)
    saved_as = f"attachment; filename*=UTF-8''{quote(paper.name, safe='')}"
    return web.Response(body=paper.content, headers={**SECRET, "Content-Type": paper.media_type, "Content-Disposition": saved_as})
