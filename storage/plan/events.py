"""The log of terrains: recording events together with what follows from them, and reading both."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, func, literal, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.notices.notice import Happening
from domain.notices.topics import BY_EVENT
from domain.plan.calendar import due, standing
from domain.plan.events import VERSION, NewEvent, PlanKind, TerrainEvent
from domain.plan.folding import fold, state_of
from domain.plan.state import TerrainState
from storage.notices.notices import Notices
from storage.tables.dossier import terrain_event, terrain_state
from storage.tables.people import person


@dataclass(slots=True)
class Dossiers:
    """The dossiers of all terrains, for one person and the length of one turn."""

    connection: AsyncConnection
    person: UUID | None
    notices: Notices | None = None

    async def record(self, *events: NewEvent, seen: int | None = None) -> TerrainState | None:
        """Record events of one terrain and return its state; None when it is not at revision `seen` any more.

        The row of the terrain is locked first, so that events of two people get a number one after the other. Whoever follows
        the terrain gets a notice.
        """
        (terrain_id,) = {event.terrain for event in events}
        state = await self.lock(terrain_id)
        if seen not in (None, state.revision):
            return None
        if self.notices is not None:
            await self.notices.happened(*(news_of(event, state) for event in events if event.kind in BY_EVENT))
        for event in events:
            recorded = numbered(event, state.revision + 1, self.person)
            await self.connection.execute(terrain_event.insert().values(**row_of(recorded)))
            state = fold(state, recorded)
        await write(self.connection, terrain_id, state)
        return state

    async def lock(self, terrain_id: str) -> TerrainState:
        """Return the state of a terrain, its row locked; the row is made when there is none."""
        statement = insert(terrain_state).values(terrain_id=terrain_id)
        same = statement.on_conflict_do_update(index_elements=["terrain_id"], set_={"terrain_id": terrain_id})
        row = (await self.connection.execute(same.returning(terrain_state.c.current))).one()
        return TerrainState.model_validate(row.current)

    async def state(self, terrain_id: str) -> TerrainState:
        """Return how far a terrain is; an empty state when nothing happened yet."""
        return (await self.states((terrain_id,)))[terrain_id]

    async def states(self, terrain_ids: Collection[str]) -> Mapping[str, TerrainState]:
        """Return the same of several terrains, in one statement."""
        these = select(terrain_state.c.terrain_id, terrain_state.c.current).where(terrain_state.c.terrain_id.in_(terrain_ids))
        stored = {row.terrain_id: row.current for row in await self.connection.execute(these)}
        return {of: TerrainState.model_validate(stored[of]) if of in stored else TerrainState() for of in terrain_ids}

    async def history(
        self, terrain_id: str, *, limit: int = 50, before: int | None = None, kinds: Collection[str] = ()
    ) -> Sequence[TerrainEvent]:
        """Return events of a terrain, newest first, each with the name of whoever did it."""
        these = [terrain_event.c.terrain_id == terrain_id]
        these += [terrain_event.c.id < before] if before is not None else []
        these += [terrain_event.c.kind.in_(kinds)] if kinds else []
        found = await self.connection.execute(
            select(terrain_event, func.coalesce(person.c.name, "").label("who"))
            .outerjoin(person, person.c.id == terrain_event.c.person_id)
            .where(*these)
            .order_by(terrain_event.c.revision.desc())
            .limit(limit)
        )
        return tuple(event_of(row) for row in found)


def news_of(event: NewEvent, state: TerrainState) -> Happening:
    """Return an event as it is told to whoever follows the terrain; `state` is how far that was before."""
    session = event.data.get("session")
    changed = isinstance(session, Mapping) and str(session.get("id")) in state.sessions
    told = {name: event.data[name] for name in ("step", "route", "outcome", "session") if name in event.data}
    return Happening(BY_EVENT[event.kind], event.terrain, event.company, {**told, "event": event.kind, "changed": changed})


def numbered(event: NewEvent, revision: int, person_id: UUID | None) -> TerrainEvent:
    data = {"version": VERSION, **event.data}
    return TerrainEvent(event.terrain, event.kind, event.at, data, event.why, event.company, 0, revision, person_id)


def row_of(event: TerrainEvent) -> dict[str, Any]:
    """Return an event as a row of the log."""
    return {
        "terrain_id": event.terrain,
        "revision": event.revision,
        "kind": event.kind,
        "data": dict(event.data),
        "why": event.why,
        "intake_id": event.company,
        "person_id": event.person,
        "at": event.at,
    }


def event_of(row: Row[Any]) -> TerrainEvent:
    """Return a row of the log as an event."""
    return TerrainEvent(
        row.terrain_id, row.kind, row.at, row.data, row.why, row.intake_id, row.id, row.revision, row.person_id, row.who
    )


async def write(connection: AsyncConnection, terrain_id: str, state: TerrainState) -> None:
    """Keep a state, with the columns that lists are filtered and sorted by; the row is there and locked."""
    values = {
        "revision": state.revision,
        "current": state.model_dump(mode="json"),
        "standing": standing(state),
        "step": state.step,
        "since": state.visit.since if state.visit else None,
        "route": state.route,
        "outcome": state.outcome,
        "director": state.director,
        "due": due(state),
        "recheck": state.recheck,
        "first_contact": state.first_contact,
        "last_contact": state.last_contact,
    }
    await connection.execute(update(terrain_state).where(terrain_state.c.terrain_id == terrain_id).values(values))


async def rebuild(connection: AsyncConnection, terrain_id: str) -> TerrainState:
    """Make the state of a terrain anew from its log, and return it."""
    await Dossiers(connection, None).lock(terrain_id)
    log = select(terrain_event, literal("").label("who")).where(terrain_event.c.terrain_id == terrain_id)
    state = state_of([event_of(row) for row in await connection.execute(log.order_by(terrain_event.c.revision))])
    await write(connection, terrain_id, state)
    return state


async def erase_from_dossiers(connection: AsyncConnection, companies: Collection[UUID]) -> None:
    """Empty every event about these companies, whether an id is of an intake or of the register. Numbers and days stay."""
    await empty_events(connection, terrain_event.c.intake_id.in_(companies))


async def erase_about_entries(connection: AsyncConnection, terrain_id: str, entries: Collection[int]) -> None:
    """Empty every event about these entries of a terrain."""
    said = terrain_event.c.data["entry"].astext.in_([str(number) for number in entries])
    await empty_events(connection, (terrain_event.c.terrain_id == terrain_id) & said)


async def empty_events(connection: AsyncConnection, those: ColumnElement[bool]) -> None:
    """Empty events, and make the terrains' states anew without them."""
    nothing = {"kind": PlanKind.ERASED, "data": {"version": VERSION}, "why": "", "intake_id": None}
    emptied = await connection.execute(update(terrain_event).where(those).values(nothing).returning(terrain_event.c.terrain_id))
    for terrain_id in sorted(set(emptied.scalars())):
        await rebuild(connection, terrain_id)
