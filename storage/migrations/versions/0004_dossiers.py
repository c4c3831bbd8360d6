"""The log of terrains and where each of them stands."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "terrain_event",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("terrain_id", sa.String(), nullable=False, comment="no foreign key: the register may change"),
        sa.Column("revision", sa.Integer(), nullable=False, comment="counts the events of a terrain, without a gap"),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("data", postgresql.JSONB(astext_type=sa.Text()), nullable=False, comment="plain JSON with its version"),
        sa.Column("why", sa.String(), server_default="", nullable=False),
        sa.Column(
            "intake_id",
            sa.Uuid(),
            nullable=True,
            comment="the company it is about; no foreign key: erasing it empties these rows",
        ),
        sa.Column("person_id", sa.Uuid(), nullable=True, comment="who did it; no foreign key: the log outlives people"),
        sa.Column("at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_terrain_event")),
        sa.UniqueConstraint("terrain_id", "revision", name=op.f("uq_terrain_event_terrain_id")),
    )
    op.create_index(op.f("ix_terrain_event_intake_id"), "terrain_event", ["intake_id"], unique=False)
    op.create_index(op.f("ix_terrain_event_person_id"), "terrain_event", ["person_id"], unique=False)
    op.create_table(
        "terrain_state",
        sa.Column("terrain_id", sa.String(), nullable=False),
        sa.Column("revision", sa.Integer(), server_default="0", nullable=False, comment="of the newest event in it"),
        sa.Column(
            "current",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default=sa.text("'{}'"),
            nullable=False,
            comment="the whole state; the columns are from it",
        ),
        sa.Column("standing", sa.String(), server_default="new", nullable=False, comment="what we do for it now"),
        sa.Column("step", sa.SmallInteger(), nullable=True, comment="null before the first step"),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("route", sa.String(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("director", sa.Uuid(), nullable=True, comment="a person; no foreign key"),
        sa.Column("due", sa.Date(), nullable=True, comment="the last day on which nothing is late"),
        sa.Column("recheck", sa.Date(), nullable=True),
        sa.Column("first_contact", sa.Date(), nullable=True),
        sa.Column("last_contact", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("terrain_id", name=op.f("pk_terrain_state")),
    )
    op.create_index("ix_terrain_state_step", "terrain_state", ["step"], unique=False)
    op.create_index("ix_terrain_state_due", "terrain_state", ["due"], unique=False, postgresql_where=sa.text("due is not null"))
    op.create_index(
        "ix_terrain_state_director", "terrain_state", ["director"], unique=False, postgresql_where=sa.text("director is not null")
    )


def downgrade() -> None:
    raise NotImplementedError("The history of the terrains would be lost: restore a backup instead.")
