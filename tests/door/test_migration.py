"""The tables of the door come beside what was there, codes stay as they were, and all of it goes again."""

from uuid import UUID

import psycopg
from alembic import command

from storage.database.engine import conninfo
from tests.storage.test_snapshots import bring_to

BEFORE, AFTER = "0040", "0041"
INTAKE, FATIMA = UUID(int=1), UUID(int=2)
CODE = ("ABCD2345", "Jansen Transport", FATIMA)
CODES = "select code, company, made_by from invitation"


def test_codes_stay_as_they_were_there_and_back(tableless_url: str) -> None:
    bring_to(tableless_url, BEFORE)
    with psycopg.connect(conninfo(tableless_url)) as connection:
        connection.execute("insert into intake (id) values (%s)", (INTAKE,))
        connection.execute("insert into person (id, tenant, object_id, intake_id) values (%s, 't', 'o', %s)", (FATIMA, INTAKE))
        connection.execute("insert into invitation (code, company, made_by, until) values (%s, %s, %s, now())", CODE)
    bring_to(tableless_url, AFTER)
    with psycopg.connect(conninfo(tableless_url)) as connection:
        assert connection.execute(CODES).fetchall() == [CODE]
        assert connection.execute("select redeemed_by, key_of from invitation").fetchall() == [(None, None)]
        connection.execute("insert into invitation (code, key_of, until) values ('ZZZZ2345', %s, now())", (FATIMA,))
        connection.execute("insert into door_session values (%s, 'x', %s, 'Telefoon', now(), now())", (UUID(int=3), FATIMA))
        connection.execute(
            "insert into door_message (person_id, id, activity, at) values (%s, %s, '{}', now())", (FATIMA, INTAKE)
        )
        connection.execute("update invitation set redeemed_by = %s where code = 'ABCD2345'", (FATIMA,))
        connection.execute("delete from person where id = %s", (FATIMA,))
        assert connection.execute("select code, redeemed_by from invitation").fetchall() == [("ABCD2345", None)]
        assert connection.execute("select count(*) from door_session").fetchone() == (0,)
        assert connection.execute("select count(*) from door_message").fetchone() == (0,)
    bring_to(tableless_url, BEFORE, command.downgrade)
    with psycopg.connect(conninfo(tableless_url)) as connection:
        assert connection.execute(CODES).fetchall() == [(*CODE[:2], None)]
