"""Asked to stop, the bot finishes what it was doing and gives back what it could not store."""

import asyncio

from bot.exchange import Arrival
from bot.sentences import NOT_SAVED_YET, SEND_AGAIN
from tests.edge.activities import says
from tests.wiring.conftest import World
from tests.wiring.core import Scripted, echo


async def test_a_turn_in_progress_is_finished(world: World) -> None:
    release = asyncio.Event()

    async def slow(arrival: Arrival) -> Scripted:
        await release.wait()
        return await echo(arrival)

    world.core.taking = slow
    assert (await world.post(says("hallo", service_url=world.teams_url))).status == 202
    closing = asyncio.create_task(world.edge.reception.close())
    await asyncio.sleep(0)
    release.set()
    await closing
    assert world.teams.texts == ["U zei: hallo"]


async def test_a_held_message_is_given_back(world: World) -> None:
    world.core.database.clear()
    await world.post(says("twaalf", service_url=world.teams_url))
    await world.teams.hears(1)
    await world.edge.reception.close()
    assert world.teams.texts == [NOT_SAVED_YET, SEND_AGAIN]


async def test_what_does_not_end_is_ended(world: World) -> None:
    async def never(_: Arrival) -> Scripted:
        await asyncio.Event().wait()
        raise AssertionError

    world.core.taking = never
    await world.post(says("hallo", service_url=world.teams_url))
    await world.edge.reception.close()
    await asyncio.sleep(0)
    assert not world.edge.reception._tasks
