"""The register of terrains: facts about business parks, keyed by their RIN number."""

from sqlalchemy import Boolean, CheckConstraint, Column, DateTime, Integer, Numeric, String, Table

from storage.tables.base import Retention, metadata

terrain = Table(
    "terrain",
    metadata,
    Column("id", String, primary_key=True, comment="RIN number, as text"),
    Column("name", String, nullable=False),
    Column("municipality_code", String, index=True),
    Column("municipality", String),
    Column("province", String),
    Column("place", String),
    Column("year", Integer),
    Column("gross_ha", Numeric(12, 4)),
    Column("net_ha", Numeric(12, 4)),
    Column("issuable_ha", Numeric(12, 4)),
    Column("location_type", String),
    Column("park_management", Boolean),
    Column("sold_out", Boolean, comment="nothing left to sell"),
    Column("environment_category", String),
    Column("road_access", String),
    Column("water_access", String),
    Column("rail_access", String),
    Column("size_class", String, comment="derived from net_ha by domain/terrains/terrains.py"),
    Column("invented", Boolean, nullable=False, comment="an example: its figures are made up"),
    Column("origin_file", String, nullable=False),
    Column("origin_at", DateTime(timezone=True), nullable=False, index=True),
    CheckConstraint("net_ha <= gross_ha", name="net_within_gross"),
    info=Retention("De lijst van bedrijventerreinen.", "zolang de aanpak duurt", personal=False).info,
)
