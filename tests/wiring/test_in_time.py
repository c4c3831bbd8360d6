"""Nobody waits in silence: slow turns are acknowledged, errors and an absent database are told, and nothing is lost."""

import asyncio
import re

from bot.exchange import Arrival
from bot.sentences import NOT_SAVED_YET, SEND_AGAIN
from bot.timeouts import Timeouts
from dialogs.turn.events import Said
from tests.teams.activities import FATIMA, NOOR, activity, executes, says
from tests.wiring.conftest import World
from tests.wiring.core import Scripted, echo


async def test_a_slow_turn_is_acknowledged_and_its_answer_follows(world: World) -> None:
    release = asyncio.Event()

    async def slow(arrival: Arrival) -> Scripted:
        await release.wait()
        return await echo(arrival)

    world.core.taking = slow
    assert (await world.post(says("hallo", service_url=world.teams_url))).status == 202
    assert not world.teams.calls
    release.set()
    assert await world.teams.hears(1) == ["U zei: hallo"]


async def test_a_stored_turn_is_acknowledged_before_teams_took_its_replies(world: World) -> None:
    async with world.teams.busy():
        assert (await world.post(says("hallo", service_url=world.teams_url), follow=False)).status == 200
        assert not world.teams.calls
    assert await world.teams.hears(1) == ["U zei: hallo"]


async def test_an_apology_that_teams_did_not_take_is_no_reason_to_acknowledge(world: World) -> None:
    async def breaks(_: Arrival) -> Scripted:
        raise RuntimeError

    world.core.taking = breaks
    async with world.teams.busy():
        assert (await world.post(says("hallo", service_url=world.teams_url))).status == 202
    assert len(await world.teams.hears(1)) == 1


def test_teams_is_answered_before_it_gives_up() -> None:
    real = Timeouts()
    assert real.acknowledge < 2
    assert real.answer < 5
    assert real.worry + real.ready < 5
    assert real.lock < 5
    assert real.hold == 60


async def test_an_error_is_told_with_a_code_that_can_be_read_aloud(world: World) -> None:
    async def breaks(_: Arrival) -> Scripted:
        raise RuntimeError("Jansen heeft 12 auto's")

    world.core.taking = breaks
    assert (await world.post(says("hallo", service_url=world.teams_url))).status == 200
    (sentence,) = world.teams.texts
    assert re.fullmatch(
        r"Er ging iets mis \(code [A-HJ-NP-Z2-9]{4}\)\. Uw antwoorden zijn bewaard\. Probeer het zo nog eens\.", sentence
    )


async def test_after_an_error_the_next_message_is_answered(world: World) -> None:
    async def breaks_once(arrival: Arrival) -> Scripted:
        world.core.taking = echo
        raise RuntimeError

    world.core.taking = breaks_once
    await world.post(says("een", service_url=world.teams_url))
    await world.post(says("twee", service_url=world.teams_url))
    assert world.teams.texts[1:] == ["U zei: twee"]


async def test_nothing_is_said_to_who_removed_the_bot_when_that_breaks(world: World) -> None:
    async def breaks(_: Arrival) -> Scripted:
        raise RuntimeError

    world.core.taking = breaks
    removed = activity("installationUpdate", action="remove", service_url=world.teams_url)
    assert (await world.post(removed)).status == 200
    assert not world.teams.calls


async def test_without_a_database_a_person_hears_so_and_the_message_is_kept(world: World) -> None:
    world.core.database.clear()
    await world.post(says("twaalf", service_url=world.teams_url))
    assert await world.teams.hears(1) == [NOT_SAVED_YET]
    world.core.database.set()
    assert await world.teams.hears(2) == [NOT_SAVED_YET, "U zei: twaalf"]


async def test_when_the_database_stays_away_a_person_is_asked_to_send_it_again(world: World) -> None:
    world.core.database.clear()
    await world.post(says("twaalf", service_url=world.teams_url))
    assert await world.teams.hears(2) == [NOT_SAVED_YET, SEND_AGAIN]
    world.core.database.set()
    await world.post(says("dertien", service_url=world.teams_url))
    assert (await world.teams.hears(3))[2] == "U zei: dertien"
    assert [arrival.event for arrival in world.core.arrivals] == [Said("dertien")]


async def test_messages_waiting_for_the_database_are_told_once_kept_in_order(world: World) -> None:
    world.core.database.clear()
    responses = [await world.post(says(word, service_url=world.teams_url)) for word in ("een", "twee")]
    assert [response.status for response in responses] == [202, 202]
    assert await world.teams.hears(2) == [NOT_SAVED_YET, NOT_SAVED_YET]
    world.core.database.set()
    assert (await world.teams.hears(4))[2:] == ["U zei: een", "U zei: twee"]


async def test_a_database_that_hangs_is_told_too(world: World) -> None:
    release = asyncio.Event()

    async def hangs(arrival: Arrival) -> Scripted:
        world.core.database.clear()
        await release.wait()
        return await echo(arrival)

    world.core.taking = hangs
    await world.post(says("hallo", service_url=world.teams_url))
    assert await world.teams.hears(1) == [NOT_SAVED_YET]
    release.set()
    assert (await world.teams.hears(2))[1] == "U zei: hallo"


async def test_a_press_without_a_database_is_answered_so(world: World) -> None:
    world.core.database.clear()
    response = await world.post(executes("save", service_url=world.teams_url))
    assert (await response.json())["value"] == NOT_SAVED_YET
    world.core.database.set()
    assert await world.teams.hears(1) == ["U zei: Pressed"]


async def test_messages_of_one_person_are_handled_in_order(world: World) -> None:
    release, order = asyncio.Event(), []

    async def waits_on_the_first(arrival: Arrival) -> Scripted:
        if arrival.event == Said("0"):
            await release.wait()
        order.append(arrival.event)
        return await echo(arrival)

    world.core.taking = waits_on_the_first
    for number in range(5):
        await world.post(says(str(number), service_url=world.teams_url))
    assert order == []
    release.set()
    assert await world.teams.hears(5) == [f"U zei: {number}" for number in range(5)]
    assert order == [Said(str(number)) for number in range(5)]


async def test_fifty_people_do_not_wait_for_each_other(world: World) -> None:
    inside, all_inside = 0, asyncio.Event()

    async def meets(arrival: Arrival) -> Scripted:
        nonlocal inside
        inside += 1
        if inside == 50:
            all_inside.set()
        await all_inside.wait()  # only passes when all fifty are here at once
        return await echo(arrival)

    world.core.taking = meets
    people = [f"f0000000-0000-4000-8000-{number:012d}" for number in range(50)]
    told = [says("hallo", person=person, service_url=world.teams_url) for person in people]
    responses = await asyncio.gather(*map(world.post, told))
    assert {response.status for response in responses} <= {200, 202}
    assert len(await world.teams.hears(50)) == 50


async def test_one_stuck_person_does_not_hold_up_another(world: World) -> None:
    release = asyncio.Event()

    async def sticks(arrival: Arrival) -> Scripted:
        if arrival.sender.object_id == FATIMA:
            await release.wait()
        return await echo(arrival)

    world.core.taking = sticks
    await world.post(says("ik zit vast", person=FATIMA, service_url=world.teams_url))
    assert (await world.post(says("ik niet", person=NOOR, service_url=world.teams_url))).status == 200
    assert world.teams.texts == ["U zei: ik niet"]
    release.set()
    await world.teams.hears(2)


async def test_nothing_is_left_over_after_many_turns_that_break(world: World) -> None:
    async def breaks(_: Arrival) -> Scripted:
        raise RuntimeError

    world.core.taking = breaks
    for _ in range(30):
        await world.post(says("hallo", service_url=world.teams_url))
    await asyncio.sleep(0)
    assert not world.edge.reception._tasks
    assert not world.edge.reception._locks._waiting
