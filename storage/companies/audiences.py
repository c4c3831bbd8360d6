"""Answering who an audience is, through the gate: nobody is picked to be told anything in another way."""

import datetime
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, and_, false, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.companies.audience import Audience, AudienceMember, Listener, OutOfReach, Turnout, Willingness
from domain.companies.parts_played import derive_part
from domain.consent.consents import Purpose
from domain.disclosure.audiences import PURPOSE, Disclosed, Observer
from domain.intake.stage import Stage
from domain.sessions.visitors import Coming
from storage.companies.addressees import mailable_contacts, mailable_visitors
from storage.companies.register_rows import REAL
from storage.disclosure.gate import keeps, read_agreed
from storage.mail.mailboxes import reached_by_mail
from storage.tables.people import intake, person
from storage.tables.registers import company, company_link
from storage.tables.session import visitor

HEARING = func.coalesce(person.c.place["hearing"].astext, "unasked")  # see dialogs/turn/place.py
REACHED = person.c.reference != {}
ASKED = and_(HEARING == "wanted", person.c.place["phase"].astext != "done", person.c.place["wished_on"].astext.is_not(None))
WANTS = {Willingness.CONSENT: HEARING.is_not(None), Willingness.NEWS: HEARING != "silent", Willingness.REMINDER: ASKED}


@dataclass(frozen=True, slots=True)
class Audiences:
    """Everybody that anything may be for, in one transaction. `by_mail`: who is not in Teams, or a window, can be mailed."""

    connection: AsyncConnection
    by_mail: bool = False

    async def members(self, audience: Audience, now: datetime.datetime) -> Sequence[AudienceMember]:
        """Return the companies of an audience, by name: in four statements, or seven with addresses, however many they are."""
        seen = await read_agreed(self.connection, audience.needs, now, *narrowed(audience))
        intakes = [one.intake for one in seen]
        how_far, visits = await self._people(intakes, audience.wish, now), await self._visits(intakes, audience)
        listed = await self._registered(intakes, audience)
        register = {row.intake_id: row.id for row in listed}
        known = set(intakes)
        found = [
            member_of(one, how_far[one.intake], audience.observer, register.get(one.intake), visits[one.intake]) for one in seen
        ]
        addressed = await self._addressed(audience) if audience.addresses and audience.observer is Observer.TEAM else ()
        found += addressed
        mailed = {one.register for one in addressed}
        found += [
            AudienceMember(row.name, row.terrain_id, register=row.id, unreachable=OutOfReach.NO_TEAMS)
            for row in listed
            if row.intake_id not in known and row.id not in mailed and audience.observer is Observer.TEAM
        ]
        return tuple(one for one in found if audience.includes(one))

    async def listeners(self, audience: Audience, now: datetime.datetime) -> Sequence[Listener]:
        """Return through whom each of these companies hears something: one person of each of which anybody does."""
        return tuple(one.listeners[0] for one in await self.members(audience, now) if one.listeners)

    async def _addressed(self, audience: Audience) -> Sequence[AudienceMember]:
        """Return who may be mailed by an address alone: companies of the register, and whom the team entered for a session.

        Whoever was entered is known at another session by their address.
        """
        entered: dict[str, list[Row[Any]]] = defaultdict(list)
        for row in await mailable_visitors(self.connection, audience) if audience.sessions else ():
            entered[row.email.lower()].append(row)
        listed: dict[UUID, list[Row[Any]]] = defaultdict(list)
        for row in await mailable_contacts(self.connection, audience):
            if row.email.strip().lower() not in entered:
                listed[row.id].append(row)
        those = (visitor.c.session_id.in_(audience.sessions), visitor.c.company_id.in_(listed), visitor.c.intake_id.is_(None))
        visited: dict[UUID, list[Row[Any]]] = defaultdict(list)
        for row in await self.connection.execute(select(visitor).where(*those)) if listed else ():
            visited[row.company_id].append(row)
        out = None if self.by_mail else OutOfReach.NO_MAIL
        by_hand = [
            AudienceMember(rows[0].company or rows[0].name, rows[0].terrain_id, agreed=frozenset({Purpose.MAIL}),
                           visits=turnouts(rows), unreachable=out, addressees=tuple(row.addressee for row in rows))
            for rows in entered.values()
            if audience.companies is None or not audience.companies.isdisjoint(row.addressee for row in rows)
        ]  # fmt: skip
        in_register = [
            AudienceMember(rows[0].name, rows[0].terrain_id, register=one, visits=turnouts(visited[one]), unreachable=out,
                           addressees=tuple(row.addressee for row in rows))
            for one, rows in listed.items()
        ]  # fmt: skip
        return (*in_register, *by_hand)

    async def _people(
        self, intakes: Collection[UUID], wish: Willingness, now: datetime.datetime
    ) -> Mapping[UUID, Sequence[Row[Any]]]:
        """Return how far each of these companies is, with everybody of it who lets us keep what they say."""
        columns = (intake.c.id, intake.c.stage, intake.c.confirmed_at, intake.c.changed_at, person.c.id.label("person"))
        wished = person.c.place["wished_on"].astext.label("wished_on")
        reached = or_(REACHED, reached_by_mail(now)) if self.by_mail else REACHED
        rows = await self.connection.execute(
            select(*columns, wished, WANTS[wish].label("wants"))
            .select_from(intake)
            .outerjoin(person, and_(person.c.intake_id == intake.c.id, reached, keeps(now)))
            .where(intake.c.id.in_(intakes))
            .order_by(intake.c.id, person.c.created_at, person.c.id)
        )
        found: dict[UUID, list[Row[Any]]] = defaultdict(list)
        for row in rows:
            found[row.id].append(row)
        return found

    async def _visits(self, intakes: Collection[UUID], audience: Audience) -> Mapping[UUID, Mapping[UUID, Turnout]]:
        """Return what each of these companies answered to the sessions that are asked about."""
        found: dict[UUID, dict[UUID, Turnout]] = defaultdict(dict)
        those = (visitor.c.session_id.in_(audience.sessions), visitor.c.intake_id.in_(intakes))
        for row in await self.connection.execute(select(visitor).where(*those)):
            found[row.intake_id][row.session_id] = Turnout(Coming(row.coming), row.attended)
        return found

    async def _registered(self, intakes: Collection[UUID], audience: Audience) -> Sequence[Row[Any]]:
        """Return the companies of the register that these are; and the others of the terrain when no consent is asked."""
        others = company.c.terrain_id == audience.terrain if audience.needs is None else false()
        listed: Select[Any] = (
            select(company.c.id, company.c.name, company.c.terrain_id, company_link.c.intake_id)
            .outerjoin(company_link, company_link.c.company_id == company.c.id)
            .where(company.c.withdrawn_at.is_(None), REAL, company_link.c.intake_id.in_(intakes) | others)
            .order_by(company.c.name_key, company.c.id)
        )
        found: Sequence[Row[Any]] = (await self.connection.execute(listed)).all()
        return found


def turnouts(rows: Sequence[Row[Any]]) -> Mapping[UUID, Turnout]:
    """Return what visitors answered, by session."""
    return {row.session_id: Turnout(Coming(row.coming), row.attended) for row in reversed(rows)}


def narrowed(audience: Audience) -> Sequence[Any]:
    """Return in SQL what keeps an audience small; the rest of it is asked of each company that is read."""
    found = []
    if audience.terrain is not None:
        found.append(intake.c.terrain_id == audience.terrain)
    if audience.companies is not None:
        found.append(intake.c.id.in_(audience.companies))
    if audience.wish is Willingness.REMINDER:
        found.append(select(person.c.id).where(person.c.intake_id == intake.c.id, ASKED).exists())
    return found


def member_of(
    one: Disclosed, people: Sequence[Row[Any]], observer: Observer, register: UUID | None, visits: Mapping[UUID, Turnout]
) -> AudienceMember:
    """Return a company that the gate let through, under its name where whoever asks may know it."""
    first, reached = people[0], [row for row in people if row.person is not None]
    wanting = tuple(Listener(row.person, one.intake, day_of(row.wished_on)) for row in reached if row.wants)
    named = observer is Observer.TEAM or PURPOSE[observer] in one.allowed
    return AudienceMember(
        name=one.company if named else "",
        terrain=one.terrain,
        intake=one.intake,
        register=register,
        agreed=one.allowed,
        part=derive_part(one.answers).part,
        problem=str(one.answers.known("together.problem") or ""),
        stage=Stage(first.stage),
        confirmed=first.confirmed_at is not None,
        changed_at=first.changed_at,
        visits=visits,
        listeners=wanting,
        unreachable=None if wanting else OutOfReach.UNWILLING if reached else OutOfReach.NO_TEAMS,
    )


def day_of(text: str | None) -> datetime.date | None:
    """Return a day as it was kept."""
    return datetime.date.fromisoformat(text) if text else None
