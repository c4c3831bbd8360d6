"""A link is opened over HTTP: the paper comes as a file to save, and a link that does not work tells nothing."""

import pytest

from domain.papers.papers import Paper
from tests.wiring.conftest import World

SECRET = "q" * 43
PAPER = Paper("Plan für „Noord”.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", b"PK\x03\x04")
HARMLESS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow",
}


async def test_a_paper_comes_as_a_file_to_save(world: World) -> None:
    world.core.papers[SECRET] = PAPER
    response = await world.http.get(f"{world.bot}/papers/{SECRET}")
    assert (response.status, await response.read()) == (200, PAPER.content)
    assert response.content_type == PAPER.media_type
    assert response.content_disposition
    assert (response.content_disposition.type, response.content_disposition.filename) == ("attachment", PAPER.name)
    assert HARMLESS.items() <= response.headers.items()


async def test_a_large_paper_comes_whole(world: World) -> None:
    world.core.papers[SECRET] = Paper("a.pdf", "application/pdf", b"x" * 9_000_000)
    response = await world.http.get(f"{world.bot}/papers/{SECRET}")
    assert len(await response.read()) == 9_000_000


async def test_an_unknown_link_is_a_page_like_any_other(world: World) -> None:
    response = await world.http.get(f"{world.bot}/papers/{'x' * 43}")
    assert (response.status, await response.text()) == (404, "Deze link werkt niet meer. Vraag het bestand opnieuw.")
    assert HARMLESS.items() <= response.headers.items()


@pytest.mark.parametrize(
    "path", ["", "x", "x" * 42, "x" * 44, f"{SECRET}/", f"../{SECRET}", "%2e%2e%2fetc%2fpasswd", "x" * 42 + "%00"]
)
async def test_what_is_no_link_of_ours_is_not_looked_up(world: World, path: str) -> None:
    world.core.papers |= {path: PAPER, SECRET: PAPER}
    assert (await world.http.get(f"{world.bot}/papers/{path}")).status == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
async def test_a_paper_can_only_be_read(world: World, method: str) -> None:
    world.core.papers[SECRET] = PAPER
    assert (await world.http.request(method, f"{world.bot}/papers/{SECRET}")).status == 405


async def test_a_database_that_is_away_is_no_broken_link(world: World) -> None:
    world.core.database.clear()
    response = await world.http.get(f"{world.bot}/papers/{SECRET}")
    assert (response.status, response.headers["Retry-After"]) == (503, "30")


async def test_mail_is_stopped_at_our_own_address_by_its_button_alone(world: World) -> None:
    address = f"{world.bot}/afmelden/{'0' * 48}"
    assert (await world.http.get(address)).status == 200
    assert world.core.stopped == []
    assert (await world.http.post(address, data={"List-Unsubscribe": "One-Click"})).status == 200
    assert world.core.stopped == ["0" * 48]
    world.core.database.clear()
    assert (await world.http.post(address)).status == 503
