"""The window without Teams: what was said to a person waits here, until their page comes and asks for what is new."""

import datetime
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables.door import door_message

AT_ONCE = 100  # messages in one answer; a page that was away long asks again


async def put_message(
    connection: AsyncConnection, person_id: UUID, message: UUID, activity: Mapping[str, Any], now: datetime.datetime
) -> None:
    """Show a message in somebody's window, or put it in the place of the one with this id.

    Doing it twice shows it once. What is replaced keeps its moment, and so its place. One after another for each person: were a
    higher number there before a lower one, the page would ask beyond the lower one and never get it.
    """
    await connection.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(str(person_id), 0))))
    fresh = insert(door_message).values(person_id=person_id, id=message, activity=activity, at=now)
    newest = select(func.nextval(func.pg_get_serial_sequence("door_message", "number"))).scalar_subquery()
    in_place = fresh.on_conflict_do_update(
        index_elements=[door_message.c.person_id, door_message.c.id],
        set_={"activity": fresh.excluded.activity, "number": newest},
        where=door_message.c.activity != fresh.excluded.activity,
    )
    await connection.execute(in_place)


async def take_message_away(connection: AsyncConnection, person_id: UUID, message: UUID) -> None:
    """Take a message out of somebody's window; one that is gone already is fine."""
    mine = (door_message.c.person_id == person_id) & (door_message.c.id == message)
    await connection.execute(delete(door_message).where(mine))


async def messages_since(connection: AsyncConnection, person_id: UUID, watermark: int) -> Sequence[Mapping[str, Any]]:
    """Return the messages after a watermark in the order in which they came, as rows with number, id, activity and at."""
    rows = await connection.execute(
        select(door_message)
        .where(door_message.c.person_id == person_id, door_message.c.number > watermark)
        .order_by(door_message.c.number)
        .limit(AT_ONCE)
    )
    return tuple(row._asdict() for row in rows)
