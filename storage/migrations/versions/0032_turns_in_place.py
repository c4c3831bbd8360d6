"""Room on the pages of turns for the note of what was sent, and no indexes that only an erasure looks in.

Every turn is changed once, a moment after it was stored. On its own page PostgreSQL logs what is new; on another, all of it.
And it wrote every index twice. Turns are kept for a week, and going through them for an erasure is quick.
"""

from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("alter table turn set (fillfactor = 50)")  # for pages that are new; the others go within a week
    op.drop_index("ix_turn_person_id", table_name="turn")
    op.drop_index("ix_turn_intake_id", table_name="turn")


def downgrade() -> None:
    op.create_index("ix_turn_intake_id", "turn", ["intake_id"])
    op.create_index("ix_turn_person_id", "turn", ["person_id"])
    op.execute("alter table turn reset (fillfactor)")
