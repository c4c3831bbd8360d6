"""Two processes in one test, as behind a load balancer: real turns on PostgreSQL, over HTTP."""

import asyncio
import datetime
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from aiohttp import ClientSession
from sqlalchemy import text

import bot.edge
from bot.edge import Edge
from bot.teams.connector import pooled_session
from bot.timeouts import Timeouts
from bot.turn.search import Searching
from bot.turn.turns import Turns
from dialogs.lookup.terrain_names import TerrainNames
from storage.database.engine import create_engine
from storage.database.transactions import Database
from tests.chat import HOUSE, TERRAINS, Names
from tests.wiring.authority import Authority
from tests.wiring.conftest import GivenToken, listening, settings
from tests.wiring.fake_teams import FakeTeams

REAL = Timeouts()


@dataclass
class Process:
    """One of the processes that serve the same bot."""

    address: str
    edge: Edge
    turns: Turns


@dataclass
class Pair:
    """Two processes on one PostgreSQL, with one Teams."""

    first: Process
    second: Process
    teams: FakeTeams
    teams_url: str
    authority: Authority
    database: Database
    http: ClientSession

    async def deliver(self, process: Process, activity: dict[str, Any]) -> tuple[int, str]:
        """Deliver an activity to one of them, as Teams does."""
        proof = {"Authorization": f"Bearer {self.authority.token(serviceurl=self.teams_url)}"}
        address = f"{process.address}/api/messages"
        async with self.http.post(address, json={**activity, "serviceUrl": self.teams_url}, headers=proof) as response:
            return response.status, await response.text()

    async def delivers(self, process: Process, activity: dict[str, Any]) -> tuple[int, str]:
        """Deliver an activity and wait until its turn is over, however busy this machine is."""
        answer = await self.deliver(process, activity)
        await self.settled(process)
        return answer

    async def settled(self, process: Process) -> None:
        """Wait until the turns that a process is at are over."""
        await asyncio.gather(*process.edge.reception._tasks, return_exceptions=True)

    async def count(self, statement: str) -> int:
        """Count something in the database."""
        async with self.database.connect() as connection:
            return int((await connection.execute(text(statement))).scalar_one())

    async def text(self, statement: str) -> str:
        """Read one text from the database."""
        async with self.database.connect() as connection:
            return str((await connection.execute(text(statement))).scalar_one())

    async def time_passes(self) -> None:
        """Let the lease of every turn that was not sent end."""
        async with self.database.begin() as connection:
            await connection.execute(text("update turn set lease_until = now() - interval '1 second' where sent_at is null"))


@asynccontextmanager
async def two_processes(database: Database, monkeypatch: pytest.MonkeyPatch, patience: Timeouts = REAL) -> AsyncIterator[Pair]:
    """Serve with two processes that hold nothing in common but the database; `patience` is theirs with who holds a lock."""
    monkeypatch.setattr(bot.edge, "credentials", lambda _: GivenToken())
    authority, teams = Authority(), FakeTeams()
    async with AsyncExitStack() as stack:
        authority.address = await stack.enter_async_context(listening(authority.application))
        teams_url = await stack.enter_async_context(listening(teams.application))
        session = await stack.enter_async_context(pooled_session())
        http = await stack.enter_async_context(ClientSession())
        processes = []
        for _ in range(2):
            engine = create_engine(database.url, connections=3, patience_s=patience.lock)
            stack.push_async_callback(engine.dispose)
            turns = Turns(engine, HOUSE, Names(TerrainNames(TERRAINS)), now)
            folder = stack.enter_context(TemporaryDirectory())
            asked = settings(openid_metadata_url=f"{authority.address}/openid", data_dir=folder)
            edge = Edge(asked, session, turns, Searching(engine, HOUSE, turns.register, now), ready)
            address = await stack.enter_async_context(listening(edge.application()))
            processes.append(Process(address, edge, turns))
        yield Pair(processes[0], processes[1], teams, teams_url, authority, database, http)


async def ready() -> bool:
    return True


def now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)
