"""A database of before forms: what the team wrote down is there afterwards as responses, under the same numbers; and back."""

from uuid import UUID

import psycopg
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

from storage.database.engine import conninfo, database_url
from storage.database.migrate import _SCRIPTS
from tests.storage.test_claims_migration import upgrade

INTAKE, NOOR, KEY = UUID(int=1), UUID(int=2), UUID(int=3)
BEFORE = """
    insert into intake (id, company) values (%(intake)s, 'Jansen');
    insert into dossier_entry (kind, terrain_id, intake_id, data, owner, due, revision, key)
        values ('action', 't-1', %(intake)s, '{"text": "Bellen"}', %(noor)s, '2027-01-12', 2, %(key)s);
    insert into dossier_entry (kind, terrain_id, data, closed_at) values ('mandate', 't-1', '{}', now());
    delete from dossier_entry where kind = 'mandate';
    insert into dossier_entry (kind, terrain_id, data, closed_at) values ('risk', 't-2', '{"text": "Vol"}', now());
    insert into dossier_version (number, revision, data, closed, person_id, at)
        values (1, 1, '{"text": "Mailen"}', false, %(noor)s, now()), (1, 2, '{"text": "Bellen"}', false, %(noor)s, now())
"""
NAMES = """
    select conname from pg_constraint where contype <> 'n' and conrelid::regclass::text like any (array['form%', 'dossier%'])
    union select indexname from pg_indexes where tablename like any (array['form%', 'dossier%'])
"""


def downgrade(url: str, revision: str) -> None:
    """Bring a database back to one version."""
    engine = create_engine(database_url(url))
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(_SCRIPTS))
        config.attributes["connection"] = connection
        command.downgrade(config, revision)
    engine.dispose()


def test_entries_become_responses_and_back(tableless_url: str) -> None:
    upgrade(tableless_url, "0032")
    with psycopg.connect(conninfo(tableless_url)) as connection:
        for statement in BEFORE.split(";"):
            connection.execute(statement, {"intake": INTAKE, "noor": NOOR, "key": KEY})
        names = set(connection.execute(NAMES).fetchall())
        entries = connection.execute("select * from dossier_entry order by number").fetchall()
    upgrade(tableless_url, "0035")
    with psycopg.connect(conninfo(tableless_url)) as connection:
        kept = connection.execute(
            "select number, form, terrain_id, data, revision, version, source, once from form_response order by number"
        ).fetchall()
        versions = connection.execute(
            "select number, revision, data, person_id, source from form_version order by revision"
        ).fetchall()
        fresh = connection.execute(
            "insert into form_response (form, terrain_id, data) values ('risk', 't', '{}') returning number"
        )
        assert fresh.fetchone() == (4,)
        connection.execute("delete from form_response where number = 4")
        assert not [name for (name,) in connection.execute(NAMES) if "dossier" in name]
    assert kept == [
        (1, "action", "t-1", {"text": "Bellen"}, 2, 1, "card", None),
        (3, "risk", "t-2", {"text": "Vol"}, 1, 1, "card", None),
    ]
    assert versions == [(1, 1, {"text": "Mailen"}, NOOR, "card"), (1, 2, {"text": "Bellen"}, NOOR, "card")]
    downgrade(tableless_url, "0032")
    with psycopg.connect(conninfo(tableless_url)) as connection:
        assert set(connection.execute(NAMES).fetchall()) == names
        assert connection.execute("select * from dossier_entry order by number").fetchall() == entries
