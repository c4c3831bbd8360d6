"""Sessions with companies: each with its whole plan, every version of it, and who comes."""

from sqlalchemy import (
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
    false,
    func,
)
from sqlalchemy.dialects.postgresql import JSONB

from domain.consent.consents import KEEP_YEARS
from storage.tables.base import Retention, metadata

session = Table(
    "session",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("terrain_id", String, nullable=False, comment="no foreign key: the register may change"),
    Column("format", String, nullable=False),
    Column("starts_at", DateTime(timezone=True), nullable=False),
    Column("ends_at", DateTime(timezone=True), nullable=False),
    Column("is_open", Boolean, nullable=False, comment="still to come: not held, not cancelled"),
    Column("revision", Integer, nullable=False),
    Column("whole", JSONB, nullable=False, comment="the whole session; the columns are from it"),
    Index("ix_session_terrain", "terrain_id", "starts_at"),
    Index("ix_session_time", "starts_at", "ends_at"),
    info=Retention(
        "Bijeenkomsten. Groepen noemen bedrijven met een nummer, dat na wissen nergens meer heen leidt.",
        "na de bijeenkomst",
        days=365 * KEEP_YEARS,
        since="ends_at",
        personal=False,
    ).info,
)

session_version = Table(
    "session_version",
    metadata,
    Column("session_id", ForeignKey("session.id", ondelete="cascade"), primary_key=True),
    Column("revision", Integer, primary_key=True),
    Column("whole", JSONB, nullable=False),
    Column("person_id", Uuid, comment="who changed it; no foreign key"),
    Column("at", DateTime(timezone=True), nullable=False, server_default=func.now()),
    info=Retention("Hoe een bijeenkomst eerder was.", "zolang de bijeenkomst bewaard is", personal=False).info,
)

visitor = Table(
    "session_visitor",
    metadata,
    Column("number", Integer, Identity(), primary_key=True),
    Column("session_id", ForeignKey("session.id", ondelete="cascade"), nullable=False),
    Column("intake_id", ForeignKey("intake.id", ondelete="cascade"), index=True, comment="null: entered by the team"),
    Column("company", String, nullable=False, comment="as entered; of an intake its own name is shown"),
    Column("name", String, nullable=False, server_default=""),
    Column("people", Integer, nullable=False, server_default="1"),
    Column("issue", String, nullable=False, server_default=""),
    Column("part", String, nullable=False, server_default="unknown"),
    Column("coming", String, nullable=False),
    Column("attended", Boolean),
    Column("may_name", Boolean, nullable=False, server_default=false(), comment="entered by the team, and agreed to be named"),
    Column("company_id", ForeignKey("company.id", ondelete="cascade"), index=True,
           comment="in the register: invited without an intake"),
    Column("person_id", ForeignKey("person.id", ondelete="cascade"), index=True,
           comment="a partner who is invited as themselves"),
    Column("party", String, nullable=False, server_default="", comment="a role; empty for a company"),
    Column("email", String, nullable=False, server_default="", comment="as the team entered it"),
    Column("mail_agreed", Boolean, nullable=False, server_default=false(), comment="they said that we may mail"),
    Column("tells", String, nullable=False, server_default="", comment="the block in which a partner tells, by its key"),
    Column("waiting", Integer, nullable=False, server_default="0", comment="who waits for a place: a lower number goes first"),
    Column("chosen_group", String, nullable=False, server_default="", comment="the group a newcomer chose, by its label"),
    UniqueConstraint("session_id", "intake_id"),
    UniqueConstraint("session_id", "company_id", name="uq_session_visitor_company"),
    UniqueConstraint("session_id", "person_id", name="uq_session_visitor_person"),
    info=Retention("Wie is gevraagd voor een bijeenkomst, en wie kwam.", "zolang de bijeenkomst bewaard is").info,
)  # fmt: skip
