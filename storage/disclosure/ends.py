"""When what companies agreed to ends by itself: nothing changes then, so whoever keeps what was made of it must know."""

import datetime
from collections.abc import Collection
from typing import cast
from uuid import UUID

from sqlalchemy import Uuid, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncConnection

# Of some intakes, or of those on a terrain: what they share, and what each of their people lets us keep.
FIRST_END = text("""
    with those as (select id from intake where terrain_id = :terrain union select unnest(:ids)),
    ends as (
        select (decision.value ->> 'until')::timestamptz as until
        from those join intake on intake.id = those.id
        cross join lateral jsonb_each(intake.current -> 'consents') as decision
        where decision.value ->> 'state' in ('given', 'given_by_phone')
        union all
        select (person.place -> 'kept' ->> 'until')::timestamptz
        from those join person on person.intake_id = those.id
        where person.place -> 'kept' ->> 'state' = 'given'
    )
    select min(until) from ends where until > :now
""").bindparams(bindparam("ids", type_=ARRAY(Uuid)))


async def first_end(
    connection: AsyncConnection, now: datetime.datetime, *, terrain: str = "", ids: Collection[UUID] = ()
) -> datetime.datetime | None:
    """Return when the first consent ends, after now, of the companies on a terrain or of these; None when none does."""
    found = await connection.execute(FIRST_END, {"terrain": terrain, "ids": sorted(ids), "now": now})
    return cast("datetime.datetime | None", found.scalar_one())
