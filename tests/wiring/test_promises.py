"""What Teams was told we have is not lost in silence when the process dies: the next one asks to send it again."""

import asyncio
import json
from pathlib import Path

import pytest

from bot.exchange import Arrival
from bot.sentences import SEND_AGAIN
from bot.turn.acknowledged import Acknowledged, AcknowledgedLog, take_lock
from tests.teams.activities import says
from tests.wiring.conftest import World
from tests.wiring.core import Scripted, echo


def left_behind(folder: Path, world: World, activity: str) -> Path:
    """Leave the promise that a process made before it died; return its lock."""
    folder.mkdir(exist_ok=True)
    reference = {"serviceUrl": world.teams_url, "conversation": {"id": "a:fatima"}, "channelId": "msteams"}
    promise = {"tenant": "t", "conversation": "a:fatima", "activity": activity, "reference": reference}
    (folder / "0123-K7Q2.json").write_text(json.dumps(promise))
    (folder / "0123.lock").touch()
    return folder / "0123.lock"


async def test_a_slow_turn_is_promised_until_it_is_stored(world: World, tmp_path: Path) -> None:
    release = asyncio.Event()

    async def slow(arrival: Arrival) -> Scripted:
        await release.wait()
        return await echo(arrival)

    world.core.taking = slow
    assert (await world.post(says("een geheim", service_url=world.teams_url))).status == 202
    [promise] = (tmp_path / "promises").glob("*.json")
    assert "een geheim" not in promise.read_text()
    release.set()
    await world.teams.hears(1)
    await world.edge.reception.close()
    assert list((tmp_path / "promises").glob("*.json")) == []


async def test_a_turn_that_is_cut_off_stays_promised(world: World, tmp_path: Path) -> None:
    async def endless(_: Arrival) -> Scripted:
        await asyncio.Event().wait()
        raise AssertionError

    world.core.taking = endless
    assert (await world.post(says("hallo", service_url=world.teams_url))).status == 202
    await world.edge.reception.close()
    assert len(list((tmp_path / "promises").glob("*.json"))) == 1


async def test_a_turn_that_is_cut_off_is_not_acknowledged_as_stored(world: World, tmp_path: Path) -> None:
    begun = asyncio.Event()

    async def endless(_: Arrival) -> Scripted:
        begun.set()
        await asyncio.Event().wait()
        raise AssertionError

    world.core.taking = endless
    posting = asyncio.create_task(world.post(says("hallo", service_url=world.teams_url)))
    await begun.wait()
    for task in world.edge.reception._tasks:  # as `close` does with what does not end
        task.cancel()
    assert (await posting).status == 202
    assert len(list((tmp_path / "promises").glob("*.json"))) == 1


async def test_a_folder_that_cannot_be_written_breaks_no_turn(world: World, tmp_path: Path) -> None:
    async def slow(arrival: Arrival) -> Scripted:
        await asyncio.sleep(0.4)
        return await echo(arrival)

    (tmp_path / "promises").touch()
    world.core.taking = slow
    assert (await world.post(says("hallo", service_url=world.teams_url))).status == 202
    assert await world.teams.hears(1) == ["U zei: hallo"]


async def test_a_quick_turn_writes_nothing(world: World, tmp_path: Path) -> None:
    assert (await world.post(says("hallo", service_url=world.teams_url))).status == 200
    assert not (tmp_path / "promises").exists()


async def test_a_broken_promise_is_made_good_once(world: World, tmp_path: Path) -> None:
    left_behind(tmp_path / "promises", world, "never-stored")
    await world.edge.make_good()
    await world.edge.make_good()
    assert world.teams.texts == [SEND_AGAIN]


async def test_what_was_stored_after_all_is_not_asked_again(world: World, tmp_path: Path) -> None:
    await world.post(says("hallo", service_url=world.teams_url, id="stored"))
    left_behind(tmp_path / "promises", world, "stored")
    await world.edge.make_good()
    assert world.teams.texts == ["U zei: hallo"]


async def test_promises_of_a_running_process_are_left_alone(world: World, tmp_path: Path) -> None:
    lock = take_lock(left_behind(tmp_path / "promises", world, "busy"))
    await world.edge.make_good()
    assert world.teams.texts == []
    assert lock is not None
    lock.close()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"tenant": 1}'])
def test_half_a_promise_is_forgotten(tmp_path: Path, text: str) -> None:
    (tmp_path / "0123-K7Q2.json").write_text(text)
    (tmp_path / "0123.lock").touch()
    broken: list[Acknowledged] = list(AcknowledgedLog(tmp_path).take_lost())
    assert broken == []
    assert list(tmp_path.iterdir()) == []
