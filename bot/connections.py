"""The door that listens: connections have a cap, every wait of theirs an end, and no answer tells what runs here.

aiohttp waits over an hour for a head that never ends, for ever for a body and for somebody who takes no answer, and
quotes a broken head back. All that is mended here, for every address of the program.
"""

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import structlog
from aiohttp import web

from bot.timeouts import Timeouts

log = structlog.get_logger(__name__)

NAME = "Laadmaat"  # what is in `Server`: no program, no version
PAGES = 400  # more where people take part without Teams: each page that is open keeps one, and can do without it
MOST = 500  # connections of one process at once; many times what a region needs, and below what a system lets one open


class Door(web.RequestHandler):
    """One connection. It waits for a head, works on a request, or is idle until the next; none of that for ever."""

    __slots__ = ("_alarm", "_doors", "_idle")

    def __init__(self, server: web.Server, doors: "Doors") -> None:
        """Belong to `doors`; aiohttp's own limits are for what it does well, and its log of requests is off."""
        timeouts = doors.timeouts
        super().__init__(
            server,
            loop=asyncio.get_running_loop(),
            keepalive_timeout=timeouts.idle,
            lingering_time=timeouts.linger,
            access_log=None,  # type: ignore[arg-type]  # what switches it off
        )
        self._doors = doors
        self._idle = False
        self._alarm: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Take a connection, when there is room, or when somebody who only waits can be put out."""
        super().connection_made(transport)
        if self._doors.admit(self):
            self._close_after(self._doors.timeouts.head)
        else:
            self.put_out()

    def connection_lost(self, exc: BaseException | None) -> None:
        if self._alarm is not None:
            self._alarm.cancel()
        self._doors.release(self)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Read on; the first bytes of a next head start its time."""
        if self._idle and data:
            self._idle = False
            self._close_after(self._doors.timeouts.head)
        super().data_received(data)

    def begin(self) -> None:
        """Note that this connection only waits: a head came in whole and its body did not, or there is nothing new to tell."""
        self._idle = False
        self._doors.waiting(self)
        self._close_after(self._doors.timeouts.request)

    def work(self) -> None:
        """Note that a request came in whole: from now on this connection is busy."""
        self._doors.busy(self)

    async def finish_response(
        self, request: web.BaseRequest, resp: web.StreamResponse, start_time: float | None
    ) -> tuple[web.StreamResponse, bool]:
        """Send an answer; whoever does not take it is let go by the alarm. Then wait for what comes next."""
        if isinstance(resp, web.HTTPExpectationFailed):
            resp = web.Response(status=417)  # aiohttp quotes what was expected
        resp.headers.setdefault("Server", NAME)
        done = await super().finish_response(request, resp, start_time)
        self._idle = True
        self._doors.waiting(self)
        self._close_after(self._doors.timeouts.idle)
        return done

    def handle_error(
        self,
        request: web.BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,  # noqa: ARG002
    ) -> web.StreamResponse:
        """Answer what broke with its status alone. aiohttp's words quote the request."""
        log.warning("request.broken", status=status, error=type(exc).__name__)
        if request.writer.output_size > 0:
            raise ConnectionError("An answer was begun already.")
        answer = web.Response(status=status)
        answer.force_close()
        return answer

    def put_out(self) -> None:
        """End the connection at once."""
        transport = self.transport
        self.force_close()
        if transport is not None:
            transport.abort()

    def _close_after(self, seconds: float) -> None:
        if self._alarm is not None:
            self._alarm.cancel()
        if self.transport is not None:
            self._alarm = asyncio.get_running_loop().call_later(seconds, self.put_out)


class Doors:
    """The connections of one address: all of them, and those that only wait, whoever waits longest first."""

    def __init__(self, timeouts: Timeouts, most: int) -> None:
        """Start with nobody there."""
        self.timeouts, self._most = timeouts, most
        self._all: set[Door] = set()
        self._waiting: dict[Door, None] = {}

    def __len__(self) -> int:
        return len(self._all)

    def admit(self, door: Door) -> bool:
        """Take one more; when it is full somebody who only waits goes, and when all are busy nobody comes in."""
        if len(self._all) >= self._most:
            longest = next(iter(self._waiting), None)
            log.warning("connections.full", refused=longest is None)
            if longest is None:
                return False
            self.release(longest)
            longest.put_out()
        self._all.add(door)
        self.waiting(door)
        return True

    def waiting(self, door: Door) -> None:
        """Note that a connection has nothing to do, from now on."""
        if door in self._all:
            self._waiting.pop(door, None)
            self._waiting[door] = None

    def busy(self, door: Door) -> None:
        """Note that a connection has a request."""
        self._waiting.pop(door, None)

    def release(self, door: Door) -> None:
        """Forget a connection."""
        self._all.discard(door)
        self._waiting.pop(door, None)


@web.middleware
async def timed(request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]) -> web.StreamResponse:
    """Let the connection know that a request began, and that it is whole when it has no body."""
    if isinstance(request.protocol, Door):
        request.protocol.begin()
    if not request.can_read_body:
        note_whole(request)
    return await handler(request)


def note_whole(request: web.Request) -> None:
    """Let the connection know that a body came in: from now on it does not make room for others."""
    if isinstance(request.protocol, Door):
        request.protocol.work()


def note_waiting(request: web.Request) -> None:
    """Let the connection know that its request only waits for news: it makes room for others when need be."""
    if isinstance(request.protocol, Door):
        request.protocol.begin()


@asynccontextmanager
async def open_door(
    application: web.Application, listening: socket.socket, timeouts: Timeouts | None = None, most: int = MOST
) -> AsyncIterator[Doors]:
    """Serve an application on a socket until the block ends; then requests in progress are finished."""
    doors = Doors(timeouts or Timeouts(), most)
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=doors.timeouts.finish)
    await runner.setup()
    try:
        server = runner.server
        assert server is not None  # noqa: S101 - setup made it
        site = await asyncio.get_running_loop().create_server(lambda: Door(server, doors), sock=listening)
        try:
            yield doors
        finally:
            site.close()
    finally:
        await runner.cleanup()
