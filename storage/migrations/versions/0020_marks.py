"""Intakes found by their mark, as every total that is published looks for them."""

from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_intake_mark", "intake", ["mark"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_intake_mark", table_name="intake")
