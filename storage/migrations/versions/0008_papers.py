"""Papers that were offered to somebody, kept for a day."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "paper",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True, comment="for whom; none in a channel"),
        sa.Column(
            "about",
            postgresql.ARRAY(sa.Uuid()),
            nullable=False,
            comment="intakes with facts in it; it goes when one of these is erased",
        ),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("token_digest", sa.LargeBinary(), nullable=True, comment="sha-256 of the secret in its link, when it has one"),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True, comment="when its person said yes or no to it"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_paper_person_id_person"), ondelete="cascade"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper")),
        sa.UniqueConstraint("token_digest", name=op.f("uq_paper_token_digest")),
    )
    op.create_index(op.f("ix_paper_person_id"), "paper", ["person_id"], unique=False)
    op.create_index(op.f("ix_paper_until"), "paper", ["until"], unique=False)


def downgrade() -> None:
    op.drop_table("paper")
