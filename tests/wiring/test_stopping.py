"""Asked to stop, the bot finishes what it was doing and gives back what it could not store."""

import asyncio
from contextlib import suppress
from pathlib import Path

from aiohttp import ClientSession
from sqlalchemy import text

from bot.exchange import Arrival
from bot.sentences import NOT_SAVED_YET, SEND_AGAIN
from storage.database.transactions import Database
from tests.teams.activities import says
from tests.wiring.conftest import World, listening
from tests.wiring.core import Scripted, echo
from tests.wiring.fake_teams import FakeTeams
from tests.wiring.replicas import Replica


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


async def test_a_process_asked_to_stop_in_the_middle_of_a_turn_answers_first(
    database: Database, database_url: str, tmp_path: Path
) -> None:
    teams = FakeTeams()
    async with listening(teams.application) as teams_url, ClientSession() as http:
        replica = Replica(database_url, tmp_path, http)
        await replica.start()
        assert replica.process is not None
        address = f"http://127.0.0.1:{replica.port}/api/messages"
        try:
            await http.post(address, json=says("hallo", service_url=f"{teams_url}/"))
            await teams.hears(1)
            async with database.begin() as connection:  # the turn waits for this row
                await connection.execute(text("select 1 from person for update"))
                assert (await http.post(address, json=says("help", service_url=f"{teams_url}/"))).status == 202
                replica.process.terminate()
                while await is_open(replica.port):  # noqa: ASYNC110 - another process
                    await asyncio.sleep(0.05)
                assert len(teams.calls) == 1
            assert await replica.process.wait() == 0
        finally:
            if replica.process.returncode is None:
                await replica.kill()
    assert len(teams.accepted) == 2


async def is_open(port: int) -> bool:
    """Say whether anybody listens."""
    with suppress(OSError):
        _, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.close()
        return True
    return False
