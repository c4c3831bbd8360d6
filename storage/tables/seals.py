"""The keys by which the server knows its own seals again; the same ones for all processes."""

import datetime

from sqlalchemy import Column, DateTime, Identity, Integer, LargeBinary, Table

from storage.tables.base import Retention, metadata

FRESH = datetime.timedelta(days=365)
KEPT = 2 * FRESH

seal_key = Table(
    "seal_key",
    metadata,
    Column("id", Integer, Identity(), primary_key=True),
    Column("key", LargeBinary, nullable=False, comment="random; whoever reads it can make seals"),
    Column("made_at", DateTime(timezone=True), nullable=False),
    info=Retention(
        "Sleutels waarmee de server zijn eigen kaarten herkent.",
        "na het maken",
        days=KEPT.days,
        since="made_at",
        personal=False,
    ).info,
)
