"""Keeping the work beside the conversations going: what breaks it is noted, and it starts again."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import structlog

log = structlog.get_logger(__name__)

PAUSE = 5.0  # seconds


async def endure(work: Callable[[], Awaitable[None]], pause: float = PAUSE) -> None:
    """Do work that should never end, and do it again whenever it does; runs until cancelled."""
    while True:
        try:
            await work()
            log.warning("work.ended")
        except Exception as error:
            log.exception("work.broke", exc_info=error)
        await asyncio.sleep(pause)


@asynccontextmanager
async def running(work: Callable[[], Awaitable[None]], pause: float = PAUSE) -> AsyncIterator[None]:
    """Have something go on beside what happens inside."""
    task = asyncio.create_task(endure(work, pause))
    try:
        yield
    finally:
        task.cancel()
        await asyncio.wait((task,))
