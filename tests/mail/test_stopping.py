"""The page where mail is stopped: only its button does it, and whoever calls learns nothing."""

from collections.abc import AsyncIterator
from uuid import UUID

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.mail.links import MailLinks, person_of, token_of
from bot.mail.stopping import add_stopping
from domain.terrains.seals import Seals
from storage.database.transactions import DatabaseGone
from tests.mail.arranging import PUBLIC

PERSON, OTHER = UUID(int=7), UUID(int=8)
OLD, NEW = Seals((b"a" * 32,)), Seals((b"b" * 32, b"a" * 32))
Page = tuple[TestClient[web.Request, web.Application], list[str]]


@pytest.fixture
async def page() -> AsyncIterator[Page]:
    """The page, and the tokens with which mail was stopped; one of them finds the database gone."""
    stopped: list[str] = []

    async def stop(token: str) -> None:
        if token == "gone":
            raise DatabaseGone
        stopped.append(token)

    application = web.Application()
    add_stopping(application, stop)
    async with TestClient(TestServer(application)) as client:
        yield client, stopped


async def test_opening_the_link_stops_nothing(page: Page) -> None:
    client, stopped = page
    for method in ("GET", "HEAD"):
        answer = await client.request(method, "/afmelden/t")
        assert answer.status == 200
    text = await (await client.get("/afmelden/t")).text()
    assert '<form method="post">' in text
    assert text.count("<button") == 1
    assert stopped == []


async def test_one_click_of_a_program_for_mail_and_the_button_both_stop(page: Page) -> None:
    client, stopped = page
    one_click = await client.post("/afmelden/t", data={"List-Unsubscribe": "One-Click"})
    button = await client.post("/afmelden/t")
    assert (one_click.status, button.status, stopped) == (200, 200, ["t", "t"])
    assert "U krijgt geen mail meer" in await button.text()


async def test_nobody_learns_whether_a_link_is_of_somebody(page: Page) -> None:
    client, _ = page
    answers = [await client.post(f"/afmelden/{token}") for token in ("x", token_of(PERSON, OLD), "%00")]
    assert len({(answer.status, await answer.text()) for answer in answers}) == 1


async def test_the_page_has_nothing_of_elsewhere_and_is_kept_nowhere(page: Page) -> None:
    client, _ = page
    head = (await client.get("/afmelden/t")).headers
    assert head["Content-Security-Policy"].startswith("default-src 'none';")
    assert "form-action 'self'" in head["Content-Security-Policy"]
    assert (head["Cache-Control"], head["Referrer-Policy"]) == ("no-store", "no-referrer")


async def test_what_cannot_be_done_now_is_said(page: Page) -> None:
    client, stopped = page
    assert (await client.post("/afmelden/gone")).status == 503
    assert (await client.post("/afmelden/t", data="x" * 5000)).status == 413
    assert stopped == []


def test_a_token_is_of_one_person_and_holds_after_a_new_key() -> None:
    token = token_of(PERSON, OLD)
    assert person_of(token, OLD) == person_of(token, NEW) == PERSON
    assert person_of(f"{OTHER.hex}{token[32:]}", OLD) is None
    assert person_of(token, Seals((b"c" * 32,))) is None
    assert MailLinks(f"{PUBLIC}/").to_stop(PERSON, OLD) == f"{PUBLIC}/afmelden/{token}"


@pytest.mark.parametrize("token", ["", "x", "é" * 48, "0" * 48, "G" * 48, "0" * 47])
def test_anything_else_is_of_nobody(token: str) -> None:
    assert person_of(token, OLD) is None
