"""Invented companies straight in the tables, with the consents a test asks for; each has one contact."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID, uuid4

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from dialogs.turn.place import Kept, Phase, Place
from domain.companies.companies import company_key
from domain.consent.consents import TEXTS, Decision, Purpose, State, valid_until
from domain.intake.answers import Answer, Value
from storage.database.transactions import transaction
from storage.erasure import erase_intake, erase_person
from storage.intake.snapshots import stored_name, write_snapshot
from storage.tables.people import consent_event, intake, person

NOW = datetime.datetime(2026, 11, 23, 9, 0, tzinfo=datetime.UTC)
TERRAIN = "t-1"


@dataclass
class Town:
    """Companies on terrains, as they come, change their minds and go."""

    database: AsyncEngine
    now: datetime.datetime = NOW
    people: dict[str, UUID] = field(default_factory=dict)
    intakes: dict[str, UUID] = field(default_factory=dict)

    async def adds(
        self,
        name: str,
        *purposes: Purpose,
        terrain: str = TERRAIN,
        answers: Mapping[str, Answer | Value] | None = None,
        kept: State = State.GIVEN,
        phoned: bool = False,
    ) -> UUID:
        """Add a company that agreed to these purposes; `phoned` ones were filled in by the team and have no contact."""
        self.intakes[name], someone = uuid4(), uuid4()
        decided = {purpose: self.decision(State.GIVEN, purpose) for purpose in purposes}
        if phoned:
            decided = {purpose: self.decision(State.GIVEN_BY_PHONE) for purpose in (Purpose.KEEP, *purposes)}
        given = {key: one if isinstance(one, Answer) else Answer(one) for key, one in (answers or {}).items()}
        named: dict[str, Answer] = {"company.name": Answer(name), "company.terrain": Answer({"id": terrain, "name": terrain})}
        stored = {stored_name(key, None if phoned else someone): one for key, one in (named | given).items()}
        row = {
            "id": self.intakes[name],
            "company": name,
            "company_key": company_key(name),
            "terrain_id": terrain,
            "current": write_snapshot({}, stored, decided),
            "revision": 1,
            "phoned": phoned,
        }
        async with transaction(self.database) as connection:
            await connection.execute(intake.insert().values(row))
            await self.log(connection, name, decided)
            if not phoned:
                self.people[name] = someone
                await self.add_person(connection, name, kept)
        return self.intakes[name]

    async def add_person(self, connection: AsyncConnection, name: str, kept: State) -> None:
        """Add the contact, who decided on keeping answers."""
        decision = self.decision(kept)
        own = Kept(state=kept, text_version=decision.text_version, at=decision.at, until=decision.until, through="card")
        place = Place(intake=self.intakes[name], phase=Phase.DONE, welcomed=True, kept=own).model_dump(mode="json")
        values = {"id": self.people[name], "tenant": "t", "object_id": str(self.people[name]), "place": place}
        await connection.execute(person.insert().values(intake_id=self.intakes[name], **values))

    def decision(self, state: State, purpose: Purpose = Purpose.KEEP) -> Decision:
        """Return a decision of now, about the words of now."""
        return Decision(state, TEXTS[purpose].version, self.now, valid_until(self.now))

    async def decides(self, name: str, state: State, *purposes: Purpose) -> None:
        """Let a company change its mind."""
        async with transaction(self.database) as connection:
            row = (await connection.execute(intake.select().where(intake.c.id == self.intakes[name]).with_for_update())).one()
            decided = {purpose: self.decision(state, purpose) for purpose in purposes}
            await self.log(connection, name, decided)
            await self.change(connection, name, write_snapshot(row.current, decided=decided))

    async def log(self, connection: AsyncConnection, name: str, decided: Mapping[Purpose, Decision]) -> None:
        """Record decisions as events."""
        for purpose, one in decided.items():
            event = {
                "intake_id": self.intakes[name],
                "person_id": uuid4(),
                "purpose": purpose,
                "recipient": "",
                "state": one.state,
            }
            proof = {"text_version": one.text_version, "text_digest": "", "through": "card", "revision": 1}
            await connection.execute(consent_event.insert().values(**event, **proof, at=one.at, until=one.until))

    async def answers(self, name: str, **given: Value) -> None:
        """Let a company change answers; `__` stands for the dot in a name."""
        async with transaction(self.database) as connection:
            row = (await connection.execute(intake.select().where(intake.c.id == self.intakes[name]).with_for_update())).one()
            fresh = {key.replace("__", "."): Answer(value) for key, value in given.items()}
            await self.change(connection, name, write_snapshot(row.current, fresh))

    async def change(self, connection: AsyncConnection, name: str, current: Mapping[str, object]) -> None:
        """Store a snapshot."""
        this = intake.c.id == self.intakes[name]
        values = {"current": current, "revision": intake.c.revision + 1, "changed_at": self.now}
        await connection.execute(update(intake).where(this).values(values))

    async def moves(self, name: str, terrain: str) -> None:
        """Let a company turn out to be on another terrain."""
        async with transaction(self.database) as connection:
            await connection.execute(update(intake).where(intake.c.id == self.intakes[name]).values(terrain_id=terrain))

    async def erases(self, name: str) -> None:
        """Erase a company with its contact."""
        async with transaction(self.database) as connection:
            if name in self.people:
                await erase_person(connection, self.people.pop(name))
            else:
                await erase_intake(connection, self.intakes[name])
        del self.intakes[name]


def fleet(electric_2030: int, *, now: int = 0, electric_2035: int | None = None, km: int = 160) -> dict[str, Answer | Value]:
    """Return the answers of a haulier with tractors."""
    later = electric_2030 if electric_2035 is None else electric_2035
    return {
        "van.total": 0, "light_truck.total": 0, "rigid.total": 0, "tractor.total": max(later, electric_2030, now),
        "tractor.electric_now": now, "tractor.electric_2030": electric_2030, "tractor.electric_2035": later,
        "tractor.km_per_day": km, "tractor.back": "18:00", "tractor.out": "06:00", "tractor.at_night": 100,
        "tractor.charger_kw": 50, "connection.size": "large", "grid.contracted_kw": 400, "grid.peak_kw": 100,
    }  # fmt: skip


def names(found: Iterable[object]) -> list[str]:
    """Return the companies in what was read."""
    return sorted(str(getattr(one, "company", "")) for one in found)
