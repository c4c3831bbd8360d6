"""What only some registers know of a terrain: park management, whether it is sold out, and codes for access."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("terrain", sa.Column("park_management", sa.Boolean(), nullable=True))
    op.add_column("terrain", sa.Column("sold_out", sa.Boolean(), nullable=True, comment="nothing left to sell"))
    for name in ("environment_category", "road_access", "water_access", "rail_access"):
        op.add_column("terrain", sa.Column(name, sa.String(), nullable=True))


def downgrade() -> None:
    raise NotImplementedError("Facts would be lost: restore a backup instead.")
