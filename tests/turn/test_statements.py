"""What a turn costs: two statements and one commit before the reply, whatever was answered, however many companies there are."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from tests.beginnings import as_far_as_vehicles, start
from tests.chat import Chat
from tests.counting import counting


@pytest.fixture
async def chat_at_vehicles(chat: Chat) -> Chat:
    """Fatima has come as far as her vehicles."""
    await as_far_as_vehicles(chat)
    return chat


async def costs(chat: Chat, does: Callable[[], Awaitable[None]]) -> tuple[int, int]:
    """Return how many statements and commits something took."""
    with counting(chat.database) as counted:
        await does()
    return len(counted.statements), counted.commits


async def test_a_filled_in_card_costs_two_statements_and_one_commit(chat_at_vehicles: Chat) -> None:
    chat, fatima = chat_at_vehicles, chat_at_vehicles.person("Fatima")
    fleet = {"van.total": "12", "light_truck.total": "0", "rigid.total": "0", "tractor.total": "3"}
    assert await costs(chat, lambda: fatima.fills_in(fleet)) == (2, 1)
    fatima.sees("Uw bestelwagens: nu en straks")
    vans = {"van.electric_now": "2", "van.electric_2030": "8", "van.electric_2035": "12"}
    assert await costs(chat, lambda: fatima.fills_in(vans)) == (2, 1)
    fatima.sees("Uw trekkers: nu en straks")


async def test_a_typed_answer_costs_two_statements_and_one_commit(chat_at_vehicles: Chat) -> None:
    chat, fatima = chat_at_vehicles, chat_at_vehicles.person("Fatima")
    assert await costs(chat, lambda: fatima.says("twaalf")) == (2, 1)
    fatima.sees("Genoteerd: 12")
    assert await costs(chat, lambda: fatima.says("nul")) == (2, 1)
    fatima.sees("Genoteerd: 0")


async def test_people_who_answer_at_the_same_moment_share_the_statements(chat: Chat) -> None:
    people = [await start(chat, name, f"{name} Transport", "Hessenpoort") for name in ("Fatima", "Piet", "Ayse")]

    async def answer(first: int) -> None:
        await asyncio.gather(*(person.says(str(number)) for number, person in enumerate(people, first)))

    await answer(4)  # one may go ahead yet
    assert await costs(chat, lambda: answer(15)) == (2, 1)
    for number, person in enumerate(people, 15):
        person.sees(f"Genoteerd: {number}")


async def test_a_consent_decision_is_told_to_its_followers_in_the_same_commit(chat_at_vehicles: Chat) -> None:
    fatima = chat_at_vehicles.person("Fatima")
    await fatima.says("toestemming")
    with counting(chat_at_vehicles.database) as counted:
        await fatima.clicks("Geef toestemming")
    # Read; lock and read again, for there is something to tell; tell; store.
    assert (len(counted.statements), counted.commits) == (4, 1), "\n".join(counted.statements)


async def test_noting_what_was_sent_is_one_statement_for_many_turns(chat_at_vehicles: Chat) -> None:
    fatima = chat_at_vehicles.person("Fatima")
    await chat_at_vehicles.turns.receipts.write()
    for answer in ("12", "0", "0", "3"):
        await fatima.says(answer)
    with counting(chat_at_vehicles.database) as counted:
        await chat_at_vehicles.turns.receipts.write()
    assert (len(counted.statements), counted.commits) == (1, 1), "\n".join(counted.statements)
    assert await chat_at_vehicles.turns.unsent(10) == []
