"""What a turn costs: two statements and one commit before the reply, whatever was answered, however many companies there are."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import psycopg
import pytest
from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.chat import Chat
from tests.conversations.beginnings import as_far_as_vehicles, start

AnyCursor = psycopg.AsyncCursor[Any]


@dataclass
class Counted:
    """The statements and commits of a stretch of time."""

    statements: list[str] = field(default_factory=list)
    commits: int = 0


@contextmanager
def counting(engine: AsyncEngine) -> Iterator[Counted]:
    """Count what is sent to the database inside, whichever way: what runs on its own is a commit when it writes."""
    counted, execute = Counted(), psycopg.AsyncCursor.execute

    async def executed(cursor: AnyCursor, query: bytes | str, *arguments: object, prepare: bool | None = None) -> AnyCursor:
        statement = query.decode() if isinstance(query, bytes) else query
        counted.statements.append(statement)
        if cursor.connection.autocommit and not statement.startswith("SELECT"):
            counted.commits += 1
        return await execute(cursor, query, *arguments, prepare=prepare)  # type: ignore[call-overload, no-any-return]

    def committed(_conn: object) -> None:
        counted.commits += 1

    event.listen(engine.sync_engine, "commit", committed)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(psycopg.AsyncCursor, "execute", executed)
        yield counted
    event.remove(engine.sync_engine, "commit", committed)


@pytest.fixture
async def chat_at_vehicles(chat: Chat) -> Chat:
    """Fatima has come as far as her vehicles."""
    await as_far_as_vehicles(chat)
    return chat


async def test_a_filled_in_card_costs_two_statements_and_one_commit(chat_at_vehicles: Chat) -> None:
    fatima = chat_at_vehicles.person("Fatima")
    with counting(chat_at_vehicles.database) as counted:
        await fatima.fills_in({"van.total": "12", "light_truck.total": "0", "rigid.total": "0", "tractor.total": "3"})
    fatima.sees("Uw bestelwagens: nu en straks")
    assert (len(counted.statements), counted.commits) == (2, 1), "\n".join(counted.statements)


async def test_a_typed_answer_costs_two_statements_and_one_commit(chat_at_vehicles: Chat) -> None:
    fatima = chat_at_vehicles.person("Fatima")
    with counting(chat_at_vehicles.database) as counted:
        await fatima.says("twaalf")
    fatima.sees("Genoteerd: 12")
    assert (len(counted.statements), counted.commits) == (2, 1), "\n".join(counted.statements)


async def test_people_who_answer_at_the_same_moment_share_the_two_statements(chat: Chat) -> None:
    people = [await start(chat, name, f"{name} Transport", "Hessenpoort") for name in ("Fatima", "Piet", "Ayse")]
    await asyncio.gather(*(person.says(str(number)) for number, person in enumerate(people, 4)))  # one may go ahead yet
    with counting(chat.database) as counted:
        await asyncio.gather(*(person.says(str(number)) for number, person in enumerate(people, 14)))
    for number, person in enumerate(people, 14):
        person.sees(f"Genoteerd: {number}")
    assert (len(counted.statements), counted.commits) == (2, 1), "\n".join(counted.statements)


async def test_a_decision_on_consent_is_told_to_who_follows_it_in_the_same_commit(chat_at_vehicles: Chat) -> None:
    fatima = chat_at_vehicles.person("Fatima")
    await fatima.says("toestemming")
    with counting(chat_at_vehicles.database) as counted:
        await fatima.clicks("Geef toestemming")
    # A look without locks finds that there is more to store; then load, tell, and store.
    assert (len(counted.statements), counted.commits) == (4, 1), "\n".join(counted.statements)


async def test_noting_what_was_sent_is_one_statement_for_many_turns(chat_at_vehicles: Chat) -> None:
    fatima = chat_at_vehicles.person("Fatima")
    await chat_at_vehicles.turns.notebook.write()
    for answer in ("12", "0", "0", "3"):
        await fatima.says(answer)
    with counting(chat_at_vehicles.database) as counted:
        await chat_at_vehicles.turns.notebook.write()
    assert (len(counted.statements), counted.commits) == (1, 1), "\n".join(counted.statements)
    assert await chat_at_vehicles.turns.unsent(10) == []
