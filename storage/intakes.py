"""Loading a person with their intake in one statement, locked or not; and what a turn changes of them."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypedDict
from uuid import UUID, uuid4

from psycopg.types.json import Jsonb
from pydantic_core import to_json
from sqlalchemy import (
    Column,
    ColumnElement,
    Integer,
    ScalarSelect,
    Select,
    String,
    Uuid,
    bindparam,
    cast,
    column,
    func,
    literal_column,
    select,
    true,
)
from sqlalchemy.dialects.postgresql import JSONB, insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.access import Grant
from domain.answers import Answer
from domain.channels import base_of
from domain.consents import Decision, Purpose
from domain.intake import Intake
from domain.stage import Stage
from domain.way import Depth
from storage.access import HELD, LINKED, PERSON, Met, held_by, read_grants
from storage.channels import KNOWN
from storage.snapshots import read_answers, read_consents
from storage.swift import Swift, on_their_own
from storage.tables.people import intake, person
from storage.tables.turn import turn
from storage.together import MOST, Together
from storage.transactions import Database


@dataclass(frozen=True, slots=True)
class Loaded:
    """A person and the intake they work on.

    `seen` tells both rows' versions; `current` is the snapshot as stored; `earlier` is the stored turn when this activity was
    handled before; `card` is the activity id of the card that the person's place remembers, None when it is not known (yet).
    """

    person: UUID
    name: str
    place: Mapping[str, Any]
    intake: Intake
    current: Mapping[str, Any]
    acting: bool
    seen: tuple[str, str]
    grants: tuple[Grant, ...] = ()
    card: str | None = None
    earlier: Mapping[str, Any] | None = field(default=None)


INTAKE: tuple[Column[Any], ...] = (
    intake.c.id,
    intake.c.revision,
    intake.c.current,
    intake.c.depth,
    intake.c.phoned,
    intake.c.contacts,
    intake.c.confirmed_at,
)
CARD = (
    select(turn.c.ids[turn.c.card].astext)
    .where(turn.c.id == cast(person.c.place["card"].astext, Uuid))
    .correlate(person)
    .scalar_subquery()
)
# PostgreSQL gives a row another xmin with every change, whoever makes it: the version of the row.
VERSION: tuple[ColumnElement[Any], ...] = (
    literal_column("person.xmin::text").label("person_seen"),
    literal_column("intake.xmin::text").label("intake_seen"),
)


def earlier_of(tenant: ColumnElement[str], conversation: ColumnElement[str], activity: ColumnElement[str]) -> ScalarSelect[Any]:
    """Return the expression for the turn that was stored of an activity."""
    key = (turn.c.tenant == tenant, turn.c.conversation == conversation, turn.c.activity == activity)
    return select(func.to_jsonb(turn.table_valued())).where(*key).scalar_subquery()


def looked_at(key: Callable[[str], ColumnElement[str]]) -> Select[Any]:
    """Return the statement that finds somebody with their intake; `key` makes an expression of the name of a key."""
    tenant, object_id = key("tenant"), key("object_id")
    return (
        select(
            *VERSION,
            person.c.id.label("person"),
            person.c.name,
            person.c.place,
            person.c.acting_for,
            *INTAKE,
            held_by(tenant, object_id).label("held"),
            CARD.label("card"),
            earlier_of(tenant, key("conversation"), key("activity")).label("earlier"),
        )
        .join(intake, intake.c.id == func.coalesce(person.c.acting_for, person.c.intake_id))
        .where(person.c.tenant == tenant, person.c.object_id == object_id)
    )


def parameter(name: str) -> ColumnElement[str]:
    """Return a key as a parameter of the statement."""
    return bindparam(name, type_=String)


EARLIER = earlier_of(parameter("tenant"), parameter("conversation"), parameter("activity"))
# What only points at the rows, as long work does, need not wait.
LOAD = looked_at(parameter).with_for_update(of=[person, intake], key_share=True)
ASKED = (
    func.jsonb_to_recordset(bindparam("asked", type_=JSONB))
    .table_valued(
        column("number", Integer),
        *(column(name, String) for name in ("tenant", "object_id", "conversation", "activity")),
        name="given",
    )
    .render_derived(with_types=True)
)
# So many at most, which the planner has to know: for the hundred that it expects otherwise it would read whole tables.
GIVEN = select(ASKED).limit(MOST).subquery("asked")
LOOK_UP = Swift(looked_at(lambda name: literal_column(f"asked.{name}")).add_columns(GIVEN.c.number).join(GIVEN, true()))

MEET = select(
    EARLIER.label("earlier"), HELD.label("held"), LINKED.label("linked"), PERSON.label("person"), KNOWN.label("channel")
)


class Handled(Exception):  # noqa: N818 - named for what is so
    """An activity of somebody who was erased since is delivered once more; `turn` is the stored row, its words gone."""

    def __init__(self, turn_row: Mapping[str, Any]) -> None:
        """Keep the row."""
        super().__init__("handled before")
        self.turn = turn_row


class Keys(TypedDict):
    """By what a person is found, and by what a turn that was taken before."""

    tenant: str
    object_id: str
    conversation: str
    activity: str


def looking(database: Database) -> Together[Keys, Loaded | None]:
    """Return what finds people with their intakes, not locked; None for somebody new. `storing` makes sure of it."""

    async def look(asked: Sequence[Keys]) -> Sequence[Loaded | None]:
        found: dict[int, Loaded] = {}
        numbered = [{"number": number, **keys} for number, keys in enumerate(asked)]
        async with on_their_own(database) as driver:
            async for row in await LOOK_UP.run(driver, asked=Jsonb(numbered, to_json)):
                found[row.number] = read_loaded(row)
        return [found.get(number) for number in range(len(asked))]

    return Together(look)


async def load(connection: AsyncConnection, keys: Keys) -> Loaded:
    """Return the person, locked with their intake; makes both for somebody new. Raises Handled."""
    row = (await connection.execute(LOAD, keys)).one_or_none()
    if row is None:
        earlier = (await connection.execute(select(EARLIER.label("earlier")), keys)).scalar_one()
        if earlier is not None:
            raise Handled(earlier)
        await make_person(connection, keys["tenant"], keys["object_id"])
        row = (await connection.execute(LOAD, keys)).one()
    return read_loaded(row)


def read_loaded(row: Any) -> Loaded:  # noqa: ANN401 - a row of LOOK, from SQLAlchemy or from the driver
    """Return what was loaded."""
    acting = row.acting_for is not None
    return Loaded(
        person=row.person,
        name=row.name,
        place=row.place,
        intake=read_intake(row, None if acting else row.person),
        current=row.current,
        acting=acting,
        seen=(row.person_seen, row.intake_seen),
        grants=read_grants(row.held),
        card=row.card,
        earlier=row.earlier,
    )


async def meet(connection: AsyncConnection, *, tenant: str, object_id: str, conversation: str, activity: str, team: str) -> Met:
    """Return who says something in a channel or group chat; locks and makes nothing. `team` is Teams' id of its team."""
    keys = {"tenant": tenant, "object_id": object_id, "conversation": conversation, "activity": activity, "team": team}
    row = (await connection.execute(MEET, keys | {"base": base_of(conversation)})).one()
    return Met(read_grants(row.held), row.person, row.linked, row.earlier, row.channel)


def read_intake(row: Any, viewer: UUID | None) -> Intake:  # noqa: ANN401 - as above
    """Return a row of the intake table as this viewer may see it."""
    return Intake(
        id=row.id,
        revision=row.revision,
        depth=Depth(row.depth) if row.depth else None,
        confirmed_at=row.confirmed_at,
        phoned=row.phoned,
        contacts=row.contacts,
        answers=read_answers(row.current, viewer),
        consents=read_consents(row.current),
    )


async def make_person(connection: AsyncConnection, tenant: str, object_id: str, name: str = "") -> None:
    """Make somebody new with an empty intake; harmless when another turn was first. A name is for who holds a role."""
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
    """What one turn changed of a person and their intake; keys of `given` are stored names, `stage` and `name` stay when None."""

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

    @property
    def company(self) -> str:
        """Return the company's name from the snapshot, empty when not known."""
        return str((self.current.get("answers", {}).get("company.name") or [None])[0] or "")

    @property
    def terrain(self) -> str | None:
        """Return the id of the terrain from the snapshot, None when not known."""
        value = (self.current.get("answers", {}).get("company.terrain") or [None])[0]
        return value.get("id") if isinstance(value, dict) else None
