"""The pages of the door over HTTP: one button before anything happens, in plain Dutch, with nothing of anybody else on them."""

import asyncio
import gzip
import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import ClientResponse, ClientSession, CookieJar
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.door.assets import read_assets
from bot.door.words import AWAY, BROKEN, ENTRANCE, KEEPS, LOST, MAILED, NO_CODE, OTHER_PAGE, REFUSED
from dialogs.turn.events import Arrived
from domain.door.entering import DoorRefusal, DoorWay
from tests.language import faults
from tests.wiring.core import Core
from tests.wiring.window import Windowed, windowed

MAILS = {"smtp_url": "smtp://127.0.0.1:1", "mail_from": "laadmaat@voorbeeld.nl", "public_url": "http://127.0.0.1"}
LARGEST_TRANSFER = 1_200_000  # bytes of all that a first visit fetches
CODE = "/gesprek/c/welkom"
ALONE = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow",
}


@pytest.fixture
def core() -> Core:
    return Core()


@pytest.fixture
async def world(database: AsyncEngine, tmp_path: Path, core: Core) -> AsyncIterator[Windowed]:
    """A bot with the door open, where the word is "welkom"."""
    async with windowed(database, tmp_path, core, organisation="A <i>& B</i>", contact="Noor") as found:
        yield found


@pytest.fixture
async def browser(world: Windowed) -> AsyncIterator[ClientSession]:
    """A browser of somebody new."""
    async with ClientSession(world.address, cookie_jar=CookieJar(unsafe=True)) as session:
        yield session


def guards(answer: ClientResponse) -> dict[str, str]:
    """Return the rules for what a page may fetch, by kind."""
    rules = answer.headers["Content-Security-Policy"].split("; ")
    return {name: where for name, _, where in (rule.partition(" ") for rule in rules)}


@pytest.mark.parametrize("way", DoorWay)
async def test_opening_a_link_does_nothing_but_show_one_button(browser: ClientSession, core: Core, way: DoorWay) -> None:
    answer = await browser.get(f"/gesprek/{way}/welkom")
    page = await answer.text()
    assert answer.status == 200
    assert page.count("<button") == 1
    assert "<script" not in page
    assert "Set-Cookie" not in answer.headers
    assert core.arrivals == []
    assert ALONE.items() <= answer.headers.items()
    assert guards(answer)["default-src"] == "'none'"
    assert "script-src" not in guards(answer)


async def test_the_button_lets_in_once_and_the_welcome_is_taken(browser: ClientSession, core: Core) -> None:
    answer = await browser.post(CODE, allow_redirects=False)
    assert await answer.read() == b""
    assert (answer.status, answer.headers["Location"]) == (303, "/gesprek")
    assert "HttpOnly" in answer.headers["Set-Cookie"]
    assert [arrival.event for arrival in core.arrivals] == [Arrived("ABCD2345")]

    page = await browser.get("/gesprek")
    shown = await page.text()
    assert "A &lt;i&gt;&amp; B&lt;/i&gt;" in shown
    assert re.findall(r"<script(?! defer src=\"/gesprek/bestand/)", shown) == []
    assert re.findall(r"https?://|style=|\son[a-z]+=", shown) == []
    assert guards(page)["script-src"] == "'self'"
    assert guards(page)["frame-ancestors"] == "'none'"
    assert ALONE.items() <= page.headers.items()

    for again in (browser.get(f"{CODE}er"), browser.get("/gesprek/l/elders"), browser.post("/gesprek/l/elders")):
        assert "Verder met uw gesprek" in await (await again).text()


async def test_without_a_conversation_there_is_a_field_for_a_code(browser: ClientSession) -> None:
    assert 'name="code"' in await (await browser.get("/gesprek")).text()
    assert NO_CODE in await (await browser.post("/gesprek", data={"code": "  "})).text()
    wrong = await browser.post("/gesprek", data={"code": "<b>nergens</b>"})
    page = await wrong.text()
    assert wrong.status == 404
    assert REFUSED[DoorWay.CODE][DoorRefusal.UNKNOWN] in page
    assert "nergens" not in page
    right = await browser.post("/gesprek", data={"code": " welkom "}, allow_redirects=False)
    assert (right.status, await right.read()) == (303, b"")


async def test_who_lost_their_talk_is_mailed_a_link_and_nobody_learns_more(
    database: AsyncEngine, tmp_path: Path, core: Core, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = asyncio.Queue[str]()

    async def mail_link(_: object, address: str, __: object) -> None:
        await asked.put(address)

    monkeypatch.setattr("bot.door.windows.mail_link", mail_link)
    async with windowed(database, tmp_path, core, **MAILS) as world, ClientSession(world.address) as browser:
        assert LOST in await (await browser.get("/gesprek")).text()
        answer = await browser.post("/gesprek", data={"address": " fatima@jansen.example "})
        page = await answer.text()
        assert (answer.status, MAILED in page, "jansen" in page) == (200, True, False)
        assert await asyncio.wait_for(asked.get(), 5) == "fatima@jansen.example"
        elsewhere = await browser.post("/gesprek", data={"address": "x@y.example"}, headers={"Sec-Fetch-Site": "cross-site"})
        assert (elsewhere.status, asked.empty()) == (403, True)
    async with windowed(database, tmp_path, core) as world, ClientSession(world.address) as browser:
        assert LOST not in await (await browser.get("/gesprek")).text()
        assert NO_CODE in await (await browser.post("/gesprek", data={"address": "fatima@jansen.example"})).text()


@pytest.mark.parametrize("body", [b"x" * 300_000, b"code=%ff%fe&&&&&&&&&;=", b"code=" + b"A" * 200_000, b"\x00"])
async def test_a_form_of_another_shape_is_a_page_like_any_other(browser: ClientSession, body: bytes) -> None:
    answer = await browser.post("/gesprek", data=body, headers={"Content-Type": "application/x-www-form-urlencoded"})
    assert 200 <= answer.status < 500
    assert "<h1>" in await answer.text()


async def test_a_button_on_the_page_of_somebody_else_lets_nobody_in(browser: ClientSession, core: Core) -> None:
    answer = await browser.post(CODE, headers={"Sec-Fetch-Site": "cross-site"})
    assert (answer.status, OTHER_PAGE in await answer.text()) == (403, True)
    assert "Set-Cookie" not in answer.headers
    assert core.arrivals == []


async def test_all_that_a_first_visit_fetches_is_small_and_kept_for_ever(browser: ClientSession) -> None:
    await (await browser.post(CODE, allow_redirects=False)).read()
    page = await (await browser.get("/gesprek")).text()
    fetched = len(page)
    for address in re.findall(r"(?:src|href)=\"(/[^\"]+)\"", page):
        answer = await browser.get(address)
        assert await answer.read()
        assert (answer.status, answer.headers["Cache-Control"]) == (200, "public, max-age=31536000, immutable")
        assert answer.headers["Content-Encoding"] == "gzip"
        fetched += int(answer.headers["Content-Length"])
    assert fetched <= LARGEST_TRANSFER
    assert len(read_assets()) == 4


async def test_a_file_comes_whole_unpacked_too_and_an_old_one_not_at_all(browser: ClientSession) -> None:
    style = read_assets()["style.css"]
    plain = await browser.get(style.address, headers={"Accept-Encoding": "identity"})
    assert await plain.read() == gzip.decompress(style.packed)
    for gone in ("0" * 16 + "/style.css", "../pages.py", "", "x/package.json"):
        answer = await browser.get(f"/gesprek/bestand/{gone}")
        assert (answer.status, b"def " in await answer.read()) == (404, False)


def test_every_sentence_of_the_pages_is_plain_dutch() -> None:
    said = [words for refused in REFUSED.values() for words in refused.values()]
    said += [" ".join((one.title + ".", *one.lines, one.begin + ".")) for one in ENTRANCE.values()]
    for words in (*said, KEEPS, LOST, MAILED, NO_CODE, OTHER_PAGE, AWAY, BROKEN):
        assert faults(words.format(organisation="NAL-regio Oost")) == []
    assert all(REFUSED[way].keys() == set(DoorRefusal) for way in DoorWay)
