"""What operators see: health, readiness, numbers, and a log that tells everything but what people wrote."""

import asyncio
import json
import logging
from collections.abc import Callable, Iterator
from uuid import uuid4

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st

from bot.exchange import Arrival
from bot.foreign_words import retold
from bot.logs import start_logging
from tests.teams.activities import FATIMA, OTHER_TENANT, executes, says
from tests.wiring.conftest import World
from tests.wiring.core import Scripted
from tests.wiring.fake_teams import Answer


async def page(world: World, path: str) -> tuple[int, str]:
    response = await world.http.get(f"{world.shown}{path}")
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
    assert 'laadmaat_sends_total{answer="429"} 0.0' in text
    for name in ("turns_in_progress", "unsent_turns", "jobs_waiting"):
        assert f"laadmaat_{name} 0.0" in text


async def test_retries_and_throttles_are_counted(world: World) -> None:
    world.edge.connector._sleep = lambda _: asyncio.sleep(0)
    world.teams.answers.extend([Answer(429, {"Retry-After": "1"}), Answer(503)])
    await world.post(says("hallo", service_url=world.teams_url))
    text = (await page(world, "/metrics"))[1]
    assert 'laadmaat_sends_total{answer="429"} 1.0' in text
    assert 'laadmaat_sends_total{answer="503"} 1.0' in text
    assert "laadmaat_send_retries_total 2.0" in text


async def test_errors_and_what_stayed_behind_are_counted(world: World) -> None:
    async def breaks(_: Arrival) -> Scripted:
        raise RuntimeError

    world.core.taking = breaks
    await world.post(says("hallo", service_url=world.teams_url))
    reference = {"serviceUrl": world.teams_url, "conversation": {"id": "a:1"}}
    world.core.left_behind = [Scripted((), reference)] * 3
    await world.edge.reply_sender.sweep_once()
    text = (await page(world, "/metrics"))[1]
    assert "laadmaat_errors_total 1.0" in text
    assert "laadmaat_unsent_turns 3.0" in text


async def test_what_was_not_understood_is_counted_by_where_somebody_was(world: World) -> None:
    async def misses(arrival: Arrival) -> Scripted:
        return Scripted((), arrival.reference, missed="question")

    assert 'laadmaat_misses_total{state="question"} 0.0' in (await page(world, "/metrics"))[1]
    world.core.taking = misses
    await world.post(says("asdf", service_url=world.teams_url))
    assert 'laadmaat_misses_total{state="question"} 1.0' in (await page(world, "/metrics"))[1]


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
    logging.raiseExceptions = True


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


async def test_another_tenant_is_told_of(production_log: None, world: World, capfd: pytest.CaptureFixture[str]) -> None:
    await world.post(says("geheim", service_url=world.teams_url, channelData={"tenant": {"id": OTHER_TENANT}}))
    (line,) = lines_of(capfd)
    assert (line["event"], line["tenants"]) == ("tenant.unknown", [OTHER_TENANT])


SECRETS = ("Fatima", "jansen@example.org", "geheim", "eyJhbGciOi.token", "0612345678", "38-ABC-1")


def lines_of(capfd: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    """Return what was logged, after checking that nothing of people is in it."""
    log = capfd.readouterr().err
    for secret in SECRETS:
        assert secret not in log
    return [json.loads(line) for line in log.splitlines()]


def test_an_error_in_a_library_is_told_without_its_words(production_log: None, capfd: pytest.CaptureFixture[str]) -> None:
    try:
        int("geheim")
    except ValueError:
        logging.getLogger("some.library").exception("It broke for %s\nsecond line %s", "Fatima", "geheim")
    (line,) = lines_of(capfd)
    assert (line["event"], line["logger"], line["error"]) == ("It broke for <str>", "some.library", "ValueError")
    assert str(line["logged"]).startswith("wiring/test_operations.py:")


LIBRARY = logging.getLogger("some.library")
FATIMAS = {"name": "Fatima", "left": 3}


@pytest.mark.parametrize(
    ("say", "told"),
    [
        (lambda: LIBRARY.warning("%d of %s in %.1f s, error %s", 3, "geheim", 0.25, ValueError("geheim")),
         "3 of <str> in 0.2 s, error <ValueError>"),
        (lambda: LIBRARY.warning("%s on %r", ValueError, SECRETS), "<ValueError> on <tuple>"),
        (lambda: LIBRARY.warning("%(left)s left of %(name)r", FATIMAS), "3 left of <str>"),
        (lambda: LIBRARY.warning("called by %s", 612345678), "called by <int>"),
        (lambda: LIBRARY.warning("%d cannot be told", 10**12), "%d cannot be told"),
        (lambda: LIBRARY.warning("too few %s %s", "Fatima"), "too few %s %s"),
        (lambda: LIBRARY.warning("one hundred % sure"), "one hundred % sure"),
        (lambda: LIBRARY.warning(f"It broke for {SECRETS[0]}"), "words left out"),
        (lambda: LIBRARY.warning(f"{SECRETS[1]} has %s", 3), "words left out"),
        (lambda: LIBRARY.warning(f"{SECRETS[3]} {SECRETS[0]}", extra={"action": "job_error"}), "job_error"),
        (lambda: LIBRARY.warning(f"for {SECRETS[4]}", extra={"action": f"by {SECRETS[0]}"}), "words left out"),
        (lambda: LIBRARY.warning(ValueError(f"{SECRETS[2]}!")), "words left out"),
        (lambda: LIBRARY.warning(""), "words left out"),
    ],
)  # fmt: skip
def test_of_what_a_library_fills_in_only_numbers_and_kinds_are_told(
    say: Callable[[], None], told: str, production_log: None, capfd: pytest.CaptureFixture[str]
) -> None:
    say()
    assert [line["event"] for line in lines_of(capfd)] == [told]


@given(words=st.text(min_size=1))
def test_no_text_that_was_put_together_gets_out(words: str) -> None:
    typed = f"{words} {uuid4()}"
    for message, values in ((typed, ()), (f"for {typed} %s", (3,)), ("It broke for %s", (typed,)), ("%(a)r", {"a": typed})):
        record = logging.LogRecord("some.library", logging.WARNING, __file__, 1, message, (), None)
        assert typed[-36:] not in retold(record, values)


async def test_what_breaks_beside_the_turns_is_told_without_what_it_was_about(
    production_log: None, capfd: pytest.CaptureFixture[str]
) -> None:
    def breaks(words: str) -> None:
        raise RuntimeError(words)

    loop = asyncio.get_running_loop()
    loop.call_soon(breaks, "Fatima heeft 38-ABC-1")  # asyncio writes what a callback was called with
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    (line,) = lines_of(capfd)
    assert (line["logger"], line["error"], line["event"]) == ("asyncio", "RuntimeError", "words left out")
    assert "breaks" in str(line["at"])


def test_libraries_do_not_chatter(production_log: None, capfd: pytest.CaptureFixture[str]) -> None:
    logging.getLogger("msrest.serialization").warning("teamsChannelId is not a known attribute")
    logging.getLogger("aiohttp.access").info("127.0.0.1 POST /api/messages")
    assert capfd.readouterr().err == ""
