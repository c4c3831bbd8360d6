"""The window without Teams: what was said to a person waits here, until their page comes and asks for what is new."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from psycopg.types.json import Jsonb
from pydantic_core import to_json
from sqlalchemy import ARRAY, DateTime, String, Uuid, any_, bindparam, cast, delete, func, select, true
from sqlalchemy.dialects.postgresql import JSONB, insert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database.prepared import PreparedStatement, on_their_own
from storage.database.transactions import Database
from storage.door.sessions import HOLDS_A_ROLE
from storage.tables.door import door_message
from storage.tables.people import person

AT_ONCE = 100  # messages in one answer; a page that was away long asks again


# One after another for each person: were a higher number there before a lower one, the page would ask beyond the lower one and
# never get it. Numbers are only drawn for rows that come out of `locked`.
# Nobody waits for the disk: the note that it was shown comes later in the same log, so what a crash of the server takes along is
# shown once more.
LOCKED = (
    select(
        func.pg_advisory_xact_lock(func.hashtextextended(cast(bindparam("reader"), String), 0)).label("taken"),
        func.set_config("synchronous_commit", "off", true()).label("quick"),
    )
    .cte("locked")
    .prefix_with("materialized")
)
OFFICIAL = (person.c.object_id == any_(bindparam("officials", type_=ARRAY(String)))) & (
    bindparam("home", type_=String).in_(("", person.c.tenant))
)
READER = (
    select(person.c.id)
    .select_from(LOCKED.join(person, true()))
    .where(person.c.id == cast(bindparam("reader"), Uuid), HOLDS_A_ROLE.is_(None), ~OFFICIAL)
    .cte("reader")
)
MESSAGE = (bindparam("message", type_=Uuid), bindparam("activity", type_=JSONB), bindparam("at", type_=DateTime(timezone=True)))
FRESH = insert(door_message).from_select(("person_id", "id", "activity", "at"), select(READER.c.id, *MESSAGE))
PUT = FRESH.on_conflict_do_update(
    index_elements=[door_message.c.person_id, door_message.c.id],
    set_={
        "activity": FRESH.excluded.activity,
        "number": select(func.nextval(func.pg_get_serial_sequence("door_message", "number"))).scalar_subquery(),
    },
    where=door_message.c.activity != FRESH.excluded.activity,
).returning(door_message.c.number)
PUT_MESSAGE = PreparedStatement(select(READER.c.id).add_cte(PUT.cte("put")))


@dataclass(frozen=True, slots=True)
class Officials:
    """Who holds a role by the settings: these object ids, in this tenant; in any when it is empty."""

    home: str = ""
    people: frozenset[str] = frozenset()


NO_OFFICIALS = Officials()


async def put_message(
    database: Database,
    person_id: UUID,
    message: UUID,
    activity: Mapping[str, Any],
    now: datetime.datetime,
    officials: Officials = NO_OFFICIALS,
) -> bool:
    """Show a message in somebody's window, or put it in the place of the one with this id; in a transaction of its own. False
    when nobody may read it there: they were erased, or hold a role by now. What is for a role is for Teams alone, also when the
    role is taken back later. Raises DatabaseGone or RaceLost.

    Doing it twice shows it once. What is replaced keeps its moment, and so its place.
    """
    async with on_their_own(database) as driver:
        found = await PUT_MESSAGE.run(
            driver,
            reader=str(person_id),
            message=message,
            activity=Jsonb(activity, to_json),
            at=now,
            officials=list(officials.people),
            home=officials.home,
        )
        return await found.fetchone() is not None


async def take_message_away(connection: AsyncConnection, person_id: UUID, message: UUID) -> None:
    """Take a message out of somebody's window; one that is gone already is fine."""
    mine = (door_message.c.person_id == person_id) & (door_message.c.id == message)
    await connection.execute(delete(door_message).where(mine))
