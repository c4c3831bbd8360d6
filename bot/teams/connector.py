"""Speaking to Teams: one pooled client that sends, updates and opens, and tries again where Teams asks for it."""

import asyncio
import json
import random
import time
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from typing import Any
from urllib.parse import quote

from aiohttp import ClientError, ClientSession, ClientTimeout, DummyCookieJar, TCPConnector
from yarl import URL

from bot.metrics import Metrics
from bot.teams.activities import as_json, encoded, fitting
from bot.teams.credentials import Credentials, NoToken
from bot.teams.hosts import Hosts
from bot.teams.undelivered import Blocked, Gone, NotDelivered, Rejected, Unreachable

ATTEMPTS = 5
WINDOW = 9.0  # seconds in which attempts may begin; with the time-out it stays below the lease of a stored turn
AGAIN = frozenset({412, 429, 502, 503, 504})
TIMEOUT = ClientTimeout(total=10, connect=5)

Sleep = Callable[[float], Awaitable[object]]


def pooled_session() -> ClientSession:
    """Return the one client of this process; call it inside the event loop and close it at the end."""
    connector = TCPConnector(limit=100, keepalive_timeout=60)
    return ClientSession(timeout=TIMEOUT, connector=connector, cookie_jar=DummyCookieJar())  # nobody's cookies are kept


class Connector:
    """The way out to every conversation. A token only leaves for an allowed host."""

    def __init__(
        self,
        session: ClientSession,
        credentials: Credentials,
        hosts: Hosts,
        metrics: Metrics,
        sleep: Sleep = asyncio.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`sleep` waits a number of seconds and `clock` tells them; tests give their own."""
        self._session, self._credentials, self._hosts = session, credentials, hosts
        self._metrics, self._sleep, self._clock = metrics, sleep, clock

    async def send(self, reference: Mapping[str, Any], activity: Mapping[str, Any], until: float | None = None) -> str | None:
        """Send to the conversation; return the new activity's id. Raises Undelivered.

        No attempt begins after `until` on the clock; by default nine seconds from now.
        """
        until = until or self._clock() + WINDOW
        address = f"{self._conversation(reference)}/activities"
        sent: str | None = None
        for part in encoded(activity, reference):
            sent = (await self._ask("POST", reference, address, part, until)).get("id")
        return sent

    async def update(
        self, reference: Mapping[str, Any], target: str, activity: Mapping[str, Any], until: float | None = None
    ) -> str | None:
        """Replace an activity in place, or send it anew when it is gone; return its id. Raises Undelivered."""
        until = until or self._clock() + WINDOW
        address = f"{self._conversation(reference)}/activities/{quote(target, safe='')}"
        part, *rest = encoded({**activity, "id": target}, reference)
        try:
            answer = await self._ask("PUT", reference, address, part, until)
        except Gone:
            return await self.send(reference, activity, until)
        for more in rest:
            await self._ask("POST", reference, f"{self._conversation(reference)}/activities", more, until)
        return answer.get("id") or target

    async def delete(self, reference: Mapping[str, Any], target: str, until: float | None = None) -> None:
        """Take an activity away; one that is gone already is fine. Raises Undelivered."""
        address = f"{self._conversation(reference)}/activities/{quote(target, safe='')}"
        with suppress(Gone):
            await self._ask("DELETE", reference, address, b"", until or self._clock() + WINDOW)

    async def get(self, reference: Mapping[str, Any], path: str) -> Mapping[str, Any]:
        """Return what Teams tells at a path behind /v3/, such as "teams/19:..." (quoted already). Raises Undelivered."""
        address = f"{str(reference['serviceUrl']).rstrip('/')}/v3/{path}"
        return await self._ask("GET", reference, address, None, self._clock() + WINDOW)

    async def post(self, reference: Mapping[str, Any], activity: Mapping[str, Any], until: float | None = None) -> str:
        """Start a thread in a channel; return the id of its conversation. Raises Undelivered."""
        until = until or self._clock() + WINDOW
        first, *rest = fitting(activity)
        parameters = {
            "isGroup": True,
            "bot": reference.get("bot"),
            "tenantId": reference.get("tenant"),
            "channelData": {"channel": {"id": reference["conversation"]["id"]}},
            "activity": first,
        }
        root = await self.open(reference, parameters, until)
        if not root:
            raise Rejected("no thread")
        there = {**reference, "conversation": {**reference["conversation"], "id": root}}
        for more in rest:
            await self.send(there, more, until)
        return root

    async def open(self, reference: Mapping[str, Any], parameters: Mapping[str, Any], until: float | None = None) -> str:
        """Open a conversation (see Teams' "create conversation"); return its id. Raises Undelivered."""
        address = f"{str(reference['serviceUrl']).rstrip('/')}/v3/conversations"
        return str(
            (await self._ask("POST", reference, address, as_json(parameters), until or self._clock() + WINDOW)).get("id", "")
        )

    def _conversation(self, reference: Mapping[str, Any]) -> str:
        place = quote(str(reference["conversation"]["id"]), safe="")
        return f"{str(reference['serviceUrl']).rstrip('/')}/v3/conversations/{place}"

    async def _ask(
        self, method: str, reference: Mapping[str, Any], address: str, raw: bytes | None, until: float
    ) -> Mapping[str, Any]:
        if not self._hosts.allow(str(reference["serviceUrl"])):
            raise Rejected("host")
        for attempt in range(1, ATTEMPTS + 1):
            found, wait = await self._attempt(method, address, raw)
            if found is not None:
                return found
            pause = max(wait, random.uniform(0.5, 1.0) * 0.4 * 2**attempt)  # noqa: S311 - jitter, no secret
            if attempt == ATTEMPTS or self._clock() + pause > until:
                break
            self._metrics.retries.inc()
            await self._sleep(pause)
        raise Unreachable("attempts")

    async def _attempt(self, method: str, address: str, raw: bytes | None) -> tuple[Mapping[str, Any] | None, float]:
        """Try once; return the answer, or None with the seconds that Teams asks us to wait."""
        try:
            headers = {"Content-Type": "application/json", **await self._credentials.headers()}
            async with self._session.request(
                method, URL(address, encoded=True), data=raw, headers=headers, allow_redirects=False
            ) as response:
                self._metrics.sent.labels(str(response.status)).inc()
                if response.status in AGAIN:
                    return None, _asked_wait(response.headers.get("Retry-After"))
                return _judge(response.status, await response.read()), 0
        except TimeoutError:
            raise Unreachable("timeout") from None  # Teams may have taken it: the sweeper decides later
        except (ClientError, NoToken, OSError) as error:
            self._metrics.sent.labels(type(error).__name__).inc()
            return None, 0


def _judge(status: int, raw: bytes) -> Mapping[str, Any]:
    """Return Teams' answer, or raise what its status means."""
    if status < 300:
        try:
            found = json.loads(raw or b"{}")
        except ValueError:
            found = {}
        return found if isinstance(found, Mapping) else {}
    kinds: dict[int, type[NotDelivered]] = {403: Blocked, 404: Gone}
    raise kinds.get(status, Rejected)(str(status))


def _asked_wait(header: str | None) -> float:
    """Return the seconds in a Retry-After; Teams sends whole seconds."""
    return float(header[:6]) if header and header.isdecimal() else 0
