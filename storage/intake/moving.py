"""Moving people between intakes: to a company that let them in, or one that was filled in for them by telephone."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.intake.snapshots import stored_name
from storage.tables.people import answer, intake, person


async def take_over(
    connection: AsyncConnection, person_id: UUID, intake_id: UUID, current: Mapping[str, Any]
) -> Mapping[str, Any]:
    """Make what was said on the telephone about whoever answered this person's own; return the snapshot so."""
    answers = current.get("answers", {})
    own = {name: stored_name(name, person_id) for name in answers if stored_name(name, person_id) != name}
    for name, mine in own.items():
        theirs = (answer.c.intake_id == intake_id) & (answer.c.name == name)
        await connection.execute(update(answer).where(theirs).values(name=mine))
    return {**current, "answers": {own.get(name, name): value for name, value in answers.items()}}


async def move(connection: AsyncConnection, person_id: UUID, own: UUID, other: UUID) -> None:
    """Move a person to another intake, and clean up the one they leave when nobody else is in it."""
    await connection.execute(update(person).where(person.c.id == person_id).values(intake_id=other))
    await connection.execute(update(intake).where(intake.c.id == other).values(contacts=intake.c.contacts + 1, phoned=False))
    empty = select(person.c.id).where(person.c.intake_id == own).exists()
    await connection.execute(delete(intake).where(intake.c.id == own, ~empty))
