"""Taking back once more what was taken back after the backup that was put back, by the same code as the first time."""

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Table, func, insert, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.companies.companies import digests_of
from domain.consent.consents import Decision, Purpose, State
from storage.companies.erasure import erase_contacts, keep_out
from storage.erasure import erase_intake, erase_person
from storage.intake.snapshots import read_consents, write_snapshot
from storage.papers.papers import erase_papers_about
from storage.restoring.decisions import Decided, Decisions, read_decisions
from storage.tables.people import consent_event, intake, person
from storage.tables.registers import company_contact

# Nobody answers or imports meanwhile: what is read here must still be so when it is erased.
ALONE = text("lock table person, intake, consent_event, company_contact, objection in share row exclusive mode")
BY_PHONE = "call"


@dataclass(frozen=True, slots=True)
class Again:
    """What was done once more, in numbers; `older` decisions miss here too, and are from before the moment that was given."""

    people: int
    intakes: int
    contacts: int
    changed: int
    decisions: int
    objections: int
    older: int

    @property
    def nothing(self) -> bool:
        """Say whether all was so already."""
        return not (self.people or self.intakes or self.contacts or self.changed or self.decisions or self.objections)


async def decide_again(connection: AsyncConnection, source: Decisions, since: datetime.datetime) -> Again:
    """Do again what people decided since a moment, in the caller's transaction; doing it twice changes nothing more."""
    await connection.execute(ALONE)
    before = [await count(connection, table) for table in (person, intake, company_contact)]
    missing = source.without(await read_decisions(connection))
    fresh = missing.since(since)
    if fresh:
        await connection.execute(insert(consent_event), [one.model_dump() for one in fresh])
    decided = source.since(since)
    for one in decided:
        if one.erases:
            await erase_for(connection, one)
    changed = await change_consents(connection, [one for one in decided if not one.erases])
    await erase_objected(connection, source.objections)
    after = [await count(connection, table) for table in (person, intake, company_contact)]
    people, intakes, contacts = (earlier - later for earlier, later in zip(before, after, strict=True))
    older = len(missing.decided) - len(fresh)
    return Again(people, intakes, contacts, changed, len(fresh), len(missing.objections), older)


async def erase_for(connection: AsyncConnection, one: Decided) -> None:
    """Erase what went with a decision: whoever took it; on the telephone the company that it was taken for."""
    if one.through != BY_PHONE:
        there = select(person.c.id).where(person.c.id == one.person_id)
        if (await connection.execute(there)).one_or_none() is not None:
            await erase_person(connection, one.person_id)
        return
    for (contact,) in (await connection.execute(select(person.c.id).where(person.c.intake_id == one.intake_id))).all():
        await erase_person(connection, contact)  # the last of them takes the intake along
    if (await connection.execute(select(intake.c.id).where(intake.c.id == one.intake_id))).one_or_none() is not None:
        await erase_intake(connection, one.intake_id)


async def change_consents(connection: AsyncConnection, decided: Iterable[Decided]) -> int:
    """Lay decisions over those an intake has from before; return how many changed something."""
    by_intake: defaultdict[UUID, list[Decided]] = defaultdict(list)
    for one in decided:
        if one.purpose in list(Purpose) and (one.purpose != Purpose.KEEP or one.through == BY_PHONE):
            by_intake[one.intake_id].append(one)
    return sum([await change_intake(connection, id_, those) for id_, those in by_intake.items()])


async def change_intake(connection: AsyncConnection, id_: UUID, decided: Sequence[Decided]) -> int:
    """Lay decisions over those of one intake, oldest first; return how many are newer than what was there."""
    row = (await connection.execute(select(intake.c.current, intake.c.revision).where(intake.c.id == id_))).one_or_none()
    if row is None:
        return 0
    held = read_consents(row.current)
    newer = [one for one in decided if one.purpose not in held or one.at > held[Purpose(one.purpose)].at]
    if not newer:
        return 0
    revision = max(row.revision + 1, *(one.revision for one in newer))  # a new one, so that totals are added up again
    fresh = {
        Purpose(one.purpose): Decision(one.state, one.text_version, one.at, one.until, one.through, revision) for one in newer
    }
    current = write_snapshot(row.current, decided=fresh)
    await connection.execute(update(intake).where(intake.c.id == id_).values(current=current, revision=revision))
    if any(decision.state is not State.GIVEN for decision in fresh.values()):
        await erase_papers_about(connection, [id_])
    return len(newer)


async def erase_objected(connection: AsyncConnection, digests: Collection[str]) -> None:
    """Erase the contacts who may not be kept, known by nothing but fingerprints, and keep them out."""
    if not digests:
        return
    await keep_out(connection, digests)
    unwanted = frozenset(digests)
    rows = await connection.execute(select(company_contact.c.id, company_contact.c.email, company_contact.c.phone))
    ids = [row.id for row in rows if unwanted & digests_of(email=row.email, phone=row.phone)]
    await erase_contacts(connection, company_contact.c.id.in_(ids))


async def count(connection: AsyncConnection, table: Table) -> int:
    return int((await connection.execute(select(func.count()).select_from(table))).scalar_one())
