"""Who is at the door: a secret in a cookie stands for a session on one device, and a mailed link for one more session."""

import datetime
import hashlib
import secrets
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from uuid import UUID, uuid4

from sqlalchemy import String, delete, literal_column, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.door.sessions import LINK_DAYS, SESSION_DAYS, DoorSession
from storage.tables.door import door_link, door_session
from storage.tables.people import intake, person
from storage.turn.roles import held_by

FAREWELL = datetime.timedelta(minutes=10)  # in which whoever was erased can read that they were
# By their names, so that they are those of the statement around it: the columns themselves would bring a second `person` along.
HOLDS_A_ROLE = held_by(literal_column("person.tenant", String), literal_column("person.object_id", String))


def new_secret() -> str:
    """Return the secret of a cookie or a mailed link: 256 random bits in 43 characters."""
    return secrets.token_urlsafe(32)


def digest_of_secret(secret: str) -> str:
    """Return what is kept of a secret: enough to recognise it, too little to make it."""
    return hashlib.sha256(secret.encode()).hexdigest()


async def open_session(connection: AsyncConnection, person_id: UUID, device: str, now: datetime.datetime) -> tuple[UUID, str]:
    """Open a session of a person on one device; return its id, and the secret of its cookie."""
    session, secret = uuid4(), new_secret()
    until = now + datetime.timedelta(days=SESSION_DAYS)
    values = {
        "id": session,
        "digest": digest_of_secret(secret),
        "person_id": person_id,
        "device": device,
        "at": now,
        "until": until,
    }
    await connection.execute(door_session.insert().values(values))
    return session, secret


@asynccontextmanager
async def window_left_open(connection: AsyncConnection, person_id: UUID, now: datetime.datetime) -> AsyncIterator[None]:
    """Leave the window of whoever is erased inside open for some minutes, with nothing in it, to say there that it is done."""
    who = (await connection.execute(select(person.c.tenant, person.c.object_id).where(person.c.id == person_id))).one()
    mine = (door_session.c.person_id == person_id) & (door_session.c.until > now)
    sessions = (await connection.execute(select(door_session).where(mine))).mappings().all()
    yield
    fresh, until = uuid4(), now + FAREWELL
    await connection.execute(intake.insert().values(id=fresh))
    nobody = {"id": person_id, "tenant": who.tenant, "object_id": who.object_id, "intake_id": fresh}
    await connection.execute(person.insert().values(nobody))
    for session in sessions:
        await connection.execute(door_session.insert().values({**session, "until": min(session["until"], until)}))


async def make_link(connection: AsyncConnection, person_id: UUID, now: datetime.datetime) -> str:
    """Make a link with which a person goes on elsewhere, once; one that was not used stops working. Return its secret."""
    unused = (door_link.c.person_id == person_id) & door_link.c.used_at.is_(None)
    await connection.execute(delete(door_link).where(unused))
    secret, until = new_secret(), now + datetime.timedelta(days=LINK_DAYS)
    values = {"digest": digest_of_secret(secret), "person_id": person_id, "at": now, "until": until}
    await connection.execute(door_link.insert().values(values))
    return secret


@dataclass(frozen=True, slots=True)
class DoorSessions:
    """The devices on which one person takes part without Teams."""

    connection: AsyncConnection
    person: UUID
    now: datetime.datetime

    async def all(self) -> Sequence[DoorSession]:
        """Return those that work now, the newest first."""
        rows = await self.connection.execute(
            select(door_session)
            .where(door_session.c.person_id == self.person, door_session.c.until > self.now)
            .order_by(door_session.c.at.desc())
        )
        return tuple(DoorSession(row.id, row.device, row.at, row.until) for row in rows)

    async def revoke(self, session: UUID) -> bool:
        """End one; False when it had ended already."""
        mine = (door_session.c.person_id == self.person) & (door_session.c.id == session)
        return (await self.connection.execute(delete(door_session).where(mine))).rowcount == 1

    async def new_link(self) -> str:
        """Make a link for one more device and return its secret; one that was not used stops working."""
        return await make_link(self.connection, self.person, self.now)
