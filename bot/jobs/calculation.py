"""Calculating beside the conversations: in processes of their own, which give way to everything else."""

import asyncio
import os
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TypeVar

from bot.jobs.processes import make_pool
from storage.disclosure.portions import Aside, Choose, one_by_one

# Up to so many companies a thread is quicker than starting processes.
FEW = 400
NICE = 10
Made = TypeVar("Made")


@dataclass(slots=True)
class Crew:
    """Processes that calculate; they are only started when there is much to do, and anew when one of them was killed."""

    processes: int
    pool: ProcessPoolExecutor | None = None

    def choose(self, companies: int) -> Aside:
        """Return where to calculate for so many companies."""
        return one_by_one() if companies <= FEW else self.aside

    async def aside(self, function: Callable[..., Made], /, *given: object) -> Made:
        """Calculate in one of the processes."""
        self.pool = pool = self.pool or make_pool(self.processes, nice=NICE)
        try:
            return await asyncio.get_running_loop().run_in_executor(pool, function, *given)
        except BrokenProcessPool:  # it takes nothing any more
            if self.pool is pool:
                self.leave()
            raise

    def leave(self) -> None:
        """Stop the processes; what they were doing is lost, and found again the next time."""
        if self.pool is not None:
            self.pool.shutdown(wait=False, cancel_futures=True)
            self.pool = None


@asynccontextmanager
async def crew(processes: int | None = None) -> AsyncIterator[Choose]:
    """Have a crew for the length of the block; without a number, one process per processor."""
    hands = Crew(processes or os.cpu_count() or 1)
    try:
        yield hands.choose
    finally:
        hands.leave()
