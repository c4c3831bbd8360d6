"""Two real processes of the bot on one PostgreSQL, which a test can kill at any moment."""

import asyncio
import os
import random
import signal
import socket
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout

APP = Path(__file__).parents[2] / "app.py"
PATIENCE = ClientTimeout(total=15)  # as long as Teams waits


def free_port() -> int:
    """Return a port that nothing listens on now."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


@dataclass
class Replica:
    """One process; after a kill another takes its place on the same port."""

    database_url: str
    folder: Path
    http: ClientSession
    port: int = field(default_factory=free_port)
    process: asyncio.subprocess.Process | None = None
    more: Mapping[str, str] = field(default_factory=dict)

    async def start(self) -> None:
        """Start the process and wait until it is ready."""
        environment = {
            "PATH": os.environ["PATH"],
            "DATABASE_URL": self.database_url,
            "DANGEROUSLY_ALLOW_ANONYMOUS": "true",
            "ALLOWED_SERVICE_HOSTS": "127.0.0.1",
            "PORT": str(self.port),
            "METRICS_PORT": "0",
            **self.more,
        }
        with (self.folder / f"{self.port}.log").open("ab") as log:
            self.process = await asyncio.create_subprocess_exec(
                sys.executable, str(APP), "serve", env=environment, cwd=self.folder, stdout=log, stderr=log
            )
        while not await self.is_ready():
            assert self.process.returncode is None, "the bot did not start"
            await asyncio.sleep(0.1)

    async def is_ready(self) -> bool:
        """Say whether it listens and reaches its database."""
        try:
            async with self.http.get(f"http://127.0.0.1:{self.port}/readyz") as response:
                return response.status == 200
        except ClientError:
            return False

    def signal(self, number: signal.Signals) -> None:
        """Send the process a signal."""
        assert self.process
        self.process.send_signal(number)

    async def kill(self) -> None:
        """End the process without a warning."""
        assert self.process
        self.process.send_signal(signal.SIGKILL)
        await self.process.wait()

    async def stop(self) -> None:
        """Ask the process to stop."""
        if self.process and self.process.returncode is None:
            self.process.terminate()
            await self.process.wait()


async def at_once() -> None:
    """Look at nothing."""


@dataclass
class Replicas:
    """What stands behind the load balancer."""

    all: list[Replica]
    http: ClientSession
    chance: random.Random
    kills: list[float] = field(default_factory=list)

    async def deliver(self, activity: dict[str, Any]) -> None:
        """Deliver as Teams does: again, to whoever answers, until it is taken."""
        while True:
            replica = self.chance.choice(self.all)
            address = f"http://127.0.0.1:{replica.port}/api/messages"
            try:
                async with self.http.post(address, json=activity, timeout=PATIENCE) as response:
                    if response.status == 200:
                        return
            except (ClientError, TimeoutError):
                pass
            await asyncio.sleep(0.05)

    async def kill_one(self, then: Callable[[], Awaitable[None]] = at_once) -> None:
        """Kill one of them, look `then`, and put another in its place; the others go on."""
        replica = self.chance.choice(self.all)
        await replica.kill()
        self.kills.append(time.monotonic())
        await then()
        await replica.start()


@asynccontextmanager
async def two_replicas(
    database_url: str, folder: Path, more: Mapping[str, str] = MappingProxyType({})
) -> AsyncIterator[Replicas]:
    """Run two processes, with `more` settings, and stop them afterwards; chance decides which of them is killed."""
    seed = int(os.environ.get("CHAOS_SEED", random.randrange(10**6)))
    print(f"CHAOS_SEED={seed}")  # noqa: T201 - to do it again
    async with AsyncExitStack() as stack:
        http = await stack.enter_async_context(ClientSession())
        found = [Replica(database_url, folder, http, more=more) for _ in range(2)]
        for replica in found:
            stack.push_async_callback(replica.stop)
        await asyncio.gather(*(replica.start() for replica in found))
        yield Replicas(found, http, random.Random(seed))
