"""Keeping what was not understood; with its words only while whoever said it lets us keep answers."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import DateTime, cast, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.consent.consents import State
from domain.knowledge.misses import Miss, MissState, without_names
from storage.tables.knowledge import miss, missed_words
from storage.tables.people import intake, person


@dataclass(frozen=True, slots=True)
class Misses:
    """What was not understood, in one transaction; `person` is who acts."""

    connection: AsyncConnection
    person: UUID
    now: datetime.datetime

    async def keep(self, state: MissState, near: str, words: str = "") -> int:
        """Count a sentence, and keep its words when there are any; return its number."""
        made = insert(miss).values(state=state, near=near, at=self.now).returning(miss.c.number)
        number = int((await self.connection.execute(made)).scalar_one())
        if words:
            kept = {"number": number, "person_id": self.person, "text": words, "at": self.now}
            await self.connection.execute(insert(missed_words).values(kept))
        return number

    async def count(self, since: datetime.datetime) -> int:
        """Return how many sentences were not understood since a moment."""
        return int((await self.connection.execute(select(func.count()).where(miss.c.at >= since))).scalar_one())

    async def newest(self, limit: int) -> Sequence[Miss]:
        """Return the newest of which we have the words, without the name and the company of who said them.

        Only of people whose first consent holds at this moment.
        """
        consent = person.c.place["kept"]
        holds = (consent["state"].astext == State.GIVEN) & (cast(consent["until"].astext, DateTime(timezone=True)) > self.now)
        found = await self.connection.execute(
            select(miss, missed_words.c.text, person.c.name, intake.c.company)
            .join(missed_words, missed_words.c.number == miss.c.number)
            .join(person, person.c.id == missed_words.c.person_id)
            .join(intake, intake.c.id == person.c.intake_id)
            .where(holds)
            .order_by(miss.c.number.desc())
            .limit(limit)
        )
        return tuple(
            Miss(row.number, MissState(row.state), row.near, row.at, without_names(row.text, (row.name or "", row.company or "")))
            for row in found
        )
