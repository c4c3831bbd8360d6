"""Keeping papers for a day: for the person they were made for, or behind a link that only who got it knows."""

import datetime
import hashlib
import secrets
from collections.abc import Collection
from uuid import UUID, uuid4

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.papers import Paper
from storage.tables.paper import paper as table

# Long enough to open what was asked for yesterday afternoon, short enough that a link that wandered off is worth nothing.
KEPT = datetime.timedelta(hours=24)


def new_token() -> str:
    """Return the secret of a link: 256 random bits in 43 characters."""
    return secrets.token_urlsafe(32)


def digest(token: str) -> bytes:
    """Return what is kept of a secret: enough to recognise it, too little to make the link."""
    return hashlib.sha256(token.encode()).digest()


async def keep_paper(
    connection: AsyncConnection, paper: Paper, person: UUID | None, now: datetime.datetime, *, token: str | None = None
) -> UUID:
    """Keep a paper until tomorrow and return its id; `person` is who alone may have it, `token` the secret of its link."""
    kept = uuid4()
    await connection.execute(
        table.insert().values(
            id=kept,
            person_id=person,
            about=sorted(paper.about),
            name=paper.name,
            media_type=paper.media_type,
            description=paper.description,
            content=paper.content,
            token_digest=digest(token) if token else None,
            until=now + KEPT,
        )
    )
    return kept


async def linked_paper(connection: AsyncConnection, token: str, now: datetime.datetime) -> Paper | None:
    """Return the paper behind a link; None for an unknown and for an expired one alike."""
    row = (
        await connection.execute(select(table).where(table.c.token_digest == digest(token), table.c.until > now))
    ).one_or_none()
    return Paper(row.name, row.media_type, row.content, row.description, frozenset(row.about)) if row else None


async def erase_papers_about(connection: AsyncConnection, intakes: Collection[UUID]) -> None:
    """Erase every paper with facts of these intakes in it; those of an erased person go with the person."""
    if intakes:
        await connection.execute(delete(table).where(table.c.about.overlap(list(intakes))))


async def erase_old_papers(connection: AsyncConnection, now: datetime.datetime) -> int:
    """Erase papers whose day is over; return how many there were."""
    return (await connection.execute(delete(table).where(table.c.until <= now))).rowcount
