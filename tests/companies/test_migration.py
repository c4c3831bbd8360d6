"""What the companies of a terrain need comes beside what was there, and goes without it."""

from uuid import UUID

import psycopg
import pytest
from alembic import command

from storage.database.engine import conninfo
from tests.storage.test_snapshots import bring_to

INTAKE, PERSON, COMPANY, SESSION = UUID(int=1), UUID(int=2), UUID(int=3), UUID(int=4)
BEFORE, AFTER = "0042", "0043"
NOTICE = "insert into notice (kind, {target}, at, due_at) values ('k', %s, now(), now())"


def test_what_companies_need_comes_and_goes_beside_what_was_there(tableless_url: str) -> None:
    bring_to(tableless_url, BEFORE)
    with psycopg.connect(conninfo(tableless_url)) as connection:
        connection.execute("insert into intake (id) values (%s)", (INTAKE,))
        connection.execute("insert into person (id, tenant, object_id, intake_id) values (%s, 't', 'f', %s)", (PERSON, INTAKE))
        connection.execute("insert into terrain (id, name, municipality, province, invented, origin_file, origin_at)"
                           " values ('t1', 'Veld', 'M', 'P', true, 'f', now())")  # fmt: skip
        connection.execute("insert into company (id, terrain_id, name, name_key) values (%s, 't1', 'A', 'a')", (COMPANY,))
        connection.execute(
            "insert into session (id, terrain_id, format, starts_at, ends_at, is_open, revision, whole)"
            " values (%s, 't1', 'start', now(), now(), true, 1, '{}')", (SESSION,),
        )  # fmt: skip
        connection.execute("insert into session_visitor (session_id, company, coming) values (%s, 'A', 'yes')", (SESSION,))
        connection.execute(NOTICE.format(target="person_id"), (PERSON,))
    bring_to(tableless_url, AFTER)
    with psycopg.connect(conninfo(tableless_url)) as connection:
        assert connection.execute("select test from intake union all select test from company").fetchall() == [(False,)] * 2
        number = connection.execute("select number from session_visitor where email = '' and not mail_agreed").fetchone()
        to = connection.execute("insert into addressee (visitor_id) values (%s) returning id", number).fetchone()
        assert to is not None
        connection.execute(NOTICE.format(target="addressee_id"), to)
        with pytest.raises(psycopg.errors.CheckViolation), connection.transaction():
            connection.execute("update notice set person_id = %s where addressee_id is not null", (PERSON,))
        calls = "insert into calling (company_id, person_id, at) values (%s, %s, now())"
        connection.execute(calls, (COMPANY, PERSON))
        with pytest.raises(psycopg.errors.UniqueViolation), connection.transaction():
            connection.execute(calls, (COMPANY, PERSON))
        connection.execute("delete from session_visitor")
        assert connection.execute("select count(*) from notice").fetchone() == (1,)
    bring_to(tableless_url, BEFORE, command.downgrade)
    with psycopg.connect(conninfo(tableless_url)) as connection:
        assert connection.execute("select count(*) from notice").fetchone() == (1,)
        assert connection.execute("select count(*) from company").fetchone() == (1,)
