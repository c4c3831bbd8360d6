"""The pages of the door: the conversation, and before it one button. Only that button lets anybody in: scanners open links."""

from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Protocol
from urllib.parse import parse_qs

import structlog
from aiohttp import web
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.door.assets import PATH, Asset, read_assets
from bot.door.headers import BUTTON, PAGE
from bot.door.words import AWAY, BROKEN, ENTRANCE, KEEPS, LOST, MAILED, NO_CODE, OTHER_PAGE, REFUSED, WAIT, Doorway
from bot.teams.bodies import RequestRefused, read_raw
from bot.timeouts import Timeouts
from domain.door.entering import DoorRefusal, DoorWay
from storage.database.transactions import DatabaseGone, RaceLost

TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "page"),
    undefined=StrictUndefined,
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,
)
HOME = "/gesprek"
WAY = HOME + "/{way:[ctsl]}/{key:[^/]{1,100}}"
FILES = PATH + "{tail:.*}"
STATUS = {DoorRefusal.UNKNOWN: 404, DoorRefusal.USED: 410, DoorRefusal.ENDED: 410, DoorRefusal.TOO_MANY: 429}
LONGEST_CODE = 80
Handler = Callable[[web.Request], Awaitable[web.Response]]
log = structlog.get_logger(__name__)


class Doorkeeper(Protocol):
    """Who knows people by their cookie and lets them in (bot/door/entrance.py)."""

    async def knows(self, request: web.Request) -> bool:
        """Say whether a request has the cookie of a session that works. Raises DatabaseGone or RaceLost."""

    async def enter(self, request: web.Request, way: DoorWay, key: str, answer: web.Response) -> DoorRefusal | None:
        """Let somebody in, and put the cookie of their session on the answer; return why not. Raises RequestRefused,
        DatabaseGone and RaceLost.
        """

    async def mail_link(self, request: web.Request, address: str) -> bool:
        """Mail a link to an address where we know it; False when too much was asked from where this comes. Raises RequestRefused,
        DatabaseGone and RaceLost.
        """


class Pages:
    """The pages, in the name of whoever asks."""

    def __init__(
        self, doorkeeper: Doorkeeper, organisation: str, contact: str, timeouts: Timeouts, *, mails: bool = False
    ) -> None:
        """`mails`: there is a server for mail. Raises ClientMissing when Web Chat was not fetched."""
        self._doorkeeper, self._organisation, self._contact, self._timeouts = doorkeeper, organisation, contact, timeouts
        self._mails, self._assets = mails, read_assets()
        self._by_address: Mapping[str, Asset] = {asset.address: asset for asset in self._assets.values()}

    def routes(self) -> list[web.RouteDef]:
        """Return every address of the pages, and an end for everything beside them."""
        return [
            web.get(HOME, self._guarded(self.conversation)),
            web.post(HOME, self._guarded(self.typed)),
            web.get(WAY, self._guarded(self.doorway)),
            web.post(WAY, self._guarded(self.pressed)),
            web.get(FILES, self.asset),
        ]

    async def asset(self, request: web.Request) -> web.Response:
        """Hand over a file of the page. An older version is not there: no page that names it is kept."""
        found = self._by_address.get(request.path)
        return found.answer(request) if found else web.Response(status=404)

    async def conversation(self, request: web.Request) -> web.Response:
        """Show the conversation to whoever has one on this device, and a field for a code to everybody else."""
        if not await self._doorkeeper.knows(request):
            return self._ask()
        addresses = {name.partition(".")[0]: asset.address for name, asset in self._assets.items()}
        page = TEMPLATES.get_template("conversation.html.j2").render(
            **addresses, organisation=self._organisation, contact=self._contact
        )
        return web.Response(text=page, content_type="text/html", headers=PAGE)

    async def typed(self, request: web.Request) -> web.Response:
        """Let somebody in with the code they typed, or mail a link to the address they did."""
        body = await read_raw(request, self._timeouts.body)
        try:
            fields = parse_qs(body.decode(), max_num_fields=3)
        except ValueError:
            raise RequestRefused(400, "broken form") from None
        code, address = (fields.get(name, [""])[0].strip() for name in ("code", "address"))
        if address and not code and self._mails:
            asked = await self._doorkeeper.mail_link(request, address)
            return self._ask(told=MAILED) if asked else self._ask(WAIT, 429)
        return await self._let_in(request, DoorWay.CODE, code[:LONGEST_CODE], typed=True) if code else self._ask(NO_CODE)

    async def doorway(self, request: web.Request) -> web.Response:
        """Show the one button. What is in the address is not looked up: that is for the button."""
        way = DoorWay(request.match_info["way"])
        going, words = await self._doorkeeper.knows(request), ENTRANCE[way]
        return self._show(words, opens=words.again if going else words.begin, going=going)

    async def pressed(self, request: web.Request) -> web.Response:
        """Let somebody in by what is in the address."""
        await read_raw(request, self._timeouts.body)
        return await self._let_in(request, DoorWay(request.match_info["way"]), request.match_info["key"], typed=False)

    async def _let_in(self, request: web.Request, way: DoorWay, key: str, *, typed: bool) -> web.Response:
        entered = web.Response(status=303, headers={**BUTTON, "Location": HOME})
        refusal = await self._doorkeeper.enter(request, way, key, entered)
        if refusal is None:
            return entered
        wrong, status = REFUSED[way][refusal], STATUS[refusal]
        if typed:
            return self._ask(wrong, status)
        return self._show(ENTRANCE[way], wrong=wrong, going=await self._doorkeeper.knows(request), status=status)

    def _ask(self, wrong: str = "", status: int = 200, told: str = "") -> web.Response:
        return self._show(ENTRANCE[DoorWay.CODE], wrong=wrong, told=told, asks=True, status=status)

    def _show(
        self, words: Doorway, *, wrong: str = "", told: str = "", asks: bool = False, opens: str = "", going: bool = False,
        status: int = 200,
    ) -> web.Response:  # fmt: skip
        """Return a page with one button: a code to fill in, the way in, or after what went wrong the way to another."""
        begins = asks or opens
        lines = tuple(line.format(organisation=self._organisation) for line in words.lines) if begins else ()
        help_ = (f"Vragen? {self._contact}",) if self._contact else ()
        page = TEMPLATES.get_template("doorway.html.j2").render(
            style=self._assets["style.css"].address, title=words.title, lines=lines, wrong=wrong, told=told, asks=asks,
            lost=LOST if self._mails and not told else "", opens=opens, going=going, small=(KEEPS, *help_) if begins else help_,
        )  # fmt: skip
        return web.Response(text=page, status=status, content_type="text/html", headers=BUTTON)

    def _guarded(self, handler: Handler) -> Handler:
        """Return a handler that answers with a page, whatever happens."""

        async def handle(request: web.Request) -> web.Response:
            wrong, status = BROKEN, 500
            try:
                return await handler(request)
            except RequestRefused as refusal:
                log.info("door.refused", status=refusal.status, reason=refusal.reason)
                status, wrong = refusal.status, OTHER_PAGE if refusal.status == 403 else BROKEN
            except (DatabaseGone, RaceLost):
                status, wrong = 503, AWAY
            except Exception as error:
                log.exception("door.broken", exc_info=error)
            return self._show(ENTRANCE[DoorWay.CODE], wrong=wrong, status=status)

        return handle
