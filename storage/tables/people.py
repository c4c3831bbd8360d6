"""People, their company's intake, every answer ever given, and every decision on consent."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    DateTime,
    ForeignKey,
    Identity,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
    Uuid,
    func,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB

from domain.consent.consents import GRACE, KEEP_YEARS
from storage.tables.base import Retention, metadata

NOW = func.now()

intake = Table(
    "intake",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("revision", Integer, nullable=False, server_default="0", comment="counts changes of answers and consents"),
    Column("current", JSONB, nullable=False, server_default=text("'{}'"), comment="newest answers and consents; from the logs"),
    Column("depth", String),
    Column("stage", String, nullable=False, server_default="started", comment="how far the company is; see domain"),
    Column("company", String, nullable=False, server_default="", comment="as answered, for finding it"),
    Column("company_key", String, nullable=False, server_default="", comment="company without case, accents and legal form"),
    Column("terrain_id", String, comment="as answered; no foreign key: the register may change"),
    Column(
        "mark",
        Uuid,
        nullable=False,
        index=True,
        server_default=func.gen_random_uuid(),
        comment="stands for it in published totals",
    ),
    Column("mark_key", Uuid, nullable=False, server_default=func.gen_random_uuid(), comment="hides its parts of such totals"),
    Column("phoned", Boolean, nullable=False, server_default=text("false")),
    Column("test", Boolean, nullable=False, server_default=text("false"), comment="made to try things: counts nowhere"),
    Column("contacts", Integer, nullable=False, server_default="1"),
    Column("created_at", DateTime(timezone=True), nullable=False, server_default=NOW),
    Column("changed_at", DateTime(timezone=True), nullable=False, server_default=NOW),
    Column("confirmed_at", DateTime(timezone=True)),
    Index("ix_intake_company_key", "company_key", postgresql_where=text("company_key <> ''")),
    Index(
        "ix_intake_words",
        text("to_tsvector('simple'::regconfig, company_key)"),
        postgresql_using="gin",
        postgresql_where=text("company_key <> ''"),
    ),
    Index("ix_intake_terrain_id", "terrain_id"),
    # None on what every answer changes, such as `changed_at`: then PostgreSQL writes such a row in place, and no index.
    info=Retention(
        "Uw intake: hoe ver uw bedrijf is, met de nieuwste antwoorden en besluiten.",
        "na uw laatste antwoord",
        days=365 * KEEP_YEARS,
        erased_by="erase_expired",
    ).info,
)

person = Table(
    "person",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("tenant", String, nullable=False),
    Column("object_id", String, nullable=False, comment="Entra object id; the only key of a person"),
    Column("name", String, nullable=False, server_default="", comment="kept after the first consent only"),
    Column("place", JSONB, nullable=False, server_default=text("'{}'"), comment="where the conversation is"),
    Column("reference", JSONB, nullable=False, server_default=text("'{}'"), comment="how to reach the personal chat"),
    Column("intake_id", ForeignKey("intake.id"), nullable=False, index=True),
    Column("acting_for", ForeignKey("intake.id"), index=True, comment="the intake a team member fills in by telephone"),
    Column("created_at", DateTime(timezone=True), nullable=False, server_default=NOW),
    UniqueConstraint("tenant", "object_id"),
    info=Retention(
        "Wie u bent: uw naam en nummer in Teams, en het adres van deze chat.",
        "na het einde van de toestemming 'Antwoorden bewaren'",
        days=GRACE.days,
        erased_by="erase_ended",
    ).info,
)

answer = Table(
    "answer",
    metadata,
    Column("id", BigInteger, Identity(), primary_key=True),
    Column("intake_id", ForeignKey("intake.id", ondelete="cascade"), nullable=False),
    Column("name", String, nullable=False, comment="question name, with @person for personal answers"),
    Column("value", JSONB(none_as_null=True)),
    Column("certainty", String, nullable=False),
    Column("source", String, nullable=False, comment="chat, card, call or import"),
    Column("person_id", ForeignKey("person.id", ondelete="set null"), index=True),
    Column("revision", Integer, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False, server_default=NOW),
    Index("ix_answer_newest", "intake_id", "name", "revision"),
    info=Retention("Elk antwoord, ook wat later veranderde.", "zolang uw intake bestaat").info,
)

consent_event = Table(
    "consent_event",
    metadata,
    Column("id", BigInteger, Identity(), primary_key=True),
    Column("intake_id", Uuid, nullable=False, index=True, comment="no foreign key: decisions outlive erasure"),
    Column("person_id", Uuid, nullable=False, comment="no foreign key: decisions outlive erasure"),
    Column("purpose", String, nullable=False),
    Column("recipient", String, nullable=False),
    Column("state", String, nullable=False),
    Column("text_version", String, nullable=False),
    Column("text_digest", String, nullable=False, comment="sha-256 of the words that were shown"),
    Column("through", String, nullable=False, comment="chat, card or call"),
    Column("revision", Integer, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("until", DateTime(timezone=True), nullable=False),
    info=Retention(
        "Elk besluit over toestemming, met de tekst die u las.",
        "zolang de aanpak duurt",
        remains=dict.fromkeys(
            ("intake_id", "person_id"), "Uw besluiten blijven, als bewijs. De nummers erin leiden nergens meer heen."
        ),
    ).info,
)
