"""The job queue."""

from alembic import op

from storage.database.job_tables import apply_job_migrations

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    apply_job_migrations(op.get_bind(), until="03.04.00")


def downgrade() -> None:
    raise NotImplementedError("There is nothing before the first migration: drop the database.")
