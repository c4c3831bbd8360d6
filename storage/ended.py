"""Everything whose time is over: erased by night, as each table declares.

Two take more along than their own rows: an intake its people, and somebody whose first consent ended what was kept on it.
"""

import datetime
from collections.abc import Awaitable, Callable, Mapping

from sqlalchemy import DateTime, Table, and_, cast, delete, select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.consent.consents import Purpose, State
from domain.door.sessions import TENANT
from storage.database.migrate import all_tables
from storage.erasure import erase_expired, erase_intake, erase_person
from storage.meter.meters import erase_counted_out
from storage.notices.threads import settle_threads
from storage.tables.base import Retention, retention_of
from storage.tables.door import door_session
from storage.tables.people import intake, person


async def sweep(connection: AsyncConnection, now: datetime.datetime) -> dict[str, int]:
    """Erase what its table keeps no longer at this moment; return how much of each."""
    await settle_threads(connection)  # before the turns that opened them go
    erased = {}
    for table in all_tables().sorted_tables:
        kept = retention_of(table)
        if kept.days is not None:
            before = now - datetime.timedelta(days=kept.days)
            by_name = BY_NAME.get(kept.erased_by)
            erased[table.name] = await (by_name(connection, before) if by_name else erase_old(connection, table, kept, before))
    return erased


async def erase_old(connection: AsyncConnection, table: Table, kept: Retention, before: datetime.datetime) -> int:
    """Erase the rows of a table whose moment was before another; return how many there were."""
    old = delete(table).where(table.c[kept.since] <= before, text(f"not ({kept.unless})"))
    return (await connection.execute(old)).rowcount


async def erase_ended(connection: AsyncConnection, before: datetime.datetime) -> int:
    """Erase everybody whose first consent ended before a moment, as if they had taken it back; return how many there were.

    A company goes with its last contact, and one that only said yes by telephone goes by itself. So does whoever came in without
    Teams before that moment, never said yes, and has no device any more on which to do so.
    """
    kept, moment = person.c.place["kept"], DateTime(timezone=True)
    over = and_(kept["state"].astext == State.GIVEN.value, cast(kept["until"].astext, moment) < before)
    works = select(door_session.c.id).where(door_session.c.person_id == person.c.id).exists()
    never = and_(person.c.tenant == TENANT, person.c.created_at < before, kept["state"].astext.is_(None), ~works)
    people = select(person.c.id).join(intake, intake.c.id == person.c.intake_id).where(over | never).order_by(person.c.id)
    gone = list((await connection.execute(people.with_for_update(skip_locked=True))).scalars())
    for one in gone:
        await erase_person(connection, one)
    said = intake.c.current["consents"][Purpose.KEEP.value]
    ended = and_(said["state"].astext == State.GIVEN_BY_PHONE.value, cast(said["until"].astext, moment) < before)
    by_phone = and_(intake.c.phoned, ended)
    calls = list((await connection.execute(select(intake.c.id).where(by_phone).with_for_update(skip_locked=True))).scalars())
    for one in calls:
        await erase_intake(connection, one)
    return len(gone) + len(calls)


BY_NAME: Mapping[str, Callable[[AsyncConnection, datetime.datetime], Awaitable[int]]] = {
    "erase_expired": erase_expired,
    "erase_ended": erase_ended,
    "erase_counted_out": erase_counted_out,
}
