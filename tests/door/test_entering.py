"""Coming in without Teams: a code and a link work once, a square for everybody, and what is guessed is counted."""

import asyncio
import datetime

import pytest
from sqlalchemy import delete, update

from domain.door.entering import DoorRefusal, DoorWay, Entered
from domain.door.sessions import TENANT, DoorPerson
from storage.database.transactions import transaction
from storage.door.sessions import make_link
from storage.ended import sweep
from storage.inbox.guesses import MOST_OF_PERSON
from storage.tables.door import door_session
from storage.tables.inbox import invitation, wrong_code
from storage.tables.people import intake, person
from storage.tables.terrain import terrain
from tests.access.arranging import ZWOLLE, gives
from tests.beginnings import start
from tests.chat import Chat
from tests.door.arranging import looks_in
from tests.tables import rows

pytestmark = pytest.mark.usefixtures("registered")


async def invited(chat: Chat, words: str = "hessenpoort Jansen Transport") -> str:
    """Return a code that the team made."""
    noor = chat.person("Noor", team=True)
    await noor.says(f"uitnodigen {words}")
    return noor.code()


async def linked(chat: Chat, name: str = "Fatima") -> str:
    """Return a link of somebody who takes part in Teams."""
    fatima = await start(chat, name)
    them = next(row for row in await rows(chat, person) if row["object_id"] == fatima.sender.object_id)
    async with transaction(chat.database) as connection:
        return await make_link(connection, them["id"], chat.now)


async def person_behind(chat: Chat, entered: Entered) -> DoorPerson | None:
    """Return who is behind the cookie that somebody was given."""
    found = await looks_in(chat.database, entered.cookie, chat.now)
    return found[0] if found is not None else None


async def test_a_code_lets_somebody_new_in_once(chat: Chat) -> None:
    code = await invited(chat)
    entered = await chat.presses_the_door(DoorWay.CODE, code.lower())
    assert isinstance(entered, Entered)
    assert entered.person.tenant == TENANT
    assert entered.code == code.replace("-", "")
    assert await person_behind(chat, entered) == entered.person
    assert await chat.presses_the_door(DoorWay.CODE, code) is DoorRefusal.USED
    piet = chat.person("Piet")
    await piet.opens()
    await piet.says(f"code {code}")
    await piet.says("ja")
    piet.sees("Deze code ken ik niet, of hij is al gebruikt.")


async def test_of_two_devices_that_press_at_once_one_comes_in(chat: Chat) -> None:
    code, link = await invited(chat), await linked(chat)
    for way, key in ((DoorWay.CODE, code), (DoorWay.LINK, link)):
        pressed = await asyncio.gather(*(chat.presses_the_door(way, key, who=f"{number}") for number in range(4)))
        assert sorted(map(type, pressed), key=str) == [Entered, DoorRefusal, DoorRefusal, DoorRefusal]
        assert {one for one in pressed if isinstance(one, DoorRefusal)} == {DoorRefusal.USED}
    assert len(await rows(chat, door_session)) == 2


async def test_a_code_that_was_used_in_teams_lets_nobody_in(chat: Chat) -> None:
    code = await invited(chat)
    fatima = chat.person("Fatima")
    await fatima.opens()
    await fatima.says(f"code {code}")
    await fatima.says("ja")
    assert await chat.presses_the_door(DoorWay.CODE, code) is DoorRefusal.USED


@pytest.mark.parametrize("way", [DoorWay.CODE, DoorWay.LINK])
async def test_what_ended_lets_nobody_in(chat: Chat, way: DoorWay) -> None:
    key = await invited(chat) if way is DoorWay.CODE else await linked(chat)
    chat.now += datetime.timedelta(days=31)
    assert await chat.presses_the_door(way, key) is DoorRefusal.ENDED
    assert await rows(chat, door_session) == []


async def test_a_terrains_square_lets_everybody_in_with_an_intake_of_their_own(chat: Chat) -> None:
    both = [await chat.presses_the_door(DoorWay.TERRAIN, "t-1") for _ in range(2)]
    assert all(isinstance(one, Entered) for one in both)
    assert len(await rows(chat, intake)) == 2
    made = await rows(chat, invitation)
    assert {(row["terrain_id"], row["company"], row["by_team"]) for row in made} == {("t-1", "", False)}
    assert {row["redeemed_by"] for row in made} == {one.person.person for one in both if isinstance(one, Entered)}


async def test_a_terrain_that_is_gone_lets_nobody_in(chat: Chat) -> None:
    code = await invited(chat)
    async with transaction(chat.database) as connection:
        await connection.execute(delete(terrain).where(terrain.c.id == "t-1"))
    assert await chat.presses_the_door(DoorWay.TERRAIN, "t-1") is DoorRefusal.UNKNOWN
    assert await chat.presses_the_door(DoorWay.CODE, code) is DoorRefusal.ENDED
    assert await rows(chat, door_session) == []


async def test_after_too_many_wrong_codes_a_right_one_waits_elsewhere_it_works(chat: Chat) -> None:
    code = await invited(chat)
    wrong = [chat.presses_the_door(DoorWay.CODE, f"ZZZZ-999{number}", who="thief") for number in range(2, MOST_OF_PERSON + 5)]
    refused = await asyncio.gather(*wrong)
    assert [refused.count(one) for one in (DoorRefusal.UNKNOWN, DoorRefusal.TOO_MANY)] == [MOST_OF_PERSON, 3]
    assert {(row["tenant"], row["who"]) for row in await rows(chat, wrong_code)} == {(TENANT, "thief")}
    assert await chat.presses_the_door(DoorWay.CODE, code, who="thief") is DoorRefusal.TOO_MANY
    assert isinstance(await chat.presses_the_door(DoorWay.CODE, code), Entered)


async def test_the_team_reads_of_codes_that_were_guessed_at_the_door(chat: Chat) -> None:
    for number in range(2, 2 + MOST_OF_PERSON):
        await chat.presses_the_door(DoorWay.CODE, f"ZZZZ-999{number}", who="thief")
    noor = chat.person("Noor", team=True)
    await noor.says("vragen")
    noor.sees("Let op: 5 verkeerde codes van 1 persoon")


async def test_a_link_lets_its_person_in_on_one_more_device(chat: Chat) -> None:
    link = await linked(chat)
    entered = await chat.presses_the_door(DoorWay.LINK, link)
    assert isinstance(entered, Entered)
    assert entered.person.object_id == chat.people["Fatima"].sender.object_id
    assert entered.code == ""
    assert len(await rows(chat, person)) == 1


async def test_a_link_of_somebody_with_a_role_opens_nothing(chat: Chat) -> None:
    link = await linked(chat)
    await gives(chat, chat.people["Fatima"], ZWOLLE)
    assert await chat.presses_the_door(DoorWay.LINK, link) is DoorRefusal.UNKNOWN
    assert await rows(chat, door_session) == []


async def test_who_gets_a_role_or_calls_for_another_company_is_behind_no_cookie(chat: Chat) -> None:
    entered = await chat.presses_the_door(DoorWay.LINK, await linked(chat))
    assert isinstance(entered, Entered)
    calls = update(person).where(person.c.id == entered.person.person)
    for acting_for, behind in ((person.c.intake_id, None), (None, entered.person)):
        async with transaction(chat.database) as connection:
            await connection.execute(calls.values(acting_for=acting_for))
        assert await person_behind(chat, entered) == behind
    await gives(chat, chat.people["Fatima"], ZWOLLE)
    assert await person_behind(chat, entered) is None


@pytest.mark.parametrize("key", ["", "x" * 10_000, "\x00", "'; drop table person", "t-99", "…", "ABCD2345"])
@pytest.mark.parametrize("way", DoorWay)
async def test_a_key_of_any_shape_opens_nothing(chat: Chat, way: DoorWay, key: str) -> None:
    assert await chat.presses_the_door(way, key) is DoorRefusal.UNKNOWN
    assert await rows(chat, person) == []


async def test_who_pressed_a_square_and_said_nothing_is_gone_after_their_device(chat: Chat) -> None:
    chat.now = datetime.datetime.now(datetime.UTC)  # by the clock of the database somebody new is made
    await chat.enters("Nobody", DoorWay.TERRAIN, "t-1")
    fatima = await chat.enters("Fatima", DoorWay.TERRAIN, "t-1")
    await fatima.says("ja")
    async with transaction(chat.database) as connection:
        await sweep(connection, chat.now + datetime.timedelta(days=29))
    assert len(await rows(chat, person)) == 2
    async with transaction(chat.database) as connection:
        for _ in range(2):  # the devices first, then who is left without
            await sweep(connection, chat.now + datetime.timedelta(days=32))
    assert [row["object_id"] for row in await rows(chat, person)] == [fatima.sender.object_id]
    assert len(await rows(chat, intake)) == len(await rows(chat, invitation)) == 1
