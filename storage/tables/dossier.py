"""What happened to terrains: a log that only grows, and beside it how far each terrain is, made from that log."""

from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    DateTime,
    Identity,
    Index,
    Integer,
    SmallInteger,
    String,
    Table,
    UniqueConstraint,
    Uuid,
    func,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB

from storage.tables.base import metadata

terrain_event = Table(
    "terrain_event",
    metadata,
    Column("id", BigInteger, Identity(), primary_key=True),
    Column("terrain_id", String, nullable=False, comment="no foreign key: the register may change"),
    Column("revision", Integer, nullable=False, comment="counts the events of a terrain, without a gap"),
    Column("kind", String, nullable=False),
    Column("data", JSONB, nullable=False, comment="plain JSON with its version"),
    Column("why", String, nullable=False, server_default=""),
    Column("intake_id", Uuid, index=True, comment="the company it is about; no foreign key: erasing it empties these rows"),
    Column("person_id", Uuid, index=True, comment="who did it; no foreign key: the log outlives people"),
    Column("at", DateTime(timezone=True), nullable=False, server_default=func.now()),
    UniqueConstraint("terrain_id", "revision"),
)

terrain_state = Table(
    "terrain_state",
    metadata,
    Column("terrain_id", String, primary_key=True),
    Column("revision", Integer, nullable=False, server_default="0", comment="of the newest event in it"),
    Column("current", JSONB, nullable=False, server_default=text("'{}'"), comment="the whole state; the columns are from it"),
    Column("standing", String, nullable=False, server_default="new", comment="what we do for it now"),
    Column("step", SmallInteger, comment="null before the first step"),
    Column("since", Date),
    Column("route", String),
    Column("outcome", String),
    Column("director", Uuid, comment="a person; no foreign key"),
    Column("due", Date, comment="the last day on which nothing is late"),
    Column("recheck", Date),
    Column("first_contact", Date),
    Column("last_contact", Date),
    Index("ix_terrain_state_step", "step"),
    Index("ix_terrain_state_due", "due", postgresql_where=text("due is not null")),
    Index("ix_terrain_state_director", "director", postgresql_where=text("director is not null")),
)
