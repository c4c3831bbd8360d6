"""What was added up: totals as they were published, and the newest live total of every terrain for the project team."""

from sqlalchemy import BigInteger, Column, DateTime, Identity, Index, Integer, String, Table
from sqlalchemy.dialects.postgresql import JSONB

from storage.tables.base import Retention, metadata

published_total = Table(
    "published_total",
    metadata,
    Column("id", BigInteger, Identity(), primary_key=True),
    Column("terrain_id", String, nullable=False, comment="no foreign key: what was published stays known"),
    Column("kind", String, nullable=False, server_default="total", comment="total, classes or hours"),
    Column("year", Integer, nullable=False, comment="0 now, 1 2030, 2 2035"),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("parameters", String, nullable=False, comment="fingerprint of the parameters it was calculated with"),
    Column("figures", JSONB, nullable=False, comment="rounded, as published"),
    Column("members", JSONB, nullable=False, comment="marks of who was in it; they lead nowhere once the intake is gone"),
    Index("ix_published_total_terrain_id", "terrain_id", "year", "at"),
    Index("ix_published_total_members", "members", postgresql_using="gin"),
    info=Retention(
        "Totalen van veel bedrijven, zoals zij zijn getoond.",
        "zolang de aanpak duurt",
        remains={"members": "Een totaal dat al is getoond, blijft. Het teken van uw bedrijf daarin leidt nergens meer heen."},
    ).info,
)

terrain_total = Table(
    "terrain_total",
    metadata,
    Column("terrain_id", String, primary_key=True),
    Column("basis", String, nullable=False, comment="fingerprint of the intakes and parameters it was calculated from"),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("again_at", DateTime(timezone=True), index=True, comment="when publishing is tried again, changed or not"),
    Column("figures", JSONB, nullable=False, comment="live and unrounded: for the project team alone"),
    info=Retention("Totalen van veel bedrijven, voor het team.", "tot de volgende berekening", personal=False).info,
)
