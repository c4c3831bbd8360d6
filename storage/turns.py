"""Turns after they were stored: noting what was sent, and finding what a crash left unsent."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Uuid, and_, bindparam, case, column, func, select, text, update
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables.people import person
from storage.tables.turn import turn

SENT = (
    func.jsonb_to_recordset(bindparam("sent", type_=JSONB))
    .table_valued(column("id", Uuid), column("ids", JSONB), name="sent")
    .render_derived(with_types=True)
)
COMPLETE = func.jsonb_array_length(turn.c.ids) + func.jsonb_array_length(SENT.c.ids) >= func.jsonb_array_length(turn.c.outgoing)
# What was sent is not kept: it may be about somebody who is erased next. Of a turn of nobody we still know only the key stays.
ORPHANED = and_(COMPLETE, turn.c.person_id.is_(None))
NOTE = (
    update(turn)
    .where(turn.c.id == SENT.c.id)
    .values(
        ids=turn.c.ids.op("||")(SENT.c.ids),
        sent_at=case((COMPLETE, func.now())),
        lease_until=func.now() + text("interval '5 seconds'"),
        outgoing=case((COMPLETE, text("'[]'::jsonb")), else_=turn.c.outgoing),
        reference=case((ORPHANED, text("'{}'::jsonb")), else_=turn.c.reference),
    )
)


async def note_sent(connection: AsyncConnection, sent: Sequence[tuple[UUID, list[str | None]]]) -> None:
    """Note the ids of what was sent, for many turns at once; fewer ids than replies leaves the rest to be sent."""
    rows = [{"id": str(turn_id), "ids": ids} for turn_id, ids in sent]
    await connection.execute(NOTE, {"sent": rows})


async def claim_unsent(connection: AsyncConnection, limit: int) -> list[dict[str, Any]]:
    """Claim turns whose replies were not all sent and whose lease ended; nobody else gets them for a minute."""
    due = (
        select(turn.c.id)
        .where(turn.c.sent_at.is_(None), turn.c.lease_until < func.now())
        .order_by(turn.c.at)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    claimed = await connection.execute(
        update(turn).where(turn.c.id.in_(due)).values(lease_until=func.now() + text("interval '1 minute'")).returning(turn)
    )
    return sorted((dict(row._mapping) for row in claimed), key=lambda row: row["at"])  # noqa: SLF001 - SQLAlchemy's own name


async def reach(connection: AsyncConnection, person_id: UUID) -> tuple[str, dict[str, Any]] | None:
    """Return the tenant and the conversation reference of a person; None when they cannot be reached."""
    row = (await connection.execute(select(person.c.tenant, person.c.reference).where(person.c.id == person_id))).one_or_none()
    return (row.tenant, row.reference) if row and row.reference else None


async def find_turn(connection: AsyncConnection, tenant: str, conversation: str, activity: str) -> dict[str, Any] | None:
    """Return a stored turn by its key; None when this activity is new."""
    key = (turn.c.tenant == tenant) & (turn.c.conversation == conversation) & (turn.c.activity == activity)
    row = (await connection.execute(select(turn).where(key))).one_or_none()
    return dict(row._mapping) if row else None  # noqa: SLF001 - SQLAlchemy's own name
