"""A database of before claims: what came by an invitation is a link, the rest is asked, and no note goes with a mere claimant."""

from uuid import UUID

import psycopg
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

from storage.database.engine import conninfo, database_url
from storage.database.migrate import _SCRIPTS, migrate

BY_CODE, BY_NAME, NOOR = UUID(int=1), UUID(int=2), UUID(int=9)
JANSEN, BAKKER = UUID(int=11), UUID(int=12)
BEFORE = """
    insert into terrain (id, name, invented, origin_file, origin_at) values ('t-1', 'Hessenpoort', false, 'x', now());
    insert into intake (id, company) values (%(code)s, 'Jansen'), (%(name)s, 'Iets anders'), (%(noor)s, '');
    insert into person (id, tenant, object_id, intake_id) values (%(noor)s, 't', 'noor', %(noor)s);
    insert into invitation (code, terrain_id, company, intake_id, made_by, used_at)
        values ('ABCD2345', 't-1', 'Jansen', %(code)s, %(noor)s, now()), ('ABCD2346', 't-1', '', %(name)s, %(noor)s, now());
    insert into company (id, terrain_id, name, name_key, intake_id)
        values (%(jansen)s, 't-1', 'Jansen', 'jansen', %(code)s), (%(bakker)s, 't-1', 'Bakker', 'bakker', %(name)s);
    insert into dossier_entry (kind, terrain_id, intake_id, company_id, data)
        values ('contact', 't-1', %(code)s, %(jansen)s, '{}'), ('contact', 't-1', %(name)s, %(bakker)s, '{}'),
            ('contact', 't-1', %(name)s, null, '{}');
    insert into terrain_event (terrain_id, revision, kind, data, intake_id)
        values ('t-1', 1, 'entry_added', '{"entry": 1}', %(code)s), ('t-1', 2, 'entry_added', '{"entry": 2}', %(name)s),
            ('t-1', 3, 'entry_added', '{"entry": 3}', %(name)s)
"""


def upgrade(url: str, revision: str) -> None:
    """Bring a database to one version."""
    engine = create_engine(database_url(url))
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(_SCRIPTS))
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    engine.dispose()


def test_what_was_linked_by_an_invitation_is_a_link_and_the_rest_a_claim(tableless_url: str) -> None:
    upgrade(tableless_url, "0024")
    ids = {"code": BY_CODE, "name": BY_NAME, "noor": NOOR, "jansen": JANSEN, "bakker": BAKKER}
    with psycopg.connect(conninfo(tableless_url)) as connection:
        for statement in BEFORE.split(";"):
            connection.execute(statement, ids)
    migrate(tableless_url)
    with psycopg.connect(conninfo(tableless_url)) as connection:
        links = connection.execute("select company_id, intake_id, how, person_id from company_link").fetchall()
        claims = connection.execute("select company_id, intake_id, stood, answer from company_claim").fetchall()
        entries = connection.execute("select intake_id, company_id from form_response order by number").fetchall()
        events = connection.execute("select intake_id from terrain_event order by revision").fetchall()
    assert links == [(JANSEN, BY_CODE, "invitation", NOOR)]
    assert claims == [(BAKKER, BY_NAME, True, None)]
    assert entries == [(BY_CODE, JANSEN), (None, BAKKER), (BY_NAME, None)]
    assert events == [(BY_CODE,), (None,), (BY_NAME,)]
