"""What the rounds of the bot look up: who wants to be reminded, who was told what, who leads what, and what moved."""

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, func, literal, select, text
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.access.roles import Grant
from domain.consent.consents import SOON, Purpose
from domain.intake.intake import Intake
from domain.plan.calendar import Standing
from domain.plan.events import TerrainEvent
from domain.plan.state import TerrainState
from domain.rounds.people import Ending, Led, Recipient, Unfinished
from domain.sessions.session import Session, read_session
from storage.disclosure.gate import keeps
from storage.intake.intakes import INTAKE, read_intake
from storage.plan.events import event_of
from storage.tables.channel import channel
from storage.tables.dossier import terrain_event, terrain_state
from storage.tables.notice import notice, subscription
from storage.tables.people import intake, person
from storage.tables.session import session, session_version
from storage.turn.roles import HELD, read_grants

HEARING = func.coalesce(person.c.place["hearing"].astext, "unasked")  # see dialogs/turn/place.py
REACHED = person.c.reference != {}
# The log tells who said yes until when; it counts while that is still the newest decision: of a person, or of the company.
ENDING = text("""
    select event.person_id, event.purpose, event.until, coalesce(own.intake_id, event.intake_id) as intake_id
    from consent_event as event
    left join person as own on own.id = event.person_id and event.purpose = 'keep'
    left join intake as shared on shared.id = event.intake_id and event.purpose <> 'keep'
    cross join lateral (select case when event.purpose = 'keep' then own.place -> 'kept' ->> 'until'
        else shared.current -> 'consents' -> event.purpose ->> 'until' end as until,
        case when event.purpose = 'keep' then own.place -> 'kept' ->> 'state'
        else shared.current -> 'consents' -> event.purpose ->> 'state' end as state) as newest
    where event.state = 'given' and event.until > :now and event.until <= :then
        and newest.state = 'given' and newest.until::timestamptz = event.until
    order by event.id
""")


@dataclass(frozen=True, slots=True)
class Rounds:
    """Everything the rounds ask, in one transaction."""

    connection: AsyncConnection

    async def unfinished(self, now: datetime.datetime) -> Sequence[Unfinished]:
        """Return who asked to be reminded of an intake that is not finished, and can be reached."""
        open_now = and_(intake.c.confirmed_at.is_(None), person.c.place["phase"].astext != "done")
        rows = await self.connection.execute(
            select(person.c.id, person.c.intake_id, person.c.place["wished_on"].astext.label("wished"),
                   intake.c.changed_at, intake.c.terrain_id)
            .join(intake, intake.c.id == person.c.intake_id)
            .where(HEARING == "wanted", open_now, REACHED, keeps(now))
            .order_by(person.c.id)
        )  # fmt: skip
        return tuple(
            Unfinished(row.id, row.intake_id, datetime.date.fromisoformat(row.wished), row.changed_at, row.terrain_id or "")
            for row in rows
            if row.wished
        )

    async def told(self, kind: str, intakes: Collection[UUID]) -> Mapping[UUID, Mapping[str, datetime.datetime]]:
        """Return the keys of what companies were told through anybody, or what waits for its time, and when."""
        found: dict[UUID, dict[str, datetime.datetime]] = {one: {} for one in intakes}
        columns = (notice.c.intake_id, notice.c.key, func.coalesce(notice.c.posted_at, notice.c.at).label("when"))
        those = select(*columns).where(notice.c.kind == kind, notice.c.intake_id.in_(intakes), notice.c.key.is_not(None))
        for row in await self.connection.execute(those):
            found[row.intake_id][row.key] = row.when
        return found

    async def contacts(self, intakes: Collection[UUID], now: datetime.datetime) -> Sequence[Recipient]:
        """Return of each company the one who hears from us: the first who can be reached and wants that."""
        rows = await self.connection.execute(
            select(person.c.id, person.c.intake_id)
            .where(person.c.intake_id.in_(intakes), REACHED, HEARING != "silent", keeps(now))
            .ext(distinct_on(person.c.intake_id))
            .order_by(person.c.intake_id, person.c.created_at, person.c.id)
        )
        return tuple(Recipient(row.id, row.intake_id) for row in rows)

    async def ending(self, now: datetime.datetime) -> Sequence[Ending]:
        """Return every yes that ends within thirty days, with the person to hear that: whoever gave it, or else a colleague.

        Nobody hears of a company of which nobody can be reached.
        """
        shared = (await self.connection.execute(ENDING, {"now": now, "then": now + SOON})).all()
        companies = {row.intake_id for row in shared}
        first = {one.intake: one.person for one in await self.contacts(companies, now)}
        hears = person.c.intake_id.in_(companies), REACHED, HEARING != "silent", keeps(now)
        those = select(person.c.intake_id, person.c.id).where(*hears)
        reached = {(row.intake_id, row.id) for row in await self.connection.execute(those)}
        found = list[Ending]()
        for row in shared:
            theirs = (row.intake_id, row.person_id) in reached
            to = row.person_id if theirs else first.get(row.intake_id) if row.purpose != Purpose.KEEP else None
            if to is not None:
                found.append(Ending(to, row.intake_id, Purpose(row.purpose), row.until))
        return tuple(found)

    async def company_of(self, person_id: UUID) -> tuple[Mapping[str, Any], Intake] | None:
        """Return the place of a person, and the intake of their company as they see it; None when they are gone."""
        query: Select[Any] = select(*INTAKE, person.c.place).join(person, person.c.intake_id == intake.c.id)
        row = (await self.connection.execute(query.where(person.c.id == person_id))).one_or_none()
        return (row.place, read_intake(row, person_id)) if row else None

    async def sessions(self, since: datetime.datetime, until: datetime.datetime) -> Sequence[Session]:
        """Return every session that begins between two moments, in order."""
        those = (
            select(session.c.whole).where(session.c.starts_at.between(since, until)).order_by(session.c.starts_at, session.c.id)
        )
        return tuple(read_session(row.whole) for row in await self.connection.execute(those))

    async def editor(self, session_id: UUID) -> UUID | None:
        """Return who last changed a session, as far as they can be reached."""
        newest = (
            select(session_version.c.person_id)
            .join(person, person.c.id == session_version.c.person_id)
            .where(session_version.c.session_id == session_id, REACHED)
            .order_by(session_version.c.revision.desc())
            .limit(1)
        )
        return (await self.connection.execute(newest)).scalar_one_or_none()

    async def led(self) -> Sequence[Led]:
        """Return every terrain in the plan with its state, and who leads it, as far as they can be reached."""
        rows = await self.connection.execute(
            select(terrain_state.c.terrain_id, person.c.id.label("leads"), terrain_state.c.current)
            .outerjoin(person, and_(person.c.id == terrain_state.c.director, REACHED))
            .where(terrain_state.c.standing != Standing.NEW.value)
            .order_by(terrain_state.c.terrain_id)
        )
        return tuple(Led(row.leads, row.terrain_id, TerrainState.model_validate(row.current)) for row in rows)

    async def directors(self) -> Sequence[UUID]:
        """Return everybody who leads a terrain and can be reached."""
        leading = select(terrain_state.c.director).join(person, person.c.id == terrain_state.c.director).where(REACHED).distinct()
        return tuple((await self.connection.execute(leading.order_by(terrain_state.c.director))).scalars())

    async def followers(self) -> Sequence[UUID]:
        """Return every channel that follows something, where the bot can post."""
        following = select(subscription.c.channel_id).join(channel, channel.c.id == subscription.c.channel_id)
        found = await self.connection.execute(following.where(channel.c.active).distinct().order_by(subscription.c.channel_id))
        return tuple(found.scalars())

    async def official(self, person_id: UUID) -> tuple[str, str, tuple[Grant, ...]] | None:
        """Return the tenant, the object id and the roles of somebody; None when they are gone."""
        row = (
            await self.connection.execute(select(person.c.tenant, person.c.object_id).where(person.c.id == person_id))
        ).one_or_none()
        if row is None:
            return None
        held = await self.connection.execute(select(HELD), {"tenant": row.tenant, "object_id": row.object_id})
        return row.tenant, row.object_id, read_grants(held.scalar_one())

    async def moved(
        self, terrains: Collection[str] | None, since: datetime.datetime, kinds: Collection[str], limit: int
    ) -> Sequence[TerrainEvent]:
        """Return what happened of these kinds on terrains (None: on all of them), newest first."""
        those = [terrain_event.c.at > since, terrain_event.c.kind.in_(kinds)]
        those += [] if terrains is None else [terrain_event.c.terrain_id.in_(terrains)]
        query = select(terrain_event, literal("").label("who")).where(*those).order_by(terrain_event.c.id.desc()).limit(limit)
        return tuple(event_of(row) for row in await self.connection.execute(query))
