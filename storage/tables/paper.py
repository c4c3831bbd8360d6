"""Papers that were offered to somebody: kept for a day or a month, apart from turns because they are large."""

from sqlalchemy import Column, DateTime, ForeignKey, LargeBinary, String, Table, Uuid, func, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from storage.tables.base import Retention, metadata

paper = Table(
    "paper",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("person_id", ForeignKey("person.id", ondelete="cascade"), index=True, comment="for whom; none in a channel"),
    Column("about", ARRAY(Uuid), nullable=False, comment="intakes with facts in it; it goes when one of these is erased"),
    Column("name", String, nullable=False),
    Column("media_type", String, nullable=False),
    Column("description", String, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("token_digest", LargeBinary, unique=True, comment="sha-256 of the secret in its link, when it has one"),
    Column("at", DateTime(timezone=True), nullable=False, server_default=func.now()),
    Column("until", DateTime(timezone=True), nullable=False, index=True),
    Column("held", JSONB, nullable=False, server_default=text("'[]'"), comment="roles its person had then, as in role_grant"),
    Column("team_id", String, nullable=False, server_default="", comment="the linked team in which it was made"),
    Column("answered_at", DateTime(timezone=True), comment="when its person said yes or no to it"),
    info=Retention("Bestanden die klaarstaan.", "tot het einde dat erbij staat", days=0, since="until").info,
)
