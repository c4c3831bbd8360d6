"""The two logs of an intake, which only grow: what was answered, and what was decided."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.consent.consents import ConsentEvent, Purpose, State
from domain.intake.answers import Answer, GivenAnswer
from domain.intake.certainty import Certainty
from storage.intake.snapshots import asked_as
from storage.tables.people import answer, consent_event


async def read_given_answers(connection: AsyncConnection, person: UUID, intake: UUID) -> Sequence[GivenAnswer]:
    """Return every answer ever given in an intake that this person may see, oldest first: not those of their colleagues."""
    others = answer.c.name.like("%@%") & ~answer.c.name.like(f"%@{person.hex}")
    found = await connection.execute(
        select(answer).where(answer.c.intake_id == intake, ~others).order_by(answer.c.revision, answer.c.id)
    )
    return tuple(
        GivenAnswer(asked_as(row.name), Answer(row.value, Certainty(row.certainty), row.revision), row.at, row.source)
        for row in found
    )


async def read_consent_events(connection: AsyncConnection, person: UUID, intake: UUID, *, acting: bool) -> Sequence[ConsentEvent]:
    """Return every decision of an intake and of a person, oldest first; of the intake alone for whoever acts for a company."""
    mine = consent_event.c.intake_id == intake
    mine = mine if acting else mine | (consent_event.c.person_id == person)
    others_keep = (consent_event.c.purpose == Purpose.KEEP) & (consent_event.c.person_id != person)
    found = await connection.execute(select(consent_event).where(mine, ~others_keep).order_by(consent_event.c.id))
    return tuple(ConsentEvent(Purpose(r.purpose), State(r.state), r.text_version, r.through, r.at) for r in found)
