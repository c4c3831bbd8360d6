"""Requests that begin and never end, connections that only wait, and what an answer must not tell."""

import asyncio
import json
import re
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest

from bot.connections import Doors, open_door
from bot.timeouts import Timeouts
from bot.turn.papers import PATH
from domain.papers.papers import Paper
from tests.teams.activities import says
from tests.wiring.conftest import World

LONG = Timeouts(head=600, body=600, request=600, idle=600, linger=600)
SHORT = replace(LONG, linger=0)
POST = "POST /api/messages HTTP/1.1\r\nHost: bot\r\nContent-Type: application/json\r\n"
LINK = "x" * 43
SECRET = "k3n-mij-n13t"


@asynccontextmanager
async def door(world: World, patience: Timeouts, most: int = 50) -> AsyncIterator[tuple[int, Doors]]:
    """Open another door to the same bot, with limits of its own; give its port and its connections."""
    world.edge.adapter._timeouts = patience
    listening = socket.create_server(("127.0.0.1", 0))
    async with open_door(world.edge.application(), listening, patience, most) as doors:
        yield listening.getsockname()[1], doors


async def until(so: Callable[[], bool]) -> None:
    """Wait until something is so."""
    for _ in range(2000):
        if so():
            return
        await asyncio.sleep(0.01)
    pytest.fail("it never was so")


class Line:
    """A connection of somebody who sends what they like."""

    def __init__(self, port: int) -> None:
        """Know where to."""
        self._port = port

    async def __aenter__(self) -> "Line":
        """Connect."""
        self._reader, self._writer = await asyncio.open_connection("127.0.0.1", self._port)
        return self

    async def __aexit__(self, *_: object) -> None:
        """Let go."""
        self._writer.close()

    async def sends(self, text: str) -> None:
        """Send as much as this and no more."""
        self._writer.write(text.encode())
        await self._writer.drain()

    async def hears(self) -> str:
        """Wait for an answer with its head and body; empty when the other side ended the connection."""
        try:
            head = await asyncio.wait_for(self._reader.readuntil(b"\r\n\r\n"), 20)
        except (asyncio.IncompleteReadError, ConnectionError):
            return ""
        sizes = [line for line in head.decode().lower().split("\r\n") if line.startswith("content-length: ")]
        body = await self._reader.readexactly(int(sizes[0].split(": ")[1])) if sizes else b""
        return (head + body).decode()

    async def is_ended(self) -> bool:
        """Wait until the other side ends the connection."""
        try:
            return await asyncio.wait_for(self._reader.read(), 20) == b""
        except ConnectionError:
            return True


def proof(world: World) -> str:
    """Return the header of a good token."""
    return f"Authorization: Bearer {world.authority.token(serviceurl=world.teams_url)}\r\n"


def whole(world: World) -> str:
    """Return a request that Teams could have sent."""
    body = json.dumps(says("hallo", service_url=world.teams_url))
    return f"{POST}{proof(world)}Content-Length: {len(body)}\r\n\r\n{body}"


@pytest.mark.parametrize("proof", ["", "Basic eDp4", "Bearer", "Bearer x", "Bearer a.b.c d"])
async def test_without_a_token_nobody_waits_for_a_body(world: World, proof: str) -> None:
    async with door(world, SHORT) as (port, _), Line(port) as stranger:
        header = f"Authorization: {proof}\r\n" if proof else ""
        await stranger.sends(f"{POST}{header}Content-Length: 200000\r\n\r\n")
        assert (await stranger.hears()).startswith("HTTP/1.1 401 ")
        assert await stranger.is_ended()


async def test_without_a_token_nobody_is_told_to_go_on(world: World) -> None:
    async with door(world, SHORT) as (port, _), Line(port) as stranger:
        await stranger.sends(f"{POST}Expect: 100-continue\r\nContent-Length: 200000\r\n\r\n")
        assert (await stranger.hears()).startswith("HTTP/1.1 401 ")


async def test_with_a_token_one_is_told_to_go_on(world: World) -> None:
    head, body = whole(world).split("\r\n\r\n")
    async with door(world, SHORT) as (port, _), Line(port) as teams:
        await teams.sends(f"{head}\r\nExpect: 100-continue\r\n\r\n")
        assert (await teams.hears()).startswith("HTTP/1.1 100 ")
        await teams.sends(body)
        assert (await teams.hears()).startswith("HTTP/1.1 200 ")


async def test_a_body_that_drips_is_refused(world: World) -> None:
    async with door(world, replace(SHORT, body=0.05)) as (port, _), Line(port) as stranger:
        await stranger.sends(f'{POST}{proof(world)}Content-Length: 200000\r\n\r\n{{"type"')
        assert (await stranger.hears()).startswith("HTTP/1.1 408 ")
        assert await stranger.is_ended()
    assert not world.core.arrivals


@pytest.mark.parametrize("begun", ["", "P", POST, "POST /api/messages HTTP/1.1\r\nHost: " + "a" * 500])
async def test_a_head_that_never_ends_is_let_go(world: World, begun: str) -> None:
    async with door(world, replace(SHORT, head=0.05)) as (port, doors), Line(port) as stranger:
        await stranger.sends(begun)
        assert await stranger.is_ended()
        assert len(doors) == 0


async def test_a_second_head_that_never_ends_is_let_go_too(world: World) -> None:
    async with door(world, replace(SHORT, head=0.5)) as (port, _), Line(port) as stranger:
        await stranger.sends(whole(world))
        assert (await stranger.hears()).startswith("HTTP/1.1 200 ")
        await stranger.sends("POST")
        assert await stranger.is_ended()


async def test_a_connection_that_is_left_open_is_let_go(world: World) -> None:
    async with door(world, replace(SHORT, idle=0.05)) as (port, _), Line(port) as teams:
        await teams.sends(whole(world))
        assert (await teams.hears()).startswith("HTTP/1.1 200 ")
        assert await teams.is_ended()


async def test_a_connection_is_used_again_and_again(world: World) -> None:
    async with door(world, SHORT) as (port, doors), Line(port) as teams:
        for _ in range(5):
            await teams.sends(whole(world))
            assert (await teams.hears()).startswith("HTTP/1.1 200 ")
        assert len(doors) == 1


async def test_whoever_takes_no_answer_is_let_go(world: World) -> None:
    paper = Paper("groot.pdf", "application/pdf", b"x")
    object.__setattr__(paper, "content", b"x" * 40_000_000)  # more than the buffers between two programs take
    world.core.papers[LINK] = paper
    async with door(world, replace(SHORT, request=0.2)) as (port, doors), Line(port) as stranger:
        await stranger.sends(f"GET {PATH}{LINK} HTTP/1.1\r\nHost: bot\r\n\r\n")
        await until(lambda: len(doors) == 1 and not doors._waiting)
        await until(lambda: len(doors) == 0)


async def test_when_it_is_full_whoever_only_waits_makes_room(world: World) -> None:
    async with door(world, SHORT, most=3) as (port, doors), Line(port) as first, Line(port), Line(port):
        await until(lambda: len(doors) == 3)
        async with Line(port) as teams:
            await teams.sends(whole(world))
            assert (await teams.hears()).startswith("HTTP/1.1 200 ")
            assert await first.is_ended()
            assert len(doors) == 3


async def test_when_it_is_full_whoever_never_ends_a_body_makes_room(world: World) -> None:
    async with door(world, SHORT, most=2) as (port, doors), Line(port) as first, Line(port) as second:
        for stranger in (first, second):
            await stranger.sends(f"{POST}Authorization: Bearer a.b.c\r\nContent-Length: 200000\r\n\r\n{{")
        await until(lambda: len(doors) == 2 and all(one._current_request is not None for one in doors._all))
        async with Line(port) as teams:
            await teams.sends(whole(world))
            assert (await teams.hears()).startswith("HTTP/1.1 200 ")
            assert await first.is_ended()


async def test_when_all_are_busy_nobody_comes_in(world: World) -> None:
    paper = Paper("groot.pdf", "application/pdf", b"x")
    object.__setattr__(paper, "content", b"x" * 40_000_000)  # as above: whoever takes none of it keeps us busy
    world.core.papers[LINK] = paper
    async with door(world, SHORT, most=1) as (port, doors), Line(port) as busy:
        await busy.sends(f"GET {PATH}{LINK} HTTP/1.1\r\nHost: bot\r\n\r\n")
        await until(lambda: len(doors) == 1 and not doors._waiting)
        async with Line(port) as late:
            assert await late.is_ended()
        assert len(doors) == 1


ODD = {
    "an expectation": f"GET /healthz HTTP/1.1\r\nHost: bot\r\nExpect: {SECRET}\r\n\r\n",
    "an expectation of messages": f"{POST}Expect: {SECRET}\r\nContent-Length: 2\r\n\r\n{{}}",
    "an expectation of nothing": f"GET /{SECRET} HTTP/1.1\r\nHost: bot\r\nExpect: {SECRET}\r\n\r\n",
    "a broken header": f"GET /healthz HTTP/1.1\r\nHost: bot\r\n{SECRET}\x01: x\r\n\r\n",
    "a header that is no header": f"GET /healthz HTTP/1.1\r\nHost: bot\r\n{SECRET}\r\n\r\n",
    "a method that is none": f"{SECRET}@ /healthz HTTP/1.1\r\nHost: bot\r\n\r\n",
    "a long header": f"GET /healthz HTTP/1.1\r\nHost: bot\r\nX: {SECRET * 2000}\r\n\r\n",
    "a version that is none": f"GET /healthz {SECRET}\r\nHost: bot\r\n\r\n",
    "a length that is none": f"{POST}Content-Length: {SECRET}\r\n\r\n",
    "an address that is none": f"GET /{SECRET} HTTP/1.1\r\nHost: {SECRET}\r\nOrigin: {SECRET}\r\nX-Request-Id: {SECRET}\r\n\r\n",
    "a wrong method": f"PUT /healthz HTTP/1.1\r\nHost: bot\r\nX-Echo: {SECRET}\r\n\r\n",
    "no link": f"GET {PATH}{SECRET.ljust(43, 'x')} HTTP/1.1\r\nHost: {SECRET}\r\n\r\n",
    "no token": f"{POST}Authorization: {SECRET}\r\nContent-Length: 2\r\n\r\n{{}}",
    "no JSON": f"POST /api/messages HTTP/1.1\r\nHost: bot\r\nContent-Type: {SECRET}\r\nContent-Length: 2\r\n\r\n{{}}",
    "an encoding that is none": f"{POST}Content-Encoding: {SECRET}\r\nContent-Length: 2\r\n\r\n{{}}",
    "health": f"GET /healthz HTTP/1.1\r\nHost: {SECRET}\r\nCookie: {SECRET}\r\n\r\n",
}


@pytest.mark.parametrize("kind", ODD)
async def test_nothing_of_a_request_comes_back_and_nothing_tells_what_runs_here(world: World, kind: str) -> None:
    async with door(world, SHORT) as (port, _), Line(port) as stranger:
        await stranger.sends(ODD[kind])
        heard = await stranger.hears()
    assert re.match(r"HTTP/1\.[01] 4|HTTP/1.1 200 ", heard)
    assert SECRET not in heard
    assert "Server: Laadmaat\r\n" in heard
    assert "aiohttp" not in heard
    assert "Python" not in heard


async def test_what_breaks_inside_says_so_and_no_more(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    async def breaks(_: str) -> None:
        raise RuntimeError(SECRET)

    monkeypatch.setattr(world.edge, "_core", type("Broken", (), {"linked_paper": staticmethod(breaks)}))
    async with door(world, SHORT) as (port, _), Line(port) as somebody:
        await somebody.sends(f"GET {PATH}{LINK} HTTP/1.1\r\nHost: bot\r\nAccept: text/html\r\n\r\n")
        heard = await somebody.hears()
    assert heard.startswith("HTTP/1.1 500 ")
    assert heard.endswith("\r\n\r\n")
    assert "Server: Laadmaat\r\n" in heard


async def test_the_world_does_not_see_the_numbers(world: World) -> None:
    assert (await world.http.get(f"{world.bot}/metrics")).status == 404
    assert (await world.http.get(f"{world.shown}/metrics")).status == 200
    assert (await world.http.post(f"{world.shown}/api/messages", json={})).status == 404
