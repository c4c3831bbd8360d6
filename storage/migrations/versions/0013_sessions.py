"""Sessions with companies, every version of them, and who comes."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "session",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("terrain_id", sa.String(), nullable=False, comment="no foreign key: the register may change"),
        sa.Column("format", sa.String(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("is_open", sa.Boolean(), nullable=False, comment="still to come: not held, not cancelled"),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column(
            "whole",
            postgresql.JSONB(astext_type=sa.Text()),
            nullable=False,
            comment="the whole session; the columns are from it",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session")),
    )
    op.create_index("ix_session_terrain", "session", ["terrain_id", "starts_at"])
    op.create_index("ix_session_time", "session", ["starts_at", "ends_at"])
    op.create_table(
        "session_version",
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("whole", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True, comment="who changed it; no foreign key"),
        sa.Column("at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["session.id"], name=op.f("fk_session_version_session_id_session"), ondelete="cascade"
        ),
        sa.PrimaryKeyConstraint("session_id", "revision", name=op.f("pk_session_version")),
    )
    op.create_table(
        "session_visitor",
        sa.Column("number", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("intake_id", sa.Uuid(), nullable=True, comment="null: entered by the team"),
        sa.Column("company", sa.String(), nullable=False, comment="as entered; of an intake its own name is shown"),
        sa.Column("name", sa.String(), server_default="", nullable=False),
        sa.Column("people", sa.Integer(), server_default="1", nullable=False),
        sa.Column("issue", sa.String(), server_default="", nullable=False),
        sa.Column("part", sa.String(), server_default="unknown", nullable=False),
        sa.Column("coming", sa.String(), nullable=False),
        sa.Column("attended", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(
            ["intake_id"], ["intake.id"], name=op.f("fk_session_visitor_intake_id_intake"), ondelete="cascade"
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["session.id"], name=op.f("fk_session_visitor_session_id_session"), ondelete="cascade"
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_session_visitor")),
        sa.UniqueConstraint("session_id", "intake_id", name=op.f("uq_session_visitor_session_id")),
    )
    op.create_index(op.f("ix_session_visitor_intake_id"), "session_visitor", ["intake_id"])
