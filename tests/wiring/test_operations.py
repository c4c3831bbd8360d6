"""What operators see: health, readiness, numbers, and a log that tells everything but what people wrote."""

import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from bot.exchange import Arrival
from bot.logs import start_logging
from tests.edge.activities import FATIMA, executes, says
from tests.wiring.conftest import World
from tests.wiring.core import Scripted


async def page(world: World, path: str) -> tuple[int, str]:
    response = await world.http.get(f"{world.bot}{path}")
    return response.status, await response.text()


async def test_a_living_process_is_healthy_without_its_database(world: World) -> None:
    world.core.database.clear()
    assert await page(world, "/healthz") == (200, "ok")
    assert (await page(world, "/readyz"))[0] == 503


async def test_readiness_asks_nobody_outside(world: World) -> None:
    world.authority.down = True
    assert await page(world, "/readyz") == (200, "ok")
    assert world.authority.asked == 0
    assert not world.teams.calls


async def test_what_happens_is_counted(world: World) -> None:
    await world.post(says("hallo", service_url=world.teams_url))
    await world.post(says("hallo", service_url=world.teams_url), token="garbage")
    status, text = await page(world, "/metrics")
    assert status == 200
    assert 'laadmaat_turns_total{event="Said"} 1.0' in text
    assert "laadmaat_turn_seconds_count 1.0" in text
    assert 'laadmaat_refused_total{status="401"} 1.0' in text
    assert 'laadmaat_sends_total{answer="201"} 1.0' in text
    for name in ("send_retries", "errors", "held", "strangers"):
        assert f"laadmaat_{name}_total 0.0" in text
    assert "laadmaat_turns_in_progress 0.0" in text


async def test_the_numbers_tell_nothing_about_people(world: World) -> None:
    await world.post(says("hallo", service_url=world.teams_url))
    text = (await page(world, "/metrics"))[1]
    assert FATIMA not in text
    assert "Fatima" not in text


@pytest.fixture
def production_log(quiet: None, capfd: pytest.CaptureFixture[str]) -> Iterator[None]:
    """Log as in production, and leave it as it was."""
    before, root = structlog.get_config(), logging.getLogger()
    handlers, level = root.handlers[:], root.level
    start_logging()
    yield
    structlog.configure(**before)
    root.handlers[:] = handlers
    root.setLevel(level)


async def test_the_log_tells_what_happened_but_not_what_was_said(
    production_log: None, world: World, capfd: pytest.CaptureFixture[str]
) -> None:
    async def breaks(arrival: Arrival) -> Scripted:
        raise RuntimeError(f"{arrival.sender.name}: {arrival.event} jansen@example.org")

    world.core.taking = breaks
    token = world.authority.token(serviceurl=world.teams_url)
    await world.post(says("geheim jansen@example.org", id="1700", service_url=world.teams_url), token=token)
    await world.post(executes("save", data={"email": "jansen@example.org"}, service_url=world.teams_url), token=token)
    await world.teams.hears(2)
    log = capfd.readouterr().err
    for secret in ("geheim", "Fatima", "jansen@example.org", token, "own-token"):
        assert secret not in log
    lines = [json.loads(line) for line in log.splitlines()]
    failed = next(line for line in lines if line["event"] == "turn.failed")
    assert (failed["error"], failed["activity"]) == ("RuntimeError", "1700")
    assert f"(code {failed['turn']})" in world.teams.texts[0]
    assert any("test_operations.py" in place for place in failed["at"])


def test_an_error_in_a_library_is_told_without_its_words(production_log: None, capfd: pytest.CaptureFixture[str]) -> None:
    try:
        int("geheim")
    except ValueError:
        logging.getLogger("some.library").exception("It broke for %s\nsecond line", "Fatima")
    line = json.loads(capfd.readouterr().err)
    assert (line["event"], line["logger"], line["error"]) == ("It broke for %s", "some.library", "ValueError")
    assert "geheim" not in str(line)


def test_libraries_do_not_chatter(production_log: None, capfd: pytest.CaptureFixture[str]) -> None:
    logging.getLogger("msrest.serialization").warning("teamsChannelId is not a known attribute")
    logging.getLogger("aiohttp.access").info("127.0.0.1 POST /api/messages")
    assert capfd.readouterr().err == ""
