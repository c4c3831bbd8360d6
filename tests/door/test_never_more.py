"""Whoever came without Teams is a company and nothing more: commands and buttons of others do nothing for them."""

import re
from collections.abc import Sequence

import pytest
from sqlalchemy import update

from cards.verbs import AGAIN, Verb
from dialogs.commands import COMMANDS
from dialogs.turn.command import Users
from dialogs.turn.events import Pressed
from domain.door.entering import DoorWay
from storage.database.transactions import transaction
from storage.tables.inbox import request
from storage.tables.people import person
from tests.access.test_permission_matrix import GRAB_BAG, calm, nothing_changes, ways_to_say
from tests.beginnings import start, talk
from tests.chat import TEAM_MEMBER, Chat
from tests.person import Person
from tests.sessions.beginnings import planned
from tests.tables import rows
from tests.without import whatever_the_turn, without

pytestmark = pytest.mark.usefixtures("registered")
FOR_OTHERS = [one for one in COMMANDS if not one.audience & Users.COMPANY]
OF_ONESELF = {Verb.SAY, Verb.KEEP, Verb.CHANGE, Verb.DEPTH, Verb.EDIT}  # name nobody else


async def comes_in(chat: Chat) -> Person:
    """Return somebody who came by a square and began."""
    someone = await chat.enters("Iemand", DoorWay.TERRAIN, "t-1")
    await talk(someone, "ja", "kort", "Bakkerij Piet")
    return someone


async def answered(chat: Chat, someone: Person, every: Sequence[str]) -> dict[str, str]:
    """Return the reply to all that somebody says, each where nothing is asked; how much is kept of them grows meanwhile."""
    heard = {}
    for words in every:
        await calm(chat, someone)
        await someone.says(words)
        heard[words] = re.sub(r"\d+", "#", whatever_the_turn(someone.text()))
        assert someone.errands == (), words
    return heard


async def test_what_is_for_others_is_unknown(chat: Chat) -> None:
    someone = await comes_in(chat)
    every = list(dict.fromkeys(words for command in FOR_OTHERS for words in ways_to_say(command)))
    async with nothing_changes(chat, "miss", "missed_words"):
        heard = await answered(chat, someone, every)
        with without(FOR_OTHERS):
            assert heard == await answered(chat, someone, every)
    assert all(heard.values())


async def test_no_forged_button_touches_another_company_or_the_team(chat: Chat) -> None:
    await planned(chat)
    fatima, someone = await start(chat), await comes_in(chat)
    await fatima.says("vraag wat kost het?")
    [asked] = await rows(chat, request)
    mine = next(row["intake_id"] for row in await rows(chat, person) if row["object_id"] == fatima.sender.object_id)
    theirs = {"intake": str(mine), "request": str(asked["number"]), "answer": "x", "guests": TEAM_MEMBER}
    await calm(chat, someone)
    async with nothing_changes(chat):
        for verb in sorted({*Verb, AGAIN} - OF_ONESELF):
            for data in (GRAB_BAG | theirs, {}):
                await someone.does(Pressed(verb, data, GRAB_BAG | theirs))
                assert someone.text(), verb
                assert "Jansen" not in someone.text(), verb
                assert someone.errands == (), verb


async def test_during_a_call_for_another_company_nothing_of_it_is_taken_along(chat: Chat) -> None:
    """Whoever calls has no session (test_entering); were a turn on its way at that moment, it does nothing either."""
    fatima, someone = await start(chat), await comes_in(chat)
    assert someone.door is not None
    async with transaction(chat.database) as connection:
        other = next(row["intake_id"] for row in await rows(chat, person) if row["object_id"] == fatima.sender.object_id)
        await connection.execute(update(person).where(person.c.id == someone.door.person).values(acting_for=other))
    async with nothing_changes(chat, "miss", "missed_words"):
        for words in ("klaar", "nieuwe link", "apparaten", "koppel teams", "download"):
            await someone.says(words)
