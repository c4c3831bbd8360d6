"""The table of versions comes and goes without touching anything that was there."""

import psycopg
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

from storage.database.engine import conninfo, database_url
from storage.database.migrate import _SCRIPTS

THERE = "insert into terrain (id, name, invented, origin_file, origin_at) values ('t-1', 'Hessenpoort', false, 'x', now())"
VERSION = """
    insert into item_version (key, version, whole, state, person_id, at)
    values ('gtv', %s, '{}', %s, gen_random_uuid(), now())
"""


def go(url: str, revision: str, *, back: bool = False) -> None:
    """Bring a database to one revision."""
    engine = create_engine(database_url(url))
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(_SCRIPTS))
        config.attributes["connection"] = connection
        (command.downgrade if back else command.upgrade)(config, revision)
    engine.dispose()


def test_versions_come_and_go_and_the_rest_stays(tableless_url: str) -> None:
    go(tableless_url, "0034")
    go(tableless_url, "-1", back=True)  # to whatever comes before it
    with psycopg.connect(conninfo(tableless_url)) as connection:
        connection.execute(THERE)
    go(tableless_url, "0034")
    with psycopg.connect(conninfo(tableless_url)) as connection:
        for version, state in ((2, "dropped"), (2, "approved"), (3, "proposed")):
            connection.execute(VERSION, (version, state))
        assert connection.execute("select count(*) from item_version").fetchone() == (3,)
    go(tableless_url, "-1", back=True)
    with psycopg.connect(conninfo(tableless_url)) as connection:
        assert connection.execute("select name from terrain").fetchall() == [("Hessenpoort",)]
        assert connection.execute("select to_regclass('item_version')").fetchone() == (None,)
