"""The one place that reads several companies' answers: what an audience may see of a terrain, now.

Consent is enforced here, in the statement that reads. Everything that adds companies up or shows one to another party
starts from what this module returns.
"""

import datetime
from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    DateTime,
    Float,
    Row,
    ScalarSelect,
    Select,
    and_,
    case,
    cast,
    distinct,
    func,
    literal,
    or_,
    select,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.consent.consents import BESIDE_KEEP, Purpose, State, is_allowed, versions_of
from domain.disclosure.audiences import PURPOSE, Disclosed, Observer
from domain.disclosure.shares import Hidden
from domain.intake.answers import Answers
from domain.intake.declaration import Chapter
from domain.intake.question import Question
from domain.intake.questionnaire import QUESTIONS
from domain.intake.sections import CHARGING, GRID, SITE, VEHICLES
from domain.intake.vehicles import VehicleClass
from storage.intake.measured import MEASURED, read_measured
from storage.intake.snapshots import read_answers, read_consents
from storage.tables.people import consent_event, intake, person

ELECTRIC = ("electric_now", "electric_2030", "electric_2035", "km_per_day")
KNOWN_BY = ("company.name", "company.terrain")
# The consent texts: "wat u nodig heeft en kunt bieden", "uw antwoorden over stroom en laden".
CHAPTERS: Mapping[Observer, tuple[Chapter, ...]] = {
    Observer.COMPANIES: (VEHICLES, CHARGING, SITE, GRID),
    Observer.OPERATOR: (CHARGING, GRID),
}
# What charging is about, of a chapter that is about more; and by what a company is known.
ALSO: Mapping[Observer, tuple[str, ...]] = {
    Observer.OPERATOR: tuple(f"{vehicle}.{part}" for vehicle in VehicleClass for part in ELECTRIC),
}

PORTION = 100  # companies that are fetched at a time: some milliseconds, in which no turn goes on


def before(now: datetime.datetime) -> ScalarSelect[Any]:
    """Return in SQL which purposes a company agreed to before what holds now: what was shown then may be kept.

    That is before it decided otherwise, or before a yes ended.
    """
    current = intake.c.current["consents"][consent_event.c.purpose]
    earlier = or_(
        func.coalesce(current["state"].astext, "") != State.GIVEN.value,
        consent_event.c.at < cast(current["at"].astext, DateTime(timezone=True)),
        consent_event.c.until <= now,
    )
    given = and_(consent_event.c.intake_id == intake.c.id, consent_event.c.state == State.GIVEN.value, earlier)
    return select(func.array_agg(distinct(consent_event.c.purpose))).where(given).scalar_subquery()


COLUMNS: tuple[Any, ...] = (
    MEASURED, intake.c.id, intake.c.terrain_id, intake.c.company, intake.c.current, intake.c.mark, intake.c.mark_key,
    intake.c.revision, intake.c.phoned,
)  # fmt: skip


def columns(now: datetime.datetime) -> tuple[Any, ...]:
    return (*COLUMNS, before(now).label("before"))


def holds(purpose: Purpose, now: datetime.datetime) -> ColumnElement[bool]:
    """Say in SQL what `is_allowed` says: given, not withdrawn, not ended, and not by telephone alone."""
    return stands(intake.c.current["consents"][purpose.value], purpose, now)


def stands(decision: ColumnElement[Any], purpose: Purpose, now: datetime.datetime) -> ColumnElement[bool]:
    """Say of one stored decision, in SQL, whether it is a yes to what is asked now that has not ended."""
    yes = decision["state"].astext == State.GIVEN.value
    words = decision["text_version"].astext.in_(versions_of(purpose))
    return and_(yes, words, cast(decision["until"].astext, DateTime(timezone=True)) > now)


def keeps(now: datetime.datetime) -> ColumnElement[bool]:
    """Say in SQL that a person lets us keep their answers."""
    return stands(person.c.place["kept"], Purpose.KEEP, now)


def is_kept(now: datetime.datetime) -> ColumnElement[bool]:
    """Say in SQL that somebody of the company lets us keep its answers: the first consent, which all others wait for."""
    return select(person.c.id).where(person.c.intake_id == intake.c.id, keeps(now)).exists()


def is_kept_by_phone(now: datetime.datetime) -> ColumnElement[bool]:
    """Say in SQL that a company only said so by telephone; that is enough for the team, which typed the answers."""
    decision = intake.c.current["consents"][Purpose.KEEP.value]
    said = decision["state"].astext.in_((State.GIVEN.value, State.GIVEN_BY_PHONE.value))
    return and_(intake.c.phoned, said, cast(decision["until"].astext, DateTime(timezone=True)) > now)


# A company that was made to try things counts nowhere: it is read only where it is shown by itself, to the team.
COUNTS = ~intake.c.test


def visible(audience: Observer, now: datetime.datetime, *, trials: bool = False) -> ColumnElement[bool]:
    """Say in SQL whether an audience may see a company at all; `trials` says that one made to try things may be among them."""
    return _visible(audience, now, trials, versions_of(Purpose.KEEP), versions_of(PURPOSE.get(audience, Purpose.KEEP)))


@lru_cache(maxsize=32)  # a turn asks it several times, always of its own moment and of the words of now
def _visible(audience: Observer, now: datetime.datetime, trials: bool, *_words: tuple[str, ...]) -> ColumnElement[bool]:
    if audience is Observer.TEAM:
        seen = or_(is_kept(now), is_kept_by_phone(now))
        return seen if trials else and_(COUNTS, seen)
    return and_(COUNTS, is_kept(now), holds(PURPOSE[audience], now))


def reading(audience: Observer, now: datetime.datetime) -> Select[Any]:
    """Return the statement that reads what an audience may see, of every terrain."""
    seen = select(*columns(now)).where(visible(audience, now), intake.c.terrain_id.is_not(None))
    return seen.order_by(intake.c.terrain_id, intake.c.company_key, intake.c.id)


async def read_terrain(
    connection: AsyncConnection, terrain_id: str, audience: Observer, now: datetime.datetime
) -> tuple[Disclosed, ...]:
    """Return the companies of a terrain that an audience may see now, by name; in one statement."""
    found = await connection.execute(reading(audience, now).where(intake.c.terrain_id == terrain_id))
    return tuple(disclosed(row, audience, now) for row in found)


async def read_agreed(
    connection: AsyncConnection,
    purpose: Purpose | None,
    now: datetime.datetime,
    *which: ColumnElement[bool],
    trials: bool = False,
) -> tuple[Disclosed, ...]:
    """Return such companies by name, as the team sees them, that agreed to something; None: whoever the team may see.

    With `trials` those that were made to try things are among them, which count nowhere.
    """
    agreed = () if purpose is None else (is_kept(now),) if purpose is Purpose.KEEP else (is_kept(now), holds(purpose, now))
    seen = select(*columns(now)).where(visible(Observer.TEAM, now, trials=trials), *agreed, *which)
    found = await connection.execute(seen.order_by(intake.c.company_key, intake.c.id))
    return tuple(disclosed(row, Observer.TEAM, now) for row in found)


@dataclass(frozen=True, slots=True)
class Portion:
    """Some companies as they were fetched; opening takes longer than that, so it is done where nobody waits."""

    rows: Sequence[Row[Any]]
    audience: Observer
    now: datetime.datetime

    def opened(self) -> tuple[Disclosed, ...]:
        """Return them as the audience may see them."""
        return tuple(disclosed(row, self.audience, self.now) for row in self.rows)


async def read_portions(
    connection: AsyncConnection, terrain_ids: Collection[str], audience: Observer, now: datetime.datetime
) -> AsyncIterator[Portion]:
    """Yield the same of several terrains, terrain by terrain, some companies at a time; in one statement."""
    those = reading(audience, now).where(intake.c.terrain_id.in_(terrain_ids))
    async with connection.stream(those, execution_options={"yield_per": PORTION}) as found:
        async for rows in found.partitions():
            yield Portion(rows, audience, now)


async def read_company(connection: AsyncConnection, intake_id: UUID, now: datetime.datetime) -> Disclosed | None:
    """Return one company as the project team may see it now; None when it may not."""
    seen: Select[Any] = select(*columns(now)).where(visible(Observer.TEAM, now, trials=True), intake.c.id == intake_id)
    row = (await connection.execute(seen)).one_or_none()
    return disclosed(row, Observer.TEAM, now) if row else None


def counting_seen(terrain_id: str, now: datetime.datetime) -> Select[Any]:
    """Return the statement that counts the companies of a terrain that the project team may see."""
    return select(func.count()).select_from(intake).where(intake.c.terrain_id == terrain_id, visible(Observer.TEAM, now))


async def sum_answers(connection: AsyncConnection, terrain_id: str, names: Collection[str], now: datetime.datetime) -> float:
    """Return the sum of these numbers over the companies of a terrain that the project team may see; it reads no company."""
    values = [intake.c.current["answers"][name]["value"] for name in names]
    numbers = [case((func.jsonb_typeof(one) == "number", cast(one.astext, Float)), else_=0.0) for one in values]
    total = select(func.coalesce(func.sum(sum(numbers, literal(0.0))), 0.0))
    found = await connection.execute(total.where(intake.c.terrain_id == terrain_id, visible(Observer.TEAM, now)))
    return float(found.scalar_one())


async def marks_of(
    connection: AsyncConnection, terrain_id: str, audience: Observer, now: datetime.datetime
) -> tuple[tuple[str, str], ...]:
    """Return the companies of a terrain that agreed to be seen by an audience: when, and by which mark; the first one first."""
    agreed = intake.c.current["consents"][PURPOSE[audience].value]["at"].astext.label("agreed")
    those = (intake.c.terrain_id == terrain_id, visible(audience, now))
    found = await connection.execute(select(agreed, intake.c.mark).where(*those).order_by(agreed, intake.c.mark))
    return tuple((row.agreed, str(row.mark)) for row in found)


def disclosed(row: Row[Any], audience: Observer, now: datetime.datetime) -> Disclosed:
    """Return one company with the answers that this audience may see, and nothing personal."""
    answers, consents = read_answers(row.current, NOBODY), read_consents(row.current)
    kept = {name: answer for name, answer in answers.items() if shows(audience, QUESTIONS.get(name))}
    return Disclosed(
        intake=row.id,
        terrain=row.terrain_id or "",
        company=row.company,
        answers=Answers(kept),
        consents={purpose: consents[purpose] for purpose in BESIDE_KEEP if purpose in consents},
        allowed=frozenset(one for one in BESIDE_KEEP if is_allowed(one, consents.get(one), now) and not row.phoned),
        before=frozenset(purpose for purpose in BESIDE_KEEP if purpose in (row.before or ())),
        hidden=Hidden(row.mark, row.mark_key),
        revision=row.revision,
        phoned=row.phoned,
        measured=read_measured(row.measured),
    )


# Personal answers are stored with whose they are; these are nobody's.
NOBODY = UUID(int=0)


def shows(audience: Observer, question: Question | None) -> bool:
    """Say whether an audience may see the answer to a question; what is no question is an assumption of the model."""
    if question is None:
        return True
    if question.ask.personal:
        return False
    named = question.name in (*KNOWN_BY, *ALSO.get(audience, ()))
    return named or audience not in CHAPTERS or question.chapter in CHAPTERS[audience]
