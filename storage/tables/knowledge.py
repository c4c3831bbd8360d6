"""Versions of items that the team wrote in chat, and what people said that was not understood.

What comes with the program or from a folder stands in files.
"""

from sqlalchemy import Column, DateTime, ForeignKey, Identity, Index, Integer, String, Table, Uuid, text
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

miss = Table(
    "miss",
    metadata,
    Column("number", Integer, Identity(), primary_key=True),
    Column("state", String, nullable=False, comment="a MissState: what somebody was asked"),
    Column("near", String, nullable=False, server_default="", comment="key of the nearest item; empty: none"),
    Column("at", DateTime(timezone=True), nullable=False),
    info=Retention(
        "Hoe vaak wij een zin niet begrepen. Zonder de zin en zonder wie hem typte.", "na de zin", days=365, since="at",
        personal=False,
    ).info,
)  # fmt: skip

missed_words = Table(
    "missed_words",
    metadata,
    Column("number", ForeignKey("miss.number", ondelete="cascade"), primary_key=True),
    Column("person_id", ForeignKey("person.id", ondelete="cascade"), nullable=False, index=True),
    Column("text", String, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
    info=Retention("Zinnen die wij niet begrepen, van wie ons antwoorden laat bewaren.", "na de zin", days=90, since="at").info,
)
