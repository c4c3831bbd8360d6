"""A database per test worker, copied from one that is migrated once per run."""

import os
import shutil
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Self

import psycopg
from psycopg import sql

from storage.database.engine import conninfo, database_url
from storage.database.migrate import migrate
from storage.database.server import ServerFailed, is_abandoned, serving, start

_RUN = "LAADMAAT_TEST_RUN"  # the controller of a run tells its workers by environment which run they belong to
_LOCK = 410_411
_LONGEST_RUN_S = 1800  # a run that was killed leaves its server running; the next one after this long tidies it up
_PAGE_BYTES = 8192
_RESTART = """
    select setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false)
    from pg_sequences where schemaname = 'public' and last_value is not null
"""
_WRITTEN = """
    select quote_ident(relname)::text, pg_relation_size(oid) from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and pg_relation_size(oid) > 0
"""


def begin_run() -> None:
    """Give this run a name of its own, so that two runs never share a database, and tidy up after killed ones."""
    os.environ[_RUN] = uuid.uuid4().hex[:8]
    for folder in _folder().parent.glob("laadmaat-tests-*"):
        with suppress(FileNotFoundError):  # another run, which began at the same moment, was first
            seen = folder.stat()
            if seen.st_uid == os.getuid() and seen.st_mtime < time.time() - _LONGEST_RUN_S and is_abandoned(folder):
                _remove(folder)


def end_run() -> None:
    """Remove what the workers of this run left."""
    if (given := os.environ.get("TEST_DATABASE_URL", "")) and _connectable(given):
        with psycopg.connect(conninfo(given), autocommit=True) as connection:
            left = connection.execute("select datname from pg_database where datname like %s", [f"{_prefix()}%"])
            for (name,) in left.fetchall():
                connection.execute(sql.SQL("drop database {} with (force)").format(sql.Identifier(name)))
    if _folder().exists():
        _remove(_folder())


def _remove(folder: Path) -> None:
    if (folder / "postgres" / "PG_VERSION").exists():  # not half removed by a run that was killed while it tidied up
        with suppress(ServerFailed):  # then the tests have said so themselves
            start(folder).stop()
    shutil.rmtree(folder, ignore_errors=True)


class Cluster:
    """A PostgreSQL server on which this run may make databases."""

    def __init__(self, url: str) -> None:
        self._url = url

    @contextmanager
    def copy(self, name: str, *, template: str | None = None) -> Iterator[str]:
        """Make a database, give its address, and drop it; without `template` it has all our tables, empty."""
        own = f"{_prefix()}_{name}"
        with psycopg.connect(conninfo(self._url), autocommit=True) as connection:
            source = sql.Identifier(template or self._template(connection))
            connection.execute(sql.SQL("create database {} template {}").format(sql.Identifier(own), source))
            try:
                yield self._address(own)
            finally:
                connection.execute(sql.SQL("drop database {} with (force)").format(sql.Identifier(own)))

    def _template(self, connection: psycopg.Connection) -> str:
        """Return the name of the migrated database; the first worker to ask makes it while the others wait."""
        name = f"{_prefix()}_template"
        connection.execute("select pg_advisory_lock(%s)", [_LOCK])
        try:
            if connection.execute("select from pg_database where datname = %s", [name]).fetchone() is None:
                unfinished = f"{name}_new"
                connection.execute(sql.SQL("create database {} template template0").format(sql.Identifier(unfinished)))
                migrate(self._address(unfinished))
                rename = sql.SQL("alter database {} rename to {}")
                connection.execute(rename.format(sql.Identifier(unfinished), sql.Identifier(name)))
        finally:
            connection.execute("select pg_advisory_unlock(%s)", [_LOCK])
        return name

    def _address(self, database: str) -> str:
        return database_url(self._url).set(database=database).render_as_string(hide_password=False)


@contextmanager
def cluster(given: str) -> Iterator[Cluster]:
    """Give the server of this run: the one at address `given`, or for an empty one an embedded server for this run."""
    with serving(given, _folder()) as url:
        if not given:
            with psycopg.connect(conninfo(url), autocommit=True) as connection:
                for setting in ("fsync", "full_page_writes", "synchronous_commit"):
                    connection.execute(sql.SQL("alter system set {} = off").format(sql.Identifier(setting)))
                connection.execute("select pg_reload_conf()")
        yield Cluster(url)


class Emptier:
    """Empties the tables that hold something."""

    def __init__(self, url: str, *, patience_ms: int = 5000) -> None:
        # A lock that is not given by then means that a test left a transaction open: let that test fail.
        self._connection = psycopg.connect(conninfo(url), autocommit=True, options=f"-c lock_timeout={patience_ms}")
        self._tables = _tables(self._connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._connection.close()

    def empty(self) -> None:
        """Empty every table that has rows, and let all numbering start again.

        Deleting takes far less than truncating, which makes new files. A table of more than one page is vacuumed after it, which
        leaves it without any page: where rows were deleted, new ones come to stand in any order, as they do not in a new table.
        """
        written: dict[str, int] = dict(self._connection.execute(_WRITTEN).fetchall())
        steps = [
            f"lock table {', '.join(self._tables)} in access exclusive mode",  # whoever still reads or writes is found out
            *(f"delete from {table}" for table in self._tables if table in written),  # noqa: S608 - ours
            _RESTART,
        ]
        self._connection.execute("; ".join(steps).encode())  # at once, so all or nothing
        large = [table for table in self._tables if written.get(table, 0) > _PAGE_BYTES]
        if large:
            self._connection.execute(f"vacuum {', '.join(large)}".encode())


def _tables(connection: psycopg.Connection) -> list[str]:
    """Return the names of our tables, those that point at others before them."""
    names = connection.execute(
        "select quote_ident(tablename) from pg_tables where schemaname = 'public' and tablename <> 'alembic_version'"
    )
    points = connection.execute(
        "select confrelid::regclass::text, conrelid::regclass::text from pg_constraint"
        " where contype = 'f' and confrelid <> conrelid"
    )
    order = TopologicalSorter({name: set[str]() for (name,) in names.fetchall()})
    for target, source in points.fetchall():
        order.add(target, source)
    return list(order.static_order())


def _connectable(url: str) -> bool:
    try:
        psycopg.connect(conninfo(url), connect_timeout=3).close()
    except (psycopg.OperationalError, ValueError):
        return False
    return True


def _prefix() -> str:
    return f"laadmaat_test_{os.environ[_RUN]}"


def _folder() -> Path:
    # Not in the project: as root that may lie under a private folder.
    return Path(tempfile.gettempdir()).resolve() / f"laadmaat-tests-{os.environ[_RUN]}"
