"""What the team writes down about terrains and companies, and what each entry was after every change."""

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

from storage.tables.base import metadata

dossier_entry = Table(
    "dossier_entry",
    metadata,
    Column("number", Integer, Identity(), primary_key=True),
    Column("kind", String, nullable=False),
    Column("terrain_id", String, nullable=False, comment="no foreign key: the register may change"),
    Column("intake_id", ForeignKey("intake.id", ondelete="cascade"), index=True, comment="the company it is about"),
    Column("company_id", ForeignKey("company.id", ondelete="cascade"), index=True, comment="the same, in the register"),
    Column("data", JSONB, nullable=False, comment="texts by field name; the columns beside it are from it"),
    Column("owner", Uuid, comment="a person of the team; no foreign key: an action outlives who left"),
    Column("due", Date),
    Column("revision", Integer, nullable=False, server_default="1", comment="counts the changes"),
    Column("made_at", DateTime(timezone=True), nullable=False, server_default=func.now()),
    Column("closed_at", DateTime(timezone=True)),
    Column("key", Uuid, unique=True, comment="of the card it was written on: pressing twice keeps it once"),
    Index("ix_dossier_entry_terrain", "terrain_id", "number"),
    Index("ix_dossier_entry_owner", "owner", postgresql_where=text("closed_at is null and owner is not null")),
    Index("ix_dossier_entry_mandate", "terrain_id", postgresql_where=text("kind = 'mandate' and closed_at is null")),
)

dossier_version = Table(
    "dossier_version",
    metadata,
    Column("number", ForeignKey("dossier_entry.number", ondelete="cascade"), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("data", JSONB, nullable=False),
    Column("closed", Boolean, nullable=False),
    Column("person_id", Uuid, comment="who did it; no foreign key: the history outlives people"),
    Column("at", DateTime(timezone=True), nullable=False),
    PrimaryKeyConstraint("number", "revision"),
)
