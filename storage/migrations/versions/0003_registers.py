"""Companies with their contacts, the plan map, and the imports that brought them."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "import_run",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("kind", sa.String(), nullable=False, comment="terrains, plan_map or companies"),
        sa.Column("file", sa.String(), nullable=False, comment="the name of the file"),
        sa.Column("digest", sa.String(), nullable=False, comment="sha-256 of the file"),
        sa.Column(
            "source", sa.String(), server_default="", nullable=False, comment="where contacts come from, as the importer said"
        ),
        sa.Column("ground", sa.String(), server_default="", nullable=False, comment="on what legal ground contacts are used"),
        sa.Column(
            "by", sa.Uuid(), nullable=True, comment="the person who imported in chat; no foreign key: an import outlives them"
        ),
        sa.Column("added", sa.Integer(), nullable=False),
        sa.Column("changed", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_run")),
    )
    op.create_table(
        "objection",
        sa.Column("digest", sa.String(), nullable=False, comment="sha-256 of an e-mail address that may not be imported again"),
        sa.Column("at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_objection")),
    )
    op.create_table(
        "company",
        sa.Column("id", sa.Uuid(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("terrain_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False, comment="as intake.company_key: without case, accents and legal form"),
        sa.Column("kvk", sa.String(), server_default="", nullable=False),
        sa.Column("intake_id", sa.Uuid(), nullable=True, comment="only when the team said so"),
        sa.Column("approached_at", sa.DateTime(timezone=True), nullable=True, comment="the first message to this company"),
        sa.Column(
            "withdrawn_at",
            sa.DateTime(timezone=True),
            nullable=True,
            comment="since then it is not approached, and its contacts are gone",
        ),
        sa.Column("import_id", sa.Integer(), nullable=True, comment="the import that wrote this row last"),
        sa.Column("at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint("kvk ~ '^([0-9]{8})?$'", name=op.f("ck_company_kvk_of_eight")),
        sa.ForeignKeyConstraint(["import_id"], ["import_run.id"], name=op.f("fk_company_import_id_import_run")),
        sa.ForeignKeyConstraint(["intake_id"], ["intake.id"], name=op.f("fk_company_intake_id_intake"), ondelete="set null"),
        sa.ForeignKeyConstraint(["terrain_id"], ["terrain.id"], name=op.f("fk_company_terrain_id_terrain")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_company")),
    )
    op.create_index(op.f("ix_company_intake_id"), "company", ["intake_id"], unique=False)
    op.create_index("ix_company_kvk", "company", ["kvk"], unique=False, postgresql_where=sa.text("kvk <> ''"))
    op.create_index("ix_company_name_key", "company", ["name_key"], unique=False)
    op.create_index(op.f("ix_company_terrain_id"), "company", ["terrain_id"], unique=False)
    op.create_index("uq_company_kvk", "company", ["terrain_id", "kvk"], unique=True, postgresql_where=sa.text("kvk <> ''"))
    op.create_index("uq_company_name", "company", ["terrain_id", "name_key"], unique=True, postgresql_where=sa.text("kvk = ''"))
    op.create_table(
        "plan_map",
        sa.Column("terrain_id", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("charging_kw", sa.Numeric(precision=12, scale=2), nullable=True),
        sa.Column("vehicles", sa.Integer(), nullable=True),
        sa.Column("grid_kw", sa.Numeric(precision=12, scale=2), nullable=True),
        sa.Column("congestion", sa.String(), nullable=True),
        sa.Column("origin_file", sa.String(), nullable=False),
        sa.Column("origin_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["terrain_id"], ["terrain.id"], name=op.f("fk_plan_map_terrain_id_terrain"), ondelete="cascade"),
        sa.PrimaryKeyConstraint("terrain_id", "year", name=op.f("pk_plan_map")),
    )
    op.create_table(
        "company_contact",
        sa.Column("id", sa.Uuid(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("company_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.String(), nullable=False, comment="see domain.companies.companies.Contact.key"),
        sa.Column("name", sa.String(), server_default="", nullable=False),
        sa.Column("position", sa.String(), server_default="", nullable=False),
        sa.Column("email", sa.String(), server_default="", nullable=False),
        sa.Column("phone", sa.String(), server_default="", nullable=False),
        sa.Column("import_id", sa.Integer(), nullable=False, comment="tells source and legal ground"),
        sa.Column("at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["company_id"], ["company.id"], name=op.f("fk_company_contact_company_id_company"), ondelete="cascade"
        ),
        sa.ForeignKeyConstraint(["import_id"], ["import_run.id"], name=op.f("fk_company_contact_import_id_import_run")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_company_contact")),
    )
    op.create_index(op.f("ix_company_contact_at"), "company_contact", ["at"], unique=False)
    op.create_index(op.f("ix_company_contact_import_id"), "company_contact", ["import_id"], unique=False)
    op.create_index("uq_company_contact_key", "company_contact", ["company_id", "key"], unique=True)


def downgrade() -> None:
    raise NotImplementedError("Companies would be lost: restore a backup instead.")
