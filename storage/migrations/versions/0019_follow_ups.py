"""Drafts around sessions that the team approves."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "follow_up",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False, comment="as the team last left it"),
        sa.Column("state", sa.String(), nullable=False, comment="open, approved or dropped"),
        sa.Column("person_id", sa.Uuid(), nullable=True, comment="who decided; no foreign key: people go"),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False, comment="when it was made, and then when it was decided"),
        sa.ForeignKeyConstraint(["session_id"], ["session.id"], name=op.f("fk_follow_up_session_id_session"), ondelete="cascade"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow_up")),
        sa.UniqueConstraint("session_id", "kind", name=op.f("uq_follow_up_session_id")),
    )
    op.create_index("ix_follow_up_state", "follow_up", ["state", "at"], unique=False)


def downgrade() -> None:
    op.drop_table("follow_up")
