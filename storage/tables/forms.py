"""What people filled in on forms, one row for each response, and how each stood after every change."""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Identity,
    Index,
    Integer,
    PrimaryKeyConstraint,
    String,
    Table,
    Uuid,
    func,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB

from storage.tables.base import Retention, metadata

form_response = Table(
    "form_response",
    metadata,
    Column("number", Integer, Identity(), primary_key=True),
    Column("form", String, nullable=False),
    Column("version", Integer, nullable=False, server_default="1", comment="of the form, as it was filled in"),
    Column("terrain_id", String, nullable=False, comment="no foreign key: the register may change"),
    Column("intake_id", ForeignKey("intake.id", ondelete="cascade"), index=True, comment="the company it is about"),
    Column("company_id", ForeignKey("company.id", ondelete="cascade"), index=True, comment="the same, in the register"),
    Column("session_id", ForeignKey("session.id", ondelete="cascade"), index=True),
    Column("step", Integer),
    Column("group_label", String, nullable=False, server_default="", comment="of a session, when a group fills it in"),
    Column("respondent", ForeignKey("person.id", ondelete="set null"), index=True,
           comment="who answered; null: typed by the team for somebody, or not kept"),
    Column("source", String, nullable=False, server_default="card", comment="card, chat, call or paper"),
    Column("data", JSONB, nullable=False, comment="texts by field name; the columns beside it are from it"),
    Column("owner", Uuid, comment="a person of the team; no foreign key: an action outlives who left"),
    Column("due", Date),
    Column("revision", Integer, nullable=False, server_default="1", comment="counts the changes"),
    Column("made_at", DateTime(timezone=True), nullable=False, server_default=func.now()),
    Column("closed_at", DateTime(timezone=True)),
    Column("key", Uuid, unique=True, comment="of the card it was written on: pressing twice keeps it once"),
    Column("once", String, unique=True, comment="what a second response would share with it; null: as many as you like"),
    Index("ix_form_response_terrain", "terrain_id", "number"),
    Index("ix_form_response_owner", "owner", postgresql_where=text("closed_at is null and owner is not null")),
    Index("ix_form_response_mandate", "terrain_id", postgresql_where=text("form = 'mandate' and closed_at is null")),
    Index("ix_form_response_contact", "terrain_id", "intake_id", "company_id", postgresql_where=text("form = 'contact'")),
    info=Retention(
        "Wat het team opschreef over terreinen en bedrijven, en wat u op formulieren invulde.",
        "zolang de aanpak duurt",
        remains={"data": "Een notitie over het terrein blijft, ook als die uw bedrijf noemt. Zij gaat niet over uw bedrijf."},
    ).info,
)  # fmt: skip

form_version = Table(
    "form_version",
    metadata,
    Column("number", ForeignKey("form_response.number", ondelete="cascade"), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("data", JSONB, nullable=False),
    Column("closed", Boolean, nullable=False),
    Column("person_id", Uuid, comment="who did it; no foreign key: the history outlives people"),
    Column("source", String, nullable=False, server_default="card"),
    Column("at", DateTime(timezone=True), nullable=False),
    PrimaryKeyConstraint("number", "revision"),
    info=Retention(
        "Hoe zo'n notitie eerder was.",
        "zolang de notitie bestaat",
        remains={"data": "Van een notitie over het terrein blijft ook wat er eerder stond."},
    ).info,
)
