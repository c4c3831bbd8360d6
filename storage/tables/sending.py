"""What the team sends companies: the words, and what was decided about them. Who got it stands with the notices."""

from sqlalchemy import Column, DateTime, ForeignKey, Index, String, Table, Uuid
from sqlalchemy.dialects.postgresql import JSONB

from storage.tables.base import Retention, metadata

sending = Table(
    "sending",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("kind", String, nullable=False, comment="a SendingKind"),
    Column("terrain_id", String, nullable=False, comment="no foreign key: the register may change"),
    Column("session_id", ForeignKey("session.id", ondelete="cascade"), index=True, comment="null: about no session"),
    Column("once", String, unique=True, comment="made once, ever; null: as often as the team sends it"),
    Column("text", String, nullable=False, comment="as the team last left it"),
    Column("state", String, nullable=False, comment="open, approved or dropped"),
    Column("title", String, nullable=False, server_default="", comment="of a message of the team's own"),
    Column("audience", JSONB(none_as_null=True), comment="whom a message of the team's own is for"),
    Column("due_at", DateTime(timezone=True), comment="when it is to go; null: at once"),
    Column("person_id", Uuid, comment="who decided; no foreign key: people go"),
    Column("at", DateTime(timezone=True), nullable=False, comment="when it was made, and then when it was decided"),
    Index("ix_sending_state", "state", "at"),
    info=Retention("Teksten aan bedrijven, zonder namen.", "zolang de bijeenkomst bewaard is", personal=False).info,
)
