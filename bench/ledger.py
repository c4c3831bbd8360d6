"""Whether everything that was said is stored and answered exactly once: the tables against what people did and saw."""

import time
from collections.abc import Sequence

import psycopg

from bench.people import Person
from bench.teams import Teams

PATIENCE_S = 30.0
TURNS = """
    select conversation, count(*) as turns, count(*) filter (where sent_at is null) as open,
        coalesce(sum(jsonb_array_length(ids)), 0) as sent
    from turn where conversation = any(%s) group by conversation
"""
ANSWERS = """
    select person.object_id, count(*) as stored, count(distinct answer.name) as names
    from answer join person on person.id = answer.person_id where person.object_id = any(%s) group by person.object_id
"""


class Unequal(RuntimeError):  # noqa: N818 (named for what is so)
    """Something was lost or doubled; the text says what."""


def check(database: str, people: Sequence[Person], teams: Teams) -> tuple[int, int, int]:
    """Return how many turns, answers and replies were compared and found equal. Raises Unequal."""
    with psycopg.connect(database, autocommit=True) as connection:
        replies = check_turns(connection, people, teams)
        answers = check_answers(connection, people)
    return sum(len(person.spoken) for person in people), answers, replies


def check_turns(connection: psycopg.Connection, people: Sequence[Person], teams: Teams) -> int:
    """Compare turns and replies; what was sent is noted a moment later, so that is waited for."""
    end, conversations = time.monotonic() + PATIENCE_S, [person.conversation for person in people]
    while True:
        found = {name: counts for name, *counts in connection.execute(TURNS, [conversations])}
        if not any(unsent for _, unsent, _ in found.values()) or time.monotonic() > end:
            break
        time.sleep(0.2)
    for person in people:
        seen = [len(person.spoken), 0, teams.screen_of(person.conversation).taken]
        if found[person.conversation] != seen:
            raise Unequal(f"{person.conversation}: turns, unsent, sent are {found[person.conversation]}; seen were {seen}")
    return sum(sent for _, _, sent in found.values())


def check_answers(connection: psycopg.Connection, people: Sequence[Person]) -> int:
    """Compare answers: each one that was confirmed to a person stands in the log once."""
    rows = connection.execute(ANSWERS, [[person.object_id for person in people]])
    found = {name: counts for name, *counts in rows}
    for person in people:
        if found[person.object_id] != [person.answered, person.answered]:
            raise Unequal(f"{person.conversation}: stored {found[person.object_id]}, answered {person.answered}")
    return sum(stored for stored, _ in found.values())
