"""First consents that ended: what was kept on them is erased when nobody gave them again in time."""

import datetime

from sqlalchemy import DateTime, and_, cast, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.consent.consents import Purpose, State
from storage.erasure import erase_intake, erase_person
from storage.tables.people import intake, person


async def erase_ended(connection: AsyncConnection, before: datetime.datetime) -> int:
    """Erase everybody whose first consent ended before a moment, as if they had taken it back; return how many there were.

    A company goes with its last contact, and one that only said yes by telephone goes by itself.
    """
    kept, moment = person.c.place["kept"], DateTime(timezone=True)
    over = and_(kept["state"].astext == State.GIVEN.value, cast(kept["until"].astext, moment) < before)
    people = select(person.c.id).join(intake, intake.c.id == person.c.intake_id).where(over).order_by(person.c.id)
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
