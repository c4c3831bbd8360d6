"""How far each intake is, so that the companies of a terrain are counted without reading their answers."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

# What can be told without reading the answers; the next turn of the company makes it exact.
BACKFILL = """
    update intake set stage = case depth when 'full' then 'complete' else 'short' end where confirmed_at is not null
"""


def upgrade() -> None:
    op.add_column(
        "intake",
        sa.Column("stage", sa.String(), server_default="started", nullable=False, comment="how far the company is; see domain"),
    )
    op.execute(BACKFILL)
    op.create_index(
        "ix_invitation_terrain_id", "invitation", ["terrain_id"], unique=False, postgresql_where=sa.text("used_at is null")
    )


def downgrade() -> None:
    op.drop_index("ix_invitation_terrain_id", table_name="invitation")
    op.drop_column("intake", "stage")
