"""The whole house for the tests in the browser: database, bot, Playgrounds, Chromium. Nothing in it is a stand-in."""

import os
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.async_api import Browser

from demo.bot import APP, TERRAINS, bot, settings
from demo.playground import playground
from demo.processes import Program
from tests.e2e.browser import chromium, page_of
from tests.e2e.window import Window
from tests.postgres import Cluster


@dataclass
class House:
    """A running bot, and the windows of the people who talk with it."""

    environment: dict[str, str]
    logs: Path
    browser: Browser
    windows: AsyncExitStack
    programs: ExitStack
    bot: Program = field(init=False)

    def starts(self) -> None:
        """Start the bot."""
        self.bot = self.programs.enter_context(bot(self.environment, self.logs / "bot.log"))

    def crashes(self) -> None:
        """End the bot as `kill -9` does."""
        self.bot.kill()

    async def window(self, person: str) -> Window:
        """Open the chat of somebody in demo/people."""
        here = f"http://127.0.0.1:{self.environment['PORT']}"
        address, _ = self.programs.enter_context(playground(person, here, self.logs / f"{person}.log"))
        window = Window(await self.windows.enter_async_context(page_of(self.browser)), address)
        await window.opens()
        return window


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    """One Chromium for all tests."""
    async with chromium() as started:
        yield started


@pytest.fixture
def environment(postgres: Cluster, tmp_path: Path) -> Iterator[dict[str, str]]:
    """The settings of a bot on a database of its own, with the example terrains in it."""
    with postgres.copy("e2e") as url, socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        made = settings(tmp_path, probe.getsockname()[1], url)
        probe.close()
        command = [sys.executable, APP, "import", str(TERRAINS)]
        subprocess.run(command, check=True, env={**os.environ, **made}, capture_output=True)
        yield made


@pytest.fixture
async def house(environment: dict[str, str], tmp_path: Path, browser: Browser) -> AsyncIterator[House]:
    """The house with the lights on."""
    with ExitStack() as programs:
        async with AsyncExitStack() as windows:
            opened = House(environment, tmp_path, browser, windows, programs)
            opened.starts()
            yield opened
