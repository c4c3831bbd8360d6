"""Versions of items that the team wrote in chat; what comes with the program or from a folder stands in files."""

from sqlalchemy import Column, DateTime, Identity, Index, Integer, String, Table, Uuid, text
from sqlalchemy.dialects.postgresql import JSONB

from storage.tables.base import Retention, metadata

item_version = Table(
    "item_version",
    metadata,
    Column("number", Integer, Identity(), primary_key=True),
    Column("key", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("whole", JSONB, nullable=False, comment="the whole item; the columns are from it"),
    Column("state", String, nullable=False, comment="proposed, approved or dropped"),
    Column("person_id", Uuid, nullable=False, comment="who wrote it; no foreign key: people go"),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("decided_by", Uuid, comment="who approved or dropped it"),
    Column("decided_at", DateTime(timezone=True)),
    Index("ix_item_version_key", "key", "version", unique=True, postgresql_where=text("state <> 'dropped'")),
    info=Retention("Wat het team opschreef over laden, subsidies en de aanpak.", "zolang de aanpak duurt", personal=False).info,
)
