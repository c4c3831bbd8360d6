"""Each activity has one effect and one reply, however often and wherever Teams delivers it; real turns on PostgreSQL."""

import asyncio
import json
from collections.abc import AsyncIterator

import pytest

from bot.exchange import Arrival
from bot.jobs.forgetting import forgetting
from bot.turn.results import TurnResult
from bot.turn.turns import Turns
from dialogs.terrains.message_extension import NOTHING
from storage.database.transactions import Database
from tests.chat import TEAM_MEMBER
from tests.teams.activities import executes, invokes, says
from tests.turn.pair import Pair, now, two_processes
from tests.wiring.fake_teams import Answer

pytestmark = pytest.mark.usefixtures("quiet")


@pytest.fixture
async def pair(database: Database, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Pair]:
    """Two processes that hold nothing in common but the database."""
    async with two_processes(database, monkeypatch) as found:
        yield found


async def test_one_after_the_other(pair: Pair) -> None:
    told = says("hallo")
    for process in (pair.first, pair.first, pair.second):
        assert (await pair.deliver(process, told))[0] == 200
    assert len(pair.teams.accepted) == 1
    assert await pair.count("select count(*) from turn") == 1


async def test_all_at_once_on_two_processes(pair: Pair) -> None:
    told = says("hallo")
    processes = [pair.first, pair.second] * 5
    statuses = await asyncio.gather(*(pair.deliver(process, told) for process in processes))
    assert {status for status, _ in statuses} == {200}
    assert len(pair.teams.accepted) == 1
    assert await pair.count("select count(*) from turn") == 1
    assert await pair.count("select count(*) from person") == 1


async def test_a_pressed_button_is_answered_the_same_every_time(pair: Pair) -> None:
    await pair.deliver(pair.first, says("hallo"))
    press = executes("keep", data={"data": {"allow": "yes"}})
    answers = await asyncio.gather(*(pair.deliver(process, press) for process in (pair.first, pair.second, pair.first)))
    assert {status for status, _ in answers} == {200}
    first, *others = [json.loads(body) for _, body in answers]
    assert first["statusCode"] == 200
    assert others == [first, first]
    assert await pair.count("select count(*) from consent_event") == 1


async def test_ten_messages_at_once_are_ten_turns(pair: Pair) -> None:
    told = [says(f"hallo {number}") for number in range(10)]
    targets = [pair.first, pair.second] * 5
    await asyncio.gather(*(pair.deliver(process, one) for process, one in zip(targets, told, strict=True)))
    assert await pair.count("select count(*) from turn") == 10
    assert await pair.count("select count(*) from person") == 1
    assert await pair.count("select coalesce(sum(jsonb_array_length(outgoing)), 0) from turn") == len(pair.teams.accepted)


async def test_a_reply_that_a_crash_left_behind_is_sent_once_by_another(pair: Pair) -> None:
    told, sent = says("hallo"), pair.first.edge.reply_sender.deliver
    pair.first.edge.reply_sender.deliver = crash  # type: ignore[method-assign,assignment]
    await pair.deliver(pair.first, told)
    assert not pair.teams.calls
    pair.first.edge.reply_sender.deliver = sent  # type: ignore[method-assign]
    await pair.time_passes()
    await asyncio.gather(*(process.edge.reply_sender.sweep_once() for process in (pair.second, pair.first, pair.second)))
    await pair.deliver(pair.first, told)
    await pair.deliver(pair.second, told)
    assert len(pair.teams.accepted) == 1


async def test_a_card_whose_answer_a_crash_took_along_is_changed_by_another(pair: Pair) -> None:
    await pair.delivers(pair.first, says("hallo"))
    await pair.first.turns.receipts.write()
    card = await pair.text("select ids ->> -1 from turn")
    press = executes("keep", data={"data": {"allow": "yes"}}, replyToId=card)
    answers = []

    async def take_and_crash(arrival: Arrival) -> TurnResult:
        answers.append((await Turns.take(pair.first.turns, arrival)).body)
        raise asyncio.CancelledError  # after the commit, before a word to Teams

    pair.first.turns.take = take_and_crash  # type: ignore[method-assign]
    before = len(pair.teams.calls)
    await pair.delivers(pair.first, press)
    assert len(pair.teams.calls) == before
    await pair.time_passes()
    await pair.second.edge.reply_sender.sweep_once()
    (body,) = answers
    assert body is not None
    assert body["type"].endswith("card.adaptive")
    updates = [call for call in pair.teams.calls[before:] if call.method == "PUT"]
    assert [call.path.rsplit("/", 1)[1] for call in updates] == [card]
    assert updates[0].body["attachments"][0]["content"] == body["value"]
    status, again = await pair.delivers(pair.second, press)
    assert (status, json.loads(again)) == (200, body)
    assert [call.method for call in pair.teams.calls[before:]].count("PUT") == 1
    assert await pair.count("select count(*) from consent_event") == 1


async def test_who_blocked_the_bot_is_not_written_to_until_they_write_again(pair: Pair) -> None:
    reference = "select reference = '{}' from person"
    for process in (pair.first, pair.second):
        process.edge.reply_sender._forget = forgetting(process.turns.database, now)
    await pair.delivers(pair.first, says("hallo"))
    assert await pair.text(reference) == "False"
    pair.teams.answers.append(Answer(403))
    await pair.delivers(pair.first, says("hallo"))
    assert await pair.text(reference) == "True"
    await pair.first.turns.receipts.write()
    await pair.time_passes()
    before = len(pair.teams.calls)
    await pair.second.edge.reply_sender.sweep_once()
    assert len(pair.teams.calls) == before
    await pair.delivers(pair.second, says("hallo"))
    assert await pair.text(reference) == "False"
    assert len(pair.teams.calls) == before + 1


async def test_the_way_to_a_person_follows_where_teams_says_it_is(pair: Pair) -> None:
    await pair.delivers(pair.first, says("hallo"))
    assert await pair.text("select reference ->> 'serviceUrl' from person") == pair.teams_url
    pair.teams_url += "/amer/"
    await pair.delivers(pair.second, says("hallo"))
    assert await pair.text("select reference ->> 'serviceUrl' from person") == pair.teams_url
    assert "/amer/v3/conversations/" in pair.teams.calls[-1].path


async def test_a_search_finds_what_somebody_may_see_and_is_no_turn(pair: Pair) -> None:
    value = {"commandId": "terrein", "parameters": [{"name": "naam", "value": "hess"}]}
    status, body = await pair.deliver(pair.first, invokes("composeExtension/query", value, person=TEAM_MEMBER))
    assert (status, [one["preview"]["content"]["title"] for one in json.loads(body)["composeExtension"]["attachments"]]) == (
        200, ["Hessenpoort", "Hessenpoort III"]
    )  # fmt: skip
    _, body = await pair.deliver(pair.first, invokes("composeExtension/query", value))
    assert json.loads(body) == {"composeExtension": {"type": "message", "text": NOTHING}}
    asked = {"queryText": "hess", "dataset": "terrains"}
    _, body = await pair.deliver(pair.first, invokes("application/search", asked, person=TEAM_MEMBER))
    assert [one["value"] for one in json.loads(body)["value"]["results"]] == ["t-1", "t-2"]
    _, body = await pair.deliver(pair.first, invokes("application/search", asked))
    assert json.loads(body)["value"]["results"] == []
    assert await pair.count("select count(*) from turn") == 0
    assert not pair.teams.calls


async def crash(_: object) -> bool:
    """Do as a process that ends between its commit and its first reply."""
    raise asyncio.CancelledError


async def test_what_was_sent_and_noted_is_not_swept_up(pair: Pair) -> None:
    await pair.delivers(pair.first, says("hallo"))
    await pair.first.turns.receipts.write()
    await pair.time_passes()
    await pair.second.edge.reply_sender.sweep_once()
    assert len(pair.teams.accepted) == 1
    assert await pair.count("select count(*) from turn where sent_at is not null") == 1


async def test_while_it_is_being_sent_nobody_else_sends_it(pair: Pair) -> None:
    await pair.deliver(pair.first, says("hallo"))
    await pair.second.edge.reply_sender.sweep_once()
    await pair.settled(pair.first)
    assert len(pair.teams.accepted) == 1
