"""Channels and group chats where the bot is, and the threads it opened there."""

from sqlalchemy import Boolean, Column, DateTime, ForeignKey, String, Table, UniqueConstraint, Uuid, text
from sqlalchemy.dialects.postgresql import JSONB

from storage.tables.base import Retention, metadata

channel = Table(
    "channel",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("tenant", String, nullable=False),
    Column("conversation", String, nullable=False, comment="of the channel itself, no thread"),
    Column("team_id", String, nullable=False, comment="Teams' id of its team; empty for a group chat"),
    Column("name", String, nullable=False, server_default=""),
    Column("team_name", String, nullable=False, server_default=""),
    Column("reference", JSONB, nullable=False, comment="how to reach it; nobody's name or id"),
    Column("active", Boolean, nullable=False, server_default=text("true")),
    Column("off_at", DateTime(timezone=True), comment="when the bot was removed or blocked"),
    Column(
        "off_why",
        String,
        nullable=False,
        server_default="",
        comment="why it is off, see domain.notices.channels.Off; empty where that is not known",
    ),
    UniqueConstraint("tenant", "conversation"),
    info=Retention("Kanalen waar de bot kan schrijven.", "zolang de aanpak duurt", personal=False).info,
)

thread = Table(
    "thread",
    metadata,
    Column("channel_id", ForeignKey("channel.id", ondelete="cascade"), primary_key=True),
    Column("subject", String, primary_key=True, comment="what it is about, such as terrain:1234"),
    Column("opener", Uuid, nullable=False, index=True, comment="the turn that opens it; no foreign key: turns go after a week"),
    Column("root", String, comment="its conversation, once it is opened"),
    info=Retention("Gesprekken die de bot in een kanaal begon.", "zolang het kanaal bekend is", personal=False).info,
)
