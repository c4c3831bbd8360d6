"""A page of somebody without Teams, as their browser speaks with us: a cookie, a token, and asking what is new."""

import asyncio
import datetime
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import uuid4

from aiohttp import ClientResponse, ClientSession, DummyCookieJar
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.door.cookies import PLAIN, token_of
from bot.door.windows import Windows
from bot.edge import Beside, Edge
from bot.teams.connector import pooled_session
from bot.turn.outbox import Outbox
from bot.turn.papers import PaperOffers
from bot.turn.turns import Turns
from cards.capabilities import TEAMS
from dialogs.lookup.terrain_names import TerrainNames
from domain.door.entering import DoorRefusal, DoorWay, Entered
from domain.door.sessions import TENANT, DoorPerson
from storage.database.transactions import Transaction, transaction
from storage.door.sessions import open_session
from storage.intake.intakes import make_person
from storage.tables.people import person
from tests.chat import HOUSE, TERRAINS, Names
from tests.wiring.conftest import HASTE, INVENTED, listening, settings
from tests.wiring.core import Core

BASE = "/v3/directline"


def now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


async def let_in(connection: Transaction, way: DoorWay, key: str, device: str, *_: object) -> Entered | DoorRefusal:
    """Let everybody in who knows the word."""
    if key != "welkom":
        return DoorRefusal.UNKNOWN
    who = uuid4().hex
    await make_person(connection, TENANT, who)
    made = (await connection.execute(person.select().where(person.c.object_id == who))).one()
    session, secret = await open_session(connection, made.id, f"{device} via {way}", now())
    return Entered(secret, DoorPerson(session, made.id, TENANT, who), "ABCD2345")


@dataclass
class Page:
    """One tab of somebody's browser."""

    http: ClientSession
    address: str
    cookie: str
    who: DoorPerson
    settled: Callable[[], Awaitable[None]]
    watermark: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Show the token."""
        self.headers = {"Authorization": f"Bearer {token_of(self.cookie)}", "Cookie": f"{PLAIN}={self.cookie}", **self.headers}

    @property
    def here(self) -> str:
        """The conversation of this page."""
        return f"{BASE}/conversations/{self.who.person}"

    async def asks(self, method: str, path: str, **more: Any) -> ClientResponse:  # noqa: ANN401 - as aiohttp's own
        """Ask anything."""
        return await self.http.request(method, f"{self.address}{path}", headers=self.headers | more.pop("headers", {}), **more)

    async def posts(self, activity: object, **more: Any) -> ClientResponse:  # noqa: ANN401 - as aiohttp's own
        """Post an activity."""
        return await self.asks("POST", f"{self.here}/activities", json=activity, **more)

    async def says(self, text: str, own_id: str = "") -> None:
        """Post a typed message, as Web Chat does, and wait until its answer is there."""
        answer = await self.posts({"type": "message", "text": text, "channelData": {"clientActivityID": own_id or uuid4().hex}})
        assert answer.status == 200, await answer.text()
        await self.settled()

    async def presses(self, button: dict[str, Any], fields: dict[str, str] | None = None) -> None:
        """Press a button: Web Chat sends what it carries, with the fields of the card among it."""
        answer = await self.posts(
            {"type": "message", "value": {**(fields or {}), **button["data"]}, "channelData": {"postBack": True}}
        )
        assert answer.status == 200
        await self.settled()

    async def polls(self, watermark: str | None = None) -> list[dict[str, Any]]:
        """Ask what is new."""
        answer = await self.asks("GET", f"{self.here}/activities?watermark={self.watermark if watermark is None else watermark}")
        assert answer.status == 200, answer.status
        found = await answer.json()
        self.watermark = found["watermark"]
        told: list[dict[str, Any]] = found["activities"]
        return told


@dataclass
class Windowed:
    """A bot with the door open, and its people."""

    address: str
    database: AsyncEngine
    edge: Edge
    windows: Windows
    http: ClientSession

    async def settled(self) -> None:
        """Wait until all that came in is answered."""
        while turns := set(self.edge.reception._tasks):
            await asyncio.wait(turns)

    async def page(self, cookie: str = "", who: DoorPerson | None = None) -> Page:
        """Return a page of somebody new, or one more of somebody who is there."""
        if who is None:
            async with transaction(self.database) as connection:
                entered = await let_in(connection, DoorWay.CODE, "welkom", "Apparaat")
            assert isinstance(entered, Entered)
            cookie, who = entered.cookie, entered.person
        return Page(self.http, self.address, cookie, who, self.settled)


@asynccontextmanager
async def windowed(database: AsyncEngine, folder: Path, core: Core | Turns, **more: object) -> AsyncIterator[Windowed]:
    """Run a bot with the door open."""
    async with AsyncExitStack() as stack:
        session = await stack.enter_async_context(pooled_session())
        asked = settings(data_dir=folder, **{"web_door": True, **more})
        windows = Windows(database, HOUSE, now, let_in)
        edge = Edge(asked, session, core, INVENTED, ready, beside=Beside(windows=windows), timeouts=HASTE)
        address = await stack.enter_async_context(listening(edge.application()))
        http = await stack.enter_async_context(ClientSession(cookie_jar=DummyCookieJar()))
        yield Windowed(address, database, edge, windows, http)


def real_turns(database: AsyncEngine) -> Turns:
    """Return the real conversation."""
    return Turns(database, HOUSE, Names(TerrainNames(TERRAINS)), now, Outbox(PaperOffers("https://laadmaat.example", TEAMS)))


async def ready() -> bool:
    return True
