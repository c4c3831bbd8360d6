"""Files with registers that administrators send."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "import_file",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False, comment="who sent it"),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False, comment="sha-256 of the content"),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column(
            "counts",
            postgresql.JSONB(none_as_null=True, astext_type=sa.Text()),
            nullable=True,
            comment="what the dry run found and its card shows",
        ),
        sa.Column("source", sa.String(), server_default="", nullable=False, comment="where contacts come from, as was answered"),
        sa.Column("ground", sa.String(), server_default="", nullable=False),
        sa.Column("begun", sa.Boolean(), server_default=sa.text("false"), nullable=False, comment="the button was pressed"),
        sa.Column("at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_import_file_person_id_person"), ondelete="cascade"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_file")),
    )
    op.create_index(op.f("ix_import_file_at"), "import_file", ["at"], unique=False)
    op.create_index(op.f("ix_import_file_person_id"), "import_file", ["person_id"], unique=False)
    op.alter_column("objection", "digest", comment="sha-256 of an address or number that may not be imported again")


def downgrade() -> None:
    raise NotImplementedError("Nothing to go back for: restore a backup instead.")
