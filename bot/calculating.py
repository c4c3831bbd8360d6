"""Adding up many terrains beside the conversations: in processes of their own, which give way to everything else."""

import asyncio
import datetime
import os
from collections.abc import AsyncIterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.apart import make_pool
from domain.candidates import Calculated, calculate
from domain.demand.parameters import Parameters
from storage.renewing import Calculate, Sheet

# Up to so many terrains a thread is quicker than starting processes.
FEW = 8
PART = 5  # terrains that a process takes at a time
NICE = 10


def calculate_all(sheets: Sequence[Sheet], at: datetime.datetime, parameters: Parameters) -> list[Calculated]:
    """Return the totals of these terrains."""
    return [calculate(terrain, companies, at, parameters) for terrain, companies in sheets]


@dataclass(slots=True)
class Crew:
    """Processes that add up; they are only started when there is much to do."""

    processes: int
    pool: ProcessPoolExecutor | None = None

    async def calculate(self, sheets: Sequence[Sheet], at: datetime.datetime, parameters: Parameters) -> Sequence[Calculated]:
        """Return the totals of these terrains, in their order."""
        if len(sheets) <= FEW:
            return await asyncio.to_thread(calculate_all, sheets, at, parameters)
        if self.pool is None:
            self.pool = make_pool(self.processes, nice=NICE)
        loop, pool = asyncio.get_running_loop(), self.pool
        parts = [sheets[start : start + PART] for start in range(0, len(sheets), PART)]
        done = await asyncio.gather(*(loop.run_in_executor(pool, calculate_all, part, at, parameters) for part in parts))
        return [one for part in done for one in part]

    def leave(self) -> None:
        """Stop the processes; what they were doing is lost, and found again the next time."""
        if self.pool is not None:
            self.pool.shutdown(wait=False, cancel_futures=True)


@asynccontextmanager
async def crew(processes: int | None = None) -> AsyncIterator[Calculate]:
    """Have a crew for the length of the block; without a number, one process per processor."""
    hands = Crew(processes or os.cpu_count() or 1)
    try:
        yield hands.calculate
    finally:
        hands.leave()
