"""A page that waits hears at once what is new, and never longer than it may; nobody else notices that it waits."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from aiohttp import ClientResponse
from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.door.bells import AGAIN, MOST_OF_ONE, Bells
from storage.database.transactions import transaction
from storage.tables.door import door_session
from tests.wiring.core import Core
from tests.wiring.window import Page, Windowed, windowed

WHO = UUID(int=3)


@pytest.fixture
async def world(database: AsyncEngine, tmp_path: Path, quiet: None) -> AsyncIterator[Windowed]:
    async with windowed(database, tmp_path, Core()) as found:
        yield found


async def waits(world: Windowed, page: Page) -> asyncio.Task[ClientResponse]:
    """Let a page wait; return when it does."""
    before = world.windows.bells.waiting_at(page.who.person)
    task = asyncio.create_task(page.asks("GET", f"{page.here}/activities?watermark=0&wait"))
    while world.windows.bells.waiting_at(page.who.person) == before:
        assert not task.done()
        await asyncio.sleep(0)
    return task


async def told(waiting: asyncio.Task[ClientResponse]) -> list[str]:
    """Return what a page that waited heard."""
    answer = await waiting
    assert answer.status == 200
    return [one["text"] for one in (await answer.json())["activities"]]


async def test_what_is_shown_is_told_at_once_in_every_page_of_that_person(world: Windowed) -> None:
    page, other = await world.page(), await world.page()
    waiting = [await waits(world, page), await waits(world, page)]
    elsewhere = await waits(world, other)
    await world.windows.show(page.who.person, uuid4(), {"type": "message", "text": "Nieuws"})
    assert [await told(one) for one in waiting] == [["Nieuws"], ["Nieuws"]]
    assert not elsewhere.done()
    elsewhere.cancel()


async def test_what_was_there_already_is_not_waited_for(world: Windowed) -> None:
    page = await world.page()
    await world.windows.show(page.who.person, uuid4(), {"type": "message", "text": "Welkom"})
    answer = await page.asks("GET", f"{page.here}/activities?watermark=0&wait")
    assert [one["text"] for one in (await answer.json())["activities"]] == ["Welkom"]


async def test_who_has_many_pages_open_waits_in_a_few_of_them(world: Windowed) -> None:
    page = await world.page()
    waiting = [await waits(world, page) for _ in range(MOST_OF_ONE)]
    assert await told(asyncio.create_task(page.asks("GET", f"{page.here}/activities?watermark=0&wait"))) == []
    assert not any(one.done() for one in waiting)
    world.windows.bells.end()
    assert [await told(one) for one in waiting] == [[]] * MOST_OF_ONE


async def test_a_session_that_ends_while_its_page_waits_tells_nothing_more(world: Windowed) -> None:
    page = await world.page()
    waiting = await waits(world, page)
    async with transaction(world.database) as connection:
        await connection.execute(delete(door_session).where(door_session.c.person_id == page.who.person))
    await world.windows.show(page.who.person, uuid4(), {"type": "message", "text": "Nieuws"})
    assert (await waiting).status == 403


async def test_a_refusal_is_counted(world: Windowed) -> None:
    page = await world.page()
    page.headers["Authorization"] = "Bearer x"
    assert (await page.asks("GET", f"{page.here}/activities")).status == 403
    assert b'laadmaat_refused_total{status="403"} 1.0' in world.edge.metrics.page()


async def test_a_page_looks_again_by_itself_and_its_time_ends() -> None:
    now = 100.0
    bells = Bells(lambda: now)
    with bells.at(WHO) as bell:
        assert bell is not None
        async with asyncio.timeout(2 * AGAIN):
            assert await bells.wait(WHO, bell, until=now + 0.01)  # nothing rang: it looks once more
        assert not await bells.wait(WHO, bell, until=now)
    bells.end()
    with bells.at(WHO) as bell:
        assert bell is None
