"""What the team does with companies: whom others nominated, whom it calls now, and whom it mails by an address alone."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    DateTime,
    ForeignKey,
    Identity,
    Integer,
    String,
    Table,
    UniqueConstraint,
    Uuid,
    func,
    text,
)

from storage.tables.base import Retention, metadata

company_nomination = Table(
    "company_nomination",
    metadata,
    Column("number", Integer, Identity(), primary_key=True),
    Column("company_id", ForeignKey("company.id", ondelete="cascade"), nullable=False),
    Column(
        "intake_id", ForeignKey("intake.id", ondelete="cascade"), nullable=False, index=True, comment="the company that named it"
    ),
    Column("may_tell", Boolean, nullable=False, server_default=text("false"), comment="it may hear who named it"),
    Column("said", String, nullable=False, server_default="", comment="as it was typed"),
    Column("at", DateTime(timezone=True), nullable=False, server_default=func.now()),
    Column("settled_at", DateTime(timezone=True), comment="when the team said that nothing is to be done"),
    UniqueConstraint("company_id", "intake_id"),
    info=Retention("Welke andere bedrijven u noemde om mee te doen.", "zolang uw intake bestaat").info,
)

calling = Table(
    "calling",
    metadata,
    Column("number", Integer, Identity(), primary_key=True),
    Column(
        "company_id", ForeignKey("company.id", ondelete="cascade"), unique=True, comment="in the register; this, or the intake"
    ),
    Column("intake_id", ForeignKey("intake.id", ondelete="cascade"), unique=True),
    Column("person_id", ForeignKey("person.id", ondelete="cascade"), nullable=False, index=True, comment="who of the team calls"),
    Column("at", DateTime(timezone=True), nullable=False),
    CheckConstraint("(company_id is null) <> (intake_id is null)", name="one_called"),
    info=Retention("Welk bedrijf iemand van het team nu belt.", "na het begin van het gesprek", days=1, since="at").info,
)

addressee = Table(
    "addressee",
    metadata,
    Column("id", Uuid, primary_key=True, server_default=text("gen_random_uuid()")),
    Column("contact_id", ForeignKey("company_contact.id", ondelete="cascade"), unique=True,
           comment="of a company in the register; this, or the visitor"),
    Column("visitor_id", ForeignKey("session_visitor.number", ondelete="cascade"), unique=True,
           comment="of a session, as the team entered them"),
    Column("stopped_at", DateTime(timezone=True), comment="when they asked for no more mail"),
    Column("at", DateTime(timezone=True), nullable=False, server_default=func.now()),
    CheckConstraint("(contact_id is null) <> (visitor_id is null)", name="one_addressed"),
    info=Retention(
        "Wie wij mailen zonder dat zij hier meedoen. Het adres zelf staat er niet bij.",
        "zolang wij het adres bewaren",
        personal=False,
    ).info,
)  # fmt: skip
