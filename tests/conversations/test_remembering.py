"""Who goes on talking need not be loaded; what happened meanwhile, here or elsewhere, is never missed for it."""

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.turns import Turns
from domain.access import Grant, Role
from storage.tables.people import intake
from storage.tables.turn import turn
from tests.access.arranging import gives, links
from tests.chat import HOUSE, Chat
from tests.comparing import Comparing
from tests.conversations.beginnings import CONSENTS, SHORT, agree, as_far_as_vehicles, finish_short, meet, start, talk
from tests.conversations.counting import counting
from tests.conversations.tables import answers, rows
from tests.person import Person


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


async def statements(chat: Chat, person: Person, said: str) -> int:
    """Return how many statements it took to answer this."""
    with counting(chat.database) as counted:
        await person.says(said)
    return len(counted.statements)


async def test_what_is_remembered_is_what_is_stored_by_typing(database: AsyncEngine) -> None:
    chat = Comparing(database)
    fatima = await finish_short(chat)
    await talk(
        fatima, "wijzig bestelwagens", "9", "weet ik niet", "stop", "verder", "volledig", "ja", "nee", "overslaan", "terug"
    )
    assert chat.remembered > 20


async def test_what_is_remembered_is_what_is_stored_by_cards(database: AsyncEngine) -> None:
    chat = Comparing(database)
    fatima = await as_far_as_vehicles(chat)
    await fatima.fills_in({"van.total": "12", "light_truck.total": "0", "rigid.total": "0", "tractor.total": "3"})
    await fatima.fills_in({"van.electric_now": "2", "van.electric_2030": "8", "van.electric_2035": "12"})
    await fatima.fills_in({"tractor.electric_now": "0", "tractor.electric_2030": "1", "tractor.electric_2035": "3"})
    assert chat.remembered > 3


async def test_the_next_answer_costs_one_statement(chat: Chat, fatima: Person) -> None:
    await fatima.says("0")
    assert await statements(chat, fatima, "0") == 1
    fatima.sees("Genoteerd: 0")


async def test_what_a_colleague_answered_since_is_kept(chat: Chat, fatima: Person) -> None:
    await fatima.says("collega")
    piet = await meet(chat)
    await talk(piet, fatima.code(), "ja")
    await fatima.says("0")
    await piet.says("5")
    await fatima.says("3")
    fatima.sees("Genoteerd: 3")
    (kept,) = await rows(chat, intake)
    assert kept["current"]["answers"]["light_truck.total"][0] == 5
    assert kept["current"]["answers"]["rigid.total"][0] == 3


async def test_colleagues_who_take_turns_have_nobody_else_loaded(chat: Chat, fatima: Person) -> None:
    await fatima.says("collega")
    piet, ans = await meet(chat), await start(chat, "Ans", "Bakkerij Ans", "Hessenpoort", "3")
    await talk(piet, fatima.code(), "ja")
    for one in (piet, fatima, piet):
        await one.says("0")
    assert await statements(chat, ans, "0") == 1


async def test_who_is_given_a_role_elsewhere_has_it_at_once(chat: Chat, fatima: Person) -> None:
    await fatima.says("help")
    fatima.sees_not("gespreksblad")
    await gives(chat, fatima, Grant(Role.TEAM))
    await fatima.says("help")
    fatima.sees("gespreksblad")


async def test_who_comes_into_a_linked_team_belongs_to_it_at_once(chat: Chat, fatima: Person) -> None:
    await fatima.says("0")
    await links(chat, fatima)
    assert await statements(chat, fatima, "0") > 1


async def test_who_was_erased_elsewhere_is_somebody_new(chat: Chat, fatima: Person) -> None:
    await fatima.says("0")
    two = Two(chat)
    two.change()
    await talk(fatima, "verwijder mijn gegevens", "ja")
    two.change()
    await fatima.says("0")
    fatima.sees("Mogen wij uw antwoorden bewaren?")
    assert await answers(chat, "rigid.total") == []


async def test_of_who_was_erased_nothing_is_remembered_with_a_colleague(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima, "volledig")
    await talk(fatima, "Jansen Transport", "Hessenpoort", "12345678", "directie", "ja", "fatima@jansen.example", "collega")
    piet = await meet(chat)
    await talk(piet, fatima.code(), "ja", "0", "0")
    assert "fatima@jansen.example" in repr(chat.turns.memory)
    await talk(fatima, "verwijder mijn gegevens", "ja")
    assert "fatima@jansen.example" not in repr(chat.turns.memory)


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
    assert await statements(chat, fatima, "8") == 1  # it tells nothing about memory


async def test_two_processes_take_turns_with_one_person(chat: Chat) -> None:
    fatima, two = chat.person("Fatima"), Two(chat)
    await agree(fatima)
    for answer in (*SHORT, *CONSENTS, "ja"):
        await fatima.says(answer)
        two.change()
    fatima.sees("Dank u wel")
    assert len(await answers(chat, "van.total")) == 1


async def test_what_was_remembered_wrongly_is_loaded_and_stored_after_all(chat: Chat, fatima: Person) -> None:
    two = Two(chat)
    await fatima.says("0")
    two.change()
    await fatima.says("0")
    two.change()
    assert await statements(chat, fatima, "3") == 3
    fatima.sees("Genoteerd: 3")
    for answer in ("8", "1"):  # nothing is recalled for a while
        assert await statements(chat, fatima, answer) == 2
