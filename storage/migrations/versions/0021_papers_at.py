"""When a paper was made: the newest is not always the one that is kept longest."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("paper", sa.Column("at", sa.DateTime(timezone=True), server_default=sa.func.now(), nullable=False))
    op.execute("update paper set at = until - interval '24 hours'")  # all were kept for a day


def downgrade() -> None:
    op.drop_column("paper", "at")
