"""The pages of the door: the conversation, and before it one button. Only that button lets anybody in, for scanners open links."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.door.assets import PATH, Asset, read_assets
from bot.door.words import ENTRANCE, KEEPS, NO_CODE, OTHER_PAGE, REFUSED, Entrance
from domain.door.entering import Entered, DoorRefusal, DoorWay

TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "page"),
    undefined=StrictUndefined,
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,
)

# Nothing of anybody else on these pages, nor these pages on any other; nothing on the way keeps them or learns an address.
SHUT = "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
# What Web Chat needs beside our own origin: styles it makes itself, pictures on cards, and files that somebody is about to send.
TALK = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self' blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
PRIVATE = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow",
}
STATUS = {DoorRefusal.UNKNOWN: 404, DoorRefusal.USED: 410, DoorRefusal.ENDED: 410, DoorRefusal.TOO_MANY: 429}


@dataclass(frozen=True, slots=True)
class Visitor:
    """Whoever is behind a cookie, as their page has to know them: the token of their line, and by what their tab keeps apart."""



class Doorkeeper(Protocol):
    """Who knows visitors and lets them in."""

    async def recognise(self, request: web.Request) -> Visitor | None:
        """Return who is behind the cookie of a request; None when it has none that works."""

    async def let_in(self, request: web.Request, way: DoorWay, key: str) -> Entered | DoorRefusal:
        """Let somebody in, and let them be welcomed."""

    def hand(self, response: web.StreamResponse, secret: str) -> None:
        """Put the cookie on an answer."""


class Pages:
    """The pages, with what they say of the house."""

    def __init__(self, doorkeeper: Doorkeeper, organisation: str, contact: str, assets: Mapping[str, Asset] | None = None) -> None:
        """Raises FileNotFoundError when Web Chat was not fetched."""
        self._doorkeeper, self._organisation, self._contact = doorkeeper, organisation, contact
        self._assets = read_assets() if assets is None else assets
        self._by_address = {asset.address: asset for asset in self._assets.values()}

    def add_to(self, application: web.Application) -> None:
        """Add the routes."""
        router = application.router
        router.add_get(PATH + "{digest:[0-9a-f]{16}}/{name:[a-z]+[.](?:js|css)}", self.asset)
        router.add_get("/gesprek", self.conversation)
        router.add_post("/gesprek", self.typed)
        way = "/gesprek/{way:[ctsl]}/{key:[A-Za-z0-9_.-]{1,80}}"
        router.add_get(way, self.entrance)
        router.add_post(way, self.entered)

    async def asset(self, request: web.Request) -> web.StreamResponse:
        """Hand over a file of the page; of an older version there is nothing, for its page is never kept."""
        found = self._by_address.get(request.path)
        return found.answer(request) if found else web.Response(status=404)

    async def conversation(self, request: web.Request) -> web.StreamResponse:
        """Show the conversation to whoever has one here, and a field for a code to whoever has none."""
        visitor = await self._doorkeeper.recognise(request)
        if visitor is None:
            return self._ask()
        addresses = {name.partition(".")[0]: asset.address for name, asset in self._assets.items()}
        page = TEMPLATES.get_template("conversation.html.j2").render(
            **addresses, organisation=self._organisation, contact=self._contact
        )
        return web.Response(text=page, content_type="text/html", headers={**PRIVATE, "Content-Security-Policy": TALK})

    async def typed(self, request: web.Request) -> web.StreamResponse:
        """Let somebody in with the code they typed."""
        code = (await request.post()).get("code", "")
        if not isinstance(code, str) or not code.strip():
            return self._ask(wrong=NO_CODE)
        return await self._let_in(request, DoorWay.CODE, code.strip()[:80], typed=True)

    async def entrance(self, request: web.Request) -> web.StreamResponse:
        """Show the one button. Nothing is looked up by what is in the address: that is for the button."""
        way = DoorWay(request.match_info["way"])
        going = way is not DoorWay.LINK and await self._doorkeeper.recognise(request) is not None
        words = ENTRANCE[way]
        return self._page(words, opens=words.again if going else words.begin, going=going, small=(KEEPS, *self._help()))

    async def entered(self, request: web.Request) -> web.StreamResponse:
        """Let somebody in by what is in the address."""
        return await self._let_in(request, DoorWay(request.match_info["way"]), request.match_info["key"], typed=False)

    async def _let_in(self, request: web.Request, way: DoorWay, key: str, *, typed: bool) -> web.StreamResponse:
        if request.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}:
            return self._page(ENTRANCE[way], wrong=OTHER_PAGE, opens=ENTRANCE[way].begin, status=403)
        answer = await self._doorkeeper.let_in(request, way, key)
        if isinstance(answer, DoorRefusal):
            wrong, status = REFUSED[way][answer], STATUS[answer]
            return self._ask(wrong, status) if typed else self._page(ENTRANCE[way], wrong=wrong, status=status, small=self._help())
        response = web.Response(status=303, headers={**PRIVATE, "Location": "/gesprek"})
        self._doorkeeper.hand(response, answer.cookie)
        return response

    def _ask(self, wrong: str = "", status: int = 200) -> web.Response:
        return self._page(ENTRANCE[DoorWay.CODE], wrong=wrong, asks=True, small=(KEEPS, *self._help()), status=status)

    def _help(self) -> tuple[str, ...]:
        return (f"Vragen? {self._contact}",) if self._contact else ()

    def _page(
        self,
        words: Entrance,
        *,
        wrong: str = "",
        asks: bool = False,
        opens: str = "",
        going: bool = False,
        small: tuple[str, ...] = (),
        status: int = 200,
    ) -> web.Response:  # fmt: skip
        """Return a page with one button: a code to fill in, the way in, or after a refusal the way to another."""
        lines = () if wrong and not asks else tuple(line.format(organisation=self._organisation) for line in words.lines)
        page = TEMPLATES.get_template("entrance.html.j2").render(
            style=self._assets["style.css"].address, title=words.title, lines=lines,
            wrong=wrong, asks=asks, opens=opens, going=going, small=small,
        )  # fmt: skip
        headers = {**PRIVATE, "Content-Security-Policy": SHUT}
        return web.Response(text=page, status=status, content_type="text/html", headers=headers)
