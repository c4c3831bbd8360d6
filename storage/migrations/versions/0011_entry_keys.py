"""A key on every entry, so that a card that is pressed twice is kept once."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "dossier_entry",
        sa.Column("key", sa.Uuid(), nullable=True, comment="of the card it was written on: pressing twice keeps it once"),
    )
    op.create_unique_constraint(op.f("uq_dossier_entry_key"), "dossier_entry", ["key"])


def downgrade() -> None:
    raise NotImplementedError("Restore a backup instead.")
