"""Totals are calculated again when a consent in them ends: those of before do not know when that is, so each is stale once."""

from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("update terrain_total set basis = ''")


def downgrade() -> None:
    pass
