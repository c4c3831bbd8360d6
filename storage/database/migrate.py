"""Bringing the database to the form this version expects, once, however many processes start at the same moment."""

import importlib
import pkgutil
from functools import cache
from pathlib import Path

from sqlalchemy import URL, Connection, MetaData, create_engine, text
from sqlalchemy.exc import OperationalError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlalchemy.pool import NullPool

from storage import tables
from storage.database.engine import database_url
from storage.database.transactions import DatabaseGone
from storage.tables.base import metadata

_SCRIPTS = Path(__file__).parents[1] / "migrations"
_LOCK = 52_236_228  # any number, as long as every version of this program takes the same


def migrate(url: str | URL) -> None:
    """Apply every migration that is missing, all or nothing; a second process waits and then finds nothing to do.

    Raises DatabaseGone when there is no database to reach.
    """
    engine = create_engine(database_url(url), poolclass=NullPool)
    try:
        engine.connect().close()
    except OperationalError as error:
        raise DatabaseGone from error
    with engine.begin() as connection:
        connection.execute(text("select pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        if _revisions(connection) != newest():
            _upgrade(connection)


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


async def is_migrated(engine: AsyncEngine) -> bool:
    """Say whether the database can be reached and in the form this version expects; never raises."""
    try:
        async with engine.connect() as connection:
            return await connection.run_sync(_revisions) == newest()
    except (SQLAlchemyError, OSError):
        return False


def all_tables() -> MetaData:
    """Return the tables of every module in storage/tables: what the migrations must add up to."""
    for module in pkgutil.iter_modules(tables.__path__, prefix=f"{tables.__name__}."):
        importlib.import_module(module.name)
    return metadata


def is_ours(_item: object, name: str | None, *_how: object) -> bool:
    """Leave procrastinate's tables to procrastinate when Alembic looks for differences."""
    return not (name or "").startswith("procrastinate_")


@cache
def newest() -> frozenset[str]:
    """Return what a database of this version says of itself. The files say it: Alembic, which reads them, is slow to load."""
    return frozenset({max(path.name for path in (_SCRIPTS / "versions").glob("[0-9]*.py")).partition("_")[0]})


def _revisions(connection: Connection) -> frozenset[str]:
    if connection.scalar(text("select to_regclass('alembic_version')")) is None:
        return frozenset()
    return frozenset(connection.scalars(text("select version_num from alembic_version")))
