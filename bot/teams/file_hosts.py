"""Fetching files that people sent and saving papers among theirs: only from and to the hosts that are allowed."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from aiohttp import ClientError, ClientResponse, ClientSession, ClientTimeout
from yarl import URL

from bot.teams.hosts import Hosts

Moved = TypeVar("Moved")
LARGEST = 20 * 1024 * 1024  # bytes; own limit, above any register we know of
TIMEOUT = ClientTimeout(total=60, connect=5)
ATTEMPTS = 3
AT_ONCE = 4  # what is fetched is in memory until it is read
MOST_REDIRECTS = 3
AGAIN = frozenset({429, 500, 502, 503, 504})
# Nothing of ours goes along: the address itself is the permission. What is packed could unpack to anything.
PLAIN = {"Accept-Encoding": "identity"}


class NotMoved(Exception):  # noqa: N818 - named for the state it tells
    """A file was not fetched or not saved."""


class TooLarge(NotMoved):
    """A file is larger than we take."""


class _Again(Exception):  # noqa: N818 - named for what to do
    """It may work in a moment."""


class FileHosts:
    """The way to the files of people. No token leaves; an address outside the list is not asked for anything."""

    def __init__(self, session: ClientSession, hosts: Hosts, sleep: Callable[[float], Awaitable[object]] = asyncio.sleep) -> None:
        """`sleep` waits a number of seconds; tests give their own."""
        self._session, self._hosts, self._sleep = session, hosts, sleep
        self._places = asyncio.Semaphore(AT_ONCE)

    async def fetch(self, address: str) -> bytes:
        """Return what is at an address. Raises NotMoved, or TooLarge as soon as that is known."""
        async with self._places:
            return await self._try(lambda: self._fetch(address))

    async def save(self, address: str, content: bytes) -> None:
        """Save all of a file at an address that Teams gave for it. Raises NotMoved."""
        async with self._places:
            await self._try(lambda: self._save(address, content))

    async def _try(self, work: Callable[[], Awaitable[Moved]]) -> Moved:
        """Do it, and again when the other side had a bad moment."""
        for attempt in range(1, ATTEMPTS + 1):
            try:
                return await work()
            except (_Again, ClientError, TimeoutError, OSError) as failure:
                if attempt == ATTEMPTS:
                    raise NotMoved(type(failure).__name__) from None
            await self._sleep(attempt)
        raise AssertionError("unreachable")

    async def _fetch(self, address: str) -> bytes:
        for _ in range(MOST_REDIRECTS + 1):
            async with self._session.get(
                self._allowed(address), headers=PLAIN, timeout=TIMEOUT, allow_redirects=False, auto_decompress=False
            ) as response:
                if response.status not in (301, 302, 303, 307, 308):
                    return await _read(response)
                address = str(response.url.join(URL(response.headers.get("Location", ""))))
        raise NotMoved("redirects")

    async def _save(self, address: str, content: bytes) -> None:
        part = {"Content-Range": f"bytes 0-{len(content) - 1}/{len(content)}", "Content-Type": "application/octet-stream"}
        async with self._session.put(
            self._allowed(address), data=content, headers=part, timeout=TIMEOUT, allow_redirects=False
        ) as response:
            _judge(response, (200, 201))

    def _allowed(self, address: str) -> URL:
        if not self._hosts.allow_file(address):
            raise NotMoved("host")
        return URL(address, encoded=address.isascii())


async def _read(response: ClientResponse) -> bytes:
    """Return the body; stops as soon as it is more than we take, whatever its length was said to be."""
    _judge(response, (200,))
    if response.headers.get("Content-Encoding", "identity") != "identity":
        raise NotMoved("encoding")
    if (response.content_length or 0) > LARGEST:
        raise TooLarge
    found = bytearray()
    async for part in response.content.iter_chunked(65536):
        found += part
        if len(found) > LARGEST:
            raise TooLarge
    return bytes(found)


def _judge(response: ClientResponse, fine: tuple[int, ...]) -> None:
    if response.status in AGAIN:
        raise _Again
    if response.status not in fine:
        raise NotMoved(str(response.status))
