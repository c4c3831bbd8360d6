"""Connections: the right driver, UTC, and a fresh one in the place of one that broke while it was idle."""

from types import SimpleNamespace

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

import storage.database.engine
from storage.database.engine import conninfo, create_engine, database_url, url_from, was_left


@pytest.mark.parametrize("given", ["postgresql://a:b@h:1/d", "postgres://a:b@h:1/d", "postgresql+asyncpg://a:b@h:1/d"])
def test_any_postgresql_address_gets_our_driver(given: str) -> None:
    assert url_from(SimpleNamespace(database_url=given)).render_as_string(False) == "postgresql+psycopg://a:b@h:1/d"
    assert conninfo_to_dict(conninfo(given)) == {"user": "a", "password": "b", "host": "h", "port": "1", "dbname": "d"}


def test_a_socket_in_a_folder_with_spaces_is_found_by_every_driver() -> None:
    given = database_url("postgresql://postgres@/laadmaat?host=%2Feen%20map%2Bmeer%2Fpostgres")
    assert given.query["host"] == "/een map+meer/postgres"
    assert conninfo_to_dict(conninfo(given))["host"] == "/een map+meer/postgres"
    assert conninfo_to_dict(conninfo(given.render_as_string(False)))["host"] == "/een map+meer/postgres"


@pytest.mark.parametrize("given", ["sqlite:///x.db", "mysql://h/d", "niets", ""])
def test_another_kind_of_address_is_refused_with_a_sentence(given: str) -> None:
    with pytest.raises(ValueError, match="DATABASE_URL"):
        database_url(given)


async def test_times_are_utc_whatever_the_server_thinks(database: AsyncEngine) -> None:
    async with database.connect() as connection:
        assert (await connection.execute(text("show timezone"))).scalar_one() == "UTC"


async def test_connections_broken_while_idle_are_replaced_unnoticed(database_url: str) -> None:
    engine = create_engine(database_url, connections=2)
    async with engine.connect() as one, engine.connect() as two:
        first = {(await c.execute(text("select pg_backend_pid()"))).scalar_one() for c in (one, two)}
    with psycopg.connect(conninfo(database_url), autocommit=True) as administrator:
        for process in first:
            administrator.execute("select pg_terminate_backend(%s, 5000)", [process])
    async with engine.connect() as one, engine.connect() as two:
        second = {(await c.execute(text("select pg_backend_pid()"))).scalar_one() for c in (one, two)}
    await engine.dispose()
    assert len(second) == 2
    assert not first & second


async def test_a_connection_that_was_left_is_known_however_often_one_looks(database_url: str) -> None:
    with psycopg.connect(conninfo(database_url)) as left:
        assert not was_left(left)
        with psycopg.connect(conninfo(database_url), autocommit=True) as administrator:
            administrator.execute("select pg_terminate_backend(%s, 5000)", [left.info.backend_pid])
        assert was_left(left)
        assert was_left(left)


async def test_a_fresh_connection_is_taken_at_its_word(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storage.database.engine, "was_left", lambda _: True)
    engine = create_engine(database_url, connections=1)
    processes = set()
    for _ in range(3):
        async with engine.connect() as connection:
            processes.add((await connection.execute(text("select pg_backend_pid()"))).scalar_one())
    await engine.dispose()
    assert len(processes) == 3


async def test_a_missing_server_fails_within_seconds_as_a_database_error() -> None:
    engine = create_engine("postgresql://nobody@127.0.0.1:9/none")
    with pytest.raises(DBAPIError):
        async with engine.connect():
            pass
    await engine.dispose()
