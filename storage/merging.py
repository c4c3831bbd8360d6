"""One person, two doors: whoever came without Teams and is now known there becomes one person, and nothing is lost unasked."""

from collections.abc import Iterator
from functools import cache
from uuid import UUID

from sqlalchemy import Column, PrimaryKeyConstraint, UniqueConstraint, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database.migrate import all_tables
from storage.erasure import erase_intakes, erase_own_answers
from storage.tables.people import consent_event, intake, person
from storage.tables.turn import turn

LOOSE = (turn.c.person_id, consent_event.c.person_id)  # name a person without a foreign key


async def merge(connection: AsyncConnection, goes: UUID, stays: UUID, *, empty: bool) -> None:
    """Let one person go on as another: all that hangs on them moves, but for their answers, which are erased.

    `empty` says that they gave none; then also what was decided and sent about their empty intake moves. Runs in the caller's
    transaction, in which both people and their intakes are locked.
    """
    rows = await connection.execute(select(person.c.id, person.c.intake_id).where(person.c.id.in_((goes, stays))))
    intakes = {row.id: row.intake_id for row in rows}
    left, kept = intakes[goes], intakes[stays]
    for column in ties():
        others = column.table.alias()
        taken = [
            select(others).where(others.c[column.name] == stays, *(others.c[one.name] == one for one in beside)).exists()
            for beside in unique_with(column)
        ]
        moves = update(column.table).where(column == goes, *(~one for one in taken))
        await connection.execute(moves.values({column.name: stays}))
    await connection.execute(delete(person).where(person.c.id == goes))
    alone = (await connection.execute(select(person.c.id).where(person.c.intake_id == left).limit(1))).one_or_none() is None
    if not alone:
        await erase_own_answers(connection, left, goes)
    elif empty:
        for table in (turn, consent_event):
            await connection.execute(update(table).where(table.c.intake_id == left).values(intake_id=kept))
        await connection.execute(delete(intake).where(intake.c.id == left))
    else:
        await erase_intakes(connection, [left])


async def move_key(connection: AsyncConnection, person_id: UUID, tenant: str, object_id: str) -> None:
    """Let somebody be known by another key from now on. Nobody else may have it any more."""
    await connection.execute(update(person).where(person.c.id == person_id).values(tenant=tenant, object_id=object_id))


@cache
def ties() -> tuple[Column[UUID], ...]:
    """Return every column that ties a row to a person."""
    columns = (column for table in all_tables().sorted_tables for column in table.c)
    return (*(one for one in columns if any(key.column is person.c.id for key in one.foreign_keys)), *LOOSE)


def unique_with(column: Column[UUID]) -> Iterator[tuple[Column[object], ...]]:
    """Yield, for everything that must be there once, the columns beside this one: what the other person has already stays."""
    table = column.table
    rules = [one.columns for one in table.constraints if isinstance(one, PrimaryKeyConstraint | UniqueConstraint)]
    for together in (*rules, *(one.columns for one in table.indexes if one.unique)):
        if column.name in together:
            yield tuple(one for one in together if one.name != column.name)
