"""Posting over HTTP: a thread is opened as Teams wants it, the rest follows in it, and each refusal has its consequence."""

from collections.abc import Mapping
from typing import Any

import pytest

import bot.teams.connector
from bot.exchange import Outgoing
from tests.teams.activities import BOT, TENANT
from tests.wiring.conftest import World
from tests.wiring.core import Scripted, text
from tests.wiring.fake_teams import Answer, FakeTeams

CHANNEL = "19:channel@thread.tacv2"


def post(world: World) -> Scripted:
    """Return two messages that are to stand in a new thread."""
    conversation = {"id": CHANNEL, "conversationType": "channel", "isGroup": True, "tenantId": TENANT}
    reference = {
        "serviceUrl": world.teams_url,
        "channelId": "msteams",
        "tenant": TENANT,
        "conversation": conversation,
        "bot": BOT,
    }
    return Scripted((Outgoing("open", {"type": "message", "text": "een"}), text("twee")), reference)


async def sweeps(world: World) -> list[list[str | None]]:
    """Let a worker bring a post; return the ids it noted."""
    world.core.left_behind = [post(world)]
    await world.edge.reply_sender.sweep_once()
    return [ids for _, ids in world.core.notes]


@pytest.fixture
def forgotten(world: World) -> list[Mapping[str, Any]]:
    """Take down where the bot is not any more."""
    found: list[Mapping[str, Any]] = []

    async def forget(reference: Mapping[str, Any]) -> None:
        found.append(reference)

    world.edge.reply_sender._forget = forget
    return found


@pytest.fixture(autouse=True)
def hurry(world: World) -> None:
    """Do not wait between tries."""

    async def sleep(_: float) -> None:
        pass

    world.edge.connector._sleep = sleep


def bodies(teams: FakeTeams) -> list[Mapping[str, Any]]:
    """Return what was accepted."""
    return [call.body for call in teams.accepted]


async def test_a_thread_is_opened_and_the_rest_follows_in_it(world: World) -> None:
    assert await sweeps(world) == [["sent-1", "sent-2"]]
    opened, followed = world.teams.calls
    assert opened.path == "/emea/v3/conversations"
    assert opened.body == {
        "isGroup": True,
        "bot": BOT,
        "tenantId": TENANT,
        "channelData": {"channel": {"id": CHANNEL}},
        "activity": {"type": "message", "text": "een"},
    }
    assert followed.path == "/emea/v3/conversations/sent-1/activities"
    assert (followed.body["text"], followed.body["conversation"]["id"]) == ("twee", "sent-1")
    assert "recipient" not in followed.body


@pytest.mark.parametrize("answer", [Answer(429, {"Retry-After": "1"}), Answer(412), Answer(502), Answer(503), Answer(0)])
async def test_a_busy_teams_is_asked_again(world: World, answer: Answer) -> None:
    world.teams.answers += [answer, answer]
    [ids] = await sweeps(world)
    assert None not in ids
    assert len(bodies(world.teams)) == 2
    assert len(world.teams.calls) == 4


async def test_a_teams_that_stays_busy_gets_it_later(world: World) -> None:
    world.teams.answers += [Answer(429)] * bot.teams.connector.ATTEMPTS
    assert await sweeps(world) == [[]]


async def test_a_thread_that_was_opened_keeps_its_id_when_the_rest_must_wait(world: World) -> None:
    world.teams.answers += [Answer(), *[Answer(503)] * bot.teams.connector.ATTEMPTS]
    assert await sweeps(world) == [["sent-1"]]


@pytest.mark.parametrize("status", [403, 404])
async def test_a_channel_without_the_bot_is_switched_off(world: World, status: int, forgotten: list[Any]) -> None:
    world.teams.answers.append(Answer(status))
    assert await sweeps(world) == [[None, None]]
    assert [reference["conversation"]["id"] for reference in forgotten] == [CHANNEL]
    assert len(world.teams.calls) == 1


@pytest.mark.parametrize("status", [400, 401, 413])
async def test_a_post_that_teams_finds_wrong_is_given_up_in_silence(world: World, status: int, forgotten: list[Any]) -> None:
    world.teams.answers.append(Answer(status))
    assert await sweeps(world) == [[None, None]]
    assert (forgotten, len(world.teams.calls)) == ([], 1)


async def test_a_post_that_is_too_long_goes_on_in_its_thread(world: World) -> None:
    whole = post(world)
    long = Outgoing("open", {"type": "message", "text": "woord " * 12_000})
    world.core.left_behind = [Scripted((long,), whole.reference)]
    await world.edge.reply_sender.sweep_once()
    _, *rest = world.teams.calls
    assert len(rest) > 1
    assert {call.path for call in rest} == {"/emea/v3/conversations/sent-1/activities"}
    assert [ids for _, ids in world.core.notes] == [["sent-1"]]
