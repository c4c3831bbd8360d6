"""People and their intakes as rows: making, locking and reading them, and what a turn changes of them."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Column, Label, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.consent.consents import Decision, Purpose
from domain.intake.answers import TOLD_BY_METER, Answer
from domain.intake.intake import Intake
from domain.intake.path import Depth
from domain.intake.stage import Stage
from storage.intake.measured import MEASURED
from storage.intake.snapshots import read_answers, read_consents, read_value
from storage.tables.people import intake, person

INTAKE: tuple[Column[Any] | Label[Any], ...] = (
    intake.c.id,
    intake.c.revision,
    intake.c.current,
    intake.c.depth,
    intake.c.phoned,
    intake.c.test,
    intake.c.contacts,
    intake.c.confirmed_at,
    MEASURED,
)


def read_intake(row: Any, viewer: UUID | None) -> Intake:  # noqa: ANN401 - a row from SQLAlchemy or from the driver
    """Return a row of the intake table as this viewer may see it."""
    return Intake(
        id=row.id,
        revision=row.revision,
        depth=Depth(row.depth) if row.depth else None,
        confirmed_at=row.confirmed_at,
        phoned=row.phoned,
        test=row.test,
        contacts=row.contacts,
        answers=replace(read_answers(row.current, viewer), measured=TOLD_BY_METER if row.measured else frozenset()),
        consents=read_consents(row.current),
    )


async def make_person(connection: AsyncConnection, tenant: str, object_id: str, name: str = "") -> None:
    """Make somebody new with an empty intake; harmless when another turn was first. A name is for whoever holds a role."""
    fresh = uuid4()
    await connection.execute(intake.insert().values(id=fresh))
    made = await connection.execute(
        insert(person)
        .values(id=uuid4(), tenant=tenant, object_id=object_id, intake_id=fresh, name=name)
        .on_conflict_do_nothing()
        .returning(person.c.id)
    )
    if made.one_or_none() is None:
        await connection.execute(intake.delete().where(intake.c.id == fresh))


async def make_official(connection: AsyncConnection, tenant: str, object_id: str, name: str) -> UUID:
    """Make a person of somebody who holds a role and has no chat of their own yet; return their id."""
    await make_person(connection, tenant, object_id, name)
    them = (person.c.tenant == tenant) & (person.c.object_id == object_id)
    made: UUID = (await connection.execute(select(person.c.id).where(them))).scalar_one()
    return made


async def forget_reference(connection: AsyncConnection, tenant: str, object_id: str) -> None:
    """Forget how to reach somebody who removed the bot; they are known again at their next message."""
    them = (person.c.tenant == tenant) & (person.c.object_id == object_id)
    await connection.execute(person.update().where(them).values(reference={}))


async def lock_intake(
    connection: AsyncConnection, intake_id: UUID, viewer: UUID | None
) -> tuple[Intake, Mapping[str, Any]] | None:
    """Return another intake, locked, with its snapshot; None when it is gone."""
    row = (
        await connection.execute(select(*INTAKE).where(intake.c.id == intake_id).with_for_update(key_share=True))
    ).one_or_none()
    return (read_intake(row, viewer), row.current) if row else None


@dataclass(frozen=True, slots=True)
class Changes:
    """What one turn changed of a person and their intake, decided on the versions of both rows that were `seen`.

    Keys of `given` are stored names; `stage` and `name` stay when None. `beside`: it happened beside the chat in which this
    person is reached, so `reference` counts only where there is none.
    """

    person: UUID
    name: str | None
    place: Mapping[str, Any]
    reference: Mapping[str, Any]
    intake: UUID
    revision: int
    current: Mapping[str, Any]
    depth: Depth | None
    stage: Stage | None
    confirmed_at: datetime.datetime | None
    given: Mapping[str, Answer]
    decided: Mapping[Purpose, Decision]
    source: str
    now: datetime.datetime
    seen: tuple[str, str]
    beside: bool = False

    @property
    def company(self) -> str:
        """Return the company's name from the snapshot, empty when not known."""
        return str(read_value(self.current, "company.name") or "")

    @property
    def terrain(self) -> str | None:
        """Return the id of the terrain from the snapshot, None when not known."""
        value = read_value(self.current, "company.terrain")
        return value.get("id") if isinstance(value, dict) else None
