"""Who gets past the door over HTTP: cookie and token together, from our own page, in a shape and at a pace of a person."""

import asyncio
import logging
from collections.abc import AsyncIterator, Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import structlog
from aiohttp import FormData, web
from aiohttp.test_utils import make_mocked_request
from sqlalchemy.ext.asyncio import AsyncEngine
from structlog.contextvars import merge_contextvars
from structlog.testing import LogCapture

from bot.door.cookies import GUARDED, PLAIN, token_of
from bot.door.headers import ANSWER
from bot.door.limits import POSTS, STRANGERS, Rates
from dialogs.turn.events import Arrived
from domain.door.entering import DoorRefusal, DoorWay
from storage.door.sessions import new_secret
from tests.security.test_forged import ODD
from tests.wiring.core import Core
from tests.wiring.window import BASE, Page, Windowed, windowed

HELLO = {"type": "message", "text": "hallo"}


@pytest.fixture
def core(quiet: None) -> Core:
    return Core()


@pytest.fixture
async def world(database: AsyncEngine, tmp_path: Path, core: Core) -> AsyncIterator[Windowed]:
    async with windowed(database, tmp_path, core) as found:
        yield found


def ways(page: Page) -> list[tuple[str, str]]:
    """Return every endpoint of a page."""
    return [
        ("POST", f"{BASE}/conversations"),
        ("GET", page.here),
        ("GET", f"{page.here}/activities"),
        ("POST", f"{page.here}/activities"),
        ("POST", f"{page.here}/upload"),
        ("POST", f"{BASE}/tokens/refresh"),
    ]


def form(parts: Mapping[str, bytes]) -> FormData:
    """Return an upload with these parts."""
    made = FormData(default_to_multipart=True)
    for name, content in parts.items():
        made.add_field(name, BytesIO(content), filename="x", content_type="application/octet-stream")
    return made


async def statuses(page: Page, headers: dict[str, str] | None = None) -> set[int]:
    """Return how every endpoint answers."""
    found = set()
    for method, path in ways(page):
        more: dict[str, object] = {"data": form({"file": b"x"})} if path.endswith("upload") else {}
        more = {"json": HELLO} if path.endswith("activities") and method == "POST" else more
        found.add((await page.asks(method, path, headers=headers or {}, **more)).status)
    return found


async def test_a_closed_door_is_not_there(database: AsyncEngine, tmp_path: Path, core: Core) -> None:
    async with windowed(database, tmp_path, core, web_door=False) as world:
        assert await statuses(await world.page()) == {404}


async def test_cookie_and_token_only_work_together_and_for_one_person(world: Windowed, core: Core) -> None:
    page, other = await world.page(), await world.page()
    cookies = ("", f"{PLAIN}={other.cookie}", f"{PLAIN}={new_secret()}", f"{GUARDED}={page.cookie}", f"{PLAIN}=x", "%00=x;;=")
    for cookie in cookies:
        assert await statuses(page, {"Cookie": cookie}) == {403}
    unknown = new_secret()
    assert await statuses(page, {"Cookie": f"{PLAIN}={unknown}", "Authorization": f"Bearer {token_of(unknown)}"}) == {403}
    for proof in (
        "x",
        f"Bearer {token_of(other.cookie)}",
        f"Bearer {page.cookie}",
        f"bearer {token_of(page.cookie)}",
        "Bearer é",
    ):
        assert await statuses(page, {"Authorization": proof}) == {403}
    for path in (other.here, "/v3/directline/conversations/1", f"{BASE}/conversations/door:{page.who.person}"):
        assert (await page.asks("GET", f"{path}/activities")).status == 404
        assert (await page.asks("POST", f"{path}/activities", json=HELLO)).status == 404
    assert not core.arrivals


@pytest.mark.parametrize(
    "claim",
    [
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": "https://elsewhere.example"},
    ],
)
async def test_other_sites_get_nothing(world: Windowed, core: Core, claim: dict[str, str]) -> None:
    assert await statuses(await world.page(), claim) == {403}
    assert not core.arrivals


async def test_our_own_page_gets_in(world: Windowed, core: Core) -> None:
    page = await world.page()
    for claim in ({"Origin": world.address}, {"Sec-Fetch-Site": "same-origin", "Origin": "null"}):
        assert (await page.posts(HELLO, headers=claim)).status == 200
    await page.settled()
    assert len(core.arrivals) == 2


async def test_whatever_is_posted_it_is_refused_or_means_nothing(world: Windowed, core: Core) -> None:
    page, json = await world.page(), {"Content-Type": "application/json"}
    for odd in (*ODD, "", "{", '{"type": 3}', '{"type": "message", "text": []}', '{"type": "message", "channelData": 3}'):
        world.edge.door.direct_line._posts = Rates(POSTS)  # type: ignore[union-attr]
        answer = await page.asks("POST", f"{page.here}/activities", data=odd.encode(), headers=json)
        assert (answer.status, await answer.text()) == (400, ""), odd[:80]
    for kind in ("event", "typing", "conversationUpdate", "installationUpdate", "invoke", "endOfConversation", "messageReaction"):
        world.edge.door.direct_line._posts = Rates(POSTS)  # type: ignore[union-attr]
        forged = {**HELLO, "type": kind, "name": "adaptiveCard/action", "action": "remove", "value": {"action": {"verb": "keep"}}}
        assert (await page.posts(forged)).status == 200
    assert (await page.posts({"type": "message"})).status == 200
    assert not core.arrivals
    for mark in ("-1", "1e3", "²", "9" * 20, "9" * 19, "x' or 1=1"):
        assert (await page.asks("GET", f"{page.here}/activities", params={"watermark": mark})).status == 400


async def test_who_it_is_comes_from_the_session_whatever_the_page_says(world: Windowed, core: Core) -> None:
    page = await world.page()
    other = "99999999-9999-4999-8999-999999999999"
    claims = {
        "from": {"id": other, "aadObjectId": other, "name": "Noor", "role": "bot"},
        "recipient": {"id": "28:x"},
        "tenant": other,
        "serviceUrl": "https://elsewhere.example",
        "channelId": "msteams",
        "conversation": {"id": f"door:{other}", "conversationType": "channel", "tenantId": other, "isGroup": True},
        "channelData": {"tenant": {"id": other}, "team": {"id": "19:x"}, "clientActivityID": "notice:1/0"},
        "entities": [{"type": "mention", "text": "Noor", "mentioned": {"id": other, "aadObjectId": other}}],
        "membersAdded": [{"id": other}],
        "id": "tell:1",
        "through_door": False,
    }
    for posted in (HELLO, HELLO | claims):
        assert (await page.posts(posted)).status == 200
    await page.settled()
    plain, forged = core.arrivals
    assert replace(forged, activity="") == replace(plain, activity="")
    assert len(forged.activity) == 32  # of our own making
    assert (plain.sender.object_id, plain.sender.through_door, plain.team) == (page.who.object_id, True, "")


async def test_bodies_are_limited_in_kind_size_and_time(world: Windowed, core: Core) -> None:
    page = await world.page()
    posting = f"{page.here}/activities"
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"):
        assert (await page.asks("POST", posting, data=b"{}", headers={"Content-Type": kind})).status == 415
    large = BytesIO(b'{"type": "message", "text": "' + b"x" * 10_000_000 + b'"}')
    assert (await page.asks("POST", posting, data=large, headers={"Content-Type": "application/json"})).status == 413
    assert (
        await page.asks("POST", f"{page.here}/upload", data=b"{}", headers={"Content-Type": "application/json"})
    ).status == 415
    lonely, empty, many = form({"file": b"x"}), form({"activity": b'{"type": "message"}'}), form({str(n): b"x" for n in range(7)})
    found = [(await page.asks("POST", f"{page.here}/upload", data=one)).status for one in (lonely, empty, many)]
    assert found == [400, 400, 413]
    broken = {"Content-Type": "multipart/form-data; boundary=x"}
    assert (await page.asks("POST", f"{page.here}/upload", data=b"--y\r\n\r\n", headers=broken)).status == 400
    assert not core.arrivals


async def test_a_body_that_never_ends_is_let_go(world: Windowed) -> None:
    page, at = await world.page(), urlsplit(world.address)
    reader, writer = await asyncio.open_connection(at.hostname, at.port)
    heads = {**page.headers, "Host": at.netloc, "Content-Type": "application/json", "Content-Length": "100"}
    head = "".join(f"{name}: {value}\r\n" for name, value in heads.items())
    writer.write(f"POST {page.here}/activities HTTP/1.1\r\n{head}\r\n{{".encode())
    assert b" 408 " in await asyncio.wait_for(reader.readline(), 20)
    writer.close()


async def test_every_answer_forbids_what_we_did_not_mean(world: Windowed) -> None:
    page = await world.page()
    answers = [await page.asks(method, path) for method, path in ways(page)]
    answers += [await page.asks("GET", f"{BASE}/session/getsessionid"), await page.asks("DELETE", f"{BASE}/conversations")]
    answers.append(await page.asks("GET", f"{page.here}/activities", headers={"Cookie": ""}))
    assert {one.status for one in answers} >= {200, 201, 403, 404, 415}
    for one in answers:
        assert {name: one.headers.get(name) for name in ANSWER} == dict(ANSWER), one.url
        assert "Access-Control-Allow-Origin" not in one.headers


async def test_a_session_and_an_address_may_ask_only_so_often(world: Windowed, core: Core) -> None:
    page, other = await world.page(), await world.page()
    asked = [(await page.posts({"type": "typing"})).status for _ in range(int(POSTS.most) + 5)]
    assert (asked[0], asked[-1], asked.count(200) >= POSTS.most) == (200, 429, True)
    assert (await other.posts({"type": "typing"})).status == 200
    for number in range(int(STRANGERS.most) + 5):
        made_up = new_secret()
        guess = {"Cookie": f"{PLAIN}={made_up}", "Authorization": f"Bearer {token_of(made_up)}"}
        refused = (await other.asks("GET", f"{other.here}/activities", headers=guess)).status
        assert refused == (403 if number < STRANGERS.most else 429) or number == STRANGERS.most  # it may have filled up by one
    assert (await other.posts({"type": "typing"})).status == 200  # who is known is no stranger
    assert await statuses(await world.page()) == {429}
    assert not core.arrivals


async def test_the_log_tells_nothing_of_who_asks_and_nothing_of_what_is_said(world: Windowed) -> None:
    told = LogCapture()
    structlog.configure(processors=[merge_contextvars, told], wrapper_class=structlog.make_filtering_bound_logger(logging.DEBUG))
    page = await world.page()
    await page.says("Zwarte Zwaan Transport")
    await statuses(page, {"Cookie": f"{PLAIN}={new_secret()}", "X-Forwarded-For": "203.0.113.9", "Origin": world.address})
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    found = str(told.entries)
    assert "door.refused" in found
    assert "turn" in found
    for secret in ("Zwarte", page.cookie, token_of(page.cookie), "203.0.113.9", "127.0.0.1", page.who.object_id):
        assert secret not in found


async def test_a_button_lets_in_once_with_a_cookie_and_a_welcome(world: Windowed, core: Core) -> None:
    door = world.edge.door
    assert door is not None
    request = make_mocked_request(
        "POST", "/gesprek/c/welkom", headers={"Host": "laadmaat.example", "User-Agent": "iPhone Safari"}
    )
    answer = web.Response()
    assert await door.entrance.enter(request, DoorWay.CODE, "niet", answer) is DoorRefusal.UNKNOWN
    assert not answer.cookies
    assert await door.entrance.enter(request, DoorWay.CODE, "welkom", answer) is None
    while turns := set(world.edge.reception._tasks):
        await asyncio.wait(turns)
    cookie = answer.cookies[GUARDED]
    assert (cookie["httponly"], cookie["secure"], cookie["samesite"], cookie["path"]) == (True, True, "Lax", "/")
    assert [one.event for one in core.arrivals] == [Arrived("ABCD2345")]
    assert core.arrivals[0].sender.through_door
