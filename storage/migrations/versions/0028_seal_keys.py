"""Keys of the server: what a dropped card says could be guessed from its digests."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "seal_key",
        sa.Column("id", sa.Integer, sa.Identity(), nullable=False),
        sa.Column("key", sa.LargeBinary, nullable=False, comment="random; whoever reads it can make seals"),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_seal_key"),
    )


def downgrade() -> None:
    op.drop_table("seal_key")
