"""One person, two doors: whoever came without Teams and is now known there becomes one person, and nothing is lost unasked."""

from collections.abc import Iterator
from functools import cache
from uuid import UUID

from sqlalchemy import Column, PrimaryKeyConstraint, UniqueConstraint, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.door.keys import KeyHolder
from storage.database.migrate import all_tables
from storage.erasure import erase_intakes, erase_own_answers
from storage.tables.door import door_message
from storage.tables.people import answer, consent_event, intake, person
from storage.tables.turn import turn

LOOSE = (turn.c.person_id, consent_event.c.person_id)  # name a person without a foreign key


async def join_doors(
    connection: AsyncConnection, me: UUID, mine: UUID, holder: KeyHolder, key: tuple[str, str], *, answered: bool, keeps: bool
) -> UUID:
    """Let whoever writes in Teams (`me`, with intake `mine`) be the holder of a key, and return the intake of both.

    `key` is their tenant and object id; `answered` says that they gave answers: with `keeps` these stay, and the holder's go.
    """
    if keeps:
        await take_along(connection, mine, me, holder.person)
    if keeps and holder.intake != mine:
        await leave_for(connection, holder.person, holder.intake, mine)
    await merge(connection, me, holder.person, empty=not answered)
    await move_key(connection, holder.person, *key)
    return mine if keeps else holder.intake


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
    if not await is_empty(connection, left):
        await erase_own_answers(connection, left, goes)
    elif empty:
        for table in (turn, consent_event):
            await connection.execute(update(table).where(table.c.intake_id == left).values(intake_id=kept))
        await connection.execute(delete(intake).where(intake.c.id == left))
    else:
        await erase_intakes(connection, [left])


async def leave_for(connection: AsyncConnection, person_id: UUID, own: UUID, other: UUID) -> None:
    """Let somebody leave their own intake for another, without what they answered there, or read of it in their window."""
    await connection.execute(update(person).where(person.c.id == person_id).values(intake_id=other))
    await connection.execute(update(intake).where(intake.c.id == other).values(contacts=intake.c.contacts + 1))
    await connection.execute(delete(door_message).where(door_message.c.person_id == person_id))
    await (erase_intakes(connection, [own]) if await is_empty(connection, own) else erase_own_answers(connection, own, person_id))


async def take_along(connection: AsyncConnection, intake_id: UUID, old: UUID, new: UUID) -> None:
    """Make what somebody said about themselves in an intake that of another, as far as that one said nothing of it."""
    current = (await connection.execute(select(intake.c.current).where(intake.c.id == intake_id))).scalar_one()
    given = current.get("answers", {})
    names = {name: f"{name.removesuffix(old.hex)}{new.hex}" for name in given if name.endswith(f"@{old.hex}")}
    fresh = {name: mine for name, mine in names.items() if mine not in given}
    for name, mine in fresh.items():
        theirs = (answer.c.intake_id == intake_id) & (answer.c.name == name)
        await connection.execute(update(answer).where(theirs).values(name=mine))
    answers = {fresh.get(name, name): value for name, value in given.items()}
    await connection.execute(update(intake).where(intake.c.id == intake_id).values(current={**current, "answers": answers}))


async def is_empty(connection: AsyncConnection, intake_id: UUID) -> bool:
    """Say whether nobody answers in an intake any more."""
    someone = select(person.c.id).where(person.c.intake_id == intake_id).limit(1)
    return (await connection.execute(someone)).one_or_none() is None


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
