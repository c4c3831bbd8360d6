"""What the team writes down, and words of company names to find them by."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "dossier_entry",
        sa.Column("number", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("terrain_id", sa.String(), nullable=False, comment="no foreign key: the register may change"),
        sa.Column("intake_id", sa.Uuid(), nullable=True, comment="the company it is about"),
        sa.Column("company_id", sa.Uuid(), nullable=True, comment="the same, in the register"),
        sa.Column(
            "data",
            postgresql.JSONB(astext_type=sa.Text()),
            nullable=False,
            comment="texts by field name; the columns beside it are from it",
        ),
        sa.Column("owner", sa.Uuid(), nullable=True, comment="a person of the team; no foreign key: an action outlives who left"),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("revision", sa.Integer(), server_default="1", nullable=False, comment="counts the changes"),
        sa.Column("made_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["company_id"], ["company.id"], name=op.f("fk_dossier_entry_company_id_company"), ondelete="cascade"
        ),
        sa.ForeignKeyConstraint(["intake_id"], ["intake.id"], name=op.f("fk_dossier_entry_intake_id_intake"), ondelete="cascade"),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_dossier_entry")),
    )
    op.create_index(op.f("ix_dossier_entry_company_id"), "dossier_entry", ["company_id"], unique=False)
    op.create_index(op.f("ix_dossier_entry_intake_id"), "dossier_entry", ["intake_id"], unique=False)
    op.create_index("ix_dossier_entry_terrain", "dossier_entry", ["terrain_id", "number"], unique=False)
    op.create_index(
        "ix_dossier_entry_owner",
        "dossier_entry",
        ["owner"],
        unique=False,
        postgresql_where=sa.text("closed_at is null and owner is not null"),
    )
    op.create_index(
        "ix_dossier_entry_mandate",
        "dossier_entry",
        ["terrain_id"],
        unique=False,
        postgresql_where=sa.text("kind = 'mandate' and closed_at is null"),
    )
    op.create_table(
        "dossier_version",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("data", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("closed", sa.Boolean(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True, comment="who did it; no foreign key: the history outlives people"),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["number"], ["dossier_entry.number"], name=op.f("fk_dossier_version_number_dossier_entry"), ondelete="cascade"
        ),
        sa.PrimaryKeyConstraint("number", "revision", name=op.f("pk_dossier_version")),
    )
    op.create_index(
        "ix_company_words",
        "company",
        [sa.text("to_tsvector('simple'::regconfig, name_key)")],
        unique=False,
        postgresql_using="gin",
    )
    op.create_index(
        "ix_intake_words",
        "intake",
        [sa.text("to_tsvector('simple'::regconfig, company_key)")],
        unique=False,
        postgresql_using="gin",
        postgresql_where=sa.text("company_key <> ''"),
    )


def downgrade() -> None:
    raise NotImplementedError("Notes would be lost: restore a backup instead.")
