"""Addresses that take no mail come beside what was there, and go with whose they are."""

from uuid import UUID

import psycopg
import pytest
from alembic import command

from storage.database.engine import conninfo
from tests.storage.test_snapshots import bring_to

INTAKE, PERSON = UUID(int=1), UUID(int=2)
BEFORE, AFTER = "0041", "0042"


def test_marks_come_and_go_beside_what_was_there(tableless_url: str) -> None:
    bring_to(tableless_url, BEFORE)
    with psycopg.connect(conninfo(tableless_url)) as connection:
        connection.execute("insert into intake (id) values (%s)", (INTAKE,))
        connection.execute("insert into person (id, tenant, object_id, intake_id) values (%s, 't', 'f', %s)", (PERSON, INTAKE))
    bring_to(tableless_url, AFTER)
    with psycopg.connect(conninfo(tableless_url)) as connection:
        mark = "insert into mail_mark (digest, person_id, why, at) values ('d', %s, 'wrong', now())"
        connection.execute(mark, (PERSON,))
        with pytest.raises(psycopg.errors.UniqueViolation), connection.transaction():
            connection.execute(mark, (PERSON,))
        connection.execute("delete from person")
        assert connection.execute("select count(*) from mail_mark").fetchone() == (0,)
        connection.execute("insert into person (id, tenant, object_id, intake_id) values (%s, 't', 'f', %s)", (PERSON, INTAKE))
    bring_to(tableless_url, BEFORE, command.downgrade)
    with psycopg.connect(conninfo(tableless_url)) as connection:
        assert connection.execute("select count(*) from person").fetchone() == (1,)
