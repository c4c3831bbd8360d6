"""The tables of the job queue are procrastinate's: our migrations apply its own, up to a release they name."""

from pathlib import Path

from procrastinate.schema import SchemaManager
from sqlalchemy import Connection


def apply_job_migrations(connection: Connection, *, until: str, after: str = "") -> None:
    """Apply the migrations that procrastinate released later than `after`, up to and including `until` ("03.04.00").

    Naming both keeps a new database equal to one that grew along when procrastinate is upgraded.
    """
    for script in job_migrations():
        if after < script.name[: len(until)] <= until:
            connection.exec_driver_sql(script.read_text(), execution_options={"no_parameters": True})


def job_migrations() -> list[Path]:
    """Return procrastinate's migrations, oldest first; each name starts with the release it came with."""
    return sorted(Path(SchemaManager.get_migrations_path()).glob("*.sql"))
