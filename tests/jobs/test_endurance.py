"""The work beside the conversations goes on, whatever breaks it, and ends when it is asked to."""

import asyncio

import pytest

from bot.jobs.supervision import endure, running

pytestmark = pytest.mark.usefixtures("quiet")


async def test_what_breaks_starts_again() -> None:
    tries, went_on = 0, asyncio.Event()

    async def breaks_twice() -> None:
        nonlocal tries
        tries += 1
        if tries < 3:
            raise ConnectionError
        went_on.set()
        await asyncio.Event().wait()

    async with running(breaks_twice, pause=0):
        await asyncio.wait_for(went_on.wait(), 5)
    assert tries == 3


async def test_what_ends_starts_again() -> None:
    ended = asyncio.Semaphore(0)

    async def ends() -> None:
        ended.release()

    task = asyncio.create_task(endure(ends, pause=0))
    for _ in range(3):
        await asyncio.wait_for(ended.acquire(), 5)
    task.cancel()
    await asyncio.wait((task,))
    assert task.cancelled()


async def test_what_happens_inside_decides_the_end() -> None:
    async def forever() -> None:
        await asyncio.Event().wait()

    before = asyncio.all_tasks()
    async with running(forever):
        assert len(asyncio.all_tasks() - before) == 1
    assert asyncio.all_tasks() == before
