"""Files are fetched and saved only where that is allowed, whole or not at all, and nothing of ours goes along."""

import gzip
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass

import pytest
from aiohttp import web
from hypothesis import given
from hypothesis import strategies as st

import bot.teams.file_hosts
from bot.teams.connector import pooled_session
from bot.teams.file_hosts import FileHosts, NotMoved, TooLarge
from bot.teams.hosts import Hosts
from tests.papers.drive import Drive
from tests.wiring.conftest import listening


@dataclass
class World:
    """A drive on this machine, and one that is not on the list although it is as near."""

    drive: Drive
    url: str
    elsewhere: Drive
    elsewhere_url: str
    hosts: FileHosts
    pauses: list[float]


@pytest.fixture
async def world() -> AsyncIterator[World]:
    """Two drives; only the one called 127.0.0.1 is allowed."""
    drive, elsewhere, pauses = Drive(), Drive(), list[float]()

    async def sleep(seconds: float) -> None:
        pauses.append(seconds)

    async with AsyncExitStack() as stack:
        url = await stack.enter_async_context(listening(drive.application))
        other = await stack.enter_async_context(listening(elsewhere.application))
        session = await stack.enter_async_context(pooled_session())
        hosts = FileHosts(session, Hosts(("127.0.0.1",)), sleep)
        yield World(drive, url, elsewhere, other.replace("127.0.0.1", "localhost"), hosts, pauses)


async def test_a_file_comes_whole_and_nothing_of_ours_goes_along(world: World) -> None:
    world.drive.files["a.csv"] = b"een" * 100_000
    assert await world.hosts.fetch(f"{world.url}/a.csv?tempauth=geheim&x='y'") == b"een" * 100_000
    [(_, _, headers)] = world.drive.asked
    assert not {"Authorization", "Cookie"} & set(headers)


async def test_a_paper_is_saved_in_one_part(world: World) -> None:
    await world.hosts.save(f"{world.url}/up?guid='1'", b"%PDF" * 1000)
    assert world.drive.files["up"] == b"%PDF" * 1000
    [(method, _, headers)] = world.drive.asked
    assert (method, headers["Content-Range"], headers["Content-Length"]) == ("PUT", "bytes 0-3999/4000", "4000")
    assert "Authorization" not in headers


@pytest.mark.parametrize(
    "address",
    [
        "{elsewhere}/a.csv",
        "http://169.254.169.254/latest/meta-data",
        "https://evil.example/a.csv",
        "https://127.0.0.1.evil.example/a.csv",
        "https://127.0.0.1@evil.example/a.csv",
        "https://evil.example\\@127.0.0.1/a.csv",
        "http://evil.example#@127.0.0.1/a.csv",
        "file:///etc/passwd",
        "http://[::1]/a.csv",
        "http://0177.0.0.1/a.csv",
        "http://127.0.0.1:80 /a.csv",
        "//127.0.0.1/a.csv",
        "",
        "http://127.0.0.1/" + "x" * 9000,
    ],
)
async def test_an_address_that_is_not_on_the_list_is_asked_for_nothing(world: World, address: str) -> None:
    for move in (world.hosts.fetch, lambda url: world.hosts.save(url, b"x")):
        with pytest.raises(NotMoved, match="host"):
            await move(address.format(elsewhere=world.elsewhere_url))
    assert world.elsewhere.asked == world.drive.asked == []


def test_outside_this_machine_only_https() -> None:
    hosts = Hosts(("*.sharepoint.com",))
    assert hosts.allow_file("https://voorbeeld-my.sharepoint.com/personal/_layouts/15/download.aspx?UniqueId=1&tempauth=v1.eyJ")
    assert hosts.allow_file(
        "https://voorbeeld.sharepoint.com/sites/a/_api/v2.0/drive/items/01/uploadSession?guid='a'&path='~tmp'"
    )
    assert not hosts.allow_file("http://voorbeeld.sharepoint.com/a")
    assert not hosts.allow_file("https://sharepoint.com/a")
    assert not hosts.allow_file("https://evilsharepoint.com/a")
    assert not hosts.allow_file("https://voorbeeld.sharepoint.com.evil.example/a")


@given(st.text(max_size=60))
def test_whatever_follows_a_foreign_host_it_stays_foreign(rest: str) -> None:
    hosts = Hosts(("*.sharepoint.com",))
    assert not hosts.allow_file(f"https://evil.example/{rest}")
    assert not hosts.allow_file(f"https://evil.example?{rest}.sharepoint.com/")


async def test_being_sent_elsewhere_is_not_followed(world: World) -> None:
    async def away(_: web.Request) -> web.Response:
        return web.Response(status=302, headers={"Location": f"{world.elsewhere_url}/secret"})

    world.drive.answers["a.csv"] = away
    with pytest.raises(NotMoved, match="host"):
        await world.hosts.fetch(f"{world.url}/a.csv")
    assert world.elsewhere.asked == []


async def test_being_sent_on_within_the_list_is_followed_a_few_times(world: World) -> None:
    async def on(_: web.Request) -> web.Response:
        return web.Response(status=302, headers={"Location": "/b.csv"})

    world.drive.answers["a.csv"] = on
    world.drive.files["b.csv"] = b"b"
    assert await world.hosts.fetch(f"{world.url}/a.csv") == b"b"
    world.drive.answers["b.csv"] = on
    with pytest.raises(NotMoved, match="redirects"):
        await world.hosts.fetch(f"{world.url}/a.csv")


async def test_saving_is_never_sent_on(world: World) -> None:
    async def on(_: web.Request) -> web.Response:
        return web.Response(status=307, headers={"Location": "/b"})

    world.drive.answers["up"] = on
    with pytest.raises(NotMoved, match="307"):
        await world.hosts.save(f"{world.url}/up", b"x")
    assert len(world.drive.asked) == 1


async def test_a_file_that_says_it_is_too_large_is_not_read(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.teams.file_hosts, "LARGEST", 1000)
    world.drive.files["a.csv"] = b"x" * 1001
    with pytest.raises(TooLarge):
        await world.hosts.fetch(f"{world.url}/a.csv")


async def test_a_file_that_does_not_say_how_large_it_is_is_stopped(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    sent = 0

    async def endless(request: web.Request) -> web.StreamResponse:
        nonlocal sent
        response = web.StreamResponse()
        await response.prepare(request)
        try:
            for _ in range(100_000):
                await response.write(b"x" * 65536)
                sent += 65536
        except ConnectionError:
            pass
        return response

    monkeypatch.setattr(bot.teams.file_hosts, "LARGEST", 100_000)
    world.drive.answers["a.csv"] = endless
    with pytest.raises(TooLarge):
        await world.hosts.fetch(f"{world.url}/a.csv")
    assert sent < 100_000 * 65536


async def test_half_a_file_is_no_file(world: World) -> None:
    async def breaks_off(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Length": "1000"})
        await response.prepare(request)
        await response.write(b"x" * 10)
        assert request.transport
        request.transport.abort()
        return response

    world.drive.answers["a.csv"] = breaks_off
    with pytest.raises(NotMoved):
        await world.hosts.fetch(f"{world.url}/a.csv")
    assert len(world.drive.asked) == 3


async def test_what_is_packed_is_not_unpacked(world: World) -> None:
    async def bomb(_: web.Request) -> web.Response:
        return web.Response(body=gzip.compress(b"0" * 50_000_000), headers={"Content-Encoding": "gzip"})

    world.drive.answers["a.csv"] = bomb
    with pytest.raises(NotMoved, match="encoding"):
        await world.hosts.fetch(f"{world.url}/a.csv")


@pytest.mark.parametrize(("status", "times"), [(503, 3), (429, 3), (404, 1), (401, 1), (410, 1)])
async def test_a_bad_moment_is_tried_again_and_a_no_is_not(world: World, status: int, times: int) -> None:
    async def answers(_: web.Request) -> web.Response:
        return web.Response(status=status)

    world.drive.answers |= {"a.csv": answers, "up": answers}
    for move in (world.hosts.fetch(f"{world.url}/a.csv"), world.hosts.save(f"{world.url}/up", b"x")):
        world.drive.asked.clear()
        with pytest.raises(NotMoved):
            await move
        assert len(world.drive.asked) == times


async def test_half_saved_is_not_saved(world: World) -> None:
    async def wants_more(request: web.Request) -> web.Response:
        await request.read()
        return web.json_response({"nextExpectedRanges": ["2-3"]}, status=202)

    world.drive.answers["up"] = wants_more
    with pytest.raises(NotMoved, match="202"):
        await world.hosts.save(f"{world.url}/up", b"xxxx")
