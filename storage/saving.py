"""One statement that stores a whole turn: answers, decisions, snapshot, place, and the replies that are to be sent."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import DateTime, Integer, String, Uuid, bindparam, column, func, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.selectable import TableValuedAlias
from sqlalchemy.types import TypeEngine

from domain.consents import TEXTS, Purpose
from storage.intakes import Changes, company_key
from storage.tables.people import answer, consent_event, intake, person
from storage.tables.turn import turn

# How long a process may take to send the replies of a turn before another one takes over.
LEASE_SECONDS = 20


@dataclass(frozen=True, slots=True)
class NewTurn:
    """The row of a turn: its key, how to reach the conversation, and what is to be delivered."""

    id: UUID
    tenant: str
    conversation: str
    activity: str
    person: UUID | None
    reference: Mapping[str, Any]
    outgoing: list[dict[str, Any]]
    at: datetime.datetime
    body: dict[str, Any] | None = None
    card: int | None = None
    lease_seconds: int = LEASE_SECONDS


def rows_of(parameter: str, /, **types: type[TypeEngine[Any]] | TypeEngine[Any]) -> TableValuedAlias:
    """Return a JSON array parameter as a table of rows, so that any number of them is one prepared statement."""
    columns = [column(key, kind) for key, kind in types.items()]
    return (
        func.jsonb_to_recordset(bindparam(parameter, type_=JSONB))
        .table_valued(*columns, name=parameter)
        .render_derived(with_types=True)
    )


ANSWERS = rows_of("answers", name=String, value=JSONB, certainty=String)
NEW_ANSWERS = (
    answer.insert()
    .from_select(
        ["intake_id", "name", "value", "certainty", "source", "person_id", "revision", "at"],
        select(
            bindparam("of_intake", type_=Uuid), ANSWERS.c.name, ANSWERS.c.value, ANSWERS.c.certainty,
            bindparam("new_source", type_=String), bindparam("by_person", type_=Uuid), bindparam("new_revision", type_=Integer),
            bindparam("now", type_=DateTime(timezone=True)),
        ),
    )
    .cte("new_answers")
)  # fmt: skip
DECISIONS = rows_of("decisions", purpose=String, recipient=String, state=String, text_version=String, text_digest=String,
                    until=DateTime(timezone=True))  # fmt: skip
NEW_DECISIONS = (
    consent_event.insert()
    .from_select(
        ["intake_id", "person_id", "purpose", "recipient", "state", "text_version", "text_digest", "until", "through",
         "revision", "at"],
        select(
            bindparam("of_intake", type_=Uuid), bindparam("by_person", type_=Uuid), DECISIONS.c.purpose, DECISIONS.c.recipient,
            DECISIONS.c.state, DECISIONS.c.text_version, DECISIONS.c.text_digest, DECISIONS.c.until,
            bindparam("new_source", type_=String), bindparam("new_revision", type_=Integer),
            bindparam("now", type_=DateTime(timezone=True)),
        ),
    )
    .cte("new_decisions")
)  # fmt: skip
NEW_PLACE = (
    person.update()
    .where(person.c.id == bindparam("by_person", type_=Uuid))
    .values(
        name=bindparam("new_name"), place=bindparam("new_place", type_=JSONB), reference=bindparam("new_reference", type_=JSONB)
    )
    .cte("new_place")
)
NEW_SNAPSHOT = (
    intake.update()
    .where(intake.c.id == bindparam("of_intake", type_=Uuid))
    .values(
        revision=bindparam("new_revision"),
        current=bindparam("new_current", type_=JSONB),
        depth=bindparam("new_depth"),
        company=bindparam("new_company"),
        company_key=bindparam("new_company_key"),
        terrain_id=bindparam("new_terrain"),
        confirmed_at=bindparam("new_confirmed_at"),
        changed_at=bindparam("now", type_=DateTime(timezone=True)),
    )
    .cte("new_snapshot")
)
NEW_TURN = turn.insert().values(
    id=bindparam("turn", type_=Uuid),
    tenant=bindparam("turn_tenant"),
    conversation=bindparam("turn_conversation"),
    activity=bindparam("turn_activity"),
    person_id=bindparam("turn_person", type_=Uuid),
    reference=bindparam("turn_reference", type_=JSONB),
    outgoing=bindparam("turn_outgoing", type_=JSONB),
    body=bindparam("turn_body", type_=JSONB(none_as_null=True)),
    card=bindparam("turn_card"),
    at=bindparam("turn_at", type_=DateTime(timezone=True)),
    lease_until=bindparam("turn_lease", type_=DateTime(timezone=True)),
)
SAVE = NEW_TURN.add_cte(NEW_ANSWERS, NEW_DECISIONS, NEW_PLACE, NEW_SNAPSHOT)


async def save(connection: AsyncConnection, changes: Changes, new: NewTurn) -> None:
    """Store everything; raises IntegrityError when this activity was stored by another turn meanwhile."""
    await connection.execute(SAVE, change_values(changes) | turn_values(new))


async def save_turn(connection: AsyncConnection, new: NewTurn) -> None:
    """Store a turn that changed nobody's intake."""
    await connection.execute(NEW_TURN, turn_values(new))


def turn_values(new: NewTurn) -> dict[str, Any]:
    """Return the parameters of a turn's row."""
    return {
        "turn": new.id,
        "turn_tenant": new.tenant,
        "turn_conversation": new.conversation,
        "turn_activity": new.activity,
        "turn_person": new.person,
        "turn_reference": new.reference,
        "turn_outgoing": new.outgoing,
        "turn_body": new.body,
        "turn_card": new.card,
        "turn_at": new.at,
        "turn_lease": new.at + datetime.timedelta(seconds=new.lease_seconds),
    }


def change_values(changes: Changes) -> dict[str, Any]:
    """Return the parameters of everything else."""
    return {
        "answers": [{"name": name, "value": a.value, "certainty": a.certainty} for name, a in changes.given.items()],
        "decisions": [decision_row(changes, purpose) for purpose in changes.decided],
        "by_person": changes.person,
        "new_name": changes.name,
        "new_place": changes.place,
        "new_reference": changes.reference,
        "of_intake": changes.intake,
        "new_revision": changes.revision,
        "new_current": changes.current,
        "new_depth": changes.depth,
        "new_company": changes.company,
        "new_company_key": company_key(changes.company),
        "new_terrain": changes.terrain,
        "new_confirmed_at": changes.confirmed_at,
        "new_source": changes.source,
        "now": changes.now,
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
