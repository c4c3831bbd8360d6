"""Terrains, people with their intake, what waits for somebody, and turns."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "consent_event",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("intake_id", sa.Uuid(), nullable=False, comment="no foreign key: decisions outlive erasure"),
        sa.Column("person_id", sa.Uuid(), nullable=False, comment="no foreign key: decisions outlive erasure"),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("recipient", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("text_version", sa.String(), nullable=False),
        sa.Column("text_digest", sa.String(), nullable=False, comment="sha-256 of the words that were shown"),
        sa.Column("through", sa.String(), nullable=False, comment="chat, card or call"),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent_event")),
    )
    op.create_index(op.f("ix_consent_event_intake_id"), "consent_event", ["intake_id"], unique=False)
    op.create_table(
        "intake",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), server_default="0", nullable=False, comment="counts changes of answers and consents"),
        sa.Column(
            "current",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default=sa.text("'{}'"),
            nullable=False,
            comment="newest answers and consents; from the logs",
        ),
        sa.Column("depth", sa.String(), nullable=True),
        sa.Column("company", sa.String(), server_default="", nullable=False, comment="as answered, for finding it"),
        sa.Column(
            "company_key", sa.String(), server_default="", nullable=False, comment="company without case, accents and legal form"
        ),
        sa.Column("terrain_id", sa.String(), nullable=True, comment="as answered; no foreign key: the register may change"),
        sa.Column("phoned", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("contacts", sa.Integer(), server_default="1", nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_intake")),
    )
    op.create_index("ix_intake_changed_at", "intake", ["changed_at"], unique=False)
    op.create_index(
        "ix_intake_company_key", "intake", ["company_key"], unique=False, postgresql_where=sa.text("company_key <> ''")
    )
    op.create_index("ix_intake_terrain_id", "intake", ["terrain_id"], unique=False)
    op.create_table(
        "terrain",
        sa.Column("id", sa.String(), nullable=False, comment="RIN number, as text"),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("municipality_code", sa.String(), nullable=True),
        sa.Column("municipality", sa.String(), nullable=True),
        sa.Column("province", sa.String(), nullable=True),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("gross_ha", sa.Numeric(precision=12, scale=4), nullable=True),
        sa.Column("net_ha", sa.Numeric(precision=12, scale=4), nullable=True),
        sa.Column("issuable_ha", sa.Numeric(precision=12, scale=4), nullable=True),
        sa.Column("location_type", sa.String(), nullable=True),
        sa.Column("size_class", sa.String(), nullable=True, comment="derived from net_ha by domain/terrains/terrains.py"),
        sa.Column("invented", sa.Boolean(), nullable=False, comment="an example: its figures are made up"),
        sa.Column("origin_file", sa.String(), nullable=False),
        sa.Column("origin_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("net_ha <= gross_ha", name=op.f("ck_terrain_net_within_gross")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_terrain")),
    )
    op.create_index(op.f("ix_terrain_municipality_code"), "terrain", ["municipality_code"], unique=False)
    op.create_index(op.f("ix_terrain_origin_at"), "terrain", ["origin_at"], unique=False)
    op.create_table(
        "turn",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tenant", sa.String(), nullable=False),
        sa.Column("conversation", sa.String(), nullable=False),
        sa.Column("activity", sa.String(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True, comment="no foreign key: erasing a person empties these rows by hand"),
        sa.Column("intake_id", sa.Uuid(), nullable=True, comment="the intake the replies are about; no foreign key, as above"),
        sa.Column("reference", postgresql.JSONB(astext_type=sa.Text()), nullable=False, comment="how to reach the conversation"),
        sa.Column("outgoing", postgresql.JSONB(astext_type=sa.Text()), nullable=False, comment="what is to be sent, in order"),
        sa.Column(
            "body", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True, comment="the answer of an invoke"
        ),
        sa.Column("card", sa.Integer(), nullable=True, comment="place in outgoing of the card that a later turn may replace"),
        sa.Column(
            "ids",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default=sa.text("'[]'"),
            nullable=False,
            comment="activity ids of what was sent, in order",
        ),
        sa.Column("at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column(
            "lease_until", sa.DateTime(timezone=True), nullable=True, comment="until then the process that took the turn sends it"
        ),
        sa.Column(
            "resumed_at",
            sa.DateTime(timezone=True),
            nullable=True,
            comment="when we last sent it by ourselves: a notice, a late reply, a resend",
        ),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_turn")),
        sa.UniqueConstraint("tenant", "conversation", "activity", name=op.f("uq_turn_tenant")),
    )
    op.create_index("ix_turn_at", "turn", ["at"], unique=False)
    op.create_index("ix_turn_person_id", "turn", ["person_id"], unique=False)
    op.create_index("ix_turn_intake_id", "turn", ["intake_id"], unique=False)
    op.create_index(
        "ix_turn_resumed_at", "turn", ["resumed_at"], unique=False, postgresql_where=sa.text("resumed_at is not null")
    )
    op.create_index("ix_turn_unsent", "turn", ["lease_until"], unique=False, postgresql_where=sa.text("sent_at is null"))
    op.create_table(
        "person",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tenant", sa.String(), nullable=False),
        sa.Column("object_id", sa.String(), nullable=False, comment="Entra object id; the only key of a person"),
        sa.Column("name", sa.String(), server_default="", nullable=False, comment="kept after the first consent only"),
        sa.Column(
            "place",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default=sa.text("'{}'"),
            nullable=False,
            comment="where the conversation is",
        ),
        sa.Column(
            "reference",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default=sa.text("'{}'"),
            nullable=False,
            comment="how to reach the personal chat",
        ),
        sa.Column("intake_id", sa.Uuid(), nullable=False),
        sa.Column("acting_for", sa.Uuid(), nullable=True, comment="the intake a team member fills in by telephone"),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(["acting_for"], ["intake.id"], name=op.f("fk_person_acting_for_intake")),
        sa.ForeignKeyConstraint(["intake_id"], ["intake.id"], name=op.f("fk_person_intake_id_intake")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("tenant", "object_id", name=op.f("uq_person_tenant")),
    )
    op.create_index(op.f("ix_person_acting_for"), "person", ["acting_for"], unique=False)
    op.create_index(op.f("ix_person_intake_id"), "person", ["intake_id"], unique=False)
    op.create_table(
        "answer",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("intake_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False, comment="question name, with @person for personal answers"),
        sa.Column("value", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
        sa.Column("certainty", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False, comment="chat, card, call or import"),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(["intake_id"], ["intake.id"], name=op.f("fk_answer_intake_id_intake"), ondelete="cascade"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_answer_person_id_person"), ondelete="set null"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer")),
    )
    op.create_index("ix_answer_newest", "answer", ["intake_id", "name", "revision"], unique=False)
    op.create_index(op.f("ix_answer_person_id"), "answer", ["person_id"], unique=False)
    op.create_table(
        "invitation",
        sa.Column("code", sa.String(), nullable=False, comment="capitals and digits, no dash"),
        sa.Column("terrain_id", sa.String(), nullable=True),
        sa.Column("company", sa.String(), server_default="", nullable=False),
        sa.Column("intake_id", sa.Uuid(), nullable=True),
        sa.Column("made_by", sa.Uuid(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["intake_id"], ["intake.id"], name=op.f("fk_invitation_intake_id_intake"), ondelete="cascade"),
        sa.ForeignKeyConstraint(["made_by"], ["person.id"], name=op.f("fk_invitation_made_by_person"), ondelete="set null"),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_invitation")),
    )
    op.create_index(op.f("ix_invitation_intake_id"), "invitation", ["intake_id"], unique=False)
    op.create_table(
        "request",
        sa.Column("number", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("intake_id", sa.Uuid(), nullable=True, comment="for a wish to join: which one"),
        sa.Column("about", sa.Uuid(), nullable=True, comment="the intake it was asked from"),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("answer", sa.String(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["intake_id"], ["intake.id"], name=op.f("fk_request_intake_id_intake"), ondelete="cascade"),
        sa.ForeignKeyConstraint(["about"], ["intake.id"], name=op.f("fk_request_about_intake"), ondelete="cascade"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_request_person_id_person"), ondelete="cascade"),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_request")),
    )
    op.create_index(op.f("ix_request_about"), "request", ["about"], unique=False)
    op.create_index(op.f("ix_request_intake_id"), "request", ["intake_id"], unique=False)
    op.create_index("ix_request_open", "request", ["number"], unique=False, postgresql_where=sa.text("answered_at is null"))
    op.create_index(op.f("ix_request_person_id"), "request", ["person_id"], unique=False)


def downgrade() -> None:
    raise NotImplementedError("Answers would be lost: restore a backup instead.")
