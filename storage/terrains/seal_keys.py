"""The keys behind our seals: made at first use, renewed every year, and let go when no card of theirs matters any more."""

import datetime
import secrets

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.terrains.seals import SIZE, Seals
from storage.tables.seals import FRESH, KEPT, seal_key

_KEYS = select(seal_key.c.key, seal_key.c.made_at).order_by(seal_key.c.made_at.desc(), seal_key.c.id.desc())


async def read_seals(connection: AsyncConnection, now: datetime.datetime) -> Seals:
    """Return the keys. Two processes that make one at the same moment both keep theirs, and each knows both from then on."""
    rows = (await connection.execute(_KEYS.where(seal_key.c.made_at > now - KEPT))).all()
    if rows and rows[0].made_at > now - FRESH:
        return Seals(tuple(row.key for row in rows))
    new = secrets.token_bytes(SIZE)
    await connection.execute(insert(seal_key).values(key=new, made_at=now))
    return Seals((new, *(row.key for row in rows)))
