"""What waits for somebody: requests to the team or a colleague, and codes that let people in; and whoever tries codes."""

from sqlalchemy import BigInteger, Boolean, Column, DateTime, ForeignKey, Identity, Index, Integer, String, Table, func, text

from storage.tables.base import Retention, metadata

WRONG_CODES_DAYS = 7

request = Table(
    "request",
    metadata,
    Column("number", Integer, Identity(), primary_key=True),
    Column("kind", String, nullable=False),
    Column("person_id", ForeignKey("person.id", ondelete="cascade"), nullable=False, index=True),
    Column("intake_id", ForeignKey("intake.id", ondelete="cascade"), index=True, comment="for a wish to join: which one"),
    Column("about", ForeignKey("intake.id", ondelete="cascade"), index=True, comment="the intake it was asked from"),
    Column("text", String, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False, server_default=func.now()),
    Column("answer", String),
    Column("answered_at", DateTime(timezone=True)),
    Column("granted_by", String, comment="of a wish to join that was granted: team or colleague"),
    Column("settled_at", DateTime(timezone=True), comment="when whoever was let in said yes or no"),
    Index("ix_request_open", "number", postgresql_where=text("answered_at is null")),
    info=Retention("Vragen aan het team en aan collega's.", "zolang uw intake bestaat").info,
)

invitation = Table(
    "invitation",
    metadata,
    Column("code", String, primary_key=True, comment="capitals and digits, no dash"),
    Column("terrain_id", String),
    Column("company", String, nullable=False, server_default=""),
    Column("intake_id", ForeignKey("intake.id", ondelete="cascade"), index=True),
    Column("made_by", ForeignKey("person.id", ondelete="set null")),
    Column("at", DateTime(timezone=True), nullable=False, server_default=func.now()),
    Column("until", DateTime(timezone=True), nullable=False, comment="when it ends"),
    Column("by_team", Boolean, nullable=False, server_default=text("false"), comment="made by the project team"),
    Column("used_at", DateTime(timezone=True)),
    Column("redeemed_by", ForeignKey("person.id", ondelete="set null"), index=True, comment="who came in by it without Teams"),
    Column("key_of", ForeignKey("person.id", ondelete="cascade"), index=True, comment="who is known in Teams by typing it there"),
    Index("ix_invitation_terrain_id", "terrain_id", postgresql_where=text("used_at is null")),
    info=Retention(
        "Codes waarmee mensen meedoen. Een gebruikte code hoort bij de intake.",
        "na het einde van een code die niemand gebruikte",
        days=365,
        since="until",
        unless="used_at is not null",
    ).info,
)

wrong_code = Table(
    "wrong_code",
    metadata,
    Column("id", BigInteger, Identity(), primary_key=True),
    Column("tenant", String, nullable=False),
    Column("who", String, nullable=False, comment="sha-256 of tenant and Entra object id; outlives an erasure for a week"),
    Column("at", DateTime(timezone=True), nullable=False),
    Index("ix_wrong_code_tenant", "tenant", "at"),
    info=Retention(
        "Verkeerde codes die iemand probeerde, zonder naam.", "na de poging", days=WRONG_CODES_DAYS, since="at", personal=False
    ).info,
)

standing = Table(
    "standing",
    metadata,
    Column("person_id", ForeignKey("person.id", ondelete="cascade"), primary_key=True),
    Column("guest", Boolean, nullable=False, comment="a guest of the tenant in which they chat, as Teams told us"),
    info=Retention("Of u in Teams een gast bent.", "zolang wij u kennen").info,
)
