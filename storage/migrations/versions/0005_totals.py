"""Totals of terrains: published ones with the marks of who was in them, and the newest live ones."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name, comment in (("mark", "stands for it in published totals"), ("mark_key", "hides its parts of such totals")):
        made = sa.func.gen_random_uuid()
        op.add_column("intake", sa.Column(name, sa.Uuid(), server_default=made, nullable=False, comment=comment))
    op.create_table(
        "published_total",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("terrain_id", sa.String(), nullable=False, comment="no foreign key: what was published stays known"),
        sa.Column("year", sa.Integer(), nullable=False, comment="0 now, 1 2030, 2 2035"),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("parameters", sa.String(), nullable=False, comment="fingerprint of the parameters it was calculated with"),
        sa.Column("figures", postgresql.JSONB(astext_type=sa.Text()), nullable=False, comment="rounded, as published"),
        sa.Column(
            "members",
            postgresql.JSONB(astext_type=sa.Text()),
            nullable=False,
            comment="marks of who was in it; they lead nowhere once the intake is gone",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_published_total")),
    )
    op.create_index("ix_published_total_members", "published_total", ["members"], unique=False, postgresql_using="gin")
    op.create_index("ix_published_total_terrain_id", "published_total", ["terrain_id", "year", "at"], unique=False)
    op.create_table(
        "terrain_total",
        sa.Column("terrain_id", sa.String(), nullable=False),
        sa.Column(
            "basis", sa.String(), nullable=False, comment="fingerprint of the intakes and parameters it was calculated from"
        ),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "figures",
            postgresql.JSONB(astext_type=sa.Text()),
            nullable=False,
            comment="live and unrounded: for the project team alone",
        ),
        sa.PrimaryKeyConstraint("terrain_id", name=op.f("pk_terrain_total")),
    )


def downgrade() -> None:
    raise NotImplementedError("What was published would be forgotten, and could be pieced together: restore a backup instead.")
