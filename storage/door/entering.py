"""Coming in without Teams: what a code, a square or a link opens, once; everything in the transaction of one press."""

import datetime
from dataclasses import dataclass
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.door.entering import DoorRefusal, DoorWay, Entered
from domain.door.sessions import TENANT, DoorPerson
from storage.door.sessions import HOLDS_A_ROLE, digest_of_secret, open_session
from storage.inbox.guesses import must_wait, note_wrong
from storage.inbox.invitations import new_code, plain_code
from storage.intake.intakes import make_person
from storage.tables.door import door_link
from storage.tables.inbox import invitation
from storage.tables.people import person
from storage.tables.session import session
from storage.tables.terrain import terrain

LONGEST_KEY = 80  # characters of what stands in an address


async def enter(
    connection: AsyncConnection, way: DoorWay, key: str, device: str, who: str, now: datetime.datetime, until: datetime.datetime
) -> Entered | DoorRefusal:
    """Let somebody in on one device, or say why not; commit in both cases, for a wrong code is counted.

    `key` is what stood in the address, hostile until it is found; `who` a digest of where it came from; an invitation that is
    made for this press works until `until`.
    """
    press = Press(connection, device, who, now, until)
    if len(key) > LONGEST_KEY or not key.isprintable():
        return DoorRefusal.UNKNOWN
    match way:
        case DoorWay.CODE:
            return await press.by_code(plain_code(key))
        case DoorWay.TERRAIN:
            return await press.at_terrain(key)
        case DoorWay.SESSION:
            return await press.at_session(key)
        case DoorWay.LINK:
            return await press.by_link(key)


@dataclass(frozen=True, slots=True)
class Press:
    """One press of the button, from a device at an address."""

    connection: AsyncConnection
    device: str
    who: str
    now: datetime.datetime
    until: datetime.datetime

    async def by_code(self, code: str) -> Entered | DoorRefusal:
        """Take an invitation for somebody new. Tries from one address wait for each other, so that each is counted."""
        await self.connection.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(f"door:{self.who}", 0))))
        if await must_wait(self.connection, TENANT, self.who, self.now):
            return DoorRefusal.TOO_MANY
        this = invitation.c.code == code
        there = select(invitation, terrain.c.id.label("there")).outerjoin(terrain, terrain.c.id == invitation.c.terrain_id)
        row = (await self.connection.execute(there.where(this).with_for_update(of=invitation))).one_or_none()
        if row is None or row.key_of is not None:  # a code that is for Teams
            await note_wrong(self.connection, TENANT, self.who, self.now)
            return DoorRefusal.UNKNOWN
        if row.used_at is not None or row.redeemed_by is not None:
            return DoorRefusal.USED
        if row.until <= self.now or (row.intake_id is None and row.there is None):
            return DoorRefusal.ENDED
        entered = await self.as_somebody_new(code)
        await self.connection.execute(update(invitation).where(this).values(redeemed_by=entered.person.person))
        return entered

    async def at_terrain(self, terrain_id: str) -> Entered | DoorRefusal:
        """Make an invitation to a terrain for somebody new."""
        known = await self.connection.execute(select(terrain.c.id).where(terrain.c.id == terrain_id))
        if known.one_or_none() is None:
            return DoorRefusal.UNKNOWN
        entered = await self.as_somebody_new(new_code())
        values = {"code": entered.code, "terrain_id": terrain_id, "at": self.now, "until": self.until}
        await self.connection.execute(invitation.insert().values(**values, redeemed_by=entered.person.person))
        return entered

    async def at_session(self, key: str) -> Entered | DoorRefusal:
        """Make an invitation to the terrain of a session, until it is held."""
        try:
            this = session.c.id == UUID(key)
        except ValueError:
            return DoorRefusal.UNKNOWN
        found = (await self.connection.execute(select(session).where(this))).one_or_none()
        if found is None:
            return DoorRefusal.UNKNOWN
        if not found.is_open or found.ends_at <= self.now:
            return DoorRefusal.ENDED
        return await self.at_terrain(found.terrain_id)

    async def by_link(self, secret: str) -> Entered | DoorRefusal:
        """Use up a link for one more device of whoever it is for. Of two presses at once the second finds it used."""
        this = door_link.c.digest == digest_of_secret(secret)
        row = (await self.connection.execute(select(door_link).where(this).with_for_update())).one_or_none()
        if row is None:
            return DoorRefusal.UNKNOWN
        if row.used_at is not None:
            return DoorRefusal.USED
        if row.until <= self.now:
            return DoorRefusal.ENDED
        await self.connection.execute(update(door_link).where(this).values(used_at=self.now))
        return await self.comes_in(person.c.id == row.person_id) or DoorRefusal.UNKNOWN

    async def as_somebody_new(self, code: str) -> Entered:
        """Make a person of the door with an empty intake; the code waits for their first consent."""
        object_id = uuid4().hex
        await make_person(self.connection, TENANT, object_id)
        entered = await self.comes_in((person.c.tenant == TENANT) & (person.c.object_id == object_id), code)
        if entered is None:
            raise LookupError("somebody new holds a role")
        return entered

    async def comes_in(self, this: ColumnElement[bool], code: str = "") -> Entered | None:
        """Open a session; None for whoever holds a role or acts for another company: that is for Teams alone."""
        may = (person.c.acting_for.is_(None), HOLDS_A_ROLE.is_(None))
        row = (await self.connection.execute(select(person).where(this, *may))).one_or_none()
        if row is None:
            return None
        opened, cookie = await open_session(self.connection, row.id, self.device, self.now)
        return Entered(cookie, DoorPerson(opened, row.id, row.tenant, row.object_id), code)
