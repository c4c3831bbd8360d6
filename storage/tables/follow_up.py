"""Drafts around sessions: what the team may send companies, and what it decided about that."""

from sqlalchemy import Column, DateTime, ForeignKey, Index, String, Table, UniqueConstraint, Uuid

from storage.tables.base import Retention, metadata

follow_up = Table(
    "follow_up",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("session_id", ForeignKey("session.id", ondelete="cascade"), nullable=False),
    Column("kind", String, nullable=False),
    Column("text", String, nullable=False, comment="as the team last left it"),
    Column("state", String, nullable=False, comment="open, approved or dropped"),
    Column("person_id", Uuid, comment="who decided; no foreign key: people go"),
    Column("at", DateTime(timezone=True), nullable=False, comment="when it was made, and then when it was decided"),
    UniqueConstraint("session_id", "kind"),
    Index("ix_follow_up_state", "state", "at"),
    info=Retention("Teksten rond een bijeenkomst, zonder namen.", "zolang de bijeenkomst bewaard is", personal=False).info,
)
