"""Turns: one row per activity makes a repeated delivery harmless and a crash before sending recoverable."""

from sqlalchemy import BigInteger, Column, DateTime, Identity, Index, Integer, String, Table, UniqueConstraint, Uuid, func, text
from sqlalchemy.dialects.postgresql import JSONB

from storage.tables.base import metadata

turn = Table(
    "turn",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("tenant", String, nullable=False),
    Column("conversation", String, nullable=False),
    Column("activity", String, nullable=False),
    Column("person_id", Uuid, comment="no foreign key: erasing a person empties these rows by hand"),
    Column("intake_id", Uuid, comment="the intake the replies are about; no foreign key, as above"),
    Column("reference", JSONB, nullable=False, comment="how to reach the conversation"),
    Column("outgoing", JSONB, nullable=False, comment="what is to be sent, in order"),
    Column("body", JSONB(none_as_null=True), comment="the answer of an invoke"),
    Column("card", Integer, comment="place in outgoing of the card that a later turn may replace"),
    Column("ids", JSONB, nullable=False, server_default=text("'[]'"), comment="activity ids of what was sent, in order"),
    Column("at", DateTime(timezone=True), nullable=False, server_default=func.now()),
    Column("number", BigInteger, Identity(), nullable=False, comment="order among what was stored at the same moment"),
    Column("lease_until", DateTime(timezone=True), comment="until then the process that took the turn sends it"),
    Column("resumed_at", DateTime(timezone=True), comment="when we last sent it by ourselves: a notice, a late reply, a resend"),
    Column("sent_at", DateTime(timezone=True)),
    UniqueConstraint("tenant", "conversation", "activity"),
    Index("ix_turn_unsent", "lease_until", postgresql_where=text("sent_at is null")),
    Index("ix_turn_at", "at"),
    Index("ix_turn_resumed_at", "resumed_at", postgresql_where=text("resumed_at is not null")),
    # None on whose it is or what about: only an erasure looks for that, in what a week holds, and every turn would write it.
    postgresql_with={"fillfactor": 50},  # what was sent is noted on the page of the turn, so that little of it is logged
)
