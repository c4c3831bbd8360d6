"""Forgetting: everything of a person, and of the company when nobody else answers for it. Decisions on consent stay."""

import datetime
from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.companies.erasure import erase_about, forget_contact, withdraw_of
from storage.companies.links import linked_to
from storage.companies.nominations import forget_nominations
from storage.notices.delivery import erase_notices_about
from storage.papers.papers import erase_papers_about
from storage.plan.events import erase_from_dossiers
from storage.tables.inbox import invitation
from storage.tables.people import answer, intake, person
from storage.tables.turn import turn

WHO_IS_THERE = "Wie er meedoen, is net veranderd. Wilt u zien wie er nu zijn?"


async def erase_person(connection: AsyncConnection, person_id: UUID) -> None:
    """Erase a person: their name, place, answers of their own, requests and turns; and the intake with its last contact.

    Runs in the caller's transaction, in which person and intake are locked. Rows of `consent_event` stay.
    """
    row = (await connection.execute(select(person.c.intake_id).where(person.c.id == person_id))).one()
    await forget_contact(connection, person_id)
    await forget_ways_in(connection, person_id, row.intake_id)
    await blank_turns(connection, turn.c.person_id == person_id)
    await connection.execute(delete(person).where(person.c.id == person_id))
    left = await connection.execute(select(func.count()).select_from(person).where(person.c.intake_id == row.intake_id))
    if left.scalar_one() == 0:
        await erase_intake(connection, row.intake_id)
    else:
        await erase_own_answers(connection, row.intake_id, person_id)


async def forget_ways_in(connection: AsyncConnection, person_id: UUID, intake_id: UUID) -> None:
    """Revoke the codes that somebody made for colleagues, and take their name from the question of whoever was about to join.

    What was made on the spot by a square goes too: it was theirs alone.
    """
    theirs = (invitation.c.made_by == person_id) & (invitation.c.intake_id == intake_id) & ~invitation.c.by_team
    on_the_spot = (invitation.c.redeemed_by == person_id) & invitation.c.made_by.is_(None)
    await connection.execute(delete(invitation).where(theirs | on_the_spot, invitation.c.used_at.is_(None)))
    naming = person.c.place["held"].astext.contains(person_id.hex)
    for row in (await connection.execute(select(person.c.id, person.c.place).where(naming).with_for_update())).all():
        place = {**row.place, "held": [without_names(held) for held in row.place["held"]]}
        await connection.execute(update(person).where(person.c.id == row.id).values(place=place))


def without_names(held: dict[str, Any]) -> dict[str, Any]:
    """Return what waits for a choice, when it is about joining without those who were there: then a yes shows anew who is."""
    if held["why"] != "join":
        return held
    choices = [{**choice, "value": [] if choice["value"] else None} for choice in held["choices"]]
    return {**held, "sentence": WHO_IS_THERE, "choices": choices}


async def erase_intake(connection: AsyncConnection, intake_id: UUID) -> None:
    """Erase an intake with everything that hangs on it, and on the companies it is linked to; never what it only claimed.

    A team member who was filling it in goes back to their own.
    """
    await withdraw_of(connection, intake_id)
    await erase_intakes(connection, [intake_id])


async def erase_intakes(connection: AsyncConnection, ids: Collection[UUID]) -> None:
    """Erase intakes with what hangs on them; nobody answers for them any more."""
    await blank_turns(connection, turn.c.intake_id.in_(ids))
    await connection.execute(update(person).where(person.c.acting_for.in_(ids)).values(acting_for=None))
    await erase_from_dossiers(connection, ids)
    await erase_papers_about(connection, ids)
    await erase_notices_about(connection, ids)
    await forget_nominations(connection, ids)
    await connection.execute(delete(intake).where(intake.c.id.in_(ids)))


async def blank_turns(connection: AsyncConnection, those: ColumnElement[bool]) -> None:
    """Empty turns but for their keys: an activity that Teams delivers once more must not be taken for a new one."""
    nothing: dict[str, object] = {"person_id": None, "intake_id": None, "reference": {}, "outgoing": [], "body": None}
    sent = {"sent_at": func.coalesce(turn.c.sent_at, func.now()), "card": None}
    await connection.execute(update(turn).where(those).values(nothing | sent))


async def erase_own_answers(connection: AsyncConnection, intake_id: UUID, person_id: UUID) -> None:
    """Erase what one contact said about themselves; the company's answers stay with its other contacts."""
    mine = f"%@{person_id.hex}"
    await connection.execute(delete(answer).where(answer.c.intake_id == intake_id, answer.c.name.like(mine)))
    row = (await connection.execute(select(intake.c.current).where(intake.c.id == intake_id))).one()
    kept = {name: value for name, value in row.current.get("answers", {}).items() if not name.endswith(mine[1:])}
    await connection.execute(
        update(intake)
        .where(intake.c.id == intake_id)
        .values(current={**row.current, "answers": kept}, contacts=intake.c.contacts - 1)
    )


async def erase_expired(connection: AsyncConnection, before: datetime.datetime) -> int:
    """Erase every intake without any sign of life since `before`, with its people; return how many there were."""
    old = select(intake.c.id).where(intake.c.changed_at < before).with_for_update(skip_locked=True)
    ids = [row.id for row in await connection.execute(old)]
    people = select(person.c.id).where(person.c.intake_id.in_(ids))
    for who in (await connection.execute(people.add_columns(person.c.intake_id))).all():
        await forget_ways_in(connection, who.id, who.intake_id)
    await blank_turns(connection, turn.c.person_id.in_(people))
    await connection.execute(delete(person).where(person.c.intake_id.in_(ids)))
    await erase_about(connection, await linked_to(connection, ids), ids)
    await erase_intakes(connection, ids)
    return len(ids)
