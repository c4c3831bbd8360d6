"""The order of turns that were stored at the same moment, as several notices to one channel are."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    order = "order among what was stored at the same moment"
    op.add_column("turn", sa.Column("number", sa.BigInteger(), sa.Identity(always=False), nullable=False, comment=order))


def downgrade() -> None:
    op.drop_column("turn", "number")
