"""The door without Teams: sessions on devices, links that were mailed, and the messages that wait in the window."""

from sqlalchemy import BigInteger, Column, DateTime, ForeignKey, Identity, Index, String, Table, UniqueConstraint, Uuid, func
from sqlalchemy.dialects.postgresql import JSONB

from domain.door.sessions import MESSAGE_DAYS
from storage.tables.base import Retention, metadata

door_session = Table(
    "door_session",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("digest", String, nullable=False, unique=True, comment="sha-256 of the secret in the cookie"),
    Column("person_id", ForeignKey("person.id", ondelete="cascade"), nullable=False, index=True),
    Column("device", String, nullable=False, comment="kind of device and browser, as people call them"),
    Column("at", DateTime(timezone=True), nullable=False, server_default=func.now()),
    Column("until", DateTime(timezone=True), nullable=False, index=True),
    info=Retention("Op welke apparaten u zonder Teams meedoet.", "na het einde", days=1, since="until").info,
)

door_link = Table(
    "door_link",
    metadata,
    Column("digest", String, primary_key=True, comment="sha-256 of the secret in the link"),
    Column("person_id", ForeignKey("person.id", ondelete="cascade"), nullable=False, index=True),
    Column("at", DateTime(timezone=True), nullable=False, server_default=func.now()),
    Column("until", DateTime(timezone=True), nullable=False),
    Column("used_at", DateTime(timezone=True)),
    info=Retention("Links waarmee u op een ander apparaat verdergaat.", "na het einde", days=30, since="until").info,
)

door_message = Table(
    "door_message",
    metadata,
    Column("number", BigInteger, Identity(), primary_key=True, comment="the watermark; a replaced message gets a new one"),
    Column("person_id", ForeignKey("person.id", ondelete="cascade"), nullable=False),
    Column("id", Uuid, nullable=False, comment="of the message; stays when it is replaced"),
    Column("activity", JSONB, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False, comment="when it was first shown: its place in the window"),
    UniqueConstraint("person_id", "id"),
    Index("ix_door_message_window", "person_id", "number"),
    info=Retention("Wat u in het venster zonder Teams van ons las.", "na het tonen", days=MESSAGE_DAYS, since="at").info,
)
