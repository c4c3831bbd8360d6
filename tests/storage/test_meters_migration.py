"""The tables of meters come beside what was there, and go again."""

from uuid import UUID

import psycopg
from alembic import command

from storage.database.engine import conninfo
from tests.storage.test_snapshots import bring_to

BEFORE, AFTER = "0038", "0039"
INTAKE = UUID(int=1)


def test_intakes_stay_as_they_were_there_and_back(tableless_url: str) -> None:
    bring_to(tableless_url, BEFORE)
    with psycopg.connect(conninfo(tableless_url)) as connection:
        connection.execute("insert into intake (id, revision) values (%s, 4)", (INTAKE,))
    bring_to(tableless_url, AFTER)
    with psycopg.connect(conninfo(tableless_url)) as connection:
        connection.execute("insert into measured_days values (%s, '[]', '[]', '{}', now())", (INTAKE,))
        connection.execute("delete from intake where id = %s", (INTAKE,))
        assert connection.execute("select count(*) from measured_days").fetchone() == (0,)
        connection.execute("insert into intake (id, revision) values (%s, 4)", (INTAKE,))
    bring_to(tableless_url, BEFORE, command.downgrade)
    with psycopg.connect(conninfo(tableless_url)) as connection:
        assert connection.execute("select id, revision from intake").fetchall() == [(INTAKE, 4)]
