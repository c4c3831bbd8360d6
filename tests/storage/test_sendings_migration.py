"""Drafts around sessions of before become sendings, and what waits or was told still finds them."""

from typing import Any
from uuid import UUID

import psycopg
from alembic import command
from psycopg.types.json import Jsonb

from storage.database.engine import conninfo
from tests.storage.test_snapshots import bring_to

SESSION, DRAFT, INTAKE, PERSON = (UUID(int=number) for number in range(1, 5))
BEFORE = "0031"


def fill(url: str) -> None:
    """Put in it an approved draft, shown to the team and planned for a company."""
    with psycopg.connect(conninfo(url)) as connection:
        values = (SESSION, Jsonb({}))
        connection.execute("insert into session values (%s, 't-1', 'start', now(), now(), true, 1, %s)", values)
        row = (DRAFT, SESSION)
        connection.execute("insert into follow_up values (%s, %s, 'thanks', 'Dank u.', 'approved', null, now())", row)
        connection.execute("insert into intake (id) values (%s)", (INTAKE,))
        connection.execute("insert into person (id, tenant, object_id, intake_id) values (%s, 't', 'f', %s)", (PERSON, INTAKE))
        new = "insert into notice (kind, person_id, data, key, at, due_at) values (%s, %s, %s, %s, now(), now())"
        for kind, data, key in (
            ("draft", {"draft": str(DRAFT)}, f"follow_up:{DRAFT}"),
            ("news", {"what": "intake"}, "intake:1"),
        ):
            connection.execute(new, (kind, PERSON, Jsonb(data), key))
        other = UUID(int=9)
        connection.execute("insert into person (id, tenant, object_id, intake_id) values (%s, 't', 'g', %s)", (other, INTAKE))
        connection.execute(new, ("news", other, Jsonb({"what": "follow_up", "draft": str(DRAFT)}), f"follow_up:{DRAFT}"))


def read(url: str, query: str) -> list[tuple[Any, ...]]:
    """Return the rows of a query."""
    with psycopg.connect(conninfo(url)) as connection:
        return connection.execute(query.encode()).fetchall()


def test_drafts_and_their_notices_are_carried_over_and_back(tableless_url: str) -> None:
    notices = "select kind, data, key from notice order by id"
    bring_to(tableless_url, BEFORE)
    fill(tableless_url)
    before = read(tableless_url, notices), read(tableless_url, "select * from follow_up")
    bring_to(tableless_url, "0036")
    assert read(tableless_url, "select id, kind, terrain_id, session_id, once, text, state from sending") == [
        (DRAFT, "thanks", "t-1", SESSION, f"thanks:{SESSION}", "Dank u.", "approved")
    ]
    assert read(tableless_url, notices) == [
        ("draft", {"sending": str(DRAFT)}, f"draft:{DRAFT}"),
        ("news", {"what": "intake"}, "intake:1"),
        ("news", {"what": "sending", "sending": str(DRAFT)}, f"sending:{DRAFT}"),
    ]
    bring_to(tableless_url, BEFORE, command.downgrade)
    assert (read(tableless_url, notices), read(tableless_url, "select * from follow_up")) == before
