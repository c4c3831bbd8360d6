"""What a page asks every two seconds, in one statement: who is behind its cookie, and what is new in their window."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import DateTime, bindparam, select, true

from domain.door.sessions import DoorPerson
from storage.database.prepared import PreparedStatement, on_their_own
from storage.database.transactions import Database
from storage.door.messages import AT_ONCE
from storage.door.sessions import HOLDS_A_ROLE, digest_of_secret
from storage.tables.door import door_message, door_session
from storage.tables.people import person


@dataclass(frozen=True, slots=True)
class DoorMessage:
    """One message of ours in a window. `at` is when it was first there."""

    number: int
    id: UUID
    activity: Mapping[str, Any]
    at: datetime.datetime


NEWS = (
    select(door_message.c.number, door_message.c.id, door_message.c.activity, door_message.c.at)
    .where(door_message.c.person_id == person.c.id, door_message.c.number > bindparam("watermark"))
    .order_by(door_message.c.number)
    .limit(AT_ONCE)
    .lateral("news")
)
# Rights are looked at each time: a session that was ended, or whose person was given a role, shows nothing any more.
LOOK = PreparedStatement(
    select(
        door_session.c.id.label("session"),
        person.c.id.label("person"),
        person.c.tenant,
        person.c.object_id,
        NEWS.c.number,
        NEWS.c.id,
        NEWS.c.activity,
        NEWS.c.at,
    )
    .select_from(door_session.join(person, person.c.id == door_session.c.person_id).outerjoin(NEWS, true()))
    .where(
        door_session.c.digest == bindparam("digest"),
        door_session.c.until > bindparam("now", type_=DateTime(timezone=True)),
        person.c.acting_for.is_(None),
        HOLDS_A_ROLE.is_(None),
    )
    .order_by(NEWS.c.number)
)


async def look(
    database: Database, secret: str, watermark: int, now: datetime.datetime
) -> tuple[DoorPerson, Sequence[DoorMessage]] | None:
    """Return who is behind a cookie, and the messages after a watermark in the order in which they came; None when the session
    does not work (any more). Raises DatabaseGone or RaceLost.
    """
    async with on_their_own(database) as driver:
        found = await LOOK.run(driver, digest=digest_of_secret(secret), watermark=watermark, now=now)
        rows = await found.fetchall()
    if not rows:
        return None
    first = rows[0]
    who = DoorPerson(first.session, first.person, first.tenant, first.object_id)
    return who, [DoorMessage(row.number, row.id, row.activity, row.at) for row in rows if row.number is not None]
