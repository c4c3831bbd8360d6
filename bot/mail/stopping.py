"""The page where mail is stopped: opening it does nothing, for scanners open every link; its button does, and so does one click
in a program for mail (RFC 8058). Whoever calls learns nothing of whom a link is, or whether it still works.
"""

from base64 import b64encode
from collections.abc import Awaitable, Callable
from hashlib import sha256

from aiohttp import web

from bot.mail.links import STOP
from storage.database.transactions import DatabaseGone, RaceLost

Stop = Callable[[str], Awaitable[None]]
ADDRESS = STOP + "{token}"
LARGEST = 1024  # bytes of a body; "List-Unsubscribe=One-Click" is 26
STYLE = (
    "body{font:18px/1.5 Arial,sans-serif;margin:2rem auto;max-width:32rem;padding:0 1rem}button{font:inherit;padding:.6rem 1rem}"
)
LOOK = b64encode(sha256(STYLE.encode()).digest()).decode()
HEAD = (
    '<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    f"<title>Geen mail meer</title><style>{STYLE}</style></head><body><main>"
)
FOOT = "</main></body></html>"
ASK = (
    "<h1>Geen mail meer?</h1><p>Druk op de knop. Dan sturen wij u geen mail meer. De rest van uw keuzes blijft staan.</p>"
    '<form method="post"><button type="submit">Stop met mailen</button></form>'
)
DONE = (
    "<h1>Geregeld</h1><p>U krijgt geen mail meer van Laadmaat. Wilt u later toch mail? "
    "Typ dan in het gesprek: u mag mij mailen.</p>"
)
LATER = "<h1>Dit lukt nu niet</h1><p>Probeer het over een paar minuten nog een keer.</p>"
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": f"default-src 'none'; style-src 'sha256-{LOOK}'; form-action 'self'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow",
}


def add_stopping(application: web.Application, stop: Stop) -> None:
    """Add the page."""

    async def ask(_: web.Request) -> web.Response:
        return page(ASK)

    async def done(request: web.Request) -> web.Response:
        if (request.content_length or 0) > LARGEST:
            return page(ASK, 413)
        try:
            await stop(request.match_info["token"])
        except (DatabaseGone, RaceLost):
            return page(LATER, 503)
        return page(DONE)

    application.router.add_get(ADDRESS, ask)
    application.router.add_post(ADDRESS, done)


def page(text: str, status: int = 200) -> web.Response:
    return web.Response(text=f"{HEAD}{text}{FOOT}", status=status, content_type="text/html", headers=HEADERS)
