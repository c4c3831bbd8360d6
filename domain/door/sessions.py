"""Who comes through the door without Teams: their tenant, and how long what they hold works."""

import datetime
from dataclasses import dataclass
from uuid import UUID

TENANT = "door"  # of whoever has no account at Entra; never a tenant of Teams, whose ids are GUIDs
SESSION_DAYS = 30
LINK_DAYS = 7
MESSAGE_DAYS = 30


@dataclass(frozen=True, slots=True)
class DoorSession:
    """One device on which somebody takes part without Teams. `device` is what people call it: "Telefoon, Chrome"."""

    id: UUID
    device: str
    at: datetime.datetime
    until: datetime.datetime


@dataclass(frozen=True, slots=True)
class DoorPerson:
    """Whoever is behind a cookie: their session, and the person by which a turn knows them."""

    session: UUID
    person: UUID
    tenant: str
    object_id: str
