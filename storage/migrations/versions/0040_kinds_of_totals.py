"""Totals by class and by hour stand beside the total of a year."""

import sqlalchemy as sa
from alembic import op

revision = "0040"
down_revision = "0039"
branch_labels = None
depends_on = None


def upgrade() -> None:
    column = sa.Column("kind", sa.String(), server_default="total", nullable=False, comment="total, classes or hours")
    op.add_column("published_total", column)


def downgrade() -> None:
    op.execute("delete from published_total where kind <> 'total'")
    op.drop_column("published_total", "kind")
