"""One line per person: what they send is handled in the order it came, while others do not wait for it."""

import asyncio
from collections.abc import AsyncIterator, Hashable
from contextlib import asynccontextmanager


class KeyedLock:
    """Locks that exist only while somebody stands in line."""

    def __init__(self) -> None:
        """Start without anybody."""
        self._waiting: dict[Hashable, tuple[asyncio.Lock, int]] = {}

    @asynccontextmanager
    async def turn_of(self, person: Hashable) -> AsyncIterator[None]:
        """Wait for this person's earlier turns, then hold the place."""
        lock, count = self._waiting.get(person, (None, 0))
        lock = lock or asyncio.Lock()
        self._waiting[person] = (lock, count + 1)
        try:
            async with lock:
                yield
        finally:
            _, count = self._waiting[person]
            if count == 1:
                del self._waiting[person]
            else:
                self._waiting[person] = (lock, count - 1)
