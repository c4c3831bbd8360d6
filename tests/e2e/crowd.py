"""Companies that talk with the running bot over HTTP, each a person of their own: for what one browser window cannot show."""

import asyncio
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from aiohttp import ClientSession, web

PATIENCE_S = 30
TENANT = "3b1f6a52-8d07-4c1e-9a64-5d20c7e10001"  # that of demo/people
BOT = {"id": "28:3b1f6a52-8d07-4c1e-9a64-5d20c7e10b07", "name": "Laadmaat"}


@dataclass
class Company:
    """One person of a company in a personal chat."""

    number: int
    http: ClientSession
    bot: str
    service: str
    heard: list[dict[str, Any]] = field(default_factory=list)
    news: asyncio.Event = field(default_factory=asyncio.Event)

    def receives(self, message: dict[str, Any]) -> None:
        """Take in a message of the bot."""
        self.heard.append(message)
        self.news.set()

    @property
    def conversation(self) -> str:
        """Return the id of the chat."""
        return f"crowd-{self.number}"

    @property
    def name(self) -> str:
        """Return the name of the company."""
        return f"Bedrijf {self.number:02}"

    async def arrives(self) -> None:
        """Open the chat."""
        await self.sends("conversationUpdate", membersAdded=[BOT])

    async def says(self, text: str) -> None:
        """Type a message, and wait for the answer."""
        before = len(self.heard)
        await self.sends("message", text=text, textFormat="plain")
        await self.until(lambda: len(self.heard) > before)

    async def presses(self, title: str, **fields: str) -> None:
        """Press a button on the newest card that has it."""
        button = next(one for one in reversed([*walk(self.heard)]) if one.get("title") == title and "verb" in one)
        action = {"type": "Action.Execute", "verb": button["verb"], "data": {**button["data"], **fields}}
        await self.sends("invoke", name="adaptiveCard/action", value={"action": action, "trigger": "manual"})

    async def hears(self, words: str) -> None:
        """Wait for a message with these words."""
        await self.until(lambda: words in str(self.heard))

    async def until(self, so: Any) -> None:  # noqa: ANN401 - any question with a yes or a no
        """Wait until something is so."""
        async with asyncio.timeout(PATIENCE_S):
            while not so():
                self.news.clear()
                await self.news.wait()

    async def sends(self, kind: str, **more: object) -> None:
        """Send an activity as Teams does."""
        person = {"id": f"29:crowd-{self.number}", "name": f"Persoon {self.number:02}"}
        activity = {
            "type": kind,
            "id": uuid4().hex,
            "channelId": "msteams",
            "serviceUrl": self.service,
            "from": person | {"aadObjectId": f"00000000-0000-4000-8000-{self.number:012d}"},
            "recipient": BOT,
            "conversation": {"id": self.conversation, "conversationType": "personal", "tenantId": TENANT},
            "channelData": {"tenant": {"id": TENANT}},
            **more,
        }
        async with self.http.post(self.bot, json=activity) as answer:
            assert answer.status < 300, answer.status
            if kind == "invoke":
                self.receives(await answer.json())


def walk(node: object) -> Iterator[dict[str, Any]]:
    """Yield every object in a piece of JSON."""
    if isinstance(node, Mapping):
        yield dict(node)
    for part in node.values() if isinstance(node, Mapping) else node if isinstance(node, list) else ():
        yield from walk(part)


@asynccontextmanager
async def crowd(size: int, port: str) -> AsyncIterator[list[Company]]:
    """Let so many companies stand ready, with a place to which the bot on this port sends its messages."""
    companies: dict[str, Company] = {}

    async def take(request: web.Request) -> web.Response:
        companies[request.match_info["chat"]].receives(await request.json())
        return web.json_response({"id": uuid4().hex})

    application = web.Application()
    for method in ("POST", "PUT"):
        application.router.add_route(method, "/v3/conversations/{chat}/activities{rest:.*}", take)
    runner = web.AppRunner(application)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    service = f"http://127.0.0.1:{runner.addresses[0][1]}/"
    try:
        async with ClientSession() as http:
            there = [Company(number, http, f"http://127.0.0.1:{port}/api/messages", service) for number in range(size)]
            companies |= {one.conversation: one for one in there}
            yield there
    finally:
        await runner.cleanup()
