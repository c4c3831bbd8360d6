"""What imports bring beside terrains: the plan map, companies, their contacts, and the imports themselves."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    DateTime,
    ForeignKey,
    Identity,
    Index,
    Integer,
    LargeBinary,
    Numeric,
    String,
    Table,
    Uuid,
    func,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB

from domain.consent.consents import KEEP_YEARS
from storage.tables.base import Retention, metadata

import_run = Table(
    "import_run",
    metadata,
    Column("id", Integer, Identity(), primary_key=True),
    Column("kind", String, nullable=False, comment="terrains, plan_map or companies"),
    Column("file", String, nullable=False, comment="the name of the file"),
    Column("digest", String, nullable=False, comment="sha-256 of the file"),
    Column("source", String, nullable=False, server_default="", comment="where contacts come from, as the importer said"),
    Column("ground", String, nullable=False, server_default="", comment="on what legal ground contacts are used"),
    Column("by", Uuid, comment="the person who imported in chat; no foreign key: an import outlives them"),
    Column("added", Integer, nullable=False),
    Column("changed", Integer, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False, server_default=func.now()),
    info=Retention("Welke lijsten zijn ingelezen, en waar zij vandaan komen.", "zolang de aanpak duurt", personal=False).info,
)

plan_map = Table(
    "plan_map",
    metadata,
    Column("terrain_id", ForeignKey("terrain.id", ondelete="cascade"), primary_key=True),
    Column("year", Integer, primary_key=True),
    Column("charging_kw", Numeric(12, 2)),
    Column("vehicles", Integer),
    Column("grid_kw", Numeric(12, 2)),
    Column("congestion", String),
    Column("origin_file", String, nullable=False),
    Column("origin_at", DateTime(timezone=True), nullable=False),
    info=Retention("De plankaart: cijfers per terrein.", "zolang de aanpak duurt", personal=False).info,
)

company = Table(
    "company",
    metadata,
    Column("id", Uuid, primary_key=True, server_default=text("gen_random_uuid()")),
    Column("terrain_id", ForeignKey("terrain.id"), nullable=False, index=True),
    Column("name", String, nullable=False),
    Column("name_key", String, nullable=False, comment="as intake.company_key: without case, accents and legal form"),
    Column("kvk", String, nullable=False, server_default=""),
    Column("approached_at", DateTime(timezone=True), comment="the first message to this company"),
    Column("withdrawn_at", DateTime(timezone=True), comment="since then it is not approached, and its contacts are gone"),
    Column("import_id", ForeignKey("import_run.id"), comment="the import that wrote this row last"),
    Column("test", Boolean, nullable=False, server_default=text("false"), comment="made to try things: counts nowhere"),
    Column("at", DateTime(timezone=True), nullable=False, server_default=func.now()),
    CheckConstraint("kvk ~ '^([0-9]{8})?$'", name="kvk_of_eight"),
    Index("ix_company_name_key", "name_key"),
    Index("ix_company_words", text("to_tsvector('simple'::regconfig, name_key)"), postgresql_using="gin"),
    Index("uq_company_kvk", "terrain_id", "kvk", unique=True, postgresql_where=text("kvk <> ''")),
    Index("uq_company_name", "terrain_id", "name_key", unique=True, postgresql_where=text("kvk = ''")),
    Index("ix_company_kvk", "kvk", postgresql_where=text("kvk <> ''")),
    info=Retention(
        "De lijst van bedrijven op de terreinen.",
        "zolang de aanpak duurt",
        remains=dict.fromkeys(
            ("id", "name", "name_key", "kvk"),
            "Uw bedrijf blijft in de lijst, zonder mensen. Er staat bij dat wij u niet meer benaderen.",
        ),
    ).info,
)

company_contact = Table(
    "company_contact",
    metadata,
    Column("id", Uuid, primary_key=True, server_default=text("gen_random_uuid()")),
    Column("company_id", ForeignKey("company.id", ondelete="cascade"), nullable=False),
    Column("key", String, nullable=False, comment="see domain.companies.companies.Contact.key"),
    Column("name", String, nullable=False, server_default=""),
    Column("position", String, nullable=False, server_default=""),
    Column("email", String, nullable=False, server_default=""),
    Column("phone", String, nullable=False, server_default=""),
    Column("import_id", ForeignKey("import_run.id"), nullable=False, index=True, comment="tells source and legal ground"),
    Column("at", DateTime(timezone=True), nullable=False, server_default=func.now(), index=True),
    Index("uq_company_contact_key", "company_id", "key", unique=True),
    info=Retention("Wie het team bij een bedrijf kan benaderen.", "na het inlezen", days=365 * KEEP_YEARS, since="at").info,
)

objection = Table(
    "objection",
    metadata,
    Column("digest", String, primary_key=True, comment="sha-256 of an address or number that may not be imported again"),
    Column("at", DateTime(timezone=True), nullable=False, server_default=func.now()),
    info=Retention(
        "Vingerafdrukken van adressen en nummers die niet meer in de lijst mogen.", "zolang de aanpak duurt", personal=False
    ).info,
)

company_link = Table(
    "company_link",
    metadata,
    Column("company_id", ForeignKey("company.id", ondelete="cascade"), primary_key=True),
    Column("intake_id", ForeignKey("intake.id", ondelete="cascade"), nullable=False, index=True),
    Column("how", String, nullable=False, comment="by an invitation, or by the team; see domain.companies.claims.LinkedBy"),
    Column("person_id", Uuid, comment="whoever of the team made the code or said yes; no foreign key: a link outlives them"),
    Column("at", DateTime(timezone=True), nullable=False, server_default=func.now()),
    info=Retention("Welke intake bij welk bedrijf in de lijst hoort.", "zolang uw intake bestaat").info,
)

company_claim = Table(
    "company_claim",
    metadata,
    Column("number", Integer, Identity(), primary_key=True),
    Column("company_id", ForeignKey("company.id", ondelete="cascade"), nullable=False, index=True),
    Column("intake_id", ForeignKey("intake.id", ondelete="cascade"), index=True, comment="null: whoever claimed it was erased"),
    Column("contact_id", ForeignKey("company_contact.id", ondelete="cascade"), comment="an objection about one contact alone"),
    Column("stood", Boolean, nullable=False, server_default=text("false"), comment="counted as a link before claims were asked"),
    Column("at", DateTime(timezone=True), nullable=False, server_default=func.now()),
    Column("answer", Boolean, comment="what the team said; null: not yet"),
    Column("answered_at", DateTime(timezone=True)),
    Column("answered_by", Uuid, comment="whoever of the team said so; no foreign key: people go"),
    Index("uq_company_claim_intake", "company_id", "intake_id", unique=True, postgresql_where=text("intake_id is not null")),
    Index(
        "uq_company_claim_objection",
        "company_id",
        unique=True,
        postgresql_where=text("intake_id is null and contact_id is null and answer is null"),
    ),
    Index("uq_company_claim_contact", "contact_id", unique=True, postgresql_where=text("answer is null")),
    info=Retention("Vragen aan het team of een intake bij een bedrijf hoort.", "zolang uw bedrijf in de lijst staat").info,
)

import_file = Table(
    "import_file",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("person_id", ForeignKey("person.id", ondelete="cascade"), nullable=False, index=True, comment="who sent it"),
    Column("name", String, nullable=False),
    Column("digest", String, nullable=False, comment="sha-256 of the content"),
    Column("content", LargeBinary, nullable=False),
    Column("counts", JSONB(none_as_null=True), comment="what the dry run found and its card shows"),
    Column("source", String, nullable=False, server_default="", comment="where contacts come from, as was answered"),
    Column("ground", String, nullable=False, server_default=""),
    Column("begun", Boolean, nullable=False, server_default=text("false"), comment="the button was pressed"),
    Column("at", DateTime(timezone=True), nullable=False, server_default=func.now(), index=True),
    info=Retention(
        "Een lijst die een beheerder stuurde, tot die is ingelezen.",
        "na het sturen",
        days=1,  # as a paper of ours: who sends a file in the afternoon can still carry it out the next morning
        since="at",
        personal=False,
    ).info,
)
