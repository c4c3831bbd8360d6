"""One statement that stores a whole turn, handed over as one document: answers, decisions, snapshot, place, replies."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from psycopg.types.json import Jsonb
from pydantic_core import to_json
from sqlalchemy import bindparam, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.companies.companies import company_key
from domain.consent.consents import TEXTS, Purpose
from storage.database.batcher import MOST, Batcher
from storage.database.prepared import PreparedStatement, on_their_own
from storage.database.transactions import Database
from storage.intake.intakes import Changes

# How long a process may take to send the replies of a turn before another one takes over.
LEASE_SECONDS = 20


@dataclass(frozen=True, slots=True)
class NewTurn:
    """The row of a turn: its key, how to reach the conversation, and what is to be delivered (anything JSON can be made of)."""

    id: UUID
    tenant: str
    conversation: str
    activity: str
    person: UUID | None
    reference: Mapping[str, Any]
    outgoing: Sequence[object]
    at: datetime.datetime
    body: dict[str, Any] | None = None
    card: int | None = None
    intake: UUID | None = None
    lease_seconds: int = LEASE_SECONDS


# Taking a consent back takes along the papers that are kept with facts of its company; papers are only looked at then.
# One document, whatever was changed: one parameter to send, and one statement to plan once and to run.
NEW_TURN = """
    insert into turn (id, tenant, conversation, activity, person_id, intake_id, reference, outgoing, body, card, at, lease_until)
    select new.id, new.tenant, new.conversation, new.activity, new.person_id, new.intake_id, new.reference, new.outgoing,
        new.body, new.card, new.at, new.lease_until
"""
THE_TURN = "from jsonb_populate_record(null::turn, :document) as new"
SAID = """
    person uuid, name text, place jsonb, reference jsonb, intake uuid, revision integer, current jsonb, depth text,
    stage text, company text, company_key text, terrain_id text, confirmed_at timestamptz, source text, now timestamptz,
    answers jsonb, decisions jsonb, person_seen text, intake_seen text, beside boolean
"""
THE_SAID = f"select said.* from jsonb_to_record(:document) as said({SAID})"  # noqa: S608 - all of it is ours
# Nothing was said, so nothing is stored, when one of the rows is another than the one that was looked at, when one of them is
# locked now (nobody waits for that), or when the same activity was stored meanwhile.
# The planner has to know that there are few: for a hundred it would read whole tables.
UNCHANGED = f"""
    select given.document, said.*
    from (select value as document from jsonb_array_elements(:documents) limit {MOST}) as given,
        jsonb_to_record(given.document) as said({SAID}), person, intake
    where person.id = said.person and person.xmin::text = said.person_seen
        and intake.id = said.intake and intake.xmin::text = said.intake_seen
    for no key update of person, intake skip locked
"""  # noqa: S608 - as above
THE_TURNS = """
    from unchanged, jsonb_populate_record(null::turn, unchanged.document) as new
    on conflict (tenant, conversation, activity) do nothing
    returning id
"""
HEARD = "select unchanged.* from unchanged join new_turn on new_turn.id = (unchanged.document ->> 'id')::uuid"
ANSWERS = """
    new_answers as (
        insert into answer (intake_id, name, value, certainty, source, person_id, revision, at)
        select said.intake, new.name, new.value, new.certainty, said.source, said.person, said.revision, said.now
        from said, jsonb_to_recordset(said.answers) as new(name text, value jsonb, certainty text)
    )
"""
DECISIONS = """
    new_decisions as (
        insert into consent_event (intake_id, person_id, purpose, recipient, state, text_version, text_digest, until, through,
            revision, at)
        select said.intake, said.person, new.purpose, new.recipient, new.state, new.text_version, new.text_digest, new.until,
            said.source, said.revision, said.now
        from said, jsonb_to_recordset(said.decisions) as new(purpose text, recipient text, state text, text_version text,
            text_digest text, until timestamptz)
    ), stopped as materialized (
        select said.intake from said, jsonb_to_recordset(said.decisions) as new(state text) where new.state <> 'given'
    ), gone_papers as (
        delete from paper using stopped where paper.about @> array[stopped.intake] and exists (select from stopped)
    )
"""
ROWS = """
    new_place as (
        update person set name = coalesce(said.name, person.name), place = said.place,
            reference = case when said.beside and person.reference <> '{}' then person.reference else said.reference end
        from said where person.id = said.person
    ), new_snapshot as (
        update intake set revision = said.revision, current = said.current, depth = said.depth, company = said.company,
            stage = coalesce(said.stage, intake.stage),
            company_key = said.company_key, terrain_id = said.terrain_id, confirmed_at = said.confirmed_at,
            changed_at = case when intake.revision < said.revision then said.now else intake.changed_at end
        from said where intake.id = said.intake
    )
"""
DOCUMENT = bindparam("document", type_=JSONB)
STORE_TURN = text(f"{NEW_TURN} {THE_TURN}").bindparams(DOCUMENT)
STORE_ALL = text(f"with said as materialized ({THE_SAID}), {ANSWERS}, {DECISIONS}, {ROWS} {NEW_TURN} {THE_TURN}").bindparams(
    DOCUMENT
)


def stores_unchanged(*changes: str) -> PreparedStatement:
    """Return the statement that makes these changes for all who are unchanged."""
    parts = ", ".join(changes)
    return PreparedStatement(
        text(f"""
            with unchanged as materialized ({UNCHANGED}), new_turn as ({NEW_TURN} {THE_TURNS}), said as materialized ({HEARD}),
            {parts} select id from new_turn
        """).bindparams(bindparam("documents", type_=JSONB))  # noqa: S608 - as above
    )


# Most turns decide nothing, and even what does nothing has to be set up each time.
STORE_ANSWERS, STORE_DECISIONS = stores_unchanged(ANSWERS, ROWS), stores_unchanged(ANSWERS, DECISIONS, ROWS)


def storing(database: Database) -> Batcher[tuple[Changes, NewTurn], bool]:
    """Return what stores turns without locks; False when nothing of a turn is stored, because another was first."""

    async def store(these: Sequence[tuple[Changes, NewTurn]]) -> Sequence[bool]:
        documents = [change_parts(changes) | turn_parts(new) for changes, new in these]
        statement = STORE_DECISIONS if any(changes.decided for changes, _ in these) else STORE_ANSWERS
        async with on_their_own(database) as driver:
            stored = await statement.run(driver, documents=Jsonb(documents, to_json))
            kept = {row.id async for row in stored}
        return [new.id in kept for _, new in these]

    return Batcher(store, about=lambda one: (one[0].person, one[0].intake))


async def save(connection: AsyncConnection, changes: Changes, new: NewTurn) -> None:
    """Store everything; raises IntegrityError when this activity was stored by another turn meanwhile."""
    await connection.execute(STORE_ALL, {"document": change_parts(changes) | turn_parts(new)})


async def save_turn(connection: AsyncConnection, new: NewTurn) -> None:
    """Store a turn that changed nobody's intake."""
    await connection.execute(STORE_TURN, {"document": turn_parts(new)})


def turn_parts(new: NewTurn) -> dict[str, Any]:
    """Return the document of a turn's row."""
    return {
        "id": new.id,
        "tenant": new.tenant,
        "conversation": new.conversation,
        "activity": new.activity,
        "person_id": new.person,
        "intake_id": new.intake,
        "reference": new.reference,
        "outgoing": new.outgoing,
        "body": new.body,
        "card": new.card,
        "at": new.at,
        "lease_until": new.at + datetime.timedelta(seconds=new.lease_seconds),
    }


def change_parts(changes: Changes) -> dict[str, Any]:
    """Return the document of everything else."""
    person_seen, intake_seen = changes.seen
    return {
        "answers": [{"name": name, "value": a.value, "certainty": a.certainty} for name, a in changes.given.items()],
        "decisions": [decision_row(changes, purpose) for purpose in changes.decided],
        "person": changes.person,
        "name": changes.name,
        "place": changes.place,
        "intake": changes.intake,
        "revision": changes.revision,
        "current": changes.current,
        "depth": changes.depth,
        "stage": changes.stage,
        "company": changes.company,
        "company_key": company_key(changes.company),
        "terrain_id": changes.terrain,
        "confirmed_at": changes.confirmed_at,
        "source": changes.source,
        "now": changes.now,
        "person_seen": person_seen,
        "intake_seen": intake_seen,
        "beside": changes.beside,
    }


def decision_row(changes: Changes, purpose: Purpose) -> dict[str, str]:
    """Return one decision with the proof of the words that were shown."""
    words, decision = TEXTS[purpose], changes.decided[purpose]
    return {
        "purpose": purpose,
        "recipient": words.recipient,
        "state": decision.state,
        "text_version": words.version,
        "text_digest": words.digest,
        "until": decision.until.isoformat(),
    }
