"""Work that was started and is not done yet."""

from sqlalchemy import Boolean, Column, DateTime, ForeignKey, Integer, String, Table, Uuid
from sqlalchemy.dialects.postgresql import JSONB

from storage.tables.base import Retention, metadata
from storage.tables.turn import TURNS_DAYS

work = Table(
    "work",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("kind", String, nullable=False),
    Column("ids", JSONB, nullable=False, comment="what it is about: ids only"),
    Column("title", String, nullable=False),
    Column("person_id", ForeignKey("person.id", ondelete="cascade"), index=True, comment="who asked; none when not known"),
    Column("personal", Boolean, nullable=False, comment="asked in the personal chat"),
    Column("tenant", String, nullable=False),
    Column("conversation", String, nullable=False),
    Column("reference", JSONB, nullable=False, comment="how to reach the conversation"),
    Column("turn_id", Uuid, nullable=False, comment="the turn that showed how far it is"),
    Column("place", Integer, nullable=False, comment="where that stands among its replies"),
    Column("at", DateTime(timezone=True), nullable=False),
    info=Retention("Werk dat nog niet af is.", "na de start", days=TURNS_DAYS, since="at", personal=False).info,
)
