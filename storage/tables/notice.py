"""What channels follow, and the notices that wait, were posted, or did not arrive."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    DateTime,
    ForeignKey,
    Identity,
    Index,
    Integer,
    String,
    Table,
    Uuid,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB

from storage.tables.base import Retention, metadata

WAITING = "posted_at is null and failing is null"

subscription = Table(
    "subscription",
    metadata,
    Column("channel_id", ForeignKey("channel.id", ondelete="cascade"), primary_key=True),
    Column("terrain_id", String, primary_key=True, comment="empty: every terrain"),
    Column("topics", JSONB, nullable=False, comment="a list of names; see domain/notices/topics.py"),
    Column("gathered", Boolean, nullable=False, comment="told once a day, instead of at once"),
    Column("person_id", Uuid, comment="who of the team asked for it; no foreign key: people go"),
    Column("at", DateTime(timezone=True), nullable=False),
    Index("ix_subscription_terrain_id", "terrain_id"),
    info=Retention("Wat een kanaal volgt.", "tot het kanaal ermee stopt", personal=False).info,
)

notice = Table(
    "notice",
    metadata,
    Column("id", BigInteger, Identity(), primary_key=True),
    Column("kind", String, nullable=False),
    Column("channel_id", ForeignKey("channel.id", ondelete="cascade"), comment="this, or the person"),
    Column("person_id", ForeignKey("person.id", ondelete="cascade")),
    Column("addressee_id", ForeignKey("addressee.id", ondelete="cascade"), comment="who is mailed without being a person here"),
    Column("terrain_id", String, nullable=False, server_default=""),
    Column("intake_id", Uuid, comment="the company it tells of; erased with it, no foreign key"),
    Column("data", JSONB, nullable=False, server_default=text("'{}'"), comment="plain JSON; emptied once it arrived"),
    Column("key", String, comment="planned once for this target"),
    Column("bundle", String, nullable=False, server_default="", comment="told together with others that are due"),
    Column("urgent", Boolean, nullable=False, server_default=text("false"), comment="quiet hours do not hold it"),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("due_at", DateTime(timezone=True), nullable=False, comment="when it may be told"),
    Column("turn_id", Uuid, comment="the turn that brings it; no foreign key: turns go after a week"),
    Column("posted_at", DateTime(timezone=True)),
    Column("arrived", Boolean, nullable=False, server_default=text("false")),
    Column("failing", String, comment="why it did not arrive"),
    Column("tries", Integer, nullable=False, server_default="0"),
    CheckConstraint("num_nonnulls(channel_id, person_id, addressee_id) = 1", name="one_target"),
    Index("ix_notice_waiting_channel", "channel_id", "due_at", postgresql_where=text(WAITING)),
    Index("ix_notice_waiting_person", "person_id", "due_at", postgresql_where=text(WAITING)),
    Index("ix_notice_waiting_addressee", "addressee_id", "due_at", postgresql_where=text(WAITING)),
    Index("ix_notice_overdue", "due_at", postgresql_where=text(WAITING)),
    Index("ix_notice_channel_id", "channel_id", "posted_at"),
    Index("ix_notice_person_id", "person_id", "posted_at"),
    Index("ix_notice_key_channel", "key", "channel_id", unique=True, postgresql_where=text("channel_id is not null")),
    Index("ix_notice_key_person", "key", "person_id", unique=True, postgresql_where=text("person_id is not null")),
    Index("ix_notice_key_addressee", "key", "addressee_id", unique=True, postgresql_where=text("addressee_id is not null")),
    Index("ix_notice_intake_id", "intake_id", postgresql_where=text("intake_id is not null")),
    Index("ix_notice_turn_id", "turn_id", postgresql_where=text("turn_id is not null and not arrived")),
    Index("ix_notice_failing", "at", postgresql_where=text("failing is not null")),
    info=Retention(
        "Berichten die wij uit onszelf sturen.",
        "na het plannen",
        days=400,  # what was told once is not told again: a plan of a terrain takes a year
        since="at",
        unless=WAITING,
        remains={"data": "Wie het terrein leidt, leest dat uw bedrijf stopt. Daarna is dat bericht leeg."},
    ).info,
)
