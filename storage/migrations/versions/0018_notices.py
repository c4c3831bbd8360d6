"""What channels follow, and the notices that wait, were posted, or did not arrive."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

WAITING = sa.text("posted_at is null and failing is null")
INDEXES: tuple[tuple[str, tuple[str, ...], sa.TextClause | None, bool], ...] = (
    ("ix_notice_waiting_channel", ("channel_id", "due_at"), WAITING, False),
    ("ix_notice_waiting_person", ("person_id", "due_at"), WAITING, False),
    ("ix_notice_overdue", ("due_at",), WAITING, False),
    ("ix_notice_channel_id", ("channel_id", "posted_at"), None, False),
    ("ix_notice_person_id", ("person_id", "posted_at"), None, False),
    ("ix_notice_key_channel", ("key", "channel_id"), sa.text("channel_id is not null"), True),
    ("ix_notice_key_person", ("key", "person_id"), sa.text("person_id is not null"), True),
    ("ix_notice_intake_id", ("intake_id",), sa.text("intake_id is not null"), False),
    ("ix_notice_turn_id", ("turn_id",), sa.text("turn_id is not null and not arrived"), False),
    ("ix_notice_failing", ("at",), sa.text("failing is not null"), False),
)


def upgrade() -> None:
    json = postgresql.JSONB(astext_type=sa.Text())
    op.create_table(
        "subscription",
        sa.Column("channel_id", sa.Uuid(), nullable=False),
        sa.Column("terrain_id", sa.String(), nullable=False, comment="empty: every terrain"),
        sa.Column("topics", json, nullable=False, comment="a list of names; see domain/notices/topics.py"),
        sa.Column("gathered", sa.Boolean(), nullable=False, comment="told once a day, instead of at once"),
        sa.Column("person_id", sa.Uuid(), nullable=True, comment="who of the team asked for it; no foreign key: people go"),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["channel_id"], ["channel.id"], name=op.f("fk_subscription_channel_id_channel"), ondelete="cascade"
        ),
        sa.PrimaryKeyConstraint("channel_id", "terrain_id", name=op.f("pk_subscription")),
    )
    op.create_index("ix_subscription_terrain_id", "subscription", ["terrain_id"])
    op.create_table(
        "notice",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("channel_id", sa.Uuid(), nullable=True, comment="this, or the person"),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("terrain_id", sa.String(), server_default="", nullable=False),
        sa.Column(
            "intake_id",
            sa.Uuid(),
            nullable=True,
            comment="the company it tells of; erased with it, no foreign key",
        ),
        sa.Column("data", json, server_default=sa.text("'{}'"), nullable=False, comment="plain JSON; emptied once it arrived"),
        sa.Column("key", sa.String(), nullable=True, comment="planned once for this target"),
        sa.Column("bundle", sa.String(), server_default="", nullable=False, comment="told together with others that are due"),
        sa.Column("urgent", sa.Boolean(), server_default=sa.text("false"), nullable=False, comment="quiet hours do not hold it"),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False, comment="when it may be told"),
        sa.Column("turn_id", sa.Uuid(), nullable=True, comment="the turn that brings it; no foreign key: turns go after a week"),
        sa.Column("posted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("arrived", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("failing", sa.String(), nullable=True, comment="why it did not arrive"),
        sa.Column("tries", sa.Integer(), server_default="0", nullable=False),
        sa.CheckConstraint("(channel_id is null) <> (person_id is null)", name=op.f("ck_notice_one_target")),
        sa.ForeignKeyConstraint(["channel_id"], ["channel.id"], name=op.f("fk_notice_channel_id_channel"), ondelete="cascade"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_notice_person_id_person"), ondelete="cascade"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice")),
    )
    for name, columns, where, unique in INDEXES:
        op.create_index(name, "notice", list(columns), unique=unique, postgresql_where=where)


def downgrade() -> None:
    op.drop_table("notice")
    op.drop_table("subscription")
