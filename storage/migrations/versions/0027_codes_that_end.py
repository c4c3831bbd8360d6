"""Codes that end, wrong codes that are counted, wishes to join with a yes of both sides, and whether people are guests.

What waits is kept: an unused code of before ends 30 days from now, and whoever was let in before is in.
"""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

# Made by somebody of another intake than the one it lets into: a team member, after a telephone call.
BY_TEAM = """
    update invitation set by_team = true
    where terrain_id is not null
        or exists (select from person where person.id = made_by and person.intake_id <> invitation.intake_id)
"""


def upgrade() -> None:
    op.add_column("invitation", sa.Column("until", sa.DateTime(timezone=True), nullable=True, comment="when it ends"))
    op.add_column(
        "invitation",
        sa.Column("by_team", sa.Boolean(), server_default=sa.text("false"), nullable=False, comment="made by the project team"),
    )
    op.execute("update invitation set until = now() + interval '30 days'")
    op.alter_column("invitation", "until", nullable=False)
    op.execute(BY_TEAM)
    op.add_column(
        "request",
        sa.Column("granted_by", sa.String(), nullable=True, comment="of a wish to join that was granted: team or colleague"),
    )
    op.add_column(
        "request",
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True, comment="when whoever was let in said yes or no"),
    )
    op.execute("update request set settled_at = answered_at where kind = 'join'")
    op.create_table(
        "wrong_code",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("tenant", sa.String(), nullable=False),
        sa.Column(
            "who",
            sa.String(),
            nullable=False,
            comment="sha-256 of tenant and Entra object id; outlives an erasure for a week",
        ),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wrong_code")),
    )
    op.create_index("ix_wrong_code_tenant", "wrong_code", ["tenant", "at"], unique=False)
    op.create_table(
        "standing",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("guest", sa.Boolean(), nullable=False, comment="a guest of the tenant in which they chat, as Teams told us"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_standing_person_id_person"), ondelete="cascade"),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_standing")),
    )


def downgrade() -> None:
    op.drop_table("standing")
    op.drop_index("ix_wrong_code_tenant", table_name="wrong_code")
    op.drop_table("wrong_code")
    op.drop_column("request", "settled_at")
    op.drop_column("request", "granted_by")
    op.drop_column("invitation", "by_team")
    op.drop_column("invitation", "until")
