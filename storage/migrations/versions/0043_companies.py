"""The companies of a terrain: who was nominated, who is called, whom a session needs, and mail to who is nobody here yet."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0043"
down_revision = "0042"
branch_labels = None
depends_on = None

WAITING = "posted_at is null and failing is null"


def upgrade() -> None:
    mark_tests()
    keep_nominations()
    keep_calls()
    widen_visitors()
    make_addressees()
    widen_sendings()


def mark_tests() -> None:
    for table in ("intake", "company"):
        op.add_column(table, sa.Column("test", sa.Boolean(), nullable=False, server_default=sa.false(),
                                       comment="made to try things: counts nowhere"))  # fmt: skip


def keep_nominations() -> None:
    op.create_table(
        "company_nomination",
        sa.Column("number", sa.Integer(), sa.Identity(), nullable=False),
        sa.Column("company_id", sa.Uuid(), nullable=False),
        sa.Column("intake_id", sa.Uuid(), nullable=False, comment="the company that named it"),
        sa.Column("may_tell", sa.Boolean(), nullable=False, server_default=sa.false(), comment="it may hear who named it"),
        sa.Column("said", sa.String(), nullable=False, server_default="", comment="as it was typed"),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False, server_default=sa.func.now()),
        sa.Column("settled_at", sa.DateTime(timezone=True), comment="when the team said that nothing is to be done"),
        sa.ForeignKeyConstraint(["company_id"], ["company.id"], name=op.f("fk_company_nomination_company_id_company"),
                                ondelete="cascade"),
        sa.ForeignKeyConstraint(["intake_id"], ["intake.id"], name=op.f("fk_company_nomination_intake_id_intake"),
                                ondelete="cascade"),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_company_nomination")),
        sa.UniqueConstraint("company_id", "intake_id", name=op.f("uq_company_nomination_company_id")),
    )  # fmt: skip
    op.create_index(op.f("ix_company_nomination_intake_id"), "company_nomination", ["intake_id"])


def keep_calls() -> None:
    op.create_table(
        "calling",
        sa.Column("number", sa.Integer(), sa.Identity(), nullable=False),
        sa.Column("company_id", sa.Uuid(), comment="in the register; this, or the intake"),
        sa.Column("intake_id", sa.Uuid()),
        sa.Column("person_id", sa.Uuid(), nullable=False, comment="who of the team calls"),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("(company_id is null) <> (intake_id is null)", name=op.f("ck_calling_one_called")),
        sa.ForeignKeyConstraint(["company_id"], ["company.id"], name=op.f("fk_calling_company_id_company"), ondelete="cascade"),
        sa.ForeignKeyConstraint(["intake_id"], ["intake.id"], name=op.f("fk_calling_intake_id_intake"), ondelete="cascade"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_calling_person_id_person"), ondelete="cascade"),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_calling")),
        sa.UniqueConstraint("company_id", name=op.f("uq_calling_company_id")),
        sa.UniqueConstraint("intake_id", name=op.f("uq_calling_intake_id")),
    )
    op.create_index(op.f("ix_calling_person_id"), "calling", ["person_id"])
    op.create_index("ix_form_response_contact", "form_response", ["terrain_id", "intake_id", "company_id"],
                    postgresql_where=sa.text("form = 'contact'"))  # fmt: skip


def widen_visitors() -> None:
    for column in (
        sa.Column("company_id", sa.Uuid(), comment="in the register: invited without an intake"),
        sa.Column("person_id", sa.Uuid(), comment="a partner who is invited as themselves"),
        sa.Column("party", sa.String(), nullable=False, server_default="", comment="a role; empty for a company"),
        sa.Column("email", sa.String(), nullable=False, server_default="", comment="as the team entered it"),
        sa.Column("mail_agreed", sa.Boolean(), nullable=False, server_default=sa.false(), comment="they said that we may mail"),
        sa.Column(
            "tells", sa.String(), nullable=False, server_default="", comment="the block in which a partner tells, by its key"
        ),
        sa.Column(
            "waiting",
            sa.Integer(),
            nullable=False,
            server_default="0",
            comment="who waits for a place: a lower number goes first",
        ),
    ):
        op.add_column("session_visitor", column)
    for name, table in (("company_id", "company"), ("person_id", "person")):
        op.create_foreign_key(op.f(f"fk_session_visitor_{name}_{table}"), "session_visitor", table, [name], ["id"],
                              ondelete="cascade")  # fmt: skip
        op.create_index(op.f(f"ix_session_visitor_{name}"), "session_visitor", [name])
    op.create_unique_constraint("uq_session_visitor_company", "session_visitor", ["session_id", "company_id"])
    op.create_unique_constraint("uq_session_visitor_person", "session_visitor", ["session_id", "person_id"])


def make_addressees() -> None:
    op.create_table(
        "addressee",
        sa.Column("id", sa.Uuid(), nullable=False, server_default=sa.text("gen_random_uuid()")),
        sa.Column("contact_id", sa.Uuid(), comment="of a company in the register; this, or the visitor"),
        sa.Column("visitor_id", sa.Integer(), comment="of a session, as the team entered them"),
        sa.Column("stopped_at", sa.DateTime(timezone=True), comment="when they asked for no more mail"),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False, server_default=sa.func.now()),
        sa.CheckConstraint("(contact_id is null) <> (visitor_id is null)", name=op.f("ck_addressee_one_addressed")),
        sa.ForeignKeyConstraint(["contact_id"], ["company_contact.id"], name=op.f("fk_addressee_contact_id_company_contact"),
                                ondelete="cascade"),
        sa.ForeignKeyConstraint(["visitor_id"], ["session_visitor.number"], name=op.f("fk_addressee_visitor_id_session_visitor"),
                                ondelete="cascade"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_addressee")),
        sa.UniqueConstraint("contact_id", name=op.f("uq_addressee_contact_id")),
        sa.UniqueConstraint("visitor_id", name=op.f("uq_addressee_visitor_id")),
    )  # fmt: skip
    op.add_column("notice", sa.Column("addressee_id", sa.Uuid(), comment="who is mailed without being a person here"))
    op.create_foreign_key(op.f("fk_notice_addressee_id_addressee"), "notice", "addressee", ["addressee_id"], ["id"],
                          ondelete="cascade")  # fmt: skip
    op.drop_constraint(op.f("ck_notice_one_target"), "notice", type_="check")
    op.create_check_constraint(op.f("ck_notice_one_target"), "notice", "num_nonnulls(channel_id, person_id, addressee_id) = 1")
    op.create_index("ix_notice_waiting_addressee", "notice", ["addressee_id", "due_at"], postgresql_where=sa.text(WAITING))
    op.create_index("ix_notice_key_addressee", "notice", ["key", "addressee_id"], unique=True,
                    postgresql_where=sa.text("addressee_id is not null"))  # fmt: skip
    op.alter_column("mail_mark", "person_id", nullable=True)
    op.add_column("mail_mark", sa.Column("addressee_id", sa.Uuid(), comment="or of whoever is no person here"))
    op.create_foreign_key(op.f("fk_mail_mark_addressee_id_addressee"), "mail_mark", "addressee", ["addressee_id"], ["id"],
                          ondelete="cascade")  # fmt: skip
    op.create_index(op.f("ix_mail_mark_addressee_id"), "mail_mark", ["addressee_id"])


def widen_sendings() -> None:
    op.add_column("sending", sa.Column("audience", postgresql.JSONB(none_as_null=True),
                                       comment="whom a message of the team's own is for"))  # fmt: skip
    op.add_column(
        "sending", sa.Column("title", sa.String(), nullable=False, server_default="", comment="of a message of the team's own")
    )
    op.add_column("sending", sa.Column("due_at", sa.DateTime(timezone=True), comment="when it is to go; null: at once"))


def downgrade() -> None:
    for column in ("due_at", "title", "audience"):
        op.drop_column("sending", column)
    op.execute("delete from mail_mark where person_id is null")
    op.drop_column("mail_mark", "addressee_id")
    op.alter_column("mail_mark", "person_id", nullable=False)
    op.execute("delete from notice where addressee_id is not null")
    op.drop_constraint(op.f("ck_notice_one_target"), "notice", type_="check")
    op.drop_column("notice", "addressee_id")
    op.create_check_constraint(op.f("ck_notice_one_target"), "notice", "(channel_id is null) <> (person_id is null)")
    op.drop_table("addressee")
    op.drop_constraint("uq_session_visitor_person", "session_visitor")
    op.drop_constraint("uq_session_visitor_company", "session_visitor")
    for column in ("waiting", "tells", "mail_agreed", "email", "party", "person_id", "company_id"):
        op.drop_column("session_visitor", column)
    op.drop_index("ix_form_response_contact", "form_response")
    op.drop_table("calling")
    op.drop_table("company_nomination")
    for table in ("company", "intake"):
        op.drop_column(table, "test")
