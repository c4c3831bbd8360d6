"""Pages that wait for what is new: rung when this process shows something, and now and then for what another process did."""

import asyncio
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from uuid import UUID

AGAIN = 2.0  # seconds between two looks of a page that waits: for what another process showed, and whether it may still look
PHASES = 8  # pages look at a few moments in these seconds, those of one moment in one statement
MOST_OF_ONE = 4  # pages of one person that wait at once; any more are answered at once


class Bells:
    """One bell for each page that waits."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Start with nobody waiting; `clock` tells seconds."""
        self._clock = clock
        self._waiting = defaultdict[UUID, set[asyncio.Event]](set)
        self.ended = False

    def ring(self, person: UUID) -> None:
        """Wake whoever waits in the pages of a person."""
        for bell in self._waiting.get(person, ()):
            bell.set()

    def end(self) -> None:
        """Wake everybody, and let nobody wait any more: the program stops."""
        self.ended = True
        for bells in self._waiting.values():
            for bell in bells:
                bell.set()

    @contextmanager
    def at(self, person: UUID) -> Iterator[asyncio.Event | None]:
        """Give a bell for one page; None when it may not wait. What is shown from now on rings it."""
        bells = self._waiting[person]
        if self.ended or len(bells) >= MOST_OF_ONE:
            yield None
            return
        bell = asyncio.Event()
        bells.add(bell)
        try:
            yield bell
        finally:
            bells.discard(bell)
            if not bells:
                self._waiting.pop(person, None)

    async def wait(self, person: UUID, bell: asyncio.Event, until: float) -> bool:
        """Wait until the bell rings, or it is time to look again; False when the time of the page is over."""
        bell.clear()
        now = self._clock()
        if self.ended or now >= until:
            return False
        phase = person.int % PHASES * AGAIN / PHASES
        with suppress(TimeoutError):
            await asyncio.wait_for(bell.wait(), min(until - now, AGAIN - (now - phase) % AGAIN))
        return True

    def waiting_at(self, person: UUID) -> int:
        """Return how many pages of a person wait."""
        return len(self._waiting.get(person, ()))
