"""Why a channel is off: what a team that comes back turns on again, and what stays off."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    comment = "why it is off, see domain.notices.channels.Off; empty where that is not known"
    op.add_column("channel", sa.Column("off_why", sa.String(), nullable=False, server_default="", comment=comment))


def downgrade() -> None:
    op.drop_column("channel", "off_why")
