"""Links between intakes and companies of the register, with how they came; what was no more than typed is a claim."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

# A link that came by an invitation stays one.
INVITED = """
    insert into company_link (company_id, intake_id, how, person_id, at)
    select distinct on (company.id) company.id, company.intake_id, 'invitation', invitation.made_by, invitation.used_at
    from company join invitation on invitation.intake_id = company.intake_id and invitation.used_at is not null
        and invitation.terrain_id = company.terrain_id and invitation.company <> ''
    order by company.id, invitation.used_at
"""
# Of every other one the team is asked whether it is right, whatever name that intake has by now.
REST = """
    insert into company_claim (company_id, intake_id, stood)
    select company.id, company.intake_id, true from company
    where company.intake_id is not null and not exists (select from company_link where company_link.company_id = company.id)
"""
# What the team wrote about a company stays with the company: an intake that merely looked like it takes nothing along.
UNLINKED = """
    entry.company_id is not null and entry.intake_id is not null and not exists (
        select from company_link where company_link.company_id = entry.company_id and company_link.intake_id = entry.intake_id
    )
"""
EVENTS = f"""
    update terrain_event set intake_id = null from dossier_entry as entry
    where terrain_event.terrain_id = entry.terrain_id and terrain_event.intake_id = entry.intake_id
        and terrain_event.data ->> 'entry' = entry.number::text and {UNLINKED}
"""  # noqa: S608 - all of it stands above
ENTRIES = f"update dossier_entry as entry set intake_id = null where {UNLINKED}"  # noqa: S608 - as above


def upgrade() -> None:
    op.create_table(
        "company_link",
        sa.Column("company_id", sa.Uuid(), nullable=False),
        sa.Column("intake_id", sa.Uuid(), nullable=False),
        sa.Column(
            "how", sa.String(), nullable=False, comment="by an invitation, or by the team; see domain.companies.claims.LinkedBy"
        ),
        sa.Column(
            "person_id",
            sa.Uuid(),
            nullable=True,
            comment="whoever of the team made the code or said yes; no foreign key: a link outlives them",
        ),
        sa.Column("at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["company_id"], ["company.id"], name=op.f("fk_company_link_company_id_company"), ondelete="cascade"
        ),
        sa.ForeignKeyConstraint(["intake_id"], ["intake.id"], name=op.f("fk_company_link_intake_id_intake"), ondelete="cascade"),
        sa.PrimaryKeyConstraint("company_id", name=op.f("pk_company_link")),
    )
    op.create_index(op.f("ix_company_link_intake_id"), "company_link", ["intake_id"], unique=False)
    op.create_table(
        "company_claim",
        sa.Column("number", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("company_id", sa.Uuid(), nullable=False),
        sa.Column("intake_id", sa.Uuid(), nullable=True, comment="null: whoever claimed it was erased"),
        sa.Column("contact_id", sa.Uuid(), nullable=True, comment="an objection about one contact alone"),
        sa.Column(
            "stood",
            sa.Boolean(),
            server_default=sa.text("false"),
            nullable=False,
            comment="counted as a link before claims were asked",
        ),
        sa.Column("at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("answer", sa.Boolean(), nullable=True, comment="what the team said; null: not yet"),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_by", sa.Uuid(), nullable=True, comment="whoever of the team said so; no foreign key: people go"),
        sa.ForeignKeyConstraint(
            ["company_id"], ["company.id"], name=op.f("fk_company_claim_company_id_company"), ondelete="cascade"
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"],
            ["company_contact.id"],
            name=op.f("fk_company_claim_contact_id_company_contact"),
            ondelete="cascade",
        ),
        sa.ForeignKeyConstraint(["intake_id"], ["intake.id"], name=op.f("fk_company_claim_intake_id_intake"), ondelete="cascade"),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_company_claim")),
    )
    op.create_index(op.f("ix_company_claim_company_id"), "company_claim", ["company_id"], unique=False)
    op.create_index(op.f("ix_company_claim_intake_id"), "company_claim", ["intake_id"], unique=False)
    op.create_index(
        "uq_company_claim_intake",
        "company_claim",
        ["company_id", "intake_id"],
        unique=True,
        postgresql_where=sa.text("intake_id is not null"),
    )
    op.create_index(
        "uq_company_claim_objection",
        "company_claim",
        ["company_id"],
        unique=True,
        postgresql_where=sa.text("intake_id is null and contact_id is null and answer is null"),
    )
    op.create_index(
        "uq_company_claim_contact",
        "company_claim",
        ["contact_id"],
        unique=True,
        postgresql_where=sa.text("answer is null"),
    )
    for statement in (INVITED, REST, EVENTS, ENTRIES):
        op.execute(statement)
    op.drop_index(op.f("ix_company_intake_id"), table_name="company")
    op.drop_constraint("fk_company_intake_id_intake", "company", type_="foreignkey")
    op.drop_column("company", "intake_id")


def downgrade() -> None:
    raise NotImplementedError("What the team said about claims would be lost: restore a backup instead.")
