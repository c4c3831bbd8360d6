"""Roles that were given, and Teams teams whose members are the project team."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "linked_team",
        sa.Column("tenant", sa.String(), nullable=False),
        sa.Column("team_id", sa.String(), nullable=False, comment="Teams' id of the team: that of its general channel"),
        sa.Column("name", sa.String(), server_default="", nullable=False),
        sa.Column(
            "reference",
            postgresql.JSONB(astext_type=sa.Text()),
            nullable=False,
            comment="how to reach the channel in which it was linked",
        ),
        sa.Column("linked_by", sa.String(), nullable=False, comment="Entra object id"),
        sa.Column("at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=True, comment="when its members were read last"),
        sa.PrimaryKeyConstraint("tenant", "team_id", name=op.f("pk_linked_team")),
    )
    op.create_table(
        "role_event",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("tenant", sa.String(), nullable=False),
        sa.Column("object_id", sa.String(), nullable=False, comment="whose role; empty: of a whole linked team"),
        sa.Column("kind", sa.String(), nullable=False, comment="given, taken, linked, unlinked, joined, left, named"),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("terrain_id", sa.String(), server_default="", nullable=False),
        sa.Column("municipality_code", sa.String(), server_default="", nullable=False),
        sa.Column("team_id", sa.String(), server_default="", nullable=False, comment="the linked team through which it came"),
        sa.Column("by", sa.String(), nullable=False, comment="Entra object id; empty: Teams told us"),
        sa.Column("at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_role_event")),
    )
    op.create_index("ix_role_event_whose", "role_event", ["tenant", "object_id", "id"], unique=False)
    op.create_table(
        "role_grant",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("tenant", sa.String(), nullable=False),
        sa.Column(
            "object_id",
            sa.String(),
            nullable=False,
            comment="Entra object id; no foreign key: a role can come before the first chat",
        ),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("terrain_id", sa.String(), server_default="", nullable=False, comment="empty: not for one terrain"),
        sa.Column(
            "municipality_code",
            sa.String(),
            server_default="",
            nullable=False,
            comment="CBS code; empty: not for one municipality",
        ),
        sa.Column("given_by", sa.String(), nullable=False, comment="Entra object id"),
        sa.Column("at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_role_grant")),
        sa.UniqueConstraint("tenant", "object_id", "role", "terrain_id", "municipality_code", name=op.f("uq_role_grant_tenant")),
    )
    op.create_table(
        "team_member",
        sa.Column("tenant", sa.String(), nullable=False),
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("object_id", sa.String(), nullable=False),
        sa.Column("teams_id", sa.String(), nullable=False, comment="how Teams mentions this person to us"),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("guest", sa.Boolean(), nullable=False, comment="a guest of the tenant, or somebody of another tenant"),
        sa.Column("counts", sa.Boolean(), server_default=sa.text("false"), nullable=False, comment="belongs to the project team"),
        sa.ForeignKeyConstraint(
            ["tenant", "team_id"],
            ["linked_team.tenant", "linked_team.team_id"],
            name=op.f("fk_team_member_tenant_linked_team"),
            ondelete="cascade",
        ),
        sa.PrimaryKeyConstraint("tenant", "team_id", "object_id", name=op.f("pk_team_member")),
    )
    op.create_index(
        "ix_team_member_person", "team_member", ["tenant", "object_id"], unique=False, postgresql_where=sa.text("counts")
    )


def downgrade() -> None:
    raise NotImplementedError("Roles would be lost: restore a backup instead.")
