"""Whatever a test left in the database, the next one finds nothing of it."""

import psycopg
import pytest
from psycopg.errors import LockNotAvailable

from storage.database.engine import conninfo
from tests.postgres import Emptier

JOBS = "insert into procrastinate_jobs (queue_name, task_name) select 'all', 'some' from generate_series(1, %s) returning id"
DEFERS = "insert into procrastinate_periodic_defers (task_name, job_id) values ('some', %s)"


@pytest.mark.parametrize("rows", [1, 5000])
def test_everything_is_gone_and_numbering_starts_again(database_url: str, rows: int) -> None:
    with psycopg.connect(conninfo(database_url), autocommit=True) as connection, Emptier(database_url) as emptier:
        for _ in range(2):
            emptier.empty()

            assert connection.execute("select id from procrastinate_jobs").fetchall() == []
            assert connection.execute("select id from procrastinate_events").fetchall() == []
            assert connection.execute("select id from procrastinate_periodic_defers").fetchall() == []
            assert connection.execute(JOBS, [rows]).fetchone() == (1,)
            connection.execute(DEFERS, [1])
        emptier.empty()


def test_a_transaction_that_was_left_open_fails_the_next_test(database_url: str) -> None:
    with psycopg.connect(conninfo(database_url)) as forgotten, Emptier(database_url, patience_ms=50) as emptier:
        emptier.empty()
        with psycopg.connect(conninfo(database_url)) as connection:
            connection.execute(JOBS, [1])
        forgotten.execute("select id from procrastinate_jobs")

        with pytest.raises(LockNotAvailable):
            emptier.empty()

        forgotten.rollback()
        emptier.empty()
