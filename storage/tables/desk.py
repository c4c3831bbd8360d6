"""What waits for somebody: requests to the team or a colleague, and codes that let people in."""

from sqlalchemy import Column, DateTime, ForeignKey, Identity, Index, Integer, String, Table, func, text

from storage.tables.base import metadata

request = Table(
    "request",
    metadata,
    Column("number", Integer, Identity(), primary_key=True),
    Column("kind", String, nullable=False),
    Column("person_id", ForeignKey("person.id", ondelete="cascade"), nullable=False, index=True),
    Column("intake_id", ForeignKey("intake.id", ondelete="cascade"), index=True, comment="for a wish to join: which one"),
    Column("about", ForeignKey("intake.id", ondelete="cascade"), index=True, comment="the intake it was asked from"),
    Column("text", String, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False, server_default=func.now()),
    Column("answer", String),
    Column("answered_at", DateTime(timezone=True)),
    Index("ix_request_open", "number", postgresql_where=text("answered_at is null")),
)

invitation = Table(
    "invitation",
    metadata,
    Column("code", String, primary_key=True, comment="capitals and digits, no dash"),
    Column("terrain_id", String),
    Column("company", String, nullable=False, server_default=""),
    Column("intake_id", ForeignKey("intake.id", ondelete="cascade"), index=True),
    Column("made_by", ForeignKey("person.id", ondelete="set null")),
    Column("at", DateTime(timezone=True), nullable=False, server_default=func.now()),
    Column("used_at", DateTime(timezone=True)),
    Index("ix_invitation_terrain_id", "terrain_id", postgresql_where=text("used_at is null")),
)
