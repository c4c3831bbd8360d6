"""Migrations: the tables the code declares, once, by however many processes start together."""

import subprocess
import sys
from pathlib import Path

import psycopg
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.database.engine import conninfo, create_engine
from storage.database.job_tables import job_migrations
from storage.database.migrate import all_tables, is_migrated, is_ours, migrate, newest

HOUSE = Path(__file__).parents[2]
MIGRATE = "import sys; from storage.database.migrate import migrate; migrate(sys.argv[1])"


def tables(url: str) -> set[str]:
    with psycopg.connect(conninfo(url)) as connection:
        found = connection.execute("select tablename from pg_tables where schemaname = 'public'")
        return {name for (name,) in found.fetchall()}


async def test_a_database_without_tables_is_not_ready_and_a_migrated_one_is(tableless_url: str) -> None:
    engine = create_engine(tableless_url)
    assert not await is_migrated(engine)
    migrate(tableless_url)
    assert await is_migrated(engine)
    assert {"alembic_version", "procrastinate_jobs"} <= tables(tableless_url)
    await engine.dispose()


async def test_a_database_that_cannot_be_reached_is_not_ready() -> None:
    engine = create_engine("postgresql://nobody@127.0.0.1:9/none")
    assert not await is_migrated(engine)
    await engine.dispose()


def test_the_newest_of_the_files_is_what_alembic_takes_for_the_newest() -> None:
    assert newest() == set(ScriptDirectory(str(HOUSE / "storage" / "migrations")).get_heads())


def test_three_processes_at_once_migrate_once(tableless_url: str) -> None:
    started = [subprocess.Popen([sys.executable, "-c", MIGRATE, tableless_url], cwd=HOUSE) for _ in range(3)]
    assert [process.wait() for process in started] == [0, 0, 0]
    assert "procrastinate_jobs" in tables(tableless_url)


def test_migrating_twice_changes_nothing(tableless_url: str) -> None:
    migrate(tableless_url)
    before = tables(tableless_url)
    migrate(tableless_url)
    assert tables(tableless_url) == before


async def test_the_migrations_make_exactly_the_tables_the_code_declares(database: AsyncEngine) -> None:
    def differences(connection: Connection) -> list[object]:
        context = MigrationContext.configure(connection, opts={"include_object": is_ours})
        return list(compare_metadata(context, all_tables()))

    async with database.connect() as connection:
        assert await connection.run_sync(differences) == []


def test_no_migration_of_the_job_queue_is_forgotten() -> None:
    """When this fails procrastinate was upgraded: add a migration that applies the new ones, and name them here."""
    assert job_migrations()[-1].name[:8] == "03.04.00"
