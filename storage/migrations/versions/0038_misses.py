"""Sentences that were not understood: counted, and with their words of who lets us keep answers."""

import sqlalchemy as sa
from alembic import op

revision = "0038"
down_revision = "0036"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "miss",
        sa.Column("number", sa.Integer(), sa.Identity(), nullable=False),
        sa.Column("state", sa.String(), nullable=False, comment="a MissState: what somebody was asked"),
        sa.Column("near", sa.String(), server_default="", nullable=False, comment="key of the nearest item; empty: none"),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_miss")),
    )
    op.create_table(
        "missed_words",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["number"], ["miss.number"], name=op.f("fk_missed_words_number_miss"), ondelete="cascade"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_missed_words_person_id_person"), ondelete="cascade"),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_missed_words")),
    )
    op.create_index(op.f("ix_missed_words_person_id"), "missed_words", ["person_id"])


def downgrade() -> None:
    op.drop_table("missed_words")
    op.drop_table("miss")
