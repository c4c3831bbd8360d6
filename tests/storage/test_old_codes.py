"""A database of before codes ended: nothing is lost, what waits still works, and what was made by the team is known as such."""

import datetime
from uuid import uuid4

import psycopg
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

from storage.database.engine import conninfo, database_url
from storage.database.migrate import _SCRIPTS, migrate

BEFORE = "0024"
TERRAIN, CALL, OWN, USED = "AAAA2222", "BBBB2222", "CCCC2222", "DDDD2222"


def bring_to(url: str, revision: str) -> None:
    """Migrate a database as far as a revision."""
    engine = create_engine(database_url(url))
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(_SCRIPTS))
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    engine.dispose()


def fill(url: str) -> None:
    """Put in it what a version of before left: a contact, a team member, four codes, and wishes to join."""
    own, office, fatima, noor = (uuid4() for _ in range(4))
    with psycopg.connect(conninfo(url)) as connection:
        for intake in (own, office):
            connection.execute("insert into intake (id) values (%s)", (intake,))
        for person, intake in ((fatima, own), (noor, office)):
            row = (person, "t", str(person), intake)
            connection.execute("insert into person (id, tenant, object_id, intake_id) values (%s, %s, %s, %s)", row)
        for code, terrain, lets_into, maker, used in (
            (TERRAIN, "t-1", None, noor, False), (CALL, None, own, noor, False), (OWN, None, own, fatima, False),
            (USED, None, own, fatima, True),
        ):  # fmt: skip
            connection.execute(
                "insert into invitation (code, terrain_id, intake_id, made_by, at, used_at)"
                " values (%s, %s, %s, %s, now() - interval '90 days', case when %s then now() end)",
                (code, terrain, lets_into, maker, used),
            )
        for number, answered in ((1, False), (2, True)):
            connection.execute(
                "insert into request (kind, person_id, intake_id, text, answer, answered_at)"
                " values ('join', %s, %s, %s, case when %s then 'toegelaten' end, case when %s then now() end)",
                (fatima, own, f"Wens {number}", answered, answered),
            )


def test_old_codes_end_thirty_days_after_the_upgrade_and_nothing_is_lost(tableless_url: str) -> None:
    bring_to(tableless_url, BEFORE)
    fill(tableless_url)
    migrate(tableless_url)
    with psycopg.connect(conninfo(tableless_url)) as connection:
        codes = {row[0]: row[1:] for row in connection.execute("select code, until - now(), by_team, used_at from invitation")}
        wishes = connection.execute("select text, answered_at, settled_at, granted_by from request order by text").fetchall()
    assert codes.keys() == {TERRAIN, CALL, OWN, USED}
    nearly = datetime.timedelta(days=29, hours=23)
    assert all(nearly < left <= datetime.timedelta(days=30) for left, *_ in codes.values())
    assert {code for code, (_, by_team, _) in codes.items() if by_team} == {TERRAIN, CALL}
    assert [code for code, (_, _, used) in codes.items() if used] == [USED]
    assert [(text, bool(answered), bool(settled), by) for text, answered, settled, by in wishes] == [
        ("Wens 1", False, False, None), ("Wens 2", True, True, None),
    ]  # fmt: skip
