"""Whether a company that the team entered may be named, and which group a newcomer chose."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "session_visitor",
        sa.Column(
            "may_name",
            sa.Boolean(),
            server_default=sa.false(),
            nullable=False,
            comment="entered by the team, and agreed to be named",
        ),
    )
    op.add_column(
        "session_visitor",
        sa.Column(
            "chosen_group", sa.String(), server_default="", nullable=False, comment="the group a newcomer chose, by its label"
        ),
    )


def downgrade() -> None:
    op.drop_column("session_visitor", "chosen_group")
    op.drop_column("session_visitor", "may_name")
