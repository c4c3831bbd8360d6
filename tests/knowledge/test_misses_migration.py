"""The tables of what was not understood come and go; the words go with whoever said them, the numbers stay."""

import psycopg

from storage.database.engine import conninfo
from tests.knowledge.test_migration import go

WHO = """
    with its as (insert into intake (id, current, depth) values (gen_random_uuid(), '{}', null) returning id)
    insert into person (id, tenant, object_id, intake_id, name, place, reference)
    select gen_random_uuid(), 't', 'o', id, 'Fatima', '{}', '{}' from its returning id
"""


def test_misses_come_and_go_and_the_rest_stays(tableless_url: str) -> None:
    go(tableless_url, "0038")
    go(tableless_url, "-1", back=True)
    with psycopg.connect(conninfo(tableless_url)) as connection:
        row = connection.execute(WHO).fetchone()
    assert row is not None
    go(tableless_url, "0038")
    with psycopg.connect(conninfo(tableless_url)) as connection:
        connection.execute("insert into miss (state, at) values ('question', now()), ('office', now())")
        connection.execute("insert into missed_words (number, person_id, text, at) values (1, %s, 'wat', now())", row)
        connection.execute("delete from person where id = %s", row)
        assert connection.execute("select count(*) from missed_words").fetchone() == (0,)
        assert connection.execute("select state from miss order by number").fetchall() == [("question",), ("office",)]
    go(tableless_url, "-1", back=True)
    with psycopg.connect(conninfo(tableless_url)) as connection:
        assert connection.execute("select to_regclass('miss'), to_regclass('missed_words')").fetchone() == (None, None)
        assert connection.execute("select count(*) from intake").fetchone() == (1,)
