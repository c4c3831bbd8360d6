"""A database of before turns had room on their pages: what was stored and not yet sent is there afterwards, and is sent."""

import datetime
from uuid import UUID

import psycopg
from sqlalchemy.ext.asyncio import create_async_engine

from storage.database.engine import conninfo, database_url
from storage.database.migrate import migrate
from storage.database.transactions import transaction
from storage.turn.turns import claim_unsent
from tests.storage.test_claims_migration import upgrade

LEFT, SENT, WHO = UUID(int=1), UUID(int=2), UUID(int=3)
NOW = datetime.datetime(2026, 11, 30, 9, 0, tzinfo=datetime.UTC)
STORE = """
    insert into turn (id, tenant, conversation, activity, person_id, reference, outgoing, at, lease_until, sent_at)
    values (%s, 't', 'c', %s, %s, '{}', '[{"kind": "send", "activity": {}}]', %s, %s, %s)
"""
OPTIONS = "select reloptions from pg_class where relname = 'turn'"
INDEXES = "select indexname from pg_indexes where tablename = 'turn' and indexname in ('ix_turn_person_id', 'ix_turn_intake_id')"


async def test_turns_of_before_are_kept_and_sent(tableless_url: str) -> None:
    upgrade(tableless_url, "0031")
    with psycopg.connect(conninfo(tableless_url)) as connection:
        for key, activity, sent in ((LEFT, "a", None), (SENT, "b", NOW)):
            connection.execute(STORE, [key, activity, WHO, NOW, NOW, sent])
    migrate(tableless_url)
    with psycopg.connect(conninfo(tableless_url)) as connection:
        kept = connection.execute("select id, person_id, sent_at from turn order by activity").fetchall()
        options, indexes = connection.execute(OPTIONS).fetchone(), connection.execute(INDEXES).fetchall()
    engine = create_async_engine(database_url(tableless_url))
    async with transaction(engine) as connected:
        claimed = [row["id"] for row in await claim_unsent(connected, 10, NOW + datetime.timedelta(minutes=1))]
    await engine.dispose()
    assert (kept, claimed) == ([(LEFT, WHO, None), (SENT, WHO, NOW)], [LEFT])
    assert (options, indexes) == ((["fillfactor=50"],), [])
