"""Work that was started: kept until it is done, and done by one process at a time."""

import datetime
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import delete, exists, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables.people import person
from storage.tables.turn import turn
from storage.tables.work import work as table


@dataclass(frozen=True, slots=True)
class NewWork:
    """Work as it is kept: what, for whom, and where its card is."""

    id: UUID
    kind: str
    ids: Mapping[str, str]
    title: str
    person_id: UUID | None
    personal: bool
    tenant: str
    conversation: str
    reference: Mapping[str, Any]
    turn_id: UUID
    place: int
    at: datetime.datetime


async def keep_work(connection: AsyncConnection, new: NewWork) -> None:
    """Keep work that was started; a person who is not known (in a channel) is left out."""
    values = asdict(new)
    known = await connection.execute(select(exists().where(person.c.id == new.person_id)))
    if not known.scalar_one():
        values["person_id"] = None
    await connection.execute(table.insert().values(**values))


async def claim_work(connection: AsyncConnection, work_id: UUID) -> NewWork | None:
    """Return work to do in this transaction; None when it is done, was erased, or is being done by another process.

    No row is locked: whoever is erased meanwhile need not wait, their work is dropped at its end.
    """
    ours = await connection.execute(select(func.pg_try_advisory_xact_lock(work_id.int >> 65)))
    if not ours.scalar_one():
        return None
    row = (await connection.execute(select(table).where(table.c.id == work_id))).one_or_none()
    return NewWork(**row._mapping) if row else None  # noqa: SLF001 - SQLAlchemy's own name


async def finish_work(connection: AsyncConnection, work_id: UUID) -> bool:
    """Forget work that is done; False when it was erased meanwhile, so that nothing of it may be kept."""
    return (await connection.execute(delete(table).where(table.c.id == work_id))).rowcount == 1


async def card_of(connection: AsyncConnection, work: NewWork) -> str | None:
    """Return the activity id of the card that shows how far it is; None when that is not known (yet)."""
    place = select(turn.c.ids[work.place].astext).where(turn.c.id == work.turn_id)
    return (await connection.execute(place)).scalar_one_or_none()


async def is_sent(connection: AsyncConnection, turn_id: UUID) -> bool:
    sent = select(turn.c.sent_at.is_not(None)).where(turn.c.id == turn_id)
    return (await connection.execute(sent)).scalar_one_or_none() is not False


async def erase_old_works(connection: AsyncConnection, before: datetime.datetime) -> int:
    """Forget work that nobody finished; return how much there was."""
    return (await connection.execute(delete(table).where(table.c.at < before))).rowcount
