"""What a page asks every two seconds, in one statement: who is behind its cookie, and what is new in their window."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from psycopg.types.json import Jsonb
from sqlalchemy import BigInteger, DateTime, Integer, String, bindparam, column, func, select, true
from sqlalchemy.dialects.postgresql import JSONB

from domain.door.sessions import DoorPerson
from storage.database.batcher import MOST, Batcher
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


@dataclass(frozen=True, slots=True)
class PageAsking:
    """A page that asks: the secret of its cookie, and after which message it wants to know more."""

    secret: str
    watermark: int


Look = tuple[DoorPerson, Sequence[DoorMessage]]  # who is behind a cookie, and what is new to them
ASKED = (
    select(
        func.jsonb_to_recordset(bindparam("asked", type_=JSONB))
        .table_valued(column("place", Integer), column("digest", String), column("watermark", BigInteger), name="given")
        .render_derived(with_types=True)
    )
    .limit(MOST)
    .subquery("asked")
)
NEWS = (
    select(door_message.c.number, door_message.c.id, door_message.c.activity, door_message.c.at)
    .where(door_message.c.person_id == person.c.id, door_message.c.number > ASKED.c.watermark)
    .order_by(door_message.c.number)
    .limit(AT_ONCE)
    .lateral("news")
)
# Rights are looked at each time: a session that was ended, or whose person was given a role, shows nothing any more.
LOOK_IN = PreparedStatement(
    select(
        ASKED.c.place,
        door_session.c.id.label("session"),
        person.c.id.label("person"),
        person.c.tenant,
        person.c.object_id,
        *NEWS.c,
    )
    .select_from(
        ASKED.join(door_session, door_session.c.digest == ASKED.c.digest)
        .join(person, person.c.id == door_session.c.person_id)
        .outerjoin(NEWS, true())
    )
    .where(
        door_session.c.until > bindparam("now", type_=DateTime(timezone=True)),
        person.c.acting_for.is_(None),
        HOLDS_A_ROLE.is_(None),
    )
    .order_by(ASKED.c.place, NEWS.c.number)
)


def looking_in(database: Database, clock: Callable[[], datetime.datetime]) -> Batcher[PageAsking, Look | None]:
    """Return what looks into windows: None for a session that does not work (any more).

    Pages that ask at the same moment are answered by one statement on one connection, so that turns have the others.
    """

    async def look(these: Sequence[PageAsking]) -> Sequence[Look | None]:
        asked = [
            {"place": place, "digest": digest_of_secret(one.secret), "watermark": one.watermark}
            for place, one in enumerate(these)
        ]
        async with on_their_own(database) as driver:
            found = await LOOK_IN.run(driver, asked=Jsonb(asked), now=clock())
            rows = await found.fetchall()
        told: list[tuple[DoorPerson, list[DoorMessage]] | None] = [None] * len(these)
        for row in rows:
            who, news = told[row.place] or (DoorPerson(row.session, row.person, row.tenant, row.object_id), [])
            news += [DoorMessage(row.number, row.id, row.activity, row.at)] if row.number is not None else []
            told[row.place] = who, news
        return told

    return Batcher(look)
