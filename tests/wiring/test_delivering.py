"""What the core hears about its replies, and what people see when Teams takes only some of them."""

import asyncio

from bot.exchange import Arrival, Outgoing
from tests.teams.activities import activity, says
from tests.wiring.conftest import World
from tests.wiring.core import Scripted, text
from tests.wiring.fake_teams import Answer


async def three(arrival: Arrival) -> Scripted:
    return Scripted((text("een"), text("twee"), text("drie")), arrival.reference)


async def test_replies_arrive_in_order_and_their_ids_are_noted(world: World) -> None:
    world.core.taking = three
    await world.post(says("hallo", service_url=world.teams_url))
    assert world.teams.texts == ["een", "twee", "drie"]
    assert [ids for _, ids in world.core.notes] == [["sent-1", "sent-2", "sent-3"]]


async def test_what_was_answered_before_is_not_sent_again(world: World) -> None:
    async def again(arrival: Arrival) -> Scripted:
        return Scripted((text("een"),), arrival.reference, done=True)

    world.core.taking = again
    assert (await world.post(says("hallo", service_url=world.teams_url))).status == 200
    assert not world.teams.calls


async def test_an_update_without_a_card_to_update_is_dropped(world: World) -> None:
    async def updates(arrival: Arrival) -> Scripted:
        return Scripted((Outgoing("update", {"type": "message"}, None), text("verder")), arrival.reference)

    world.core.taking = updates
    await world.post(says("hallo", service_url=world.teams_url))
    assert [call.method for call in world.teams.calls] == ["POST"]
    assert [ids for _, ids in world.core.notes] == [[None, "sent-1"]]


async def test_a_person_who_blocked_the_bot_is_not_written_to_any_more(world: World) -> None:
    forgotten = []

    async def forget(reference: object) -> None:
        forgotten.append(reference)

    world.edge.reply_sender._forget = forget
    world.core.taking = three
    world.teams.answers.append(Answer(403))
    await world.post(says("hallo", service_url=world.teams_url))
    assert len(world.teams.calls) == 1
    assert forgotten == [world.core.arrivals[0].reference]
    assert [ids for _, ids in world.core.notes] == [[None, None, None]]


async def test_a_reply_that_teams_finds_wrong_does_not_silence_the_rest(world: World) -> None:
    world.core.taking = three
    world.teams.answers.append(Answer(400))
    await world.post(says("hallo", service_url=world.teams_url))
    apology, *rest = world.teams.texts
    assert apology.startswith("Er ging iets mis (code ")
    assert rest == ["twee", "drie"]


async def test_what_teams_does_not_take_now_is_left_for_later(world: World) -> None:
    world.edge.connector._sleep = lambda _: no_time()
    world.core.taking = three
    world.teams.answers.extend([Answer(), *[Answer(503)] * 5])
    await world.post(says("hallo", service_url=world.teams_url))
    assert [ids for _, ids in world.core.notes] == [["sent-1"]]


async def no_time() -> None:
    """Wait for nothing."""


async def test_what_was_sent_before_the_stop_is_noted_and_the_rest_is_left(world: World) -> None:
    world.edge.connector._sleep = lambda _: no_end()
    world.core.taking = three
    world.teams.answers.extend([Answer(), Answer(503)])
    assert (await world.post(says("hallo", service_url=world.teams_url), follow=False)).status == 200
    await world.teams.hears(1)
    await world.edge.reception.close()
    assert [ids for _, ids in world.core.notes] == [["sent-1"]]


async def no_end() -> None:
    """Wait for ever."""
    await asyncio.Event().wait()


async def test_what_stayed_behind_is_swept_up(world: World) -> None:
    reference = {"serviceUrl": world.teams_url, "conversation": {"id": "a:1"}}
    world.core.left_behind = [Scripted((text("nog"),), reference), Scripted((text("meer"),), reference)]
    await world.edge.reply_sender.sweep_once(limit=20)
    assert world.teams.texts == ["nog", "meer"]
    assert [ids for _, ids in world.core.notes] == [["sent-1"], ["sent-2"]]


async def test_one_that_breaks_does_not_hold_up_the_sweep(world: World) -> None:
    reference = {"serviceUrl": world.teams_url, "conversation": {"id": "a:1"}}
    world.core.left_behind = [Scripted((text("stuk"),), {}), Scripted((text("meer"),), reference)]
    await world.edge.reply_sender.sweep_once(limit=20)
    assert world.teams.texts == ["meer"]


async def test_being_installed_is_heard_in_both_ways(world: World) -> None:
    await world.post(activity("installationUpdate", action="add", service_url=world.teams_url))
    members = [{"id": "28:aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee"}]
    await world.post(activity("conversationUpdate", membersAdded=members, service_url=world.teams_url))
    assert world.teams.texts == ["U zei: Arrived", "U zei: Arrived"]


async def test_a_delivery_that_takes_too_long_leaves_the_rest(world: World) -> None:
    now = 0.0

    async def slow_teams(_: float) -> None:
        nonlocal now
        now += 5

    world.edge.connector._clock = world.edge.reply_sender._clock = lambda: now
    world.edge.connector._sleep = slow_teams
    world.core.taking = three
    world.teams.answers.extend([Answer(503), Answer(), Answer(503), Answer()])
    await world.post(says("hallo", service_url=world.teams_url))
    assert world.teams.texts == ["een", "twee"]
    assert [ids for _, ids in world.core.notes] == [["sent-2", "sent-4"]]


async def test_the_sweep_keeps_the_order_of_a_conversation(world: World) -> None:
    world.edge.connector._sleep = lambda _: no_time()
    here = {"serviceUrl": world.teams_url, "conversation": {"id": "a:1"}}
    world.core.left_behind = [Scripted((text("een"),), here), Scripted((text("twee"),), here)]
    world.teams.answers.extend([Answer(503)] * 5)
    await world.edge.reply_sender.sweep_once()
    assert world.teams.texts == []
    assert len(world.core.notes) == 1


async def test_the_sweep_keeps_the_note_of_a_message_before_it_sends_the_next(world: World) -> None:
    here = {"serviceUrl": world.teams_url, "conversation": {"id": "a:1"}}
    world.core.left_behind = [Scripted((text("een"), text("twee")), here), Scripted((text("drie"),), here)]
    await world.edge.reply_sender.sweep_once()
    assert world.teams.texts == ["een", "twee", "drie"]
    assert world.core.written == [1, 2, 3]


async def test_what_cannot_be_noted_is_not_followed_by_more(world: World) -> None:
    here, there = ({"serviceUrl": world.teams_url, "conversation": {"id": place}} for place in ("a:1", "a:2"))
    world.core.left_behind = [
        Scripted((text("een"), text("twee")), here),
        Scripted((text("drie"),), here),
        Scripted((text("vier"),), there),
    ]
    world.core.database.clear()
    await world.edge.reply_sender.sweep_once()
    assert sorted(world.teams.texts) == ["een", "vier"]
