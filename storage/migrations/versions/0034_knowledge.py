"""What the team wrote of items in chat, with every version."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0034"
down_revision = "0032"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "item_version",
        sa.Column("number", sa.Integer(), sa.Identity(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("whole", postgresql.JSONB(), nullable=False, comment="the whole item; the columns are from it"),
        sa.Column("state", sa.String(), nullable=False, comment="proposed, approved or dropped"),
        sa.Column("person_id", sa.Uuid(), nullable=False, comment="who wrote it; no foreign key: people go"),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", sa.Uuid(), nullable=True, comment="who approved or dropped it"),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_item_version")),
    )
    kept = sa.text("state <> 'dropped'")
    op.create_index("ix_item_version_key", "item_version", ["key", "version"], unique=True, postgresql_where=kept)


def downgrade() -> None:
    op.drop_table("item_version")
