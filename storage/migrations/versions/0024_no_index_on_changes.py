"""No index on when an intake changed: every answer had to write in all indexes for it, and only a daily job looked in it."""

from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index("ix_intake_changed_at", table_name="intake")


def downgrade() -> None:
    op.create_index("ix_intake_changed_at", "intake", ["changed_at"])
