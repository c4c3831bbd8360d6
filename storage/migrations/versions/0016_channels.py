"""Channels and group chats where the bot is, and the threads it opened there."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "channel",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tenant", sa.String(), nullable=False),
        sa.Column("conversation", sa.String(), nullable=False, comment="of the channel itself, no thread"),
        sa.Column("team_id", sa.String(), nullable=False, comment="Teams' id of its team; empty for a group chat"),
        sa.Column("name", sa.String(), server_default="", nullable=False),
        sa.Column("team_name", sa.String(), server_default="", nullable=False),
        sa.Column(
            "reference", postgresql.JSONB(astext_type=sa.Text()), nullable=False, comment="how to reach it; nobody's name or id"
        ),
        sa.Column("active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("off_at", sa.DateTime(timezone=True), nullable=True, comment="when the bot was removed or blocked"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_channel")),
        sa.UniqueConstraint("tenant", "conversation", name=op.f("uq_channel_tenant")),
    )
    op.create_table(
        "thread",
        sa.Column("channel_id", sa.Uuid(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False, comment="what it is about, such as terrain:1234"),
        sa.Column("opener", sa.Uuid(), nullable=False, comment="the turn that opens it; no foreign key: turns go after a week"),
        sa.Column("root", sa.String(), nullable=True, comment="its conversation, once it is opened"),
        sa.ForeignKeyConstraint(["channel_id"], ["channel.id"], name=op.f("fk_thread_channel_id_channel"), ondelete="cascade"),
        sa.PrimaryKeyConstraint("channel_id", "subject", name=op.f("pk_thread")),
    )
    op.create_index(op.f("ix_thread_opener"), "thread", ["opener"], unique=False)


def downgrade() -> None:
    op.drop_table("thread")
    op.drop_table("channel")
