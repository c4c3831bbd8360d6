"""Direct Line 3.0 as Microsoft's Web Chat speaks it: a page with a cookie posts what its person does, and asks what is new.

Without streams: a page that asks again and again survives every line that drops, and every process of ours that goes.
"""

import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, Protocol

import structlog
from aiohttp import web

from bot.connections import note_waiting, note_whole
from bot.door.arrivals import BOT, Posted, arrival_of
from bot.door.bells import Bells
from bot.door.cookies import Cookies, shows_token, token_of
from bot.door.forms import read_form
from bot.door.headers import ANSWER
from bot.door.limits import FILES, POLLS, POSTS, REMEMBERED, STRANGERS, Addresses, Rates
from bot.door.outlet import id_of
from bot.door.uploads import Uploads
from bot.exchange import Arrival
from bot.teams.activities import as_json
from bot.teams.bodies import RequestRefused, read_raw, read_shape
from bot.timeouts import Timeouts
from dialogs.turn.events import Ignored, SentFile
from domain.door.sessions import DoorPerson
from storage.database.transactions import DatabaseGone, RaceLost
from storage.door.window import DoorMessage

START = "/v3/directline/conversations"
ONE = START + "/{conversation}"
ACTIVITIES = ONE + "/activities"
UPLOAD = ONE + "/upload"
REFRESH = "/v3/directline/tokens/refresh"
BESIDE = "/v3/directline/{tail:.*}"
WAIT_SECONDS = 15.0  # that a page may wait for what is new: less than it and proxies wait for an answer
TOKEN_SECONDS = 1800  # what the client is told; the session behind a token ends it
LARGEST_NUMBER = 2**63 - 1
Handler = Callable[[web.Request], Awaitable[web.Response]]
log = structlog.get_logger(__name__)


class LooksIn(Protocol):
    """The windows (bot/door/windows.py)."""

    @property
    def bells(self) -> Bells:
        """By which pages wait."""

    async def look(self, secret: str, watermark: int) -> tuple[DoorPerson, Sequence[DoorMessage]] | None:
        """Return who is behind a cookie, and what is new to them; None when they do not come in this way (any more)."""


class ReceivesMessages(Protocol):
    """What handles what comes in (bot/turn/reception.py)."""

    async def receive(self, arrival: Arrival) -> bool:
        """Handle a message; False when storing takes long, and goes on by itself."""


class DirectLine:
    """The endpoints. Nothing is told of anybody but the person of the cookie, whatever is asked for."""

    def __init__(
        self,
        windows: LooksIn,
        reception: ReceivesMessages,
        uploads: Uploads,
        cookies: Cookies,
        addresses: Addresses,
        timeouts: Timeouts,
    ) -> None:
        """Start with everybody unknown."""
        self._windows, self._reception, self._uploads, self._cookies = windows, reception, uploads, cookies
        self._addresses, self._timeouts = addresses, timeouts
        self._strangers = Rates(STRANGERS)
        self._polls, self._posts, self._files = Rates(POLLS), Rates(POSTS), Rates(FILES)
        self._known: OrderedDict[str, None] = OrderedDict()  # sessions that worked a moment ago: no address is guessing these

    def routes(self) -> list[web.RouteDef]:
        """Return the endpoints, and an end for everything beside them."""
        return [
            web.post(START, guarded(self.start)),
            web.get(ONE, guarded(self.resume)),
            web.get(ACTIVITIES, guarded(self.tell)),
            web.post(ACTIVITIES, guarded(self.take)),
            web.post(UPLOAD, guarded(self.take_files)),
            web.post(REFRESH, guarded(self.resume)),
            web.route("*", BESIDE, guarded(nothing_here)),
        ]

    async def start(self, request: web.Request) -> web.Response:
        """Tell a page its conversation and its token; it has none to show yet."""
        await read_raw(request, self._timeouts.body)
        secret, who, _ = await self._who(request, self._polls, tokenless="Authorization" not in request.headers)
        return answer(conversation_of(who, secret), 201)

    async def resume(self, request: web.Request) -> web.Response:
        """Tell the same to a page that goes on."""
        secret, who, _ = await self._who(request, self._polls)
        return answer(conversation_of(who, secret))

    async def tell(self, request: web.Request) -> web.Response:
        """Tell what is new after a watermark; our own page waits for it a while."""
        watermark = watermark_in(request)
        secret, who, news = await self._who(request, self._polls, watermark)
        if not news and "wait" in request.query:
            news = await self._wait(request, secret, who, watermark)
        newest = max((one.number for one in news), default=watermark)
        return answer({"activities": [shown_to(who, one) for one in news], "watermark": str(newest)})

    async def _wait(self, request: web.Request, secret: str, who: DoorPerson, watermark: int) -> Sequence[DoorMessage]:
        """Return what becomes new before the time is over. Raises RequestRefused when the session ends meanwhile."""
        until = time.monotonic() + WAIT_SECONDS
        note_waiting(request)
        with self._windows.bells.at(who.person) as bell:
            while True:
                found = await self._windows.look(secret, watermark)
                if found is None:
                    raise RequestRefused(403, "session ended")
                if found[1] or bell is None or request.transport is None:
                    return found[1]
                if not await self._windows.bells.wait(who.person, bell, until):
                    return ()

    async def take(self, request: web.Request) -> web.Response:
        """Take what somebody typed or pressed; its replies are asked for."""
        if request.content_type != "application/json":
            raise RequestRefused(415, "content type")
        _, who, _ = await self._who(request, self._posts)
        posted = read_shape(await read_raw(request, self._timeouts.body), Posted)
        note_whole(request)
        return await self._receive(arrival_of(who, posted))

    async def take_files(self, request: web.Request) -> web.Response:
        """Take files, with what was typed beside them."""
        if request.content_type != "multipart/form-data":
            raise RequestRefused(415, "content type")
        _, who, _ = await self._who(request, self._files)
        posted, files = await read_form(request, self._timeouts.upload, self._uploads.has_room)
        note_whole(request)
        kept = [SentFile(name, self._uploads.keep(content)) for name, content in files]
        return await self._receive(arrival_of(who, posted, kept))

    async def _receive(self, arrival: Arrival) -> web.Response:
        if not isinstance(arrival.event, Ignored):
            await self._reception.receive(arrival)
        return answer({"id": arrival.activity})

    async def _who(
        self, request: web.Request, rates: Rates, watermark: int = 0, *, tokenless: bool = False
    ) -> tuple[str, DoorPerson, Sequence[DoorMessage]]:
        """Return the session of a request, its person, and what is new to them. Raises RequestRefused."""
        if not self._cookies.comes_from_us(request):
            raise RequestRefused(403, "origin")
        secret = self._cookies.secret_in(request)
        if secret is None or not (tokenless or shows_token(request, secret)):
            raise RequestRefused(403, "no session")
        if secret not in self._known and not self._strangers.has_left(self._addresses.digest(request)):
            raise RequestRefused(429, "address")
        if not rates.allow(secret):
            raise RequestRefused(429, "session")
        found = await self._windows.look(secret, watermark)
        self._note(secret, known=found is not None)
        if found is None:
            self._strangers.allow(self._addresses.digest(request))
            raise RequestRefused(403, "session ended")
        if request.match_info.get("conversation", str(found[0].person)) != str(found[0].person):
            raise RequestRefused(404, "conversation")
        return secret, *found

    def _note(self, secret: str, *, known: bool) -> None:
        self._known.pop(secret, None)
        if known:
            self._known[secret] = None
            if len(self._known) > REMEMBERED:
                self._known.popitem(last=False)


def guarded(handler: Handler) -> Handler:
    """Return a handler that refuses with a status and no words, whatever happens, and lets nobody keep its answers."""

    async def handle(request: web.Request) -> web.Response:
        try:
            found = await handler(request)
        except RequestRefused as refusal:
            found = refused(refusal)
        except (DatabaseGone, RaceLost):
            found = web.Response(status=503, headers={"Retry-After": "5"})
        except Exception as error:
            log.exception("door.broken", exc_info=error)
            found = web.Response(status=500)
        found.headers.update({key: value for key, value in ANSWER.items() if key not in found.headers})
        return found

    return handle


def refused(refusal: RequestRefused) -> web.Response:
    """Return the answer to a request that is not for us; the log says why, and nothing of who."""
    log.info("door.refused", status=refusal.status, reason=refusal.reason)
    found = web.Response(status=refusal.status, headers={"Retry-After": "5"} if refusal.status == 429 else None)
    if refusal.status in (408, 413):
        found.force_close()
    return found


async def nothing_here(_: web.Request) -> web.Response:
    """Answer for every address that is none."""
    return web.Response(status=404)


def answer(found: Mapping[str, Any], status: int = 200) -> web.Response:
    return web.Response(body=as_json(found), status=status, content_type="application/json", charset="utf-8")


def conversation_of(who: DoorPerson, secret: str) -> dict[str, Any]:
    """Return what a client needs to know of its conversation: there is one for each person."""
    return {"conversationId": str(who.person), "token": token_of(secret), "expires_in": TOKEN_SECONDS}


def shown_to(who: DoorPerson, one: DoorMessage) -> dict[str, Any]:
    """Return a message as a client draws it: with the same id and time whenever it is told, so that it keeps its place."""
    return {
        **one.activity,
        "id": id_of(one.id),
        "timestamp": one.at.isoformat(),
        "from": {**BOT, "role": "bot"},
        "conversation": {"id": str(who.person)},
        "channelId": "directline",
        "locale": "nl-NL",
    }


def watermark_in(request: web.Request) -> int:
    """Return after which message a page asks; 0 from the beginning. Raises RequestRefused."""
    asked = request.query.get("watermark", "") or "0"
    if not (asked.isascii() and asked.isdecimal() and len(asked) < 20 and int(asked) <= LARGEST_NUMBER):
        raise RequestRefused(400, "watermark")
    return int(asked)
