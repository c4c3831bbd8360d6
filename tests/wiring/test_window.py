"""A window without Teams over HTTP: each answer comes once and in order, whatever happens to a line, a tab or a process."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.wiring.window import BASE, Windowed, windowed


@pytest.fixture
async def world(database: AsyncEngine, tmp_path: Path) -> AsyncIterator[Windowed]:
    async with windowed(database, tmp_path) as found:
        yield found


def texts(told: list[dict[str, Any]]) -> list[str]:
    return [str(one.get("text")) for one in told]


async def test_what_is_said_is_heard_in_two_tabs_and_after_a_line_that_dropped(world: Windowed) -> None:
    one = await world.page()
    other = await world.page(one.cookie, one.who)
    started = await one.asks("POST", f"{BASE}/conversations")
    begun = await started.json()
    assert (started.status, begun["conversationId"]) == (201, str(one.who.person))
    assert f"Bearer {begun['token']}" == one.headers["Authorization"]
    assert await one.polls() == []

    await one.says("hallo")
    told = await one.polls()
    assert texts(told) == ["U zei: hallo"]
    assert told[0]["from"]["role"] == "bot"
    assert await one.polls() == []
    await other.says("nog iets")
    assert texts(await other.polls()) == ["U zei: hallo", "U zei: nog iets"]
    assert texts(await one.polls()) == ["U zei: nog iets"]
    assert await one.polls("") == await other.polls("")  # the same ids and times: each takes its own place again
