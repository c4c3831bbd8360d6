"""How replies reach Teams: what is tried again, what is not, and what is never sent at all."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import web

from bot.metrics import Metrics
from bot.teams.connector import ATTEMPTS, TIMEOUT, WINDOW, Connector, pooled_session
from bot.teams.hosts import Hosts
from bot.teams.undelivered import Blocked, Gone, Rejected, Unreachable
from storage.turn.saving import LEASE_SECONDS
from tests.wiring.conftest import GivenToken, listening
from tests.wiring.fake_teams import Answer, FakeTeams

pytestmark = pytest.mark.usefixtures("quiet")


@dataclass
class Line:
    """A connector to a fake Teams, whose waiting costs no time."""

    connector: Connector
    teams: FakeTeams
    reference: dict[str, Any]
    waits: list[float] = field(default_factory=list)

    async def sends(self, text: str = "hallo") -> str | None:
        """Send one message."""
        return await self.connector.send(self.reference, {"type": "message", "text": text})

    async def updates(self, target: str = "1700") -> str | None:
        """Replace one message."""
        return await self.connector.update(self.reference, target, {"type": "message", "text": "nieuw"})


@pytest.fixture
async def line() -> AsyncIterator[Line]:
    teams, waits = FakeTeams(), list[float]()

    async def wait(seconds: float) -> None:
        waits.append(seconds)

    async with listening(teams.application) as url, pooled_session() as session:
        connector = Connector(session, GivenToken(), Hosts(["127.0.0.1"]), Metrics(), wait)
        place = {"id": "19:abc@thread.tacv2;messageid=17/3", "conversationType": "channel"}
        reference = {"serviceUrl": f"{url}/emea/", "conversation": place, "bot": {"id": "28:b"}, "user": {"id": "29:u"}}
        yield Line(connector, teams, reference, waits)


async def test_a_message_is_addressed_and_signed(line: Line) -> None:
    assert await line.sends() == "sent-1"
    (call,) = line.teams.calls
    assert call.method == "POST"
    assert call.path == "/emea/v3/conversations/19%3Aabc%40thread.tacv2%3Bmessageid%3D17%2F3/activities"
    assert call.token == "Bearer own-token"
    assert call.body["text"] == "hallo"
    assert (call.body["from"], call.body["recipient"]) == ({"id": "28:b"}, {"id": "29:u"})
    assert call.body["conversation"]["id"] == line.reference["conversation"]["id"]


@pytest.mark.parametrize("status", [412, 429, 502, 503, 504, 0])
async def test_what_may_pass_is_tried_again(line: Line, status: int) -> None:
    line.teams.answers.extend([Answer(status), Answer(status)])
    assert await line.sends() == "sent-3"
    assert line.teams.texts == ["hallo"]
    assert len(line.waits) == 2


@pytest.mark.parametrize("status", [412, 429, 502, 503, 504, 0])
async def test_trying_again_ends(line: Line, status: int) -> None:
    line.teams.answers.extend([Answer(status)] * 50)
    with pytest.raises(Unreachable):
        await line.sends()
    assert len(line.teams.calls) == ATTEMPTS


async def test_the_waits_grow_and_differ(line: Line) -> None:
    line.teams.answers.extend([Answer(503)] * 4)
    await line.sends()
    line.teams.answers.extend([Answer(503)] * 4)
    await line.sends()
    first, second = line.waits[:4], line.waits[4:]
    assert all(0.4 * 2**n <= wait <= 0.8 * 2**n for waits in (first, second) for n, wait in enumerate(waits))
    assert first != second


async def test_teams_says_how_long_to_wait(line: Line) -> None:
    line.teams.answers.append(Answer(429, {"Retry-After": "7"}))
    await line.sends()
    assert line.waits == [7]


async def test_a_long_wait_is_left_to_the_sweeper(line: Line) -> None:
    line.teams.answers.append(Answer(429, {"Retry-After": str(int(WINDOW) + 1)}))
    with pytest.raises(Unreachable):
        await line.sends()
    assert not line.waits


@pytest.mark.parametrize("header", ["soon", "-5", "Mon, 23 Nov 2026 10:00:00 GMT", "NaN", "inf"])
async def test_a_wait_that_is_no_number_of_seconds_is_ours_to_choose(line: Line, header: str) -> None:
    line.teams.answers.append(Answer(429, {"Retry-After": header}))
    await line.sends()
    assert len(line.waits) == 1
    assert 0 < line.waits[0] < 1


@pytest.mark.parametrize(
    ("status", "kind"),
    [(400, Rejected), (401, Rejected), (403, Blocked), (404, Gone), (405, Rejected), (413, Rejected), (500, Rejected)],
)
async def test_what_will_not_pass_is_tried_once(line: Line, status: int, kind: type[Exception]) -> None:
    line.teams.answers.append(Answer(status))
    with pytest.raises(kind) as caught:
        await line.sends()
    assert "Words of Teams" not in str(caught.value)
    assert len(line.teams.calls) == 1


async def test_an_update_replaces_in_place(line: Line) -> None:
    assert await line.updates("17/00") == "sent-1"
    (call,) = line.teams.calls
    assert (call.method, call.path.rsplit("/", 1)[1]) == ("PUT", "17%2F00")
    assert call.body["id"] == "17/00"


async def test_an_update_of_what_is_gone_is_sent_anew(line: Line) -> None:
    line.teams.answers.append(Answer(404))
    assert await line.updates() == "sent-2"
    assert [call.method for call in line.teams.calls] == ["PUT", "POST"]
    assert "id" not in line.teams.calls[1].body


async def test_a_redirect_is_not_followed(line: Line) -> None:
    line.teams.answers.append(Answer(307, {"Location": "https://evil.example/"}))
    with pytest.raises(Rejected):
        await line.sends()
    assert len(line.teams.calls) == 1


@pytest.mark.parametrize("url", ["https://evil.example/", "http://localhost/", "https://127.0.0.1@evil.example/", ""])
async def test_a_stored_address_elsewhere_gets_no_token(line: Line, url: str) -> None:
    line.reference["serviceUrl"] = url
    with pytest.raises(Rejected):
        await line.sends()


async def test_a_long_text_is_sent_in_parts(line: Line) -> None:
    words = " ".join(f"woord{number}" for number in range(12_000))
    await line.sends(words)
    assert len(line.teams.texts) > 1
    assert " ".join(line.teams.texts) == words


async def test_a_conversation_is_opened(line: Line) -> None:
    assert await line.connector.open(line.reference, {"isGroup": False, "members": [{"id": "29:x"}]}) == "sent-1"
    assert line.teams.calls[0].path == "/emea/v3/conversations"


async def test_an_answer_without_an_id_is_fine() -> None:
    async def silent(_: web.Request) -> web.Response:
        return web.Response(status=202, text="no json")

    application = web.Application()
    application.router.add_route("*", "/{tail:.*}", silent)
    async with listening(application) as url, pooled_session() as session:
        connector = Connector(session, GivenToken(), Hosts(["127.0.0.1"]), Metrics())
        assert await connector.send({"serviceUrl": url, "conversation": {"id": "a"}}, {"type": "message"}) is None


def test_no_send_waits_longer_than_ten_seconds() -> None:
    assert TIMEOUT.total == 10


def test_a_delivery_ends_before_another_process_may_take_it_over() -> None:
    assert TIMEOUT.total
    assert WINDOW + TIMEOUT.total < LEASE_SECONDS
