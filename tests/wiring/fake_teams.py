"""A stand-in for Teams' connector: writes down every call and answers as the test says."""

import asyncio
import time
from collections import deque
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the bot to Teams."""

    method: str
    path: str
    token: str | None
    body: Mapping[str, Any]
    at: float = field(default_factory=time.monotonic)

    @property
    def conversation(self) -> str:
        """The conversation it went to."""
        return str(self.body["conversation"]["id"])


@dataclass(frozen=True, slots=True)
class Answer:
    """What Teams answers; status 0 breaks the connection without a word."""

    status: int = 201
    headers: Mapping[str, str] = field(default_factory=dict)
    body: Mapping[str, Any] = field(default_factory=dict)


class FakeTeams:
    """Answers 201 with a new id, unless `answers` says otherwise for the next calls; it `takes` so many seconds for that."""

    def __init__(self, takes: float = 0) -> None:
        """Start with nothing said."""
        self.takes = takes
        self.calls: list[Call] = []
        self.answers: deque[Answer] = deque()
        self._given: list[Answer] = []
        self._news = asyncio.Condition()
        self.application = web.Application()
        self.application.router.add_route("*", "/{tail:.*}", self._answer)

    @property
    def texts(self) -> list[str]:
        """What people read, in order."""
        return [str(call.body.get("text")) for call in self.accepted]

    @property
    def accepted(self) -> list[Call]:
        """The calls that Teams took."""
        return [call for call, answer in zip(self.calls, self._given, strict=True) if 200 <= answer.status < 300]

    async def hears(self, count: int, within: float = 10) -> list[str]:
        """Wait until so many messages were taken; return all texts."""
        async with self._news:
            await asyncio.wait_for(self._news.wait_for(lambda: len(self.accepted) >= count), within)
        return self.texts

    @asynccontextmanager
    async def busy(self) -> AsyncIterator[None]:
        """Take nothing until the block ends."""
        async with self._news:
            yield

    async def _answer(self, request: web.Request) -> web.Response:
        body = await request.json() if request.can_read_body else {}
        answer = self.answers.popleft() if self.answers else Answer()
        async with self._news:
            self.calls.append(Call(request.method, request.raw_path, request.headers.get("Authorization"), body))
            self._given.append(answer)
            self._news.notify_all()
            number = len(self.calls)
        if self.takes:
            await asyncio.sleep(self.takes)
        if answer.status == 0:
            assert request.transport is not None
            request.transport.abort()
        said = {"id": f"sent-{number}"} if answer.status < 300 else {"error": {"code": "Words of Teams"}}
        found = answer.body or said
        return web.json_response(found, status=answer.status or 200, headers=answer.headers)
