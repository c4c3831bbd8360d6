"""Reading every company of a terrain at once, for the list of the team: in six statements, however many there are."""

import datetime
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.companies.company_row import TEST, CompanyRow, LastContact
from domain.companies.parts_played import derive_part
from domain.disclosure.audiences import Disclosed
from domain.dossier.forms import CallOutcome, ContactSort, MandateForm
from domain.intake.acceptance import read_day
from domain.intake.stage import Stage
from domain.plan.outcomes import LetterState
from storage.companies.row_statements import HEARING, LETTERS, NOMINATED, REGISTERED, WRITTEN
from storage.disclosure.gate import read_agreed
from storage.tables.people import intake

SPOKEN = frozenset({ContactSort.PHONE, ContactSort.VISIT, ContactSort.TALK})


class TeamNote(NamedTuple):
    """What the team wrote down about a company, as far as a list tells of it; all other words stay where they are."""

    kind: str  # key of the form
    made_at: datetime.datetime
    closed_at: datetime.datetime | None = None
    # These are row_statements.WORDS.
    form: str | None = None  # the sort of contact
    day: str | None = None
    outcome: str | None = None
    again: str | None = None
    signed: str | None = None


@dataclass(slots=True)
class Spoken:
    """What the team wrote down about one company: how often it was spoken to, the newest, and what it agreed then."""

    contacts: int = 0
    last: LastContact | None = None
    next_call: datetime.date | None = None
    mandate: bool | None = None
    refused: bool = False


@dataclass(frozen=True, slots=True)
class RowFacts:
    """What is known beside the answers, by the id of an intake or of a company in the register."""

    people: Mapping[UUID, Row[Any]]
    spoken: Mapping[frozenset[UUID], Spoken]
    letters: Mapping[UUID, bool]
    nominated: Mapping[UUID, Sequence[str]]


@dataclass(frozen=True, slots=True)
class CompanyRows:
    """The lists of companies, for the team alone. `by_mail`: who is not in Teams, or a window, can be mailed."""

    connection: AsyncConnection
    by_mail: bool = False

    async def of_terrain(self, terrain: str, now: datetime.datetime) -> Sequence[CompanyRow]:
        """Return every company of the register of a terrain and every intake there that the team may see, by name.

        An intake and its companies in the register are one row.
        """
        began = await read_agreed(self.connection, None, now, intake.c.terrain_id == terrain, trials=True)
        intakes = [one.intake for one in began]
        listed = (await self.connection.execute(REGISTERED, {"terrain": terrain, "those": intakes})).all()
        far = await self.connection.execute(HEARING[self.by_mail], {"those": intakes, "now": now})
        linked: dict[UUID, list[Row[Any]]] = {one.intake: [] for one in began}
        for row in listed:
            if row.intake_id in linked:
                linked[row.intake_id].append(row)
        alone = [row for row in listed if row.intake_id not in linked]
        ids = [frozenset({key, *(row.id for row in rows)}) for key, rows in linked.items()]
        ids += [frozenset({row.id}) for row in alone]
        known = RowFacts(
            {row.id: row for row in far}, await self._spoken(ids), await self._letters(terrain),
            await self._nominated([row.id for row in listed], now),
        )  # fmt: skip
        found = [with_intake(one, linked[one.intake], known) for one in began] + [in_register(row, known) for row in alone]
        return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.key)))

    async def _spoken(self, companies: Sequence[frozenset[UUID]]) -> Mapping[frozenset[UUID], Spoken]:
        """Return what was written down about each of these companies, which may have several ids."""
        of = {key: ids for ids in companies for key in ids}
        found: dict[frozenset[UUID], list[TeamNote]] = defaultdict(list)
        for intake_id, company_id, *rest in await self.connection.execute(WRITTEN, {"those": list(of)}):
            ids = of.get(intake_id) or of.get(company_id)
            if ids is not None:
                found[ids].append(TeamNote(*rest))
        return {ids: spoken_of(some) for ids, some in found.items()}

    async def _letters(self, terrain: str) -> Mapping[UUID, bool]:
        """Return for whom a letter of intent was asked, and whether it stands signed."""
        letters = (await self.connection.execute(LETTERS, {"terrain": terrain})).scalar_one_or_none() or {}
        return {UUID(key): letter["state"] == LetterState.SIGNED for key, letter in letters.items()}

    async def _nominated(self, companies: Sequence[UUID], now: datetime.datetime) -> Mapping[UUID, Sequence[str]]:
        """Return by whom each of these companies was named."""
        found: dict[UUID, list[str]] = defaultdict(list)
        for row in await self.connection.execute(NOMINATED, {"those": companies, "now": now}):
            found[row.company_id].append(row.company or "een bedrijf")
        return found


def spoken_of(rows: Sequence[TeamNote]) -> Spoken:
    """Return what follows from what was written about a company, newest first."""
    found, agreed, answered = Spoken(), False, False
    for row in rows:
        if row.kind == MandateForm.key:
            if row.closed_at is None:
                found.mandate = bool(row.signed) or bool(found.mandate)
            continue
        sort, again = row.form or ContactSort.NOTE, read_day(row.again or "")
        if sort != ContactSort.NOTE:
            found.contacts += 1
            found.last = found.last or LastContact(sort, read_day(row.day or "") or row.made_at.date(), row.outcome or "")
        spoke = sort in SPOKEN and row.outcome != CallOutcome.NOT_REACHED
        if not agreed:  # a talk since then was that call
            found.next_call, agreed = again, again is not None or spoke
        if not answered and spoke:
            found.refused, answered = row.outcome == CallOutcome.NOT_WANTED, True
    return found


def with_intake(one: Disclosed, registered: Sequence[Row[Any]], known: RowFacts) -> CompanyRow:
    """Return a company that began its intake, together with what the register has of it."""
    ids = frozenset({one.intake, *(row.id for row in registered)})
    spoken, far = known.spoken.get(ids, Spoken()), known.people[one.intake]
    letters = [known.letters[key] for key in ids if key in known.letters]
    test = far.test or any(row.test for row in registered)
    name = one.company or next((row.name for row in registered), "")
    return CompanyRow(
        name=name + TEST if test else name,
        terrain=one.terrain,
        intake=one.intake,
        register=next((row.id for row in registered), None),
        part=derive_part(one.answers).part,
        stage=Stage(far.stage),
        confirmed=far.confirmed_at is not None,
        agreed=one.allowed,
        mandate=spoken.mandate,
        letter=any(letters) if letters else None,
        contacts=spoken.contacts,
        last=spoken.last,
        next_call=spoken.next_call,
        nominated_by=tuple(name for row in registered for name in known.nominated.get(row.id, ())),
        withdrawn=spoken.refused or any(row.withdrawn_at is not None for row in registered),
        reachable=far.reachable,
        test=test,
        changed_at=far.changed_at,
    )


def in_register(row: Row[Any], known: RowFacts) -> CompanyRow:
    """Return a company that did not begin. Of one that withdrew there is its name, and that we leave it alone: nothing else."""
    name = row.name + TEST if row.test else row.name
    if row.withdrawn_at is not None:
        return CompanyRow(name=name, terrain=row.terrain_id, register=row.id, withdrawn=True, test=row.test)
    spoken = known.spoken.get(frozenset({row.id}), Spoken())
    return CompanyRow(
        name=name,
        terrain=row.terrain_id,
        register=row.id,
        mandate=spoken.mandate,
        letter=known.letters.get(row.id),
        contacts=spoken.contacts,
        last=spoken.last,
        next_call=spoken.next_call,
        nominated_by=tuple(known.nominated.get(row.id, ())),
        withdrawn=spoken.refused,
        test=row.test,
    )
