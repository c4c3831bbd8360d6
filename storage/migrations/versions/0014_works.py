"""Work that was started and is not done yet."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "work",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("ids", postgresql.JSONB(astext_type=sa.Text()), nullable=False, comment="what it is about: ids only"),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True, comment="who asked; none when not known"),
        sa.Column("personal", sa.Boolean(), nullable=False, comment="asked in the personal chat"),
        sa.Column("tenant", sa.String(), nullable=False),
        sa.Column("conversation", sa.String(), nullable=False),
        sa.Column("reference", postgresql.JSONB(astext_type=sa.Text()), nullable=False, comment="how to reach the conversation"),
        sa.Column("turn_id", sa.Uuid(), nullable=False, comment="the turn that showed how far it is"),
        sa.Column("place", sa.Integer(), nullable=False, comment="where that stands among its replies"),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_work_person_id_person"), ondelete="cascade"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_work")),
    )
    op.create_index(op.f("ix_work_person_id"), "work", ["person_id"], unique=False)


def downgrade() -> None:
    op.drop_table("work")
