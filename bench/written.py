"""How much PostgreSQL writes in its log for a turn, between checkpoints: images of whole pages, once after each, left out."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

from bench.contestants import Contestant
from bench.rounds import Sitting

PEOPLE = 4  # one after the other
NOTED_S = 1.5  # what was sent is noted up to half a second later, and belongs to the turn
NOW = "select pg_current_wal_insert_lsn()"


async def bytes_per_turn(today: Sitting, contestant: Contestant) -> float:
    """Return the bytes of the log for each turn of some people, who speak one at a time."""
    crowd = today.crowd(contestant)
    people = await crowd.gather(PEOPLE)
    with psycopg.connect(today.lineup.database, autocommit=True) as connection, without_images(connection):
        await asyncio.sleep(NOTED_S)
        before = connection.execute(NOW).fetchone()
        turns = len((await crowd.talk(people, each=contestant.each)).latencies)
        await asyncio.sleep(NOTED_S)
        (written,) = connection.execute("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), %s)", before).fetchone() or (0,)
    return float(written) / turns


@contextmanager
def without_images(connection: psycopg.Connection) -> Iterator[None]:
    """Let PostgreSQL write no images of pages as long as the block lasts; a checkpoint goes before, so that none comes."""
    connection.execute("checkpoint")
    connection.execute("alter system set full_page_writes = off")
    connection.execute("select pg_reload_conf()")
    try:
        yield
    finally:
        connection.execute("alter system reset full_page_writes")
        connection.execute("select pg_reload_conf()")
