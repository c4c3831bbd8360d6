"""Adding up many companies beside the conversations: in processes of their own, which give way to everything else."""

import asyncio
import os
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TypeVar

from bot.apart import make_pool
from storage.adding import Aside, Choose, one_by_one

# Up to so many companies a thread is quicker than starting processes.
FEW = 400
NICE = 10
Made = TypeVar("Made")


@dataclass(slots=True)
class Crew:
    """Processes that add up; they are only started when there is much to do."""

    processes: int
    pool: ProcessPoolExecutor | None = None

    def choose(self, companies: int) -> Aside:
        """Return where to calculate for so many companies."""
        return one_by_one() if companies <= FEW else self.aside

    async def aside(self, function: Callable[..., Made], /, *given: object) -> Made:
        """Calculate in one of the processes."""
        if self.pool is None:
            self.pool = make_pool(self.processes, nice=NICE)
        return await asyncio.get_running_loop().run_in_executor(self.pool, function, *given)

    def leave(self) -> None:
        """Stop the processes; what they were doing is lost, and found again the next time."""
        if self.pool is not None:
            self.pool.shutdown(wait=False, cancel_futures=True)


@asynccontextmanager
async def crew(processes: int | None = None) -> AsyncIterator[Choose]:
    """Have a crew for the length of the block; without a number, one process per processor."""
    hands = Crew(processes or os.cpu_count() or 1)
    try:
        yield hands.choose
    finally:
        hands.leave()
