"""What happened meanwhile, in this process or another, is never missed by the next turn."""

import pytest

from bot.turn.turns import Turns
from domain.access.roles import Grant, Role
from storage.tables.people import intake
from storage.tables.turn import turn
from tests.access.arranging import gives, links
from tests.beginnings import CONSENTS, SHORT, agree, meet, start, talk
from tests.chat import HOUSE, Chat
from tests.person import Person
from tests.tables import answers, rows


@pytest.fixture
async def fatima(chat: Chat) -> Person:
    """Fatima, who was asked for her light trucks."""
    return await start(chat)


class Two:
    """A second process beside the one of the chat; each is one of the two that take turns."""

    def __init__(self, chat: Chat) -> None:
        self._chat, self.first = chat, chat.turns
        self.second = Turns(chat.database, HOUSE, chat.names, lambda: chat.now)

    def change(self) -> None:
        """Let the other process take what comes next."""
        self._chat.turns = self.second if self._chat.turns is self.first else self.first


async def test_what_a_colleague_answered_since_is_kept(chat: Chat, fatima: Person) -> None:
    await fatima.says("collega")
    piet = await meet(chat)
    await talk(piet, fatima.code(), "ja")
    await fatima.says("0")
    await piet.says("5")
    await fatima.says("3")
    fatima.sees("Genoteerd: 3")
    (kept,) = await rows(chat, intake)
    assert kept["current"]["answers"]["light_truck.total"]["value"] == 5
    assert kept["current"]["answers"]["rigid.total"]["value"] == 3


async def test_who_is_given_a_role_elsewhere_has_it_at_once(chat: Chat, fatima: Person) -> None:
    await fatima.says("help")
    fatima.sees_not("gespreksblad")
    await gives(chat, fatima, Grant(Role.TEAM))
    await fatima.says("help")
    fatima.sees("gespreksblad")


async def test_who_comes_into_a_linked_team_belongs_to_it_at_once(chat: Chat, fatima: Person) -> None:
    await fatima.says("help")
    fatima.sees_not("gespreksblad")
    await links(chat, fatima)
    await fatima.says("help")
    fatima.sees("gespreksblad")


async def test_who_was_erased_elsewhere_is_somebody_new(chat: Chat, fatima: Person) -> None:
    await fatima.says("0")
    two = Two(chat)
    two.change()
    await talk(fatima, "verwijder mijn gegevens", "ja")
    two.change()
    await fatima.says("0")
    fatima.sees("Mogen wij uw antwoorden bewaren?")
    assert await answers(chat, "rigid.total") == []


async def test_a_message_that_comes_twice_has_one_effect(chat: Chat, fatima: Person) -> None:
    await fatima.says("0")
    before = len(await rows(chat, turn))
    await fatima.says("7")
    again = await fatima.repeats()
    assert again.done
    await fatima.says("3")
    fatima.sees("Genoteerd: 3")
    assert await answers(chat, "rigid.total") == [(7, "sure")]
    assert len(await rows(chat, turn)) == before + 2


async def test_two_processes_take_turns_with_one_person(chat: Chat) -> None:
    fatima, two = chat.person("Fatima"), Two(chat)
    await agree(fatima)
    for answer in (*SHORT, *CONSENTS, "ja"):
        await fatima.says(answer)
        two.change()
    fatima.sees("Dank u wel")
    assert len(await answers(chat, "van.total")) == 1
