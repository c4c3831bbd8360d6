"""What meters measured: a file while it is looked at, and the two days that are kept of it."""

from sqlalchemy import Column, DateTime, ForeignKey, LargeBinary, String, Table, Uuid, func, text
from sqlalchemy.dialects.postgresql import JSONB

from domain.meter.summary import COUNTS_DAYS
from storage.tables.base import Retention, metadata

measured_days = Table(
    "measured_days",
    metadata,
    Column("intake_id", ForeignKey("intake.id", ondelete="cascade"), primary_key=True),
    Column("winter", JSONB, nullable=False, comment="96 quarters of a usual working day, kW, local time; below zero: fed back"),
    Column("highest", JSONB, nullable=False, comment="the same of the day with the highest use"),
    Column("source", JSONB, nullable=False, comment="what file it was and of when, in figures; see domain.meter.summary"),
    Column("at", DateTime(timezone=True), nullable=False, index=True),
    info=Retention(
        "Twee dagen van uw meter: een gewone werkdag en de dag met uw hoogste gebruik.",
        "na uw ja",
        days=COUNTS_DAYS,
        since="at",
        erased_by="erase_counted_out",
    ).info,
)

meter_file = Table(
    "meter_file",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("person_id", ForeignKey("person.id", ondelete="cascade"), nullable=False, unique=True, comment="who sent it"),
    Column("intake_id", ForeignKey("intake.id", ondelete="cascade"), nullable=False, index=True),
    Column("digits", String, nullable=False, comment="the EAN in its name, empty without; never the name"),
    Column("content", LargeBinary, comment="only while something must be asked about it"),
    Column("answers", JSONB, nullable=False, server_default=text("'{}'"), comment="what was answered, by what was asked"),
    Column("found", JSONB, nullable=False, comment="its figures as its card shows them, or what is asked"),
    Column("days", JSONB(none_as_null=True), comment="both days, until they are kept or not"),
    Column("at", DateTime(timezone=True), nullable=False, server_default=func.now(), index=True),
    info=Retention(
        "Een bestand van uw meter, tot u zegt of het klopt.",
        "na het sturen",
        days=1,  # as a register: who sends it in the afternoon can still say yes the next morning
        since="at",
    ).info,
)
