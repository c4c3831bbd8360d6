"""Files that people send without Teams: kept for a few minutes in the process that took them, until their turn reads them."""

import secrets
import time
from collections import OrderedDict
from collections.abc import Callable

from bot.teams.file_hosts import LARGEST, NotMoved
from bot.turn.errands import MovesFiles

ADDRESS = "door:"  # begins the address of a file that is kept here
SECONDS = 300.0
MOST_BYTES = 3 * LARGEST  # of all files together; who comes after that has to wait


class Uploads:
    """The files of people in windows; those of Teams are elsewhere."""

    def __init__(self, elsewhere: MovesFiles, clock: Callable[[], float] = time.monotonic) -> None:
        """`elsewhere` moves the files of Teams; `clock` tells seconds."""
        self._elsewhere, self._clock = elsewhere, clock
        self._kept: OrderedDict[str, tuple[bytes, float]] = OrderedDict()

    def has_room(self, size: int) -> bool:
        """Say whether so many bytes can be kept now."""
        self._forget()
        return sum(len(content) for content, _ in self._kept.values()) + size <= MOST_BYTES

    def keep(self, content: bytes) -> str:
        """Keep a file; return its address, a secret that works once."""
        address = f"{ADDRESS}{secrets.token_urlsafe(32)}"
        self._kept[address] = (content, self._clock() + SECONDS)
        return address

    async def fetch(self, address: str) -> bytes:
        """Return what is at an address. Raises NotMoved or TooLarge."""
        if not address.startswith(ADDRESS):
            return await self._elsewhere.fetch(address)
        self._forget()
        if address not in self._kept:
            raise NotMoved("not kept")
        return self._kept.pop(address)[0]

    async def save(self, address: str, content: bytes) -> None:
        """Save a paper among the files of somebody in Teams. Raises NotMoved."""
        await self._elsewhere.save(address, content)

    def _forget(self) -> None:
        now = self._clock()
        while self._kept and next(iter(self._kept.values()))[1] <= now:
            self._kept.popitem(last=False)
