"""Who may do what: roles that were given, how that changed, and the Teams teams whose members are the project team."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    DateTime,
    ForeignKeyConstraint,
    Identity,
    Index,
    String,
    Table,
    UniqueConstraint,
    func,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB

from storage.tables.base import Retention, metadata

role_grant = Table(
    "role_grant",
    metadata,
    Column("id", BigInteger, Identity(), primary_key=True),
    Column("tenant", String, nullable=False),
    Column("object_id", String, nullable=False, comment="Entra object id; no foreign key: a role can come before the first chat"),
    Column("role", String, nullable=False),
    Column("terrain_id", String, nullable=False, server_default="", comment="empty: not for one terrain"),
    Column("municipality_code", String, nullable=False, server_default="", comment="CBS code; empty: not for one municipality"),
    Column("given_by", String, nullable=False, comment="Entra object id"),
    Column("at", DateTime(timezone=True), nullable=False, server_default=func.now()),
    UniqueConstraint("tenant", "object_id", "role", "terrain_id", "municipality_code"),
    info=Retention("Wie nu welke rol heeft.", "tot de rol wordt ingetrokken", personal=False).info,
)

role_event = Table(
    "role_event",
    metadata,
    Column("id", BigInteger, Identity(), primary_key=True),
    Column("tenant", String, nullable=False),
    Column("object_id", String, nullable=False, comment="whose role; empty: of a whole linked team"),
    Column("kind", String, nullable=False, comment="given, taken, linked, unlinked, suspended, resumed, joined, left, named"),
    Column("role", String, nullable=False),
    Column("terrain_id", String, nullable=False, server_default=""),
    Column("municipality_code", String, nullable=False, server_default=""),
    Column("team_id", String, nullable=False, server_default="", comment="the linked team through which it came"),
    Column("by", String, nullable=False, comment="Entra object id; empty: Teams told us"),
    Column("at", DateTime(timezone=True), nullable=False, server_default=func.now()),
    Index("ix_role_event_whose", "tenant", "object_id", "id"),
    info=Retention("Hoe rollen zijn gegeven en ingetrokken.", "zolang de aanpak duurt", personal=False).info,
)

linked_team = Table(
    "linked_team",
    metadata,
    Column("tenant", String, primary_key=True),
    Column("team_id", String, primary_key=True, comment="Teams' id of the team: that of its general channel"),
    Column("name", String, nullable=False, server_default=""),
    Column("reference", JSONB, nullable=False, comment="how to reach the channel in which it was linked"),
    Column("linked_by", String, nullable=False, comment="Entra object id"),
    Column("at", DateTime(timezone=True), nullable=False, server_default=func.now()),
    Column("read_at", DateTime(timezone=True), comment="when its members were read last"),
    Column("suspended_at", DateTime(timezone=True), comment="since when nobody counts: Teams no longer tells who is in it"),
    info=Retention("Teams die samen het projectteam zijn.", "tot het team wordt ontkoppeld", personal=False).info,
)

team_member = Table(
    "team_member",
    metadata,
    Column("tenant", String, primary_key=True),
    Column("team_id", String, primary_key=True),
    Column("object_id", String, primary_key=True),
    Column("teams_id", String, nullable=False, comment="how Teams mentions this person to us"),
    Column("name", String, nullable=False),
    Column("guest", Boolean, nullable=False, comment="a guest of the tenant, or somebody of another tenant"),
    Column("home", String, nullable=False, server_default="", comment="the tenant of this person, as far as Teams tells"),
    Column("counts", Boolean, nullable=False, server_default=text("false"), comment="belongs to the project team"),
    ForeignKeyConstraint(["tenant", "team_id"], ["linked_team.tenant", "linked_team.team_id"], ondelete="cascade"),
    Index("ix_team_member_person", "tenant", "object_id", postgresql_where=text("counts")),
    info=Retention("Wie in het projectteam zit.", "tot iemand het team verlaat", personal=False).info,
)
