"""The real edge over real HTTP: only Teams, its key server and the conversation core are ours."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientResponse, ClientSession, web

import bot.edge
from bot.connections import open_door
from bot.edge import Edge
from bot.settings import Settings
from bot.teams.connector import pooled_session
from bot.timeouts import Timeouts
from cards.views.terrains.status import Status
from dialogs.terrains.message_extension import DroppedCard, Shared
from dialogs.turn.events import Sender
from tests.teams.activities import APP, TENANT
from tests.wiring.authority import Authority
from tests.wiring.core import Core
from tests.wiring.fake_teams import FakeTeams

HASTE = Timeouts(acknowledge=0.2, answer=0.3, worry=0.1, ready=0.1, hold=0.5, pause=0.05, search=0.2, close=1, finish=2)


@asynccontextmanager
async def listening(application: web.Application) -> AsyncIterator[str]:
    """Serve an application on a free port of this machine, behind our own door; give its address."""
    listening = socket.create_server(("127.0.0.1", 0))
    port: int = listening.getsockname()[1]
    async with open_door(application, listening, HASTE):
        yield f"http://127.0.0.1:{port}"


class GivenToken:
    """A credential that needs no Entra."""

    async def headers(self) -> dict[str, str]:
        """Return a fixed token."""
        return {"Authorization": "Bearer own-token"}


@dataclass
class World:
    """The bot with everything around it."""

    bot: str
    teams: FakeTeams
    teams_url: str
    authority: Authority
    core: Core
    edge: Edge
    http: ClientSession
    shown: str

    async def post(
        self,
        activity: dict[str, Any],
        *,
        token: str | None = "",
        raw: bytes | None = None,
        proof: str | None = None,
        kind: str = "application/json",
        follow: bool = True,
    ) -> ClientResponse:
        """Post an activity as Teams does. `token` "" is a good one, None sends none; `proof` is the whole header.

        A message that is answered with 200 is stored, and `follow` waits until its replies are delivered too.
        """
        if token == "" and proof is None:
            token = self.authority.token(serviceurl=activity["serviceUrl"])
        headers = {"Content-Type": kind}
        if token or proof is not None:
            headers["Authorization"] = f"Bearer {token}" if proof is None else proof
        data = json.dumps(activity).encode() if raw is None else raw
        before = set(self.edge.reception._tasks)
        response = await self.http.post(f"{self.bot}/api/messages", data=data, headers=headers)
        if follow and response.status == 200 and activity.get("type") != "invoke":
            while turns := self.edge.reception._tasks - before:
                await asyncio.wait(turns)
        return response


def settings(**more: object) -> Settings:
    """Return settings of a bot that is registered; `more` overwrites."""
    whole: dict[str, Any] = {
        "app_id": APP,
        "app_password": "not-a-secret",
        "app_tenantid": TENANT,
        "allowed_service_hosts": "127.0.0.1",
    }
    return Settings(_env_file=None, **(whole | more))


@pytest.fixture(autouse=True)
def silence(quiet: None) -> None:
    """Keep the log out of the way of all these tests; its own test looks at it."""


@pytest.fixture
async def world(quiet: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> AsyncIterator[World]:
    """A bot that hurries, with a fresh key server and a fresh Teams."""
    monkeypatch.setattr(bot.edge, "credentials", lambda _: GivenToken())
    authority, teams, core = Authority(), FakeTeams(), Core()
    async with AsyncExitStack() as stack:
        authority.address = await stack.enter_async_context(listening(authority.application))
        teams_url = await stack.enter_async_context(listening(teams.application))
        session = await stack.enter_async_context(pooled_session())
        asked = settings(openid_metadata_url=f"{authority.address}/openid", data_dir=tmp_path)
        edge = Edge(asked, session, core, INVENTED, core.ready, timeouts=HASTE)
        address = await stack.enter_async_context(listening(edge.application()))
        shown = await stack.enter_async_context(listening(edge.shown()))
        http = await stack.enter_async_context(ClientSession())
        yield World(address, teams, f"{teams_url}/emea/", authority, core, edge, http, shown)


class InventedTerrains:
    """Finds forty invented terrains by any name."""

    async def suggest(self, sender: Sender, dataset: str, typed: str) -> list[tuple[str, str]]:
        """Find them in a list on a card."""
        assert sender.object_id
        if typed == "stuk":
            raise RuntimeError
        return [(f"{typed} {number}", f"id-{number}") for number in range(40)] if dataset == "terrains" else []

    async def share(self, sender: Sender, typed: str) -> list[Shared]:
        """Find them as cards to drop in a chat."""
        assert sender.object_id
        if typed == "stuk":
            raise RuntimeError("Jansen")
        card = Status(title="Invented", closing=("Stand van vandaag.",))
        return [] if typed == "weg" else [Shared(f"{typed} {number}", "A & B", card) for number in range(40)]

    async def again(self, sender: Sender, carried: Mapping[str, object]) -> DroppedCard | None:
        """Find one that was dropped."""
        assert sender.object_id
        if carried.get("terrain") == "stuk":
            raise RuntimeError("Jansen")
        if carried.get("terrain") == "weg":
            return None
        card = Status(title="Invented", shared={"terrain": str(carried["terrain"])})
        return DroppedCard(card, forged=carried.get("seal") == "nagemaakt")


INVENTED = InventedTerrains()
