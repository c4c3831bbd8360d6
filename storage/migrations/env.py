"""Alembic's way in: `storage.database.migrate` hands over a connection; the `alembic` command brings DATABASE_URL."""

import os

from alembic import context
from sqlalchemy import Connection, create_engine

from storage.database.engine import database_url
from storage.database.migrate import all_tables, is_ours


def apply(connection: Connection) -> None:
    """Apply the migrations on this connection, in its transaction."""
    context.configure(connection=connection, target_metadata=all_tables(), include_object=is_ours)
    context.run_migrations()


if given := context.config.attributes.get("connection"):
    apply(given)
else:
    with create_engine(database_url(os.environ["DATABASE_URL"])).begin() as own:
        apply(own)
