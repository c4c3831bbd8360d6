"""People of the measurement who take part without Teams: the same answers, through a window that asks what is new.

As a program it is five hundred pages that only wait for news: `python -m bench.visitors ADDRESS EVERY COOKIES`.
"""

import asyncio
import json
import sys
import time
from collections import deque
from pathlib import Path
from typing import Any
from uuid import uuid4

from aiohttp import ClientSession, ClientTimeout, TCPConnector

from bench.load import Crowd
from bench.people import Activity, NotAnswered, Typing
from bot.door.cookies import PLAIN, token_of

CONVERSATIONS = "/v3/directline/conversations"
SETTLED = 0.02  # seconds in which a page begins to wait
PATIENCE = ClientTimeout(total=30)


class Visitor(Typing):
    """Somebody who types every answer of the full intake in a window."""

    def __init__(self, number: int, cookie: str, window: str) -> None:
        super().__init__(number, "")
        self._opening = deque(("hallo", "ja", "volledig"))
        self.here, self.headers = f"{CONVERSATIONS}/{window}/activities", headers_of(cookie)
        self.watermark, self.seen = "", set[str]()

    def activity(self, kind: str, **more: object) -> Activity:
        """Return an activity as Web Chat posts it."""
        self.spoken.append(uuid4().hex)
        return {"type": kind, "from": {"id": "x"}, "channelData": {"clientActivityID": self.spoken[-1]}, **more}


class Visitors(Crowd[Visitor]):
    """Many of them. A turn ends when a page that waits has all of the reply."""

    async def turn(self, person: Visitor) -> float:
        """Let somebody speak once; return the seconds until their page, which waits for what is new, heard the reply."""
        url, raw = self.urls[0], json.dumps(person.speaks()).encode()
        looking = asyncio.create_task(self.hears_all(person, url))
        await asyncio.sleep(SETTLED)
        start = time.perf_counter()
        posting = asyncio.create_task(self.posts(person, url, raw))
        told = await looking
        took = time.perf_counter() - start
        await posting
        person.hears(told)
        return took

    async def posts(self, person: Visitor, url: str, raw: bytes) -> None:
        """Post what somebody says. Raises NotAnswered."""
        kind = {"Content-Type": "application/json"}
        async with self.session.post(url + person.here, data=raw, headers=person.headers | kind) as response:
            await response.read()
            if response.status != 200:
                raise NotAnswered(str(response.status))

    async def hears_all(self, person: Visitor, url: str) -> list[Activity]:
        """Return the whole reply, as a page hears it that waits for what is new. Raises NotAnswered."""
        told = list[Activity]()
        while len(told) < person.expects:
            told += await self.news_of(person, url)
        return told

    async def news_of(self, person: Visitor, url: str) -> list[Activity]:
        """Return what is new to somebody; a card that was only changed is not. Raises NotAnswered."""
        asked = f"{url}{person.here}?watermark={person.watermark}&wait"
        async with self.session.get(asked, headers=person.headers) as response:
            if response.status != 200:
                raise NotAnswered(str(response.status))
            found: dict[str, Any] = json.loads(await response.read())
        person.watermark = found["watermark"]
        told = [one for one in found["activities"] if one["id"] not in person.seen]
        person.seen.update(one["id"] for one in told)
        return told


def headers_of(cookie: str) -> dict[str, str]:
    """Return what a page sends along."""
    return {"Cookie": f"{PLAIN}={cookie}", "Authorization": f"Bearer {token_of(cookie)}"}


async def only_ask(address: str, every: float, cookies: list[tuple[str, str]]) -> None:
    """Ask what is new for all of them, spread over the seconds, until this process is ended; a moment that is missed stays so."""
    begun = time.monotonic()

    async def page(number: int, cookie: str, window: str) -> None:
        phase, asked = every * number / len(cookies), f"{address}{CONVERSATIONS}/{window}/activities?watermark=0&wait"
        while True:
            now = time.monotonic() - begun
            await asyncio.sleep(every - (now - phase) % every)
            async with session.get(asked, headers=headers_of(cookie)) as response:
                await response.read()
                if response.status != 200:
                    raise NotAnswered(str(response.status))

    async with ClientSession(connector=TCPConnector(limit=0, keepalive_timeout=60), timeout=PATIENCE) as session:
        await asyncio.gather(*(page(number, *one) for number, one in enumerate(cookies)))


if __name__ == "__main__":
    asyncio.run(only_ask(sys.argv[1], float(sys.argv[2]), json.loads(Path(sys.argv[3]).read_text())))
