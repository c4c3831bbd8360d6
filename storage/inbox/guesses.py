"""Wrong codes, counted in the database for all processes: who tried too many waits, with a right one too."""

import datetime

from sqlalchemy import distinct, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.door.sessions import TENANT as DOOR
from domain.inbox.requests import WrongCodes
from storage.tables.inbox import WRONG_CODES_DAYS, wrong_code

# Own assumptions: who reads a code from a letter is right within five tries; fifty in an hour are not made by people who read.
# After that everybody of the tenant has one wrong try an hour: the first right one still works.
HOUR = datetime.timedelta(hours=1)
MOST_OF_PERSON = 5
MOST_OF_TENANT = 50


async def must_wait(connection: AsyncConnection, tenant: str, who: str, now: datetime.datetime) -> bool:
    """Say whether somebody, known by a digest, tried too many wrong codes to try another one now."""
    mine = func.count().filter(wrong_code.c.who == who)
    lately = (wrong_code.c.tenant == tenant) & (wrong_code.c.at > now - HOUR)
    row = (await connection.execute(select(mine.label("mine"), func.count().label("all")).where(lately))).one()
    return bool(row.mine >= (1 if row.all >= MOST_OF_TENANT else MOST_OF_PERSON))


async def note_wrong(connection: AsyncConnection, tenant: str, who: str, now: datetime.datetime) -> None:
    """Count a code that does not exist."""
    await connection.execute(wrong_code.insert().values(tenant=tenant, who=who, at=now))


async def count_wrong(connection: AsyncConnection, tenant: str, now: datetime.datetime) -> WrongCodes:
    """Return how many wrong codes were tried in the last week, in a tenant and by people without Teams."""
    lately = wrong_code.c.tenant.in_((tenant, DOOR)) & (wrong_code.c.at > now - datetime.timedelta(days=WRONG_CODES_DAYS))
    counted = select(func.count().label("tries"), func.count(distinct(wrong_code.c.who)).label("people")).where(lately)
    row = (await connection.execute(counted)).one()
    return WrongCodes(row.tries, row.people)
