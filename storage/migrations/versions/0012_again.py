"""When publishing the total of a terrain is tried again."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    when = "when publishing is tried again, changed or not"
    op.add_column("terrain_total", sa.Column("again_at", sa.DateTime(timezone=True), nullable=True, comment=when))
    op.create_index(op.f("ix_terrain_total_again_at"), "terrain_total", ["again_at"], unique=False)


def downgrade() -> None:
    raise NotImplementedError("Answers would be lost: restore a backup instead.")
