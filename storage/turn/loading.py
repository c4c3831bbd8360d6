"""Loading a person with their intake in one statement: one of them locked, or all who ask at the same moment as they are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol
from uuid import UUID

from psycopg.types.json import Jsonb
from pydantic_core import to_json
from sqlalchemy import (
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
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.access.roles import Grant
from domain.demand.measured import MeasuredDays
from domain.door.sessions import TENANT
from domain.intake.intake import Intake
from domain.notices.channels import base_of
from storage.database.batcher import MOST, Batcher
from storage.database.prepared import PreparedStatement, on_their_own
from storage.database.transactions import Database
from storage.intake.intakes import INTAKE, make_person, read_intake
from storage.intake.measured import read_measured
from storage.tables.channel import channel
from storage.tables.people import intake, person
from storage.tables.turn import turn
from storage.turn.roles import HELD, LINKED, PERSON, Met, held_by, read_grants


@dataclass(frozen=True, slots=True)
class Loaded:
    """A person and the intake they work on.

    `seen` tells both rows' versions; `current` is the snapshot as stored; `earlier` is the stored turn when this activity was
    handled before; `card` is the activity id of the card that the person's place remembers, None when it is not known (yet).
    `measured` are the days that the meter of the company told.
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
    measured: MeasuredDays | None = None
    earlier: Mapping[str, Any] | None = field(default=None)

    def same_as(self, other: "Loaded") -> bool:
        """Say whether whatever is decided on the one holds for the other."""
        return (self.seen, self.grants, self.earlier) == (other.seen, other.grants, other.earlier)


class Handled(Exception):  # noqa: N818 - named for the state it tells
    """An activity of somebody who was erased since is delivered once more; `turn` is the stored row, its words gone."""

    def __init__(self, turn_row: Mapping[str, Any]) -> None:
        super().__init__("handled before")
        self.turn = turn_row


class Vanished(Exception):  # noqa: N818 - named for the state it tells
    """Whoever came without Teams is known by another key by now, or was erased: nobody new is made of what was on its way."""


class Incoming(Protocol):
    """What an activity tells of itself: by this a person is found, and a turn that was taken before."""

    @property
    def tenant(self) -> str:
        """Teams' id of the tenant."""

    @property
    def object_id(self) -> str:
        """The person's id at Entra."""

    @property
    def conversation(self) -> str:
        """Teams' id of the chat."""

    @property
    def activity(self) -> str:
        """Teams' id of the activity."""


KEYS = ("tenant", "object_id", "conversation", "activity")


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


EARLIER = earlier_of(bindparam("tenant"), bindparam("conversation"), bindparam("activity"))
CHANNEL = (
    select(func.to_jsonb(channel.table_valued()))
    .where(channel.c.tenant == bindparam("tenant"), channel.c.conversation == bindparam("base"))
    .scalar_subquery()
)
MEET = select(
    EARLIER.label("earlier"), HELD.label("held"), LINKED.label("linked"), PERSON.label("person"), CHANNEL.label("channel")
)


def asked(name: str) -> ColumnElement[str]:
    """Return one of the keys of whoever is looked for."""
    return literal_column(f"asked.{name}", String)


# So many at most, which the planner has to know: for the hundred that it expects otherwise it would read whole tables.
ASKED = (
    select(
        func.jsonb_to_recordset(bindparam("asked", type_=JSONB))
        .table_valued(column("number", Integer), *(column(name, String) for name in KEYS), name="given")
        .render_derived(with_types=True)
    )
    .limit(MOST)
    .subquery("asked")
)
LOOK: Select[Any] = (
    select(
        *VERSION,
        person.c.id.label("person"),
        person.c.name,
        person.c.place,
        person.c.acting_for,
        *INTAKE,
        held_by(asked("tenant"), asked("object_id")).label("held"),
        CARD.label("card"),
        earlier_of(asked("tenant"), asked("conversation"), asked("activity")).label("earlier"),
        ASKED.c.number,
    )
    .join(intake, intake.c.id == func.coalesce(person.c.acting_for, person.c.intake_id))
    .join(ASKED, (person.c.tenant == ASKED.c.tenant) & (person.c.object_id == ASKED.c.object_id))
)
LOOK_UP = PreparedStatement(LOOK)
LOAD = LOOK.with_for_update(of=[person, intake], key_share=True)  # what only points at them, as long work does, need not wait


def numbered(these: Sequence[Incoming]) -> list[dict[str, Any]]:
    """Return the keys of these as the statement takes them; each row that is found tells the number of the one it is about."""
    return [{"number": number, **{key: getattr(one, key) for key in KEYS}} for number, one in enumerate(these)]


def looking(database: Database) -> Batcher[Incoming, Loaded | None]:
    """Return what finds people with their intakes, not locked; None for somebody new. `storing` makes sure of it."""

    async def look(these: Sequence[Incoming]) -> Sequence[Loaded | None]:
        async with on_their_own(database) as driver:
            rows = await LOOK_UP.run(driver, asked=Jsonb(numbered(these), to_json))
            found = {row.number: read_loaded(row) async for row in rows}
        return [found.get(number) for number in range(len(these))]

    return Batcher(look)


async def load(connection: AsyncConnection, incoming: Incoming) -> Loaded:
    """Return the person, locked with their intake; makes both for somebody new. Raises Handled and Vanished."""
    them = {"asked": numbered([incoming])}
    row = (await connection.execute(LOAD, them)).one_or_none()
    if row is None:
        key = {"tenant": incoming.tenant, "conversation": incoming.conversation, "activity": incoming.activity}
        earlier = (await connection.execute(select(EARLIER.label("earlier")), key)).scalar_one()
        if earlier is not None:
            raise Handled(earlier)
        if incoming.tenant == TENANT:
            raise Vanished
        await make_person(connection, incoming.tenant, incoming.object_id)
        row = (await connection.execute(LOAD, them)).one()
    return read_loaded(row)


def read_loaded(row: Any) -> Loaded:  # noqa: ANN401 - a row of LOOK, from SQLAlchemy or from the driver
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
        measured=read_measured(row.measured),
        earlier=row.earlier,
    )


async def meet(connection: AsyncConnection, *, tenant: str, object_id: str, conversation: str, activity: str, team: str) -> Met:
    """Return who says something in a channel or group chat; locks and makes nothing. `team` is Teams' id of its team."""
    keys = {"tenant": tenant, "object_id": object_id, "conversation": conversation, "activity": activity, "team": team}
    row = (await connection.execute(MEET, keys | {"base": base_of(conversation)})).one()
    return Met(read_grants(row.held), row.person, row.linked, row.earlier, row.channel)
